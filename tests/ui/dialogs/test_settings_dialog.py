from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.dialogs.settings_dialog import SettingsDialog
from workbench import settings as settings_file
from workbench.settings import Settings, Theme

ROWS = [
    ("claim.next", "Claim", "Next claim", "J, Down"),
    ("claim.new", "Claim", "New claim", "N"),
    ("claim.split", "Claim", "Split", ""),
]

DEFAULTS: dict[str, tuple[str, ...]] = {"claim.next": ("J", "Down"), "claim.new": ("N",), "claim.split": ()}


@pytest.fixture
def given() -> Settings:
    return replace(Settings(), checker="R. Haddad", reading_size=15, keys={"file.open": "Ctrl+E"})


@pytest.fixture
def dialog(given: Settings, qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(given, ROWS, DEFAULTS)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_settings_left_alone_come_back_as_they_were(dialog: SettingsDialog, given: Settings) -> None:
    assert dialog.changed() == given


def test_what_is_changed_is_saved_and_loaded_again(dialog: SettingsDialog) -> None:
    dialog.checker.setText(" A. Osei ")
    dialog.theme.setCurrentIndex(dialog.theme.findData(Theme.DARK))
    dialog.minutes.setValue(0)
    dialog.letters.setChecked(False)
    assert dialog.changed().theme is Theme.DARK
    settings_file.save(dialog.changed())
    loaded = settings_file.load()
    assert (loaded.checker, loaded.theme, loaded.backup_minutes) == ("A. Osei", Theme.DARK, 0)
    assert not loaded.single_letter_keys


def test_enter_saves_from_a_field_and_not_from_the_search(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.search.setFocus()
    with qtbot.assertNotEmitted(dialog.accepted, wait=20):
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    dialog.points.setFocus()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.points, Qt.Key.Key_Enter)


def test_only_keys_that_were_changed_are_written_down(dialog: SettingsDialog) -> None:
    dialog.keys.edits["claim.new"].setKeySequence(QKeySequence("Ctrl+Shift+N"))
    dialog.keys.edits["claim.next"].setKeySequence(QKeySequence())
    assert dialog.changed().keys == {"file.open": "Ctrl+E", "claim.new": "Ctrl+Shift+N", "claim.next": ""}


@pytest.mark.parametrize("typed", ["cases", "~nobody-here/cases", "/" + "x" * 5000, "/a\0b"])
def test_a_path_that_no_folder_can_have_is_refused(dialog: SettingsDialog, qtbot: QtBot, typed: str) -> None:
    dialog.backups.line.setText(typed)
    with qtbot.assertNotEmitted(dialog.accepted, wait=20):
        dialog.accept()
    assert "full path" in dialog.problem()


def test_a_key_given_twice_is_refused_by_name(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.keys.edits["claim.new"].setKeySequence(QKeySequence("J"))
    with qtbot.assertNotEmitted(dialog.accepted, wait=20):
        dialog.accept()
    assert "“Next claim” and “New claim”" in dialog.problem()


def test_a_key_given_twice_is_said_at_once_and_no_longer_than_it_is_true(dialog: SettingsDialog) -> None:
    dialog.keys.edits["claim.new"].setKeySequence(QKeySequence("J"))
    assert "“Next claim” and “New claim”" in dialog.problem()
    dialog.keys.edits["claim.new"].setKeySequence(QKeySequence("M"))
    assert dialog.problem() == ""


def test_search_finds_what_can_be_chosen_and_says_when_it_finds_nothing(dialog: SettingsDialog) -> None:
    (nothing,) = [label for label in dialog.findChildren(QLabel) if label.text() == "Nothing found"]
    dialog.search.setText("dark")
    assert dialog.theme.isVisible()
    assert not nothing.isVisible()
    dialog.search.setText("elephant")
    assert nothing.isVisible()
    dialog.search.clear()
    assert not nothing.isVisible()


def test_the_second_key_of_an_action_is_taken_too_until_its_first_is_changed(dialog: SettingsDialog) -> None:
    dialog.keys.edits["claim.new"].setKeySequence(QKeySequence("Down"))
    assert "“Next claim” and “New claim”" in dialog.keys.clash()
    dialog.keys.edits["claim.next"].setKeySequence(QKeySequence("Ctrl+J"))
    assert dialog.keys.clash() == ""


def test_a_list_that_drops_down_shows_its_last_row_whole_also_with_the_focus(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.theme.showPopup()
    shown = dialog.theme.view()
    qtbot.waitUntil(shown.hasFocus)
    margins = shown.contentsMargins()
    assert (margins.top(), margins.bottom()) == (0, 0)
    last = shown.visualRect(shown.model().index(dialog.theme.count() - 1, 0))
    assert last.bottom() <= shown.viewport().rect().bottom()
    dialog.theme.hidePopup()


def test_half_a_colour_is_refused(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.colour.line.setText("#12")
    with qtbot.assertNotEmitted(dialog.accepted, wait=20):
        dialog.accept()
    assert "six digits" in dialog.problem()


def test_search_finds_the_key_of_an_action(dialog: SettingsDialog) -> None:
    dialog.search.setText("split")
    assert dialog.keys.edits["claim.split"].isVisible()
    assert not dialog.keys.edits["claim.next"].isVisible()
    dialog.search.setText("keys")
    assert dialog.keys.edits["claim.next"].isVisible()


def test_search_shows_what_matches_and_only_its_groups(dialog: SettingsDialog) -> None:
    dialog.search.setText("backups")
    assert dialog.backups.isVisible()
    assert not dialog.checker.isVisible()
    assert not dialog.theme.isVisible()
    dialog.search.clear()
    assert dialog.checker.isVisible()


def test_all_keys_can_be_had_back(dialog: SettingsDialog) -> None:
    dialog.keys.edits["claim.new"].setKeySequence(QKeySequence("Ctrl+Shift+N"))
    dialog.keys.restore_all.click()
    assert dialog.keys.edits["claim.new"].keySequence() == QKeySequence("N")
    assert dialog.changed().keys == {}
    dialog.keys.edits["claim.new"].setKeySequence(QKeySequence("Down"))
    assert "“Next claim” and “New claim”" in dialog.keys.clash()
