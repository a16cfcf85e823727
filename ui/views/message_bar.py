"""Says what happened and what to do. It never takes the focus, never blocks, and moves nothing that is being read."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from ui import look, messages
from ui.messages import Level

_ICONS = {Level.INFO: "info", Level.DONE: "check", Level.WARNING: "triangle-alert", Level.ERROR: "circle-alert"}

_COLOURS = {Level.INFO: "accent", Level.DONE: "good", Level.WARNING: "mixed", Level.ERROR: "bad"}

_STAYS = {Level.INFO: 8000, Level.DONE: 8000}
"""Milliseconds a message stays; warnings, errors and what offers something stay until they are closed."""
_AGAIN = 1000
"""Milliseconds until it is asked again whether a message may go."""
_MOVES = {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move}
_WIDEST = 46
"""Ems of a message that lies over the article: lines that one reads at a glance."""


class Rooms(NamedTuple):
    """Where a message may lie, in its parent's coordinates."""

    free: QRect
    """Beside the buttons at the top, where nothing is covered; empty when there is none."""
    over: QRect
    """What may be covered, at its foot."""


class MessageBar(QFrame):
    """Shows the last message of `ui.messages`; a screen reader hears it at once."""

    def __init__(self, parent: QWidget | None = None, rooms: Callable[[], Rooms] | None = None) -> None:
        """Over its parent, in one of the `rooms`, which are asked for whenever what is followed changes."""
        super().__init__(parent)
        self._rooms = rooms
        self._before: QWidget | None = None
        look.style(self, role="message", level="info")
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setObjectName("words")
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
        self._close.clicked.connect(self._leave)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 8, 3)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._end)
        messages.bus.shown.connect(self._show)
        messages.bus.cleared.connect(self._leave)
        self.hide()

    @property
    def last_stop(self) -> QWidget:
        """Where Tab leaves it."""
        return self._close

    def text(self) -> str:
        return self._text.text()

    def follow(self, widget: QWidget) -> None:
        """Find a place anew whenever `widget` comes, goes or changes its size."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._rooms is None:
            return
        free, over = self._rooms()
        wanted = self._wanted(free.width())
        if wanted.width() <= free.width() and wanted.height() <= free.height():
            place = QRect(free.topLeft(), wanted)
            place.moveTop(free.center().y() - wanted.height() // 2)
        else:
            wanted = self._wanted(min(over.width(), look.px(_WIDEST)))
            place = QRect(over.topLeft(), wanted)
            place.moveBottom(over.bottom())
            free = over
        if self.isRightToLeft():
            place.moveRight(free.right())
        self.setGeometry(place)
        self.raise_()

    def _wanted(self, most: int) -> QSize:
        """As wide as the words in one line, at most so many device-independent pixels, and as high as that needs."""
        words = self._text.fontMetrics().size(0, self._text.text()).width()
        self._row.activate()
        beside = self.sizeHint().width() - self._text.sizeHint().width()
        width = max(min(beside + words + look.px(0.5), most), self.minimumSizeHint().width())
        return QSize(width, self._row.totalHeightForWidth(width))

    def _end(self) -> None:
        """Not while somebody points at it or stands in it."""
        there = QApplication.focusWidget()
        if self.underMouse() or (there is not None and self.isAncestorOf(there)):
            self._timer.start(_AGAIN)
        else:
            self.hide()

    def take_keys(self) -> None:
        """Keys go to what is offered, else to closing; where they were before, they come back when the message goes."""
        if self.isVisible():
            self._before = QApplication.focusWidget()
            wanted = self._close if self._offer.isHidden() else self._offer
            wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self) -> None:
        there, before = QApplication.focusWidget(), self._before
        self._before = None
        is_in_use = there is not None and self.isAncestorOf(there)
        self.hide()
        if is_in_use and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _take_offer(self) -> None:
        offer = messages.bus.offer
        self._leave()
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
        self._place()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        stays = None if offer else _STAYS.get(level)
        if stays is None:
            self._timer.stop()
        else:
            self._timer.start(stays)
