"""The row of buttons under the menu: the few acts that begin and end a check, each with its key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ui import look

_SHOWN = ("file.open", "claim.new", "evidence.add", "file.export")


class KeyButton(QPushButton):
    """A button that shows the single key which does the same, as on a keyboard."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._key = ""

    def set_key(self, key: str) -> None:
        self._key = key if len(key) == 1 else ""
        self.updateGeometry()
        self.update()

    def _cap_width(self) -> int:
        return round(look.px(1.4)) if self._key else 0

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._cap_width(), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._key:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        option.rect = self.rect().adjusted(0, 0, -self._cap_width(), 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        self._paint_cap(painter)

    def _paint_cap(self, painter: QPainter) -> None:
        tokens = look.tokens()
        side = look.px(1.35)
        cap = QRectF(self.width() - side - look.px(0.6), (self.height() - side) / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.border if self.isEnabled() else tokens.raised), 1))
        painter.setBrush(QColor(tokens.window))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(look.font("small"))
        painter.setPen(QColor(tokens.muted if self.isEnabled() else tokens.disabled))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


class TopBar(QFrame):
    """Buttons that follow their actions: words, key, whether enabled."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.style(self, role="bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        words = {
            "file.open": self.tr("Open…"),
            "claim.new": self.tr("New claim"),
            "evidence.add": self.tr("Add evidence"),
            "file.export": self.tr("Export notes…"),
        }
        for identifier in _SHOWN:
            row.addWidget(self._button(actions[identifier], words[identifier], identifier == "file.export"))
        row.addStretch(1)

    def _button(self, action: QAction, words: str, primary: bool) -> KeyButton:
        button = KeyButton(words)
        look.style(button, role="primary" if primary else "")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)

        def follow() -> None:
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = action.text().replace("&", "")
            button.setToolTip(f"{plain} ({key})" if key else plain)
            button.set_key(key)
            button.setEnabled(action.isEnabled())

        action.changed.connect(follow)
        follow()
        return button
