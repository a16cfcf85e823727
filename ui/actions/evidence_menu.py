"""Evidence: notes on the selected claim, queries, sign-off."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.actions.table import Action, Menu, Needs

ACTIONS = (
    Action(
        "evidence.add",
        QT_TRANSLATE_NOOP("Actions", "&Add evidence…"),
        Menu.EVIDENCE,
        lambda desk: desk.details.add_evidence(),
        ("A",),
        Needs.CLAIM,
        "plus",
    ),
    Action(
        "evidence.link",
        QT_TRANSLATE_NOOP("Actions", "&Link a note of this case…"),
        Menu.EVIDENCE,
        lambda desk: desk.details.link_existing(),
        ("L",),
        Needs.CLAIM,
        "link",
    ),
    Action(
        "evidence.query",
        QT_TRANSLATE_NOOP("Actions", "Ask author or &editor…"),
        Menu.EVIDENCE,
        lambda desk: desk.details.ask_query(),
        ("Q",),
        Needs.CLAIM,
        "message-circle-question-mark",
        1,
    ),
)
