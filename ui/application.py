"""The running program: QApplication, the window, Ctrl+C, and what happens when we have made a mistake."""

from __future__ import annotations

import gc
import signal
import socket
import sys
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

import resources
from ui import messages, neighbours
from ui.actions.opening import CASE_SUFFIX
from ui.look import language
from ui.main_window import MainWindow
from workbench import __version__, settings
from workbench.errors import SettingsError

_CALM_COLLECTOR = (10_000, 50, 100)
"""A case is plain data without cycles, read anew after each act: as often as Python would, looking through all of it
for cycles stops the window for 30 ms and more with 2,000 claims."""


def run(path: Path | None) -> int:
    """Show the window, on `path` when given; returns the exit code when it is closed."""
    app = start(sys.argv[:1])
    if path is not None and path.suffix.lower() == CASE_SUFFIX and neighbours.bring_forward(path):
        return 0
    chosen = _settings()
    language.install(app, chosen.language)
    window = MainWindow(chosen)
    sys.excepthook = _report_bug
    interrupt = _Interrupt(window)
    window.show()
    if path is not None:
        QTimer.singleShot(0, lambda: window.opener.begin(path))
    code = app.exec()
    interrupt.stop()
    return code


def start(arguments: list[str]) -> QApplication:
    """The QApplication with the program's name and look."""
    QGuiApplication.setDesktopFileName("fact-check-workbench")
    app = QApplication(arguments)
    app.setApplicationName("fact-check-workbench")
    app.setApplicationDisplayName("Fact-Check Workbench")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(resources.path("icons/app.svg"))))
    gc.set_threshold(*_CALM_COLLECTOR)
    return app


def _settings() -> settings.Settings:
    """The settings; what can't be used of them is said once the window is there."""
    try:
        chosen = settings.load()
        said = " ".join(chosen.problems)
    except SettingsError as problem:
        chosen, said = settings.Settings(), problem.message
    if said:
        QTimer.singleShot(0, lambda: messages.error(said))
    return chosen


def _report_bug(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.closeAllWindows()
        return
    from ui.dialogs.bug_dialog import BugDialog

    BugDialog.tell(kind, problem, trace)


class _Interrupt(QSocketNotifier):
    """Ctrl+C in the terminal closes the window as its close button does: nothing asked for is lost.

    Python's handler runs only between two of its own instructions, which may be long in coming while Qt waits for
    events; so the signal also writes a byte that wakes Qt up (signal.set_wakeup_fd).
    """

    def __init__(self, window: MainWindow) -> None:
        self._ends = socket.socketpair()
        for end in self._ends:
            end.setblocking(False)
        super().__init__(self._ends[0].fileno(), QSocketNotifier.Type.Read, window)
        self._window = window
        self.activated.connect(self._woken)
        signal.set_wakeup_fd(self._ends[1].fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGINT, _say_stopped)

    def _woken(self) -> None:
        self._ends[0].recv(16)
        self._window.close()

    def stop(self) -> None:
        """Give Ctrl+C back to Python and let go of the sockets."""
        self.setEnabled(False)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for end in self._ends:
            end.close()


def _say_stopped(_number: int, _frame: FrameType | None) -> None:
    print("fact-check: stopped; everything is saved.", file=sys.stderr)  # noqa: T201 - the terminal asked
