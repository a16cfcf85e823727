"""A case that doesn't open: the person is told why, and offered what can be done."""

from __future__ import annotations

import json
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.ui.conftest import make_case
from ui import messages
from ui.main_window import MainWindow
from workbench.domain.case import Case
from workbench.settings import Settings
from workbench.storage.locks import lock_path
from workbench.workflow import backing_up
from workbench.workflow.checking import edit_claim
from workbench.workflow.opening import open_case
from workbench.workflow.verifying import verify


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_case(tmp_path / "jobs.factcase")


@pytest.fixture
def checker(tmp_path: Path, qtbot: QtBot) -> Checker:
    window = MainWindow(Settings(cases_folder=tmp_path / "cases", backup_folder=tmp_path / "backups"))
    qtbot.addWidget(window)
    window.show()
    return Checker(window, qtbot)


def _case(checker: Checker) -> Case:
    assert checker.session.case is not None
    return checker.session.case


def left_by(case: Path, machine: str) -> None:
    record = {"name": "Jonas Lind", "machine": machine, "pid": 1, "since": "2026-11-23T09:15:00.000000Z"}
    lock_path(case).write_text(json.dumps(record))


def presses(label: str) -> tuple[Callable[[], None], list[str]]:
    """What presses that button of the box that is open, and what the box said."""
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, press)
            return
        said.extend([box.text(), box.informativeText(), *(button.text() for button in box.buttons())])
        next(button for button in box.buttons() if button.text() == label).click()

    return press, said


def test_what_another_machine_left_behind_can_be_opened_anyway(case: Path, checker: Checker) -> None:
    left_by(case, "another-desk")
    press, said = presses("Open anyway")
    QTimer.singleShot(0, press)
    checker.opens(case)
    assert "Jonas Lind on another-desk" in said[0]
    assert "write over each other" in said[1]
    assert not checker.session.read_only
    assert [backup.acts for backup in backing_up.list_backups(case, case.with_name("backups"))] == [2]
    assert json.loads(lock_path(case).read_text())["machine"] == socket.gethostname()


def test_it_can_be_opened_read_only_instead(case: Path, checker: Checker) -> None:
    left_by(case, "another-desk")
    press, said = presses("Open read-only")
    QTimer.singleShot(0, press)
    checker.opens(case)
    assert "Open anyway" in said
    assert checker.session.read_only


def test_what_somebody_on_this_machine_has_open_is_only_read(case: Path, checker: Checker) -> None:
    with open_case(case, who="Jonas Lind"):
        press, said = presses("Open read-only")
        QTimer.singleShot(0, press)
        checker.opens(case)
    assert "Open anyway" not in said
    assert checker.session.read_only


def test_what_a_crash_on_this_machine_left_opens_at_once(case: Path, checker: Checker) -> None:
    left_by(case, socket.gethostname())
    checker.opens(case)
    assert not checker.session.read_only


def test_an_act_that_a_damaged_file_refuses_leads_to_a_backup(
    case: Path, checker: Checker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    checker.opens(case)
    qtbot.waitUntil(lambda: bool(backing_up.list_backups(case, case.with_name("backups"))))
    (sound,) = backing_up.list_backups(case, case.with_name("backups"))
    claim_id = _case(checker).claims[0].id
    damage = sqlite3.connect(case, isolation_level=None)
    damage.execute("DROP TRIGGER journal_is_never_shortened")
    damage.execute("DELETE FROM journal WHERE seq > 1")
    damage.close()
    monkeypatch.setattr("ui.dialogs.restore_dialog.RestoreDialog.ask", lambda *_: sound.path)
    press, said = presses("Restore a backup…")
    QTimer.singleShot(0, press)
    with qtbot.waitSignal(checker.session.opened, timeout=20_000):
        checker.session.do(lambda file: edit_claim(file, claim_id, reasoning="New."))
    assert "is damaged" in said[0]
    assert said[1] == ""
    assert "Rescue what can be read…" in said
    checker.session.do(lambda file: edit_claim(file, claim_id, reasoning="New."))
    checker.waits_until_saved()
    assert _case(checker).claim(claim_id) in [one for one in _case(checker).claims if one.reasoning == "New."]
    assert verify(case).is_sound


def test_what_can_be_read_of_a_case_without_a_backup_is_saved_as_a_new_one(
    case: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(case) as damage:
        damage.execute("DROP TABLE warnings")
    damage.close()
    new = case.with_name("rescued.factcase")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(new), ""))
    press, said = presses("Rescue what can be read…")
    QTimer.singleShot(0, press)
    checker.opens(case)
    assert "no backup" in said[1]
    assert "Restore a backup…" not in said
    assert checker.session.path == new
    assert len(_case(checker).claims) == 3


def test_a_rescue_that_failed_is_not_advised_again(
    case: Path, checker: Checker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    backing_up.back_up(case, case.with_name("backups"))
    case.write_bytes(case.read_bytes()[:4096])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(case.with_name("rescued.factcase")), ""))
    press, _ = presses("Rescue what can be read…")
    QTimer.singleShot(0, press)
    checker.window.open_path(case)
    qtbot.waitUntil(lambda: bool(messages.bus.history), timeout=20_000)
    ((told, _),) = messages.bus.history
    assert told == "Too little of “jobs.factcase” can be read to rescue it. Restore a backup."
