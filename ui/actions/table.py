"""What an action is, and how the window's QActions are made of the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui import look
from ui.actions.desk import Desk

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, words: str) -> str: ...

else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP  # noqa: F401 - handed on to the menus


class Menu(StrEnum):
    FILE = "File"
    EDIT = "Edit"
    CLAIM = "Claim"
    EVIDENCE = "Evidence"
    VIEW = "View"
    HELP = "Help"


class Needs(StrEnum):
    """What must be there for an action to make sense; it is greyed out otherwise."""

    NOTHING = "nothing"
    CASE = "a case"
    WRITABLE = "a case that can be changed"
    CLAIM = "a selected claim"
    PLACES = "a selected claim that stands in several places"
    UNSEARCHED = "an article whose claims are not found and not being looked for"
    WORDS = "selected words"
    UNDO = "something to undo"
    REDO = "something to redo"


@dataclass(frozen=True, slots=True)
class Action:
    """One row of the table. `words` is marked for translation in the context "Actions"."""

    id: str
    words: str
    menu: Menu
    run: Callable[[Desk], None]
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.CASE
    icon: str = ""
    group: int = 0
    """A line is drawn in the menu where this number changes."""

    def translated(self) -> str:
        return QCoreApplication.translate("Actions", self.words)


def is_letter(key: str) -> bool:
    """Whether a key is one letter, digit or mark, with or without Shift."""
    return len(key.removeprefix("Shift+")) == 1


def keys_of(action: Action, remapped: Mapping[str, str], *, single_letters: bool) -> tuple[str, ...]:
    """The keys in force: the person's own where remapped, single letters and digits only where they are wanted."""
    keys = (remapped[action.id],) if action.id in remapped else action.keys
    return tuple(key for key in keys if key and (single_letters or not is_letter(key)))


def build(
    parent: QWidget, actions: Sequence[Action], desk: Desk, remapped: Mapping[str, str], *, single_letters: bool
) -> dict[str, QAction]:
    """A QAction for each row, owned by `parent`, by identifier."""
    built = {}
    for row in actions:
        action = QAction(row.translated(), parent)
        action.setObjectName(row.id)
        if row.icon:
            action.setIcon(look.icon(row.icon))
        action.setShortcuts([QKeySequence(key) for key in keys_of(row, remapped, single_letters=single_letters)])
        action.triggered.connect(lambda _=False, run=row.run: run(desk))
        parent.addAction(action)
        built[row.id] = action
    return built


def met(desk: Desk) -> set[Needs]:
    """The needs that are met at this moment."""
    session = desk.session
    needs = {Needs.NOTHING}
    if session.case is None:
        return needs
    needs.add(Needs.CASE)
    if session.read_only:
        return needs
    needs.add(Needs.WRITABLE)
    if not session.case.extracted and not session.is_finding:
        needs.add(Needs.UNSEARCHED)
    if session.selected:
        needs.add(Needs.CLAIM)
        claim = session.case.claim(session.selected)
        if claim is not None and len(claim.anchors) > 1:
            needs.add(Needs.PLACES)
    if desk.article.selected_span() is not None:
        needs.add(Needs.WORDS)
    if session.undo_name:
        needs.add(Needs.UNDO)
    if session.redo_name:
        needs.add(Needs.REDO)
    return needs
