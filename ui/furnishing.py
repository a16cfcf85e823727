"""What a window does without in its first picture, made after it in steps, one for each round of events."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_LATEST = 1_000
"""Milliseconds after which a window that nobody sees, and so is never painted, is furnished all the same."""


def later(owner: QObject, act: Callable[[], object]) -> None:
    """Do `act` in a round of events of its own, once what waits now has been answered; not if `owner` is gone then.

    Two turns, because Qt takes a timer that is begun among other events into the same round.
    """
    QTimer.singleShot(0, owner, lambda: QTimer.singleShot(0, owner, act))


class Furnishing(QObject):
    """Takes the steps in order, each once: whoever needs what they make asks for the rest `at_once`."""

    def __init__(self, *steps: Callable[[], object]) -> None:
        super().__init__()
        self._steps = list(steps)

    @property
    def is_done(self) -> bool:
        return not self._steps

    def begin(self) -> None:
        """Take the steps when the first picture is painted: the person is never kept waiting by all of them."""
        self._soon()

    def begin_at_latest(self) -> None:
        """Take them all in a second, whatever has been painted by then."""
        QTimer.singleShot(_LATEST, self, self.at_once)

    def at_once(self) -> None:
        while self._steps:
            self._take()

    def _soon(self) -> None:
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if self._steps:
            self._take()
            self._soon()

    def _take(self) -> None:
        self._steps.pop(0)()
