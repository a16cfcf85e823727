"""Ctrl+C in the terminal the program was started from."""

from __future__ import annotations

import signal
import socket
import sys
from types import FrameType

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget


class Interrupt(QSocketNotifier):
    """Ctrl+C in the terminal closes the window as its close button does: nothing asked for is lost.

    Python's handler runs only between two of its own instructions, which may be long in coming while Qt waits for
    events; so the signal also writes a byte that wakes Qt up (signal.set_wakeup_fd).
    """

    def __init__(self, window: QWidget, app: QApplication) -> None:
        self._ends = socket.socketpair()
        for end in self._ends:
            end.setblocking(False)
        super().__init__(self._ends[0].fileno(), QSocketNotifier.Type.Read, window)
        self._window = window
        self.activated.connect(self._woken)
        signal.set_wakeup_fd(self._ends[1].fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGINT, _say_stopped)
        app.aboutToQuit.connect(self.stop)

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
