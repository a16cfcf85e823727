"""The lines under claims, each status its own: solid, thin, double, dashed, wavy and so on, crisp at every scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.look import Line

_DASHES = {
    Line.DASHED: [2.6, 1.8],
    Line.LONG_DASHED: [6.5, 2.2],
    Line.DASH_DOTTED: [5.0, 1.8, 1.2, 1.8],
    Line.DOTTED: [1.0, 1.5],
}
"""Strokes and gaps in widths of the line."""


@dataclass(frozen=True, slots=True)
class Pen:
    """`size` is that of the body's font in pixels: lines grow with the words. `strong` for the selected claim."""

    line: Line
    colour: str
    size: float
    strong: bool = False

    @property
    def width(self) -> float:
        thin = self.line in (Line.THIN, Line.DOUBLE, Line.DOTTED)
        width = max(1.0, self.size / 14) * (0.75 if thin else 1.0 if self.line is Line.WAVY else 1.4)
        return width * (1.8 if self.strong else 1.0)


def draw(painter: QPainter, pen: Pen, left: float, right: float, y: float) -> None:
    """Draw `pen` from `left` to `right`, its upper edge at height `y`."""
    ratio = painter.device().devicePixelRatio()
    if pen.line is Line.WAVY:
        _draw_wave(painter, pen, left, right, y)
        return
    top, height = round(y * ratio) / ratio, max(1, round(pen.width * ratio)) / ratio
    if pen.line in _DASHES:
        painter.setPen(_dashed(pen, height))
        painter.drawLine(QLineF(left, top + height / 2, right, top + height / 2))
        return
    painter.fillRect(QRectF(left, top, right - left, height), QColor(pen.colour))
    if pen.line is Line.DOUBLE:
        second = top + 2 * height + round(ratio) / ratio / 2
        painter.fillRect(QRectF(left, round(second * ratio) / ratio, right - left, height), QColor(pen.colour))


@lru_cache(maxsize=64)
def _dashed(pen: Pen, height: float) -> QPen:
    """A pen of whole screen pixels: anything else would come and go with the height it is drawn at."""
    made = QPen(QColor(pen.colour), height)
    made.setDashPattern(_DASHES[pen.line])
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    return made


def _draw_wave(painter: QPainter, pen: Pen, left: float, right: float, y: float) -> None:
    half = max(1.5, pen.size / 9)
    count = max(2, int((right - left) / half) + 1)
    points = [QPointF(left + place * half, y + (half / 2 if place % 2 else -half / 2)) for place in range(count)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(pen.colour), pen.width))
    painter.drawPolyline(QPolygonF(points))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
