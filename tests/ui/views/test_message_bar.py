"""What happened, in a bar; a message goes with the case it is about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
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


_LONG = "The case is open in another window, on another computer. Close it there, or open it read-only. " * 3


def _on(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(800, 600)])
@pytest.mark.parametrize("said", ["Saved.", _LONG])
@pytest.mark.parametrize("speech", ["en", "qps-rtl"])
def test_a_message_moves_nothing_and_covers_neither_claims_nor_buttons(
    size: QSize, said: str, speech: str, tmp_path: Path, qtbot: QtBot, speak: Callable[[str], str]
) -> None:
    speak(speech)
    window = MainWindow(Settings(backup_minutes=0))
    qtbot.addWidget(window)
    window.resize(size)
    window.show()
    with qtbot.waitSignal(window.case_shown, timeout=10_000):
        window.open_path(make_case(tmp_path / "jobs.factcase"))
    parts = (window.article, window.claims, window.claims.list, window.details)
    before = [_on(window, part) for part in parts]
    messages.error(said)
    QApplication.processEvents()
    bar = _bar(window)
    place = _on(window, bar)
    assert [_on(window, part) for part in parts] == before
    assert window.rect().contains(place)
    buttons = [button for button in window._top.findChildren(QPushButton) if button.isVisible()]
    assert not any(place.intersects(_on(window, part)) for part in (window.claims, window.details, *buttons))
    label = bar.findChild(QLabel, "words")
    assert label is not None
    assert label.heightForWidth(label.width()) <= label.height()


def test_a_message_stays_with_the_window_and_the_article(tmp_path: Path, qtbot: QtBot) -> None:
    window = MainWindow(Settings(backup_minutes=0))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    with qtbot.waitSignal(window.case_shown, timeout=10_000):
        window.open_path(make_case(tmp_path / "jobs.factcase"))
    messages.error(_LONG)
    bar = _bar(window)
    for size in (QSize(1000, 700), QSize(900, 600), QSize(1200, 800)):
        window.resize(size)
        QApplication.processEvents()
        assert _on(window, window.article).contains(_on(window, bar))
    window.workplace.setSizes([400, 800])
    QApplication.processEvents()
    assert _on(window, window.article).contains(_on(window, bar))


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


def test_a_message_does_not_go_from_under_who_stands_in_it(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.move(QCursor.pos() + QPoint(50, 50))  # away from the pointer
    messages.show("Everything is saved.")
    qtbot.waitUntil(bar.isActiveWindow)
    bar.last_stop.setFocus()
    bar._timer.timeout.emit()
    assert bar.isVisible()
    bar.last_stop.clearFocus()
    bar._timer.timeout.emit()
    assert not bar.isVisible()
