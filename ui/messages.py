"""The one door for words to the person at the desk. The main window's message bar listens; so can a test."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from workbench.errors import UserFacingError


class Level(StrEnum):
    INFO = "info"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


class Offer(NamedTuple):
    """What can be done next, at a press of a button."""

    words: str
    act: Callable[[], object]


class Messages(QObject):
    """Carries each message to whoever shows it; `history` keeps the last of them."""

    shown = Signal(str, str)
    """The text and its level."""
    cleared = Signal()
    """What was said is about a case that is being left."""

    KEPT = 100

    def __init__(self) -> None:
        super().__init__()
        self.history: list[tuple[str, Level]] = []
        self.offer: Offer | None = None
        """What the last message offers."""

    def show(self, text: str, level: Level = Level.INFO, offer: Offer | None = None) -> None:
        self.offer = offer
        self.history = [*self.history[-self.KEPT + 1 :], (text, level)]
        self.shown.emit(text, level.value)


bus = Messages()


def show(text: str, level: Level = Level.INFO, offer: Offer | None = None) -> None:
    bus.show(text, level, offer)


def clear() -> None:
    """Another case is asked for: what was said of the one before is not about it."""
    bus.cleared.emit()


def error(text: str) -> None:
    bus.show(text, Level.ERROR)


def trouble(problem: UserFacingError, level: Level = Level.ERROR) -> None:
    """Say what went wrong, in the language of the window."""
    from ui.look import sentences  # the first picture needs none

    bus.show(sentences.told(problem.message), level)
