"""A bar under the menu that says what happened and what to do. It never takes the focus and never blocks."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui import look, messages
from ui.messages import Level

_ICONS = {Level.INFO: "info", Level.DONE: "check", Level.WARNING: "triangle-alert", Level.ERROR: "circle-alert"}

_COLOURS = {Level.INFO: "accent", Level.DONE: "good", Level.WARNING: "mixed", Level.ERROR: "bad"}

_STAYS = {Level.INFO: 8000, Level.DONE: 8000}
"""Milliseconds a message stays; warnings, errors and what offers something stay until they are closed."""


class MessageBar(QFrame):
    """Shows the last message of `ui.messages`; a screen reader hears it at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.style(self, role="message", level="info")
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # a file's name must not become markup
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offer = look.style(QPushButton(), role="quiet")
        self._offer.clicked.connect(self._take_offer)
        self._close = QToolButton()
        self._close.setIcon(look.icon("x"))
        look.style(self._close, role="quiet")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        messages.bus.shown.connect(self._show)
        messages.bus.cleared.connect(self.hide)
        self.hide()

    def text(self) -> str:
        return self._text.text()

    def _take_offer(self) -> None:
        offer = messages.bus.offer
        self.hide()
        if offer is not None:
            offer.act()

    def _show(self, text: str, level_name: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # large, and no part of the start

        level = Level(level_name)
        look.style(self, role="message", level=level.value)
        side = look.px(1.25)
        self._icon.setPixmap(look.icon(_ICONS[level], _COLOURS[level]).pixmap(side, side))
        offer = messages.bus.offer
        self._offer.setText(offer.words if offer else "")
        self._offer.setVisible(offer is not None)
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        stays = None if offer else _STAYS.get(level)
        if stays is None:
            self._timer.stop()
        else:
            self._timer.start(stays)
