"""The row of buttons under the menu: the few acts that begin and end a check, each with its key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui import look

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class KeyButton(QPushButton):
    """A button that shows the single key which does the same, as on a keyboard; the stylesheet leaves room for it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._key = ""

    def set_key(self, key: str) -> None:
        self._key = key if len(key) == 1 else ""
        self.setProperty("capped", bool(self._key))
        look.style(self)
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._key:
            painter = QPainter(self)
            self._paint_cap(painter)
            painter.end()

    def _paint_cap(self, painter: QPainter) -> None:
        tokens = look.tokens()
        side = look.px(1.35)
        left = look.px(0.6) if self.isRightToLeft() else self.width() - side - look.px(0.6)
        cap = QRectF(left, (self.height() - side) / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.border if self.isEnabled() else tokens.raised), 1))
        painter.setBrush(QColor(tokens.window))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(look.font("small"))
        painter.setPen(QColor(tokens.muted if self.isEnabled() else tokens.disabled))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


class TopBar(QFrame):
    """Buttons that follow their actions: words, key, whether enabled. Before there are actions, only their room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.style(self, role="bar")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 12, 8)
        self._row.setSpacing(8)
        self._row.addStrut(look.button_height())

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Show the buttons, for these actions."""
        words = {
            "file.open": self.tr("Open…"),
            "claim.new": self.tr("New claim"),
            "evidence.add": self.tr("Add evidence"),
            "file.export": self.tr("Export notes…"),
        }
        for identifier, said in words.items():
            button = KeyButton(said)
            look.style(button, role="primary" if identifier == "file.export" else "")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._follow(button, actions[identifier])
            self._row.addWidget(button)
        self._row.addStretch(1)

    def free_room(self) -> QRect:
        """What no button takes, in the bar's coordinates; empty before there are buttons."""
        inside, end = self.contentsRect(), self._row.itemAt(self._row.count() - 1)
        if end is None or end.spacerItem() is None:
            return QRect()
        free = end.geometry()
        return QRect(free.left(), inside.top(), free.width(), inside.height()).adjusted(8, 0, -8, 0)

    @staticmethod
    def _follow(button: KeyButton, action: QAction) -> None:
        from PySide6.QtGui import QKeySequence  # no part of the start

        button.clicked.connect(action.trigger)

        def follow() -> None:
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = action.text().replace("&", "")
            button.setToolTip(f"{plain} ({key})" if key else plain)
            button.set_key(key)
            button.setEnabled(action.isEnabled())

        action.changed.connect(follow)
        follow()
