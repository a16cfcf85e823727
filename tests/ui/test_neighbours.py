"""One window a case: a second start of the program brings the first to the front."""

from __future__ import annotations

import socket
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.ui.conftest import make_case
from ui import messages, neighbours
from ui.main_window import MainWindow
from workbench.settings import Settings


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_case(tmp_path / "jobs.factcase")


def _opened(case: Path, qtbot: QtBot) -> MainWindow:
    """A window with `case`, listening."""
    window = _window(case, qtbot)
    window.show()
    Checker(window, qtbot).opens(case)
    _waits_until_it_listens(window, qtbot)
    return window


def _window(beside: Path, qtbot: QtBot) -> MainWindow:
    window = MainWindow(Settings(cases_folder=beside.parent / "cases"))
    qtbot.addWidget(window)
    return window


def _waits_until_it_listens(window: MainWindow, qtbot: QtBot) -> None:
    neighbourhood = window.findChild(neighbours.Neighbourhood)
    qtbot.waitUntil(lambda: neighbourhood.is_listening)


def _asked(case: Path, qtbot: QtBot) -> bool:
    """What another process gets: asked from another thread, so that this one can answer."""
    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(neighbours.bring_forward(case)))
    asking.start()
    qtbot.waitUntil(lambda: bool(answers))
    asking.join()
    return answers[0]


def test_nobody_answers_for_a_case_that_no_window_has(case: Path) -> None:
    assert not neighbours.bring_forward(case)


def test_the_same_case_by_a_link_has_the_same_address(case: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.factcase"
    link.symlink_to(case)
    assert neighbours.address(link) == neighbours.address(case)
    assert neighbours.address(tmp_path / "other.factcase") != neighbours.address(case)


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows goes with its process")
def test_a_socket_left_by_a_crash_is_known_for_one(case: Path, qtbot: QtBot) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(neighbours.address(case))
    left.close()
    assert Path(neighbours.address(case)).exists()
    assert not neighbours.bring_forward(case)
    window = _opened(case, qtbot)
    assert _asked(case, qtbot)
    window.close()
    assert not Path(neighbours.address(case)).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows is no socket")
def test_who_never_ends_a_line_fills_nothing(case: Path, qtbot: QtBot) -> None:
    window = _opened(case, qtbot)
    with socket.socket(socket.AF_UNIX) as talker:
        talker.connect(neighbours.address(case))
        talker.sendall(b"x" * 100_000)
        qtbot.waitUntil(lambda: any(one.bytesAvailable() for one in window.findChildren(QLocalSocket)))
        assert all(one.bytesAvailable() < 100 for one in window.findChildren(QLocalSocket))
        assert _asked(case, qtbot)
    window.close()


def test_a_second_start_with_the_case_shows_the_first_window_and_ends(case: Path, qtbot: QtBot) -> None:
    window = _opened(case, qtbot)
    window.showMinimized()
    second = QProcess()
    with qtbot.waitSignal(second.finished, timeout=20_000) as ended:
        second.start(sys.executable, ["-m", "ui", str(case)])
    assert ended.args[0] == 0, second.readAllStandardError().data().decode()
    assert not window.isMinimized()
    window.close()


def test_opening_an_article_whose_case_another_window_has_shows_that_window(
    case: Path, seed: Path, qtbot: QtBot
) -> None:
    first = _window(case, qtbot)
    first.show()
    Checker(first, qtbot).opens(seed)
    _waits_until_it_listens(first, qtbot)
    second = _window(case, qtbot)
    second.show()
    second.opener.begin(seed)
    qtbot.waitUntil(lambda: not second.isVisible())
    assert messages.bus.history[-1][0].startswith("This case is open in another window")
    assert first.isVisible()
    first.close()
    second.close()


def test_a_window_that_went_on_to_another_case_answers_for_that_one_only(
    case: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = _opened(case, qtbot)
    other = make_case(tmp_path / "other.factcase")
    Checker(window, qtbot).opens(other)
    assert not Path(neighbours.address(case)).exists()
    _waits_until_it_listens(window, qtbot)
    assert _asked(other, qtbot)
    window.close()
