"""Where the window and its parts stood, for each screen: a laptop's own and the one it is plugged into differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from ui.look.room import FRAME

_FIRST_SIZE = QSize(1440, 900)
"""Of a window that no screen remembers, where there is room for it."""


def name_of(screen: QScreen) -> str:
    """The same for a screen of the same name, size and scale."""
    size, scale = screen.size(), round(100 * screen.devicePixelRatio())
    plain = re.sub(r"\W+", "-", screen.name()).strip("-") or "screen"
    return f"{plain}-{size.width()}x{size.height()}-{scale}"


class LayoutMemory:
    """A file of its own beside the settings: no person edits it, and losing it loses nothing."""

    def __init__(self, file: Path) -> None:
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    def at(self, screen: str) -> QSettings:
        """What is remembered of a screen; ends the group that was asked for before."""
        while self._kept.group():
            self._kept.endGroup()
        self._kept.beginGroup(screen)
        return self._kept

    def place(self, window: QWidget, screens: Sequence[QScreen], primary: QScreen) -> None:
        """Put the window where it was on the screen it was on last, if that is there; else on `primary`."""
        last = self.at("last").value("screen")
        screen = next((one for one in screens if name_of(one) == last), primary)
        room = screen.availableGeometry()
        window.resize(_FIRST_SIZE.boundedTo(room.size() - FRAME))
        known = self.at(name_of(screen)).value("window")
        if isinstance(known, QByteArray):
            window.restoreGeometry(known)
        if not room.intersects(_grip(window)):
            window.move(room.topLeft())

    def keep_place(self, window: QWidget, screen: str) -> None:
        """Remember where the window stands on `screen`, and that this was the last."""
        self.at("last").setValue("screen", screen)
        self.at(screen).setValue("window", window.saveGeometry())


def _grip(window: QWidget) -> QRect:
    """What must be in sight of a window to take hold of it: the upper part of its frame."""
    frame = window.frameGeometry()
    return QRect(frame.x() + frame.width() // 4, frame.y(), frame.width() // 2, 40)
