"""Labels for words that come from the case. Never rich text: a title from a web page must not become markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.look.roles import style


def plain(role: str, text: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that wraps, whose words can be selected with the mouse and that never widens its panel."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
    return style(label, role=role)


def caption(role: str, text: str = "") -> QLabel:
    """A short label of one line."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return style(label, role=role)
