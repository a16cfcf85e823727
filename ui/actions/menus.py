"""Menus, greying out, and the rows of the shortcuts sheet, all from the one table."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.actions import catalogue, claim_menu
from ui.actions.desk import Desk
from ui.actions.menu_titles import TITLES
from ui.actions.opening import Opener
from ui.actions.table import Action, Menu, Needs, keys_of, met
from workbench.settings import Settings

_ALL = (*catalogue.ACTIONS, *claim_menu.STATUSES, *claim_menu.OUTCOMES)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Menus", words)


def fill(filled: Mapping[str, QMenu], built: Mapping[str, QAction], opener: Opener) -> None:
    """Put every action into its menu, with a line where the group changes."""
    for menu in Menu:
        rows = [row for row in catalogue.ACTIONS if row.menu is menu]
        for row, following in pairwise([*rows, rows[-1]]):
            filled[menu].addAction(built[row.id])
            if row.id == "file.example":
                _add_recent(filled[menu], opener)
            if following.group != row.group:
                filled[menu].addSeparator()
        if menu is Menu.CLAIM:
            _add_submenu(filled[menu], _tr("O&utcome"), claim_menu.OUTCOMES, built)
            _add_submenu(filled[menu], _tr("S&tatus"), claim_menu.STATUSES, built)


def _add_submenu(menu: QMenu, title: str, rows: tuple[Action, ...], built: Mapping[str, QAction]) -> None:
    inner = menu.addMenu(title)
    for row in rows:
        inner.addAction(built[row.id])


def _add_recent(menu: QMenu, opener: Opener) -> None:
    recent = menu.addMenu(_tr("Open &recent"))

    def refill() -> None:
        recent.clear()
        cases = opener.recent()
        names = [one.name for one in cases]
        for one in cases:
            name = one.name if names.count(one.name) == 1 else f"{one.name} · {one.path.stem}"
            entry = recent.addAction(name.replace("&", "&&"))
            entry.setToolTip(str(one.path))
            entry.triggered.connect(lambda _=False, path=one.path: opener.open_path(path))
        if recent.isEmpty():
            recent.addAction(_tr("Nothing opened yet")).setEnabled(False)

    recent.aboutToShow.connect(refill)
    refill()


def refresh(built: Mapping[str, QAction], desk: Desk) -> None:
    """Enable what makes sense now, and put names to undo, redo and the outcomes."""
    needs = met(desk)
    for row in _ALL:
        built[row.id].setEnabled(row.needs in needs)
    _name(built["edit.undo"], _tr("&Undo"), _tr("&Undo {act}"), desk.session.undo_name)
    _name(built["edit.redo"], _tr("&Redo"), _tr("&Redo {act}"), desk.session.redo_name)
    outcomes = desk.session.case.scale.outcomes if desk.session.case else ()
    for place, row in enumerate(claim_menu.OUTCOMES):
        given = outcomes[place] if place < len(outcomes) else None
        built[row.id].setVisible(given is not None)
        built[row.id].setEnabled(given is not None and Needs.CLAIM in needs)
        if given is not None:
            built[row.id].setText(given.label)


def _name(action: QAction, bare: str, with_act: str, act: str) -> None:
    if act:
        from ui.models import act_words

        action.setText(with_act.format(act=act_words.act(act)))
    else:
        action.setText(bare)


def set_keys(built: Mapping[str, QAction], settings: Settings) -> None:
    """Give each action the keys that the settings say."""
    for row in _ALL:
        keys = keys_of(row, settings.keys, single_letters=settings.single_letter_keys)
        built[row.id].setShortcuts([QKeySequence(key) for key in keys])


def default_keys() -> dict[str, tuple[str, ...]]:
    """The keys of each action where the person gave none."""
    return {row.id: row.keys for row in _ALL}


def rows(built: Mapping[str, QAction], *, only_enabled: bool = False) -> list[tuple[str, str, str, str]]:
    """Identifier, menu, words and keys of each action, in the table's order: for the sheet and the palette.

    Only what can be done now is called by what it would do now: a key is that of every undo.
    """
    shown = []
    plain = {} if only_enabled else {"edit.undo": _tr("&Undo"), "edit.redo": _tr("&Redo")}
    for row in _ALL:
        action = built[row.id]
        if not action.isVisible() or (only_enabled and not action.isEnabled()):
            continue
        words = plain.get(row.id, action.text())
        native = QKeySequence.SequenceFormat.NativeText
        keys = ", ".join(key.toString(native) for key in action.shortcuts())
        shown.append((row.id, _tr(TITLES[row.menu]).replace("&", ""), words.replace("&", ""), keys))
    return shown
