"""The row of buttons under the menu: the few acts that begin and end a check, each with its key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui import look

_SHOWN = ("file.open", "claim.new", "evidence.add", "file.export")


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

    def _button(self, action: QAction, words: str, primary: bool) -> QPushButton:
        button = QPushButton(words)
        look.style(button, role="primary" if primary else "")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{action.text().replace('&', '')} ({key})" if key else action.text().replace("&", ""))
        if len(key) == 1:
            self._add_keycap(button, key)

        def follow() -> None:
            button.setEnabled(action.isEnabled())

        action.changed.connect(follow)
        follow()
        return button

    def _add_keycap(self, button: QPushButton, key: str) -> None:
        cap = QLabel(key)
        look.style(cap, role="keycap")
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(button)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addStretch(1)
        inside.addWidget(cap)
        button.setMinimumWidth(button.sizeHint().width() + cap.sizeHint().width() + 14)
