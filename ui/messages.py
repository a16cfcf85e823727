"""The one door for words to the person at the desk. The main window's message bar listens; so can a test."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from workbench.errors import UserFacingError


class Level(StrEnum):
    INFO = "info"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


class Messages(QObject):
    """Carries each message to whoever shows it; `history` keeps the last of them."""

    shown = Signal(str, str)
    """The text and its level."""

    KEPT = 100

    def __init__(self) -> None:
        super().__init__()
        self.history: list[tuple[str, Level]] = []

    def show(self, text: str, level: Level = Level.INFO) -> None:
        self.history = [*self.history[-self.KEPT + 1 :], (text, level)]
        self.shown.emit(text, level.value)


bus = Messages()


def show(text: str, level: Level = Level.INFO) -> None:
    bus.show(text, level)


def error(text: str) -> None:
    bus.show(text, Level.ERROR)


def trouble(problem: UserFacingError, level: Level = Level.ERROR) -> None:
    """Say what went wrong, in the language of the window."""
    from ui.look import sentences  # the first picture needs none

    bus.show(sentences.told(problem.message), level)
