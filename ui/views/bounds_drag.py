"""The two handles of the selected claim, and dragging them to change where it begins and ends."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea

from ui import look
from ui.models.article_marks import ClaimMark
from ui.views.article_layout import ArticleLayout
from ui.views.article_painting import ABOVE_BASE, BELOW_BASE, Stretch, first_stretch

_REACH = 7.0
"""How far from a handle's bar, in pixels, the pointer still takes it."""
_KNOB = 4.0
"""Radius of the knob in pixels."""


_STEP = 30
"""Milliseconds between two steps of scrolling."""
_FASTEST = 60.0
"""Pixels of one step."""


class End(Enum):
    START = "start"
    END = "end"


class EdgeScroll(QTimer):
    """Scrolls while something is held beyond the upper or lower edge of `area`: the further out, the faster."""

    def __init__(self, area: QAbstractScrollArea, moved: Callable[[QPointF], None]) -> None:
        super().__init__(area, interval=_STEP)
        self._area, self._moved = area, moved
        self._point = QPointF()
        self.timeout.connect(self._step)

    def follow(self, point: QPointF) -> None:
        """The pointer is at `point` of the viewport."""
        self._point = point
        if not self._beyond():
            self.stop()
        elif not self.isActive():
            self.start()

    def _beyond(self) -> float:
        """Pixels beyond the lower edge, negative beyond the upper one, 0 between them."""
        height, y = self._area.viewport().height(), self._point.y()
        return y if y < 0 else max(0.0, y - height)

    def _step(self) -> None:
        bar, beyond = self._area.verticalScrollBar(), self._beyond()
        bar.setValue(bar.value() + round(max(-_FASTEST, min(beyond / 2, _FASTEST))))
        inside = min(max(self._point.y(), 1.0), self._area.viewport().height() - 2.0)
        self._moved(QPointF(self._point.x(), inside))


class BoundsDrag:
    """Handles at both ends of `place`; None while no claim is selected or the case can't be changed."""

    def __init__(self, layout: ArticleLayout) -> None:
        self._layout = layout
        self.place: ClaimMark | None = None
        self.end: End | None = None
        """The end that is being dragged."""
        self.bounds = (0, 0)
        """UTF-16 positions that the dragged claim would have."""

    def _bar(self, end: End) -> QRectF | None:
        """The bar at an end of the claim, on the page."""
        if self.place is None:
            return None
        start, stop = self.bounds if self.end is not None else (self.place.start, self.place.end)
        unit = start if end is End.START else max(start, stop - 1)
        number = self._layout.number_of(unit)
        found = first_stretch(self._layout, unit, unit + 1)
        if found is None:
            return None
        x = found.left if (end is End.START) != self._layout.is_right_to_left(number) else found.right
        return self._bar_at(number, found, x)

    def _bar_at(self, number: int, stretch: Stretch, x: float) -> QRectF:
        size = self._layout.font_size(number)
        base = self._layout.top(number) + stretch.line.base
        return QRectF(x - 1, base - ABOVE_BASE * size, 2, (ABOVE_BASE + BELOW_BASE) * size)

    def end_at(self, point: QPointF) -> End | None:
        """The end whose handle is at `point` of the page."""
        near: list[tuple[float, End]] = []
        for end in End:
            bar = self._bar(end)
            if bar is not None and bar.adjusted(-_REACH, -2 * _KNOB, _REACH, 2 * _KNOB).contains(point):
                near.append((abs(bar.center().x() - point.x()), end))
        return min(near, key=lambda one: one[0])[1] if near else None

    def aim(self, place: ClaimMark | None) -> None:
        """Put the handles on `place`. A drag goes on only if it is of the same claim, in the place where it was."""
        if self.end is not None and (place is None or self.place is None or place[:2] != self.place[:2]):
            self.cancel()
        self.place = place

    def begin(self, end: End) -> None:
        """Begin to drag an `end` of the claim, which is there: `end_at` found its handle."""
        assert self.place is not None
        self.end, self.bounds = end, (self.place.start, self.place.end)

    def move(self, unit: int, *, whole_words: bool) -> None:
        """Drag the end to `unit`, or to the nearest edge of a word; the ends never pass each other."""
        at = self._word_edge(unit) if whole_words else unit
        start, stop = self.bounds
        if self.end is End.START and at < stop:
            self.bounds = (at, stop)
        elif self.end is End.END and at > start:
            self.bounds = (start, at)

    def _word_edge(self, unit: int) -> int:
        number = self._layout.number_of(unit)
        first = self._layout.start(number)
        from PySide6.QtCore import QTextBoundaryFinder  # no part of the start

        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, self._layout.text(number))
        finder.setPosition(unit - first)
        if finder.isAtBoundary():
            return unit
        before = finder.toPreviousBoundary()
        finder.setPosition(unit - first)
        after = finder.toNextBoundary()
        return first + (before if unit - first - before <= after - (unit - first) else after)

    def finish(self) -> tuple[int, int] | None:
        """End the drag: the new bounds, None if they are the old ones."""
        self.end = None
        moved = self.place is not None and self.bounds != (self.place.start, self.place.end)
        return self.bounds if moved else None

    def cancel(self) -> None:
        self.end = None

    def paint(self, painter: QPainter) -> None:
        accent = QColor(look.tokens().accent)
        for end in End:
            bar = self._bar(end)
            if bar is None:
                continue
            painter.fillRect(bar, accent)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(QColor(look.tokens().page))
            painter.setBrush(accent)
            painter.drawEllipse(
                QPointF(bar.center().x(), bar.top() if end is End.START else bar.bottom()), _KNOB, _KNOB
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
