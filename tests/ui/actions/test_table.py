"""The one table of actions: nothing twice, nothing hidden, every key of the newsroom where people look for it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from ui.actions import catalogue, claim_menu
from ui.actions.table import Menu, is_letter, keys_of

ALL = (*catalogue.ACTIONS, *claim_menu.STATUSES, *claim_menu.OUTCOMES)

NEWSROOM = {
    "claim.checked": {"Return"},
    "claim.next": {"J", "Down"},
    "claim.previous": {"K", "Up"},
    "evidence.add": {"A"},
    "claim.new": {"N"},
    "edit.search": {"Ctrl+F"},
    "edit.find": {"/"},
    "claim.overlap": {"O"},
    "claim.start-left": {"Alt+Left"},
    "claim.end-right": {"Shift+Alt+Right"},
    "edit.undo": {"Ctrl+Z"},
    "edit.redo": {"Ctrl+Shift+Z", "Ctrl+Y"},
    "file.save": {"Ctrl+S"},
    "help.keys": {"F1", "?"},
    "claim.dismiss-fact": {"D"},
    "view.palette": {"Ctrl+Shift+P"},
}


def test_no_action_and_no_key_is_there_twice() -> None:
    assert max(Counter(action.id for action in ALL).values()) == 1
    keys = Counter(QKeySequence(key).toString() for action in ALL for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_understands() -> None:
    for action in ALL:
        for key in action.keys:
            assert QKeySequence(key).toString(), f"{action.id}: {key}"


def test_the_keys_people_know_do_what_they_know() -> None:
    keys = {action.id: set(action.keys) for action in ALL}
    for action, wanted in NEWSROOM.items():
        assert wanted <= keys[action], action


def test_every_menu_has_its_actions_in_unbroken_groups() -> None:
    for menu in Menu:
        groups = [action.group for action in catalogue.ACTIONS if action.menu is menu]
        assert groups, menu
        assert groups == sorted(groups), menu


def test_single_letters_can_be_switched_off_and_keys_remapped() -> None:
    follow = next(action for action in ALL if action.id == "claim.next")
    assert keys_of(follow, {}, single_letters=True) == ("J", "Down")
    assert keys_of(follow, {}, single_letters=False) == ("Down",)
    assert keys_of(follow, {"claim.next": "Ctrl+J"}, single_letters=False) == ("Ctrl+J",)
    assert keys_of(follow, {"claim.next": ""}, single_letters=True) == ()


def test_letters_are_told_from_other_keys() -> None:
    keys = ("J", "Shift+A", "1", "?", "Del", "Return", "Ctrl+J", "Alt+Left", "F6", "Shift+F7")
    assert [key for key in keys if is_letter(key)] == ["J", "Shift+A", "1", "?"]


def test_without_single_letters_every_key_left_types_nothing() -> None:
    kept = [key for action in ALL for key in keys_of(action, {}, single_letters=False)]
    assert kept
    assert not [key for key in kept if len(key.split("+")[-1]) == 1 and not key.startswith(("Ctrl+", "Alt+"))]
