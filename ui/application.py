"""The running program: QApplication, the window, Ctrl+C, and what happens when we have made a mistake."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import resources
from ui import look
from ui.look import language
from ui.main_window import MainWindow
from workbench import __version__, settings
from workbench.errors import SettingsError
from workbench.workflow.glancing import Glance, glance

Seen = Callable[[], Glance | None]
"""Says what was seen at a glance."""

_CALM_COLLECTOR = (10_000, 50, 100)
"""A case is plain data without cycles, read anew after each act: as often as Python would, looking through all of it
for cycles stops the window for 30 ms and more with 2,000 claims."""


_TURN = 0.0005
"""Seconds after which a thread that works has to let the window's go on. Qt lets others in at every call: with Python's
own 5 ms, one turn of the wheel waits several times as long while a case is read or notes are written beside it."""

_SOON = 50
"""Milliseconds from showing the window to what its first picture does without."""


def run(path: Path | None, address: str = "", early: Seen | None = None) -> int:
    """Show the window, on `path` or an article's `address` when given; returns the exit code when it is closed.

    `early`: waits for the glance at `path`, when that has been begun.
    """
    app = start(sys.argv[:1])
    if path is not None and _is_shown_elsewhere(path):
        return 0
    window = open_window(app, path, address, early)
    sys.excepthook = _report_bug
    QTimer.singleShot(_SOON, window, lambda: _settle(app, window))
    return app.exec()


def _settle(app: QApplication, window: MainWindow) -> None:
    from PySide6.QtGui import QIcon

    from ui.interrupt import Interrupt

    gc.enable()
    app.setWindowIcon(QIcon(str(resources.path("icons/app.svg"))))
    Interrupt(window, app)


def open_window(app: QApplication, path: Path | None, address: str = "", early: Seen | None = None) -> MainWindow:
    """Show the window; the words of a case or a plain text are in its first picture, all else follows.

    Nothing is asked of an address before the person says so in the dialog.
    """
    chosen = _settings()
    language.install(app, chosen.language)
    if early is None and path is not None:
        early = partial(glance, path)
    window = MainWindow(chosen, early() if early is not None else None, quick=True)
    if path is not None:
        window.furnished.connect(lambda: window.opener.begin(path))
    elif address:
        window.furnished.connect(lambda: window.opener.open_address(address))
    window.show()
    return window


def _is_shown_elsewhere(path: Path) -> bool:
    """Whether another window has this case, which has come to the front."""
    if path.suffix.lower() != ".factcase":
        return False
    from ui import neighbours

    return neighbours.bring_forward(path)


def start(arguments: list[str]) -> QApplication:
    """The QApplication with the program's name and look."""
    QGuiApplication.setDesktopFileName("fact-check-workbench")
    app = look.application(arguments)
    app.setApplicationName("fact-check-workbench")
    app.setApplicationDisplayName("Fact-Check Workbench")
    app.setApplicationVersion(__version__)
    gc.set_threshold(*_CALM_COLLECTOR)
    sys.setswitchinterval(_TURN)
    return app


def _settings() -> settings.Settings:
    """The settings; what can't be used of them is said once the window is there."""
    try:
        chosen = settings.load()
        problems: tuple[str, ...] = chosen.problems
    except SettingsError as problem:
        chosen, problems = settings.Settings(), (problem.message,)
    if problems:
        from ui import messages
        from ui.look import sentences

        QTimer.singleShot(0, lambda: messages.error(" ".join(map(sentences.told, problems))))
    return chosen


def _report_bug(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.closeAllWindows()
        return
    from ui.dialogs.bug_dialog import BugDialog

    BugDialog.tell(kind, problem, trace)
