"""Edit: undo, redo, search."""

from __future__ import annotations

from functools import partial

from ui.actions import keeping
from ui.actions.desk import Desk
from ui.actions.table import QT_TRANSLATE_NOOP, Action, Menu, Needs


def undo(desk: Desk) -> None:
    desk.details.flush()
    desk.session.undo()


def redo(desk: Desk) -> None:
    desk.details.flush()
    desk.session.redo()


def search_claims(desk: Desk) -> None:
    desk.claims.focus_search()


def find_in_article(desk: Desk) -> None:
    desk.article.open_find()


ACTIONS = (
    Action("edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), Menu.EDIT, undo, ("Ctrl+Z",), Needs.UNDO, "undo-2"),
    Action(
        "edit.redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        Menu.EDIT,
        redo,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        Needs.REDO,
        "redo-2",
    ),
    Action(
        "edit.claim-history",
        QT_TRANSLATE_NOOP("Actions", "&History of this claim…"),
        Menu.EDIT,
        partial(keeping.show_history, of_claim=True),
        ("H",),
        Needs.CLAIM,
        "history",
    ),
    Action(
        "edit.case-history",
        QT_TRANSLATE_NOOP("Actions", "History of the &case…"),
        Menu.EDIT,
        partial(keeping.show_history, of_claim=False),
        ("Ctrl+H",),
        Needs.WRITABLE,
    ),
    Action(
        "edit.search",
        QT_TRANSLATE_NOOP("Actions", "&Search claims…"),
        Menu.EDIT,
        search_claims,
        ("Ctrl+F",),
        icon="search",
        group=1,
    ),
    Action(
        "edit.find",
        QT_TRANSLATE_NOOP("Actions", "&Find in the article…"),
        Menu.EDIT,
        find_in_article,
        ("/", "Ctrl+Shift+F"),
        group=1,
    ),
)
