from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import seed_case
from ui.dialogs.export_dialog import ExportDialog, file_name
from workbench.reports.options import Paper
from workbench.settings import Paper as SettingsPaper
from workbench.settings import Settings
from workbench.workflow.publishing import FORMATS


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    dialog = ExportDialog(seed_case(), Settings(paper=SettingsPaper.US_LETTER, house_name="The Paper"), tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _choose(dialog: ExportDialog, to: str) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(to))


def test_every_format_that_can_be_written_is_offered(dialog: ExportDialog) -> None:
    assert {dialog.format.itemData(row) for row in range(dialog.format.count())} == set(FORMATS)


def test_enter_exports_from_a_field_and_presses_the_button_that_has_the_focus(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    cancel.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(cancel, Qt.Key.Key_Return)
    dialog.show()
    for field in (dialog.out, dialog.format, dialog.internal):
        field.setFocus()
        with qtbot.waitSignal(dialog.accepted):
            qtbot.keyClick(field, Qt.Key.Key_Return)
        dialog.show()


def test_a_long_path_is_shown_from_its_beginning(dialog: ExportDialog) -> None:
    for to in ("pdf", "csv"):
        _choose(dialog, to)
        assert dialog.out.cursorPosition() == 0


def test_what_is_chosen_is_asked_for(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.external.setChecked(True)
    dialog.claims.setCurrentIndex(1)
    asked = dialog.asked()
    assert asked.to == "pdf"
    assert asked.out.parent == tmp_path
    assert asked.out.suffix == ".pdf"
    assert asked.options.external
    assert asked.options.paper is Paper.LETTER
    assert asked.options.house.name == "The Paper"
    assert asked.options.claims == {"claim-1", "claim-3", "claim-10"}


def test_paper_is_asked_for_pdf_only_and_the_ending_follows_the_format(dialog: ExportDialog) -> None:
    assert dialog.paper.isVisible()
    _choose(dialog, "claimreview")
    assert not dialog.paper.isVisible()
    assert dialog.review_url.isVisible()
    assert dialog.out.text().endswith(".claimreview.json")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("", "where"),
        ("relative.pdf", "where"),
        ("/nowhere/at/all.pdf", "folder"),
        (f"/{'x' * 5000}.pdf", "where"),
        ("/a\0b.pdf", "where"),
        ("~nobody-here/notes.pdf", "where"),
    ],
)
def test_a_target_that_cannot_be_written_says_so_first(
    dialog: ExportDialog, qtbot: QtBot, target: str, said: str
) -> None:
    dialog.out.setText(target)
    with qtbot.assertNotEmitted(dialog.accepted, wait=20):
        dialog.accept()
    assert said in dialog.problem()


def test_a_file_that_is_there_is_named_before_it_is_replaced(dialog: ExportDialog, tmp_path: Path) -> None:
    assert dialog.replaced() == ""
    (tmp_path / "notes.pdf").write_bytes(b"")
    dialog.out.setText(str(tmp_path / "notes.pdf"))
    assert "notes.pdf" in dialog.replaced()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_folder_one_may_not_enter_is_told_when_it_is_chosen(dialog: ExportDialog, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    dialog.out.setText(str(closed / "inside" / "notes.pdf"))
    assert dialog.replaced() == ""
    dialog.accept()
    assert "closed" in dialog.problem()
    closed.chmod(0o700)


def test_a_logo_that_has_gone_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    settings = replace(Settings(), house_logo=tmp_path / "gone.png")
    dialog = ExportDialog(seed_case(), settings, tmp_path)
    qtbot.addWidget(dialog)
    with qtbot.assertNotEmitted(dialog.accepted, wait=20):
        dialog.accept()
    assert "gone.png" in dialog.problem()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Belarus, Russia: “No”", "Belarus-Russia-No"),
        ("../../etc", "etc"),
        ("???", "notes"),
        ("x" * 200, "x" * 60),
        ("Путин в Минске", "Путин-в-Минске"),
    ],
)
def test_a_title_becomes_a_file_name_safe_everywhere(title: str, name: str) -> None:
    assert file_name(title) == name
