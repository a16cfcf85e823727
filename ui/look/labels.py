"""Labels for words that come from the case. Never rich text: a title from a web page must not become markup."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from ui.look.icons import icon
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


def rich(role: str, html: str = "") -> QLabel:
    """A label like `plain` for HTML of our own, in which every word of the case is escaped."""
    label = plain(role)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(html)
    return label


def caption(role: str, text: str = "") -> QLabel:
    """A short label of one line."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return style(label, role=role)


def apart(words: str) -> str:
    """`words` of the case among others, so that each run in their own direction (Unicode's isolates)."""
    return f"\u2068{words}\u2069"


def search_field(field: QLineEdit, name: str) -> QLineEdit:
    """Make `field` one to search in, called `name`: with the sign, a cross to clear it, and both named."""
    field.setAccessibleName(name)
    field.setClearButtonEnabled(True)
    cross = set(field.findChildren(QToolButton))
    field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    for button in field.findChildren(QToolButton):
        words = QCoreApplication.translate("SearchField", "Clear") if button in cross else name
        button.setAccessibleName(words)
        button.setAccessibleDescription(words)
    return field


def explained(combo: QWidget, name: str) -> None:
    """Name a choice. On Linux Qt tells screen readers what is chosen in it as its name: what it is, beside that."""
    combo.setAccessibleName(name)
    combo.setAccessibleDescription(name)
    combo.setToolTip(name)
