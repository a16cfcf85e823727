"""Copies of a case, saved under the name that was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.ui.conftest import make_case
from ui.main_window import MainWindow
from workbench.settings import Settings
from workbench.workflow.verifying import verify


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        ("Budget 2026.11", "Budget 2026.11.factcase"),
        ("Budget.factcase", "Budget.factcase"),
        ("Budget.FACTCASE", "Budget.FACTCASE"),
        ("Budget", "Budget.factcase"),
    ],
)
def test_a_copy_has_the_whole_name_that_was_chosen(
    chosen: str, name: str, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(Settings(cases_folder=tmp_path / "cases", backup_folder=tmp_path / "backups"))
    qtbot.addWidget(window)
    window.show()
    checker = Checker(window, qtbot)
    checker.opens(make_case(tmp_path / "jobs.factcase"))
    folder = tmp_path / "copies"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(folder / chosen), ""))
    checker.does("file.copy")
    checker.is_told("A copy is in")
    assert [path.name for path in folder.iterdir()] == [name]
    assert verify(folder / name).is_sound
