"""Edit: undo, redo, search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ui.actions import keeping
from ui.actions.desk import Desk
from ui.actions.table import QT_TRANSLATE_NOOP, Action, Menu, Needs

if TYPE_CHECKING:
    from workbench.storage.search import Hit


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


def search_case(desk: Desk, words: str = "") -> None:
    """Look through all of the case, for `words` to begin with; go to what is chosen."""
    from ui.actions.note_forms import edit_note
    from ui.dialogs.search_dialog import SearchDialog
    from workbench.workflow import searching

    desk.details.flush()

    def find(words: str, then: Callable[[Sequence[Hit]], None]) -> None:
        desk.session.fetch(lambda file: searching.find_words(file, words), then)

    target = SearchDialog.ask(desk.window, find, lambda: desk.session.case, words)
    if target is None:
        return
    if target.claim_id:
        desk.session.select(target.claim_id)
    elif target.words is not None:
        desk.article.select_words(target.words)
        desk.article.setFocus()
    else:
        edit_note(desk, target.evidence_id)


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
    Action(
        "edit.search-case",
        QT_TRANSLATE_NOOP("Actions", "Search in the &whole case…"),
        Menu.EDIT,
        search_case,
        ("Ctrl+K",),
        icon="text-search",
        group=1,
    ),
)
