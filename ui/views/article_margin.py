"""The numbers beside the column, where lines begin: each claim's number and status at the line where it begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui import look
from ui.models.article_marks import ArticleMarks, ClaimMark
from ui.views.article_layout import ArticleLayout, Line, Part

GAP = 0.9
"""Between numbers and column, in sizes of the body."""
_ROWS = 2
"""Rows of numbers that fit beside one line."""


class Entry(NamedTuple):
    """A number in the margin, or "+3" for those that found no room: `claim` is then the first of them."""

    box: QRectF
    claim: ClaimMark
    words: str


class ArticleMargin:
    def __init__(self, layout: ArticleLayout, marks: ArticleMarks) -> None:
        self._layout = layout
        self._marks = marks

    @property
    def _font(self) -> QFont:
        return look.make(look.SANS, 600, pixels=0.72 * self._layout.setting.pixels)

    @staticmethod
    def least_width(pixels: float) -> float:
        """The margin that one number of three digits needs when the body is set at `pixels`."""
        return (GAP + 0.9 + 1.9) * pixels

    def entries(self, part: Part) -> list[Entry]:
        """The entries beside `part` of a paragraph, in the page's coordinates."""
        made: list[Entry] = []
        for line, marks in self._by_line(part):
            made.extend(self._beside(self._layout.top(part.number), line, marks))
        return made

    def _by_line(self, part: Part) -> Iterator[tuple[Line, list[ClaimMark]]]:
        lines, first = self._layout.lines(part.number), self._layout.start(part.number)
        kept: dict[int, list[ClaimMark]] = {}
        for mark in self._marks.claims(part.number):
            if part.start <= mark.start < part.end:
                index = bisect_right(lines, mark.start - first, key=lambda line: line.start) - 1
                kept.setdefault(index, []).append(mark)
        for index, marks in kept.items():
            yield lines[index], sorted(marks, key=lambda mark: mark.start)

    def _beside(self, top: float, line: Line, marks: Sequence[ClaimMark]) -> list[Entry]:
        metrics = QFontMetricsF(self._font)
        icon = metrics.ascent()
        right = self._beside_column - GAP * self._layout.setting.pixels
        wide = self._numbers_width(metrics) + 1.8 * icon + 4
        across = max(1, int(right // wide))
        words = [str(mark.claim.number) for mark in marks]
        room = across * _ROWS
        if len(marks) > room:
            words = [*words[: room - 1], f"+{len(marks) - room + 1}"]
        rows = [range(at, min(at + across, len(words))) for at in range(0, len(words), across)]
        height = metrics.height() * 0.92
        y = top + line.base - metrics.ascent() * 0.95 - (len(rows) - 1) * height / 2
        made: list[Entry] = []
        for place, row in enumerate(rows):
            x = right
            for at in reversed(row):
                box = QRectF(x - wide + 0.6 * icon, y + place * height, wide - 0.6 * icon, height)
                made.append(Entry(self._turned(box), marks[at], words[at]))
                x -= wide
        return made

    @property
    def _beside_column(self) -> float:
        """Width of the margin where lines begin."""
        page = self._layout
        return page.page_width - page.left - page.setting.width if page.runs_leftwards else page.left

    def _turned(self, box: QRectF) -> QRectF:
        """A box that is reckoned from the edge of the page beside which lines begin."""
        if self._layout.runs_leftwards:
            box.moveLeft(self._layout.page_width - box.right())
        return box

    def paint(self, painter: QPainter, part: Part, selected: str, opacity: float = 1.0) -> None:
        """Draw the entries beside `part`."""
        entries = self.entries(part)
        if not entries:
            return
        painter.setFont(self._font)
        painter.setOpacity(opacity)
        metrics = QFontMetricsF(self._font)
        for entry in entries:
            self._paint_entry(painter, entry, metrics, entry.claim.claim.id == selected)
        painter.setOpacity(1.0)

    def _paint_entry(self, painter: QPainter, entry: Entry, metrics: QFontMetricsF, selected: bool) -> None:
        tokens = look.tokens()
        base = entry.box.top() + metrics.ascent()
        wide = metrics.horizontalAdvance(entry.words)
        painter.setPen(QColor(tokens.accent if selected else tokens.muted))
        turned = self._layout.runs_leftwards
        painter.drawText(QPointF(entry.box.left() if turned else entry.box.right() - wide, base), entry.words)
        if entry.words.startswith("+"):
            return
        mark = look.mark_shape(entry.claim.claim.status)
        side = round(metrics.ascent() * 1.02)
        picture = look.pixmap(mark.icon, getattr(tokens, mark.token), side, painter.device().devicePixelRatio())
        beside = max(wide, self._numbers_width(metrics)) + 3
        x = entry.box.left() + beside if turned else entry.box.right() - beside - side
        painter.drawPixmap(QPointF(x, base - side * 0.87), picture)

    def _numbers_width(self, metrics: QFontMetricsF) -> float:
        """Of the column of numbers, beside which all the marks stand in one line."""
        return metrics.horizontalAdvance("0" * len(str(self._marks.largest_number)))

    def entry_at(self, point: QPointF) -> Entry | None:
        """The entry at `point` of the page."""
        page = self._layout
        if point.x() < page.left + page.setting.width if page.runs_leftwards else point.x() >= page.left:
            return None
        around = self._layout.number_at(point.y())
        for number in {max(0, around - 1), around}:
            for entry in self.entries(self._layout.part(number, point.y(), point.y())):
                if entry.box.adjusted(-2, -2, 2, 2).contains(point):
                    return entry
        return None
