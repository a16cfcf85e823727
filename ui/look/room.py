"""The room that a screen has for a window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from ui.look.fonts import px

FRAME = QSize(16, 48)
"""Left free for the frame that the desktop puts round a window, which is not known before it is shown."""


def fit(dialog: QDialog, wide: float, high: float | None = None) -> None:
    """Make `dialog` that many ems wide and high, or as high as it asks to be, where its screen has the room for it.

    What it holds must be able to do with less: its buttons are then in reach on any screen.
    """
    wanted = QSize(px(wide), dialog.sizeHint().height() if high is None else px(high))
    dialog.resize(wanted.boundedTo(dialog.screen().availableGeometry().size() - FRAME))
