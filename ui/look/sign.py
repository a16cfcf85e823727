"""An icon that stands by itself. Drawn when it is painted, so it follows the theme and is sharp at every scale."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import look


class Sign(QWidget):
    """Icon `name` in the theme's colour `token`, `ems` wide. Says nothing to screen readers: words stand beside it."""

    def __init__(self, name: str = "", token: str = "text", ems: float = 1.1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token, self._ems = name, token, ems
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, token: str) -> None:
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(self._ems), look.px(self._ems))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            look.paint_icon(painter, self._name, getattr(look.tokens(), self._token), QRectF(self.rect()))
