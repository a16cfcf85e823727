"""A page that scrolls so that one sees where one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from ui import look

_MOVES = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.KeyPress, QEvent.Type.InputMethod}
"""What can put a field, or the caret in it, out of sight."""


class FollowingScroll(QScrollArea):
    """Scrolls up and down only. What has the focus in it is in sight whole; if it is too high, the caret's line is."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._followed: QWidget | None = None
        """What is typed in."""
        self._wanted: QWidget | None = None
        """What is to be in sight once."""
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # In a moment: what has just come, or grown, has no place yet.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_wanted)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll, in a moment, until `widget`, which stands on the page, is in sight."""
        self._wanted = widget
        self._soon.start()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._followed is not None and isValid(self._followed):
            self._followed.removeEventFilter(self)
        self._followed, page = None, self.widget()
        if new is None or page is None or not page.isAncestorOf(new):
            return
        if new.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            self._followed = new
            new.installEventFilter(self)
        # What is pressed with the mouse must not move away under it.
        if QApplication.mouseButtons() is Qt.MouseButton.NoButton:
            self.bring_into_view(new)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._followed and event.type() in _MOVES:
            self._soon.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted or self._followed, None
        page = self.widget()
        if wanted is None or page is None or not isValid(wanted) or not page.isAncestorOf(wanted):
            return
        # What has just come gets its height, and the page its own, from the layouts.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        place, height = QRect(wanted.mapTo(page, QPoint()), wanted.size()), self.viewport().height()
        if place.height() > height:
            place = self._caret(wanted).translated(place.topLeft())
        edge = max(0, min(look.px(0.5), (height - place.height()) // 2))
        bar = self.verticalScrollBar()
        highest, lowest = place.bottom() + 1 + edge - height, place.top() - edge
        bar.setValue(min(max(bar.value(), highest), lowest))

    @staticmethod
    def _caret(widget: QWidget) -> QRect:
        """Where the caret stands in `widget`; its beginning when it has none."""
        caret = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        if isinstance(caret, QRectF):
            return caret.toAlignedRect()
        return caret if isinstance(caret, QRect) else QRect(0, 0, widget.width(), 1)
