"""The list of what is still open, and the ways to it and from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.storage.bridge import begin, claim
from tests.ui.seed_case import seed_case
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.gate_dialog import GateDialog
from ui.models import gate_words
from workbench.domain.case import QueryTo
from workbench.domain.claim import Status
from workbench.domain.evidence import Stance
from workbench.domain.open_points import OpenPoint, Reason, Rule
from workbench.settings import Settings
from workbench.workflow.gate import GateOptions, open_points
from workbench.workflow.noting import NoteFields, add_note
from workbench.workflow.opening import read_case


def test_points_stand_under_their_rules_and_enter_goes_to_the_claim(qtbot: QtBot) -> None:
    dialog = GateDialog(seed_case(), selected="claim-9")
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


def test_keys_go_over_the_rules_names(qtbot: QtBot) -> None:
    dialog = GateDialog(seed_case())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.points, Qt.Key.Key_Up)
    first = dialog.points.topLevelItem(0)
    assert dialog.points.currentItem() is first.child(0)
    dialog.points.setCurrentItem(first.child(first.childCount() - 1))
    qtbot.keyClick(dialog.points, Qt.Key.Key_Down)
    assert dialog.points.currentItem() is dialog.points.topLevelItem(1).child(0)
    qtbot.keyClick(dialog.points, Qt.Key.Key_Home)
    assert dialog.points.currentItem() is first.child(0)


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


def test_the_export_says_what_is_open_most_as_the_house_counts_sources(qtbot: QtBot, tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        fields = NoteFields("A report", publisher="Reuters")
        add_note(file, fields, {claim(file, 4).id: Stance.SUPPORTS})
        case = read_case(file)
    for wanted, is_open in ((3, True), (1, False)):
        dialog = ExportDialog(case, Settings(independent_sources=wanted), tmp_path)
        qtbot.addWidget(dialog)
        head = f"{len(open_points(case, GateOptions(wanted)))} points are still open: Check not done 4\u00a0· "
        (line,) = [label.text() for label in dialog.findChildren(QLabel) if label.text().startswith(head)]
        assert line.count("\u00a0· ") == 3
        assert line.endswith("and 3 more.") is is_open


def test_every_reason_has_a_sentence_with_all_it_knows() -> None:
    for reason in Reason:
        for to in QueryTo if reason is Reason.UNANSWERED else (None,):
            point = OpenPoint(
                Rule.NOT_DONE, reason, names=("Ann Lee", "Bo Chen"), words="these words", count=2, wanted=3,
                status=Status.TO_CHECK, to=to,
            )  # fmt: skip
            said = gate_words.reason(point)
            assert said[-1] in ".”"
            assert not set("{}%") & set(said)
    assert all(gate_words.rule(rule) for rule in Rule)


def test_names_and_counts_are_in_the_sentence() -> None:
    def said(reason: Reason, **more: object) -> str:
        return gate_words.reason(replace(OpenPoint(Rule.CHANGED, reason), **more))  # type: ignore[arg-type]

    assert "after Ann Lee, Bo Chen signed it" in said(Reason.LAPSED, names=("Ann Lee", "Bo Chen"))
    assert "“To check”" in said(Reason.NOT_DONE, status=Status.TO_CHECK)
    assert "2 secondary sources" in said(Reason.SECONDARY, count=2, wanted=3)
    assert said(Reason.UNANSWERED, to=QueryTo.EDITOR, words="Keep {it}?") == "The editor has not answered: “Keep {it}?”"
