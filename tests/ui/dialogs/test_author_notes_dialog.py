"""Choosing among the author's comments."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.workflow.test_author_notes import manuscript, offered_notes
from ui.dialogs.author_notes_dialog import AuthorNotesDialog
from workbench.workflow.opening import read_case


def test_all_are_ticked_at_first_and_none_is_no_choice(tmp_path: Path, qtbot: QtBot) -> None:
    with manuscript(tmp_path) as file:
        offered, case = offered_notes(file), read_case(file)
    dialog = AuthorNotesDialog(case, offered)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == offered
    assert any("claims: 1" in dialog.notes.item(row).text() for row in range(2))
    dialog.notes.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.chosen() == offered[1:]
    dialog.notes.item(1).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.assertNotEmitted(dialog.accepted, wait=20):
        dialog.accept()
    assert "Tick" in dialog.problem()
