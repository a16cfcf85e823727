"""What a part of the window says while it has nothing to show, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import look
from ui.look.sign import Sign


class EmptyState(QWidget):
    """An icon, a sentence, more about it, and at most one button."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Sign(ems=2)
        self._title = look.style(QLabel(alignment=Qt.AlignmentFlag.AlignHCenter), role="heading")
        self._more = look.style(QLabel(alignment=Qt.AlignmentFlag.AlignHCenter), role="muted")
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(look.px(0.5))
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._more):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def say(self, icon: str, title: str, more: str = "", button: str = "") -> None:
        """Say this; the button is hidden when it has no words."""
        self._icon.set_icon(icon, "muted")
        self._title.setText(title)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.button.setText(button)
        self.button.setVisible(bool(button))

        self._fit()

    def _fit(self) -> None:
        """Where there is no room for all, the words go before the icon."""
        self._icon.show()
        self._column.activate()
        self._icon.setVisible(self._column.totalHeightForWidth(self.width()) <= self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def title(self) -> str:
        return self._title.text()
