"""What happened, in a bar; a message goes with the case it is about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import make_case
from ui import messages
from ui.main_window import MainWindow
from ui.views.message_bar import MessageBar
from workbench.settings import Settings


def _bar(window: MainWindow) -> MessageBar:
    window.furnishing.at_once()
    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    return bar


def test_what_was_said_of_a_case_goes_when_another_is_opened(tmp_path: Path, qtbot: QtBot) -> None:
    window = MainWindow(Settings(backup_minutes=0))
    qtbot.addWidget(window)
    window.show()
    bar = _bar(window)
    messages.error("The notes of this case can’t be written.")
    assert bar.isVisible()
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        window.open_path(make_case(tmp_path / "jobs.factcase"))
    assert not bar.isVisible()


def test_what_can_be_done_next_is_offered_until_it_is_done(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    done: list[str] = []
    messages.show("The notes are written.", messages.Level.DONE, messages.Offer("Open", lambda: done.append("opened")))
    (button,) = bar.findChildren(QPushButton)
    assert (button.text(), bar.isVisible()) == ("Open", True)
    button.click()
    assert (done, bar.isVisible()) == (["opened"], False)
    messages.show("Everything is saved.")
    assert not button.isVisible()
