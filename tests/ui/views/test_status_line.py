"""What the foot of the window says of long work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ui.case_session import CaseSession
from ui.tasks import Work
from ui.views.status_line import StatusLine


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (4, "a few seconds left"),
        (30, "less than a minute left"),
        (70, "about a minute left"),
        (100, "about 2 minutes left"),
        (610, "about 10 minutes left"),
    ],
)
def test_the_time_left_is_said_no_more_exactly_than_it_is_known(
    session: CaseSession, qtbot: QtBot, seconds: float, said: str, speak: Callable[[str], str]
) -> None:
    speak("en")
    line = StatusLine(session)
    line.furnish()
    qtbot.addWidget(line)
    assert line._left_words(seconds) == said


def test_work_that_ends_takes_its_words_with_it(session: CaseSession, qtbot: QtBot) -> None:
    line = StatusLine(session)
    line.furnish()
    qtbot.addWidget(line)
    line.show()
    work = Work()
    line.watch(work, "Writing the notes…")
    line._show_share(0.5, 70)
    assert "minute left" in line._left.text()
    work.finished.emit()
    assert line._left.text() == ""
    assert not line._left.isVisible()


def test_nothing_is_called_saved_while_words_are_typed_that_are_not(opened: CaseSession, qtbot: QtBot) -> None:
    line = StatusLine(opened)
    line.furnish()
    qtbot.addWidget(line)
    assert "All changes saved" in line._saved.text()
    opened.set_typing(True)
    assert line._saved.text() == "Typed, not saved yet"
    opened.set_typing(False)
    assert "All changes saved" in line._saved.text()


def test_in_a_narrow_window_what_matters_least_gives_way(opened: CaseSession, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    line = StatusLine(opened)
    line.furnish()
    window.setStatusBar(line)
    line.show_zoom(100)
    window.resize(1600, 300)
    window.show()
    said = [line._saved, line._checked, line._checker, line._draft, line._zoom]
    assert all(label.isVisible() for label in said)
    line.watch(Work(), "Looking for claims…")
    for width in range(1600, 100, -100):
        window.resize(width, 300)
        seen = [label.isVisible() for label in said]
        assert seen == sorted(seen, reverse=True)
        assert window.width() == width
        assert line.sizeHint().width() <= width or seen == [True, False, False, False, False]
    line.watch(None, "")
    window.resize(1600, 300)
    assert all(label.isVisible() for label in said)


def test_what_is_done_meanwhile_has_its_room_at_once(opened: CaseSession, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    line = StatusLine(opened)
    line.furnish()
    window.setStatusBar(line)
    window.resize(760, 300)
    window.show()
    line.watch(Work(), "Looking for all the claims of this article…")
    QApplication.processEvents()
    assert line._doing.width() >= line._doing.sizeHint().width()
