"""The list of what is still open, and the ways to it and from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import seed_case
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.gate_dialog import GateDialog
from workbench.settings import Settings
from workbench.workflow.gate import open_points


def test_points_stand_under_their_rules_and_enter_goes_to_the_claim(qtbot: QtBot) -> None:
    dialog = GateDialog(seed_case(), "claim-9")
    qtbot.addWidget(dialog)
    dialog.show()
    heads = [dialog.points.topLevelItem(row) for row in range(dialog.points.topLevelItemCount())]
    assert sum(head.childCount() for head in heads) == len(open_points(seed_case()))
    assert heads[0].text(0) == "Check not done · 12"
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.claim_id == "claim-9"
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.points, Qt.Key.Key_Return)


def test_a_rules_name_is_no_place_to_go_to(qtbot: QtBot) -> None:
    dialog = GateDialog(seed_case())
    qtbot.addWidget(dialog)
    dialog.points.setCurrentItem(dialog.points.topLevelItem(1))
    assert not dialog.go.isEnabled()
    with qtbot.assertNotEmitted(dialog.accepted, wait=20):
        qtbot.keyClick(dialog.points, Qt.Key.Key_Return)


def test_the_export_shows_all_that_is_open_and_can_be_left_for_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: GateDialog) -> int:
        return dialog.DialogCode.Accepted

    monkeypatch.setattr(GateDialog, "exec", choose)
    dialog = ExportDialog(seed_case(), Settings(), tmp_path)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.rejected):
        dialog.show_open.click()
    assert dialog.go_to == open_points(seed_case())[0]
