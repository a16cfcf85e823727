"""Draws what is visible of the article: grounds, words, lines under claims, caret. Nothing else is touched."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from ui import look
from ui.views.article_document import STYLES
from ui.views.article_layout import ArticleLayout, Line, Part, caret_x
from workbench.domain.span import Span

if TYPE_CHECKING:
    from ui.models.article_marks import ArticleMarks
    from ui.models.offsets import Utf16Map

_FIRST_UNDERLINE = 0.27
"""From the base line to the first underline, in sizes of the paragraph's font."""
_NEXT_UNDERLINE = 0.25
_DEEPEST_UNDERLINE = 0.62
"""Deeper, underlines would touch the next line's words: they are drawn closer together instead."""
ABOVE_BASE, BELOW_BASE = 0.98, 0.36
"""How far grounds reach from the base line, in sizes of the paragraph's font."""
FADED = 0.35
"""Opacity of the marks of paragraphs that step back; their words are muted, so that they can still be read."""


class Stretch(NamedTuple):
    """A piece of a span on one line, in the page's coordinates."""

    line: Line
    left: float
    right: float


@dataclass(slots=True)
class Shown:
    """What the view wants drawn besides the case's marks. Positions are UTF-16 units in the article."""

    selected: str = ""
    dragged: tuple[int, int] | None = None
    """The selected claim's bounds while they are dragged."""
    words: tuple[int, int] = (0, 0)
    """Words the user selected."""
    caret: int = -1
    alone: bool = False
    """Whether paragraphs without the selected claim step back."""
    found: Sequence[tuple[int, int]] = field(default=())
    """Places the find bar found, in order, these alone in code points: there may be 20,000 of them."""
    found_current: int = -1


def stretches(layout: ArticleLayout, part: Part, start: int, end: int) -> Iterator[Stretch]:
    """Where the positions `start`..`end` stand in `part` of a paragraph, line by line."""
    lines = layout.lines(part.number)
    first = layout.start(part.number)
    start, end = max(start, part.start) - first, min(end, part.end) - first
    at = max(0, bisect_right(lines, start, key=lambda line: line.start) - 1)
    for index in range(at, len(lines)):
        line = lines[index]
        if line.start >= end:
            return
        for left, right in _pieces(layout, part.number, index, max(start, line.start), min(end, line.end)):
            yield Stretch(line, layout.left + left, layout.left + right)


def first_stretch(layout: ArticleLayout, start: int, end: int) -> Stretch | None:
    """Where the first line of `start`..`end` stands; None for white space that is not shown."""
    number = layout.number_of(start)
    layout.lines(number)
    part = Part(number, *layout.bounds(number))
    return next(stretches(layout, part, start, end), None)


def _pieces(layout: ArticleLayout, number: int, index: int, start: int, end: int) -> list[tuple[float, float]]:
    """Left and right ends of `start`..`end` on a line; several where the direction changes between them."""
    line = layout.text_layout(number).lineAt(index)
    if layout.runs_both_ways(number):
        boxes = (run.boundingRect() for run in line.glyphRuns(start, end - start))
        return _joined(sorted((box.left(), box.right()) for box in boxes))
    words = line.naturalTextRect()
    left, right = caret_x(line, start), caret_x(line, end)
    return [(left, min(right, words.right()))] if left < right else []


def _joined(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in pieces:
        if joined and left - joined[-1][1] < 2:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


class ArticlePainter:
    """Paints paragraphs of one layout with the marks of one case."""

    def __init__(self, layout: ArticleLayout, marks: ArticleMarks, offsets: Utf16Map) -> None:
        self.layout = layout
        self.marks = marks
        self.offsets = offsets
        self.shown = Shown()

    def paint(self, painter: QPainter, area: QRectF) -> list[Part]:
        """Paint what lies in `area` of the page; the parts of paragraphs that were painted."""
        painted: list[Part] = []
        number = self.layout.number_at(area.top())
        while number < self.layout.count and self.layout.top(number) < area.bottom():
            if self.layout.lines(number):
                painted.append(self.layout.part(number, area.top(), area.bottom()))
                self._paint_part(painter, painted[-1], area)
            number += 1
        return painted

    def _paint_part(self, painter: QPainter, part: Part, area: QRectF) -> None:
        tokens, number = look.tokens(), part.number
        aside = self.is_aside(number)
        self._paint_grounds(painter, part, aside)
        muted = STYLES[self.layout.kinds[number]].muted or aside
        painter.setPen(QColor(tokens.muted if muted else tokens.text))
        origin = QPointF(self.layout.left, self.layout.top(number))
        self.layout.text_layout(number).draw(painter, origin, [], area)
        painter.setOpacity(FADED if aside else 1.0)
        self._paint_underlines(painter, part)
        painter.setOpacity(1.0)
        self._paint_caret(painter, number)

    def is_aside(self, number: int) -> bool:
        """Whether the paragraph steps back because the selected claim is alone in view."""
        shown = self.shown
        if not shown.alone or not shown.selected:
            return False
        return all(mark.claim.id != shown.selected for mark in self.marks.claims(number))

    def _paint_caret(self, painter: QPainter, number: int) -> None:
        caret = self.shown.caret - self.layout.start(number)
        if not 0 <= caret <= self.layout.length(number):
            return
        line = self.layout.text_layout(number).lineForTextPosition(caret)
        base, size = self.layout.top(number) + line.y() + line.ascent(), self.layout.font_size(number)
        box = QRectF(self.layout.left + caret_x(line, caret) - 1, base - ABOVE_BASE * size, 2, 0)
        box.setBottom(base + BELOW_BASE * size)
        painter.fillRect(box, QColor(look.tokens().text))

    def _found_in(self, part: Part) -> Iterator[tuple[int, tuple[int, int]]]:
        """The places the find bar found that touch `part`: their numbers, and where they are in UTF-16 units."""
        found, offsets = self.shown.found, self.offsets
        span = offsets.span(part.start, part.end)
        place = max(0, bisect_left(found, (span.start, 0)) - 1)
        while place < len(found) and found[place][0] < span.end:
            yield place, offsets.units_of(Span(*found[place]))
            place += 1

    def _paint_grounds(self, painter: QPainter, part: Part, aside: bool) -> None:
        tokens, shown = look.tokens(), self.shown
        painter.setOpacity(FADED if aside else 1.0)
        for warning in self.marks.warnings(part.number):
            self._fill(painter, part, (warning.start, warning.end), tokens.warning_soft)
        painter.setOpacity(1.0)
        if shown.dragged is not None:
            self._fill(painter, part, shown.dragged, tokens.accent_soft)
        else:
            for mark in self.marks.places(shown.selected):
                self._fill(painter, part, (mark.start, mark.end), tokens.accent_soft)
        for place, span in self._found_in(part):
            if place == shown.found_current:
                self._fill(painter, part, span, tokens.found_current, edge=tokens.mixed)
            else:
                self._fill(painter, part, span, tokens.found)
        self._fill(painter, part, shown.words, tokens.selection)

    def _fill(self, painter: QPainter, part: Part, span: tuple[int, int], colour: str, *, edge: str = "") -> None:
        if not part.touches(*span):
            return
        top, size, ground = self.layout.top(part.number), self.layout.font_size(part.number), QColor(colour)
        for stretch in stretches(self.layout, part, *span):
            base = top + stretch.line.base
            box = QRectF(stretch.left, base - ABOVE_BASE * size, stretch.right - stretch.left, 0)
            box.setBottom(base + BELOW_BASE * size)
            painter.fillRect(box, ground)
            if edge:
                painter.setPen(QColor(edge))
                painter.drawRect(box.adjusted(-0.5, 0.5, 0.5, -0.5))

    def _paint_underlines(self, painter: QPainter, part: Part) -> None:
        size = self.layout.font_size(part.number)
        claims, depths = self.marks.claims(part.number), self.marks.depths(part.number)
        step = min(_NEXT_UNDERLINE, (_DEEPEST_UNDERLINE - _FIRST_UNDERLINE) / max(1, max(depths, default=0)))
        for mark, depth in zip(claims, depths, strict=True):
            selected = mark.claim.id == self.shown.selected
            span = self.shown.dragged if selected and self.shown.dragged else (mark.start, mark.end)
            if part.touches(*span):
                drop = (_FIRST_UNDERLINE + depth * step) * size
                self._underline(painter, part, span, look.mark_shape(mark.claim.status), drop, selected)
        for fact in self.marks.facts(part.start, part.end):
            self._underline(painter, part, (fact.start, fact.end), look.FACT_SHAPE, _FIRST_UNDERLINE * size, False)

    def _underline(
        self, painter: QPainter, part: Part, span: tuple[int, int], style: look.MarkShape, drop: float, strong: bool
    ) -> None:
        from ui.views import underlines  # the first picture has none

        top = self.layout.top(part.number)
        pen = underlines.Pen(style.line, getattr(look.tokens(), style.token), self.layout.setting.pixels, strong)
        for stretch in stretches(self.layout, part, *span):
            underlines.draw(painter, pen, stretch.left, stretch.right, top + stretch.line.base + drop)
