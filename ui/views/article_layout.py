"""Sets the article's paragraphs as lines, only where they are looked at; the rest is estimated until there is time.

Qt's own document layout sets everything above the place that is shown, at every change of width: 200 ms and more for
50,000 words. Here a paragraph costs its own lines only, and keeps them until the column's width or the font changes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.views.article_document import STYLES, font_of
from workbench.domain.article import BlockKind

_SAMPLE = "the news that a reader finds in an article of some length, said in plain words and in good order; "
_NEIGHBOURS = 3
_RIGHT_TO_LEFT = (
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Compiled when an article may have such letters: the first picture waits for it."""
_PAGE_MARGIN = 1.6
"""Room above the first and below the last paragraph, in sizes of the body."""


class Line(NamedTuple):
    """A line of a paragraph; heights in pixels from the paragraph's top, positions from its start in UTF-16 units."""

    start: int
    end: int
    top: float
    base: float
    bottom: float


class Part(NamedTuple):
    """Some lines of paragraph `number`: those that hold the article's UTF-16 positions `start`..`end`."""

    number: int
    start: int
    end: int

    def touches(self, start: int, end: int) -> bool:
        return start < self.end and end > self.start


class Setting(NamedTuple):
    """Face and size of the body, and the width of the column in device-independent pixels."""

    face: str
    pixels: float
    width: float

    @staticmethod
    def full_width(face: str, pixels: float, characters: int) -> float:
        """Width of a column whose lines hold about `characters`; they end four before the edge on average."""
        return _average_width(face, pixels) * (characters + 4)


class ArticleLayout(QAbstractTextDocumentLayout):
    """`left` is where the column begins; widths and heights are device-independent pixels."""

    def __init__(self, document: QTextDocument, kinds: list[BlockKind | None], setting: Setting) -> None:
        super().__init__(document)
        self.setting = setting
        self.kinds = kinds
        self.left = 0.0
        self.page_width = setting.width
        self._blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
        self._lengths = [block.length() - 1 for block in self._blocks]
        self._starts = [block.position() for block in self._blocks]
        texts = [block.text() for block in self._blocks]
        self._blank = [not text.strip() for text in texts]
        both_ways = _may_run_both_ways("".join(texts))
        self._both_ways = [both_ways and re.search(_RIGHT_TO_LEFT, text) is not None for text in texts]
        for block, blank in zip(self._blocks, self._blank, strict=True):
            block.setVisible(not blank)
        self._lines: list[list[Line] | None] = []
        self._heights: list[float] = []
        self._tops: list[float] = []
        self._unset = 0
        self.reset(setting)

    def reset(self, setting: Setting) -> None:
        """Forget all lines and begin anew with `setting`."""
        self.setting = setting
        self._character = _average_width(setting.face, setting.pixels)
        count = len(self._blocks)
        self._lines = [[] if blank else None for blank in self._blank]
        self._heights = [self._estimate(number) for number in range(count)]
        self._tops = []
        self._unset = 0
        self.documentSizeChanged.emit(self.documentSize())

    def _estimate(self, number: int) -> float:
        if self._blank[number]:
            return 0.0
        style = STYLES[self.kinds[number]]
        lines = 1 + int(self._lengths[number] * self._character * style.size / self.setting.width)
        return (style.before + style.after + lines * style.line * style.size) * self.setting.pixels

    def place(self, left: float, page_width: float) -> None:
        """Put the column at `left` on a page of `page_width`. Lines stay as they are."""
        self.left, self.page_width = left, page_width
        self.documentSizeChanged.emit(self.documentSize())

    @property
    def count(self) -> int:
        return len(self._blocks)

    @property
    def _margin(self) -> float:
        return _PAGE_MARGIN * self.setting.pixels

    def top(self, number: int) -> float:
        """Top of paragraph `number` on the page, 0..count; estimated where paragraphs above are not set yet."""
        if not self._tops:
            self._tops = list(accumulate(self._heights, initial=self._margin))
        return self._tops[number]

    def heights(self, units: Iterable[int]) -> Iterator[float]:
        """The height on the page of each position, by its share of its paragraph: no line is set for it."""
        self.top(0)
        tops, starts, lengths = self._tops, self._starts, self._lengths
        for unit in units:
            number = max(0, bisect_right(starts, unit) - 1)
            share = (unit - starts[number]) / (lengths[number] or 1)
            yield tops[number] + (tops[number + 1] - tops[number]) * share

    def number_at(self, y: float) -> int:
        """The paragraph at height `y`, the first or last one beyond the ends."""
        self.top(0)
        return min(max(bisect_right(self._tops, y) - 1, 0), self.count - 1)

    def number_of(self, unit: int) -> int:
        """The paragraph that holds UTF-16 position `unit`."""
        return max(0, bisect_right(self._starts, unit) - 1)

    def start(self, number: int) -> int:
        """UTF-16 position where paragraph `number` begins."""
        return self._starts[number]

    def length(self, number: int) -> int:
        """Length of paragraph `number` in UTF-16 units."""
        return self._lengths[number]

    def bounds(self, number: int) -> tuple[int, int]:
        """UTF-16 start and end of paragraph `number`."""
        return self._starts[number], self._starts[number] + self._lengths[number]

    def text(self, number: int) -> str:
        """The words of paragraph `number`."""
        words: str = self._blocks[number].text()
        return words

    def text_layout(self, number: int) -> QTextLayout:
        return self._blocks[number].layout()

    def lines(self, number: int) -> list[Line]:
        """The lines of paragraph `number`, set now if they were not yet."""
        lines = self._lines[number]
        if lines is None:
            lines = self._lines[number] = self._set_lines(number)
            style = STYLES[self.kinds[number]]
            bottom = lines[-1].bottom if lines else 0.0
            height = bottom + style.after * self.setting.pixels
            if height != self._heights[number]:
                self._heights[number] = height
                self._tops = []
        return lines

    def part(self, number: int, top: float, bottom: float) -> Part:
        """The lines of paragraph `number` between two heights on the page, and one more at each end."""
        lines, first, above = self.lines(number), self._starts[number], self.top(number)
        if not lines:
            return Part(number, first, first)
        begin = max(0, bisect_right(lines, top - above, key=lambda line: line.top) - 2)
        last = min(len(lines) - 1, bisect_right(lines, bottom - above, key=lambda line: line.top))
        return Part(number, first + lines[begin].start, first + lines[last].end)

    def font_size(self, number: int) -> float:
        """Size of the paragraph's font in pixels."""
        return STYLES[self.kinds[number]].size * self.setting.pixels

    def is_right_to_left(self, number: int) -> bool:
        """Whether paragraph `number` begins at the right."""
        return self._both_ways[number] and self._blocks[number].textDirection() is Qt.LayoutDirection.RightToLeft

    @cached_property
    def runs_leftwards(self) -> bool:
        """Whether most of the article begins at the right."""
        numbers = [number for number in range(self.count) if self._both_ways[number]]
        return 2 * sum(map(self.is_right_to_left, numbers)) > self._blank.count(False)

    def runs_both_ways(self, number: int) -> bool:
        """Whether paragraph `number` has letters that are written from right to left."""
        return self._both_ways[number]

    def is_set(self, number: int) -> bool:
        return self._lines[number] is not None

    def _set_lines(self, number: int) -> list[Line]:
        block = self._blocks[number]
        style = STYLES[self.kinds[number]]
        step = style.line * style.size * self.setting.pixels
        y = style.before * self.setting.pixels
        layout = block.layout()
        layout.setTextOption(_option(block) if self._both_ways[number] else _left_to_right())
        layout.setCacheEnabled(True)
        lines: list[Line] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.setting.width)
            natural = line.height()
            height = max(step, natural * 1.1)
            line.setPosition(QPointF(0, y + (height - natural) / 2))
            base = line.y() + line.ascent()
            start = line.textStart()
            lines.append(Line(start, start + line.textLength(), y, base, y + height))
            y += height
        layout.endLayout()
        return lines

    def set_some(self, seconds: float, clock: Callable[[], float]) -> None:
        """Set paragraphs for about `seconds`, in order."""
        end = clock() + seconds
        while not self.is_all_set and clock() < end:
            self.lines(self._unset)
            self._unset += 1

    @property
    def is_all_set(self) -> bool:
        return self._unset == self.count

    def unit_at(self, point: QPointF, *, exact: bool = False) -> int:
        """The position nearest to `point` of the page; if `exact`, the character under it, -1 where there is none."""
        number = self.number_at(point.y())
        lines = self.lines(number)
        number = self.number_at(point.y())
        if not lines or not self.lines(number):
            return -1 if exact else self._starts[number]
        lines = self.lines(number)
        y, x = point.y() - self.top(number), point.x() - self.left
        index = min(max(bisect_right(lines, y, key=lambda line: line.top) - 1, 0), len(lines) - 1)
        line = self.text_layout(number).lineAt(index)
        words = line.naturalTextRect()
        if exact and not (words.left() <= x <= words.right() and lines[0].top <= y <= lines[-1].bottom):
            return -1
        text = self.text_layout(number)
        return self._starts[number] + (_character_at(text, line, x) if exact else _gap_at(text, line, x))

    # What Qt asks of a layout.

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """The text never changes, and fonts only through `reset`."""

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Words only, for whoever prints or drags the document; the window paints by ArticlePainter."""
        painter.setPen(context.palette.text().color())
        for number in range(self.count):
            self.lines(number)
            self.text_layout(number).draw(painter, QPointF(self.left, self.top(number)))

    def hitTest(self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy) -> int:
        place = QPointF(point.x, point.y) if isinstance(point, QPainterPath.Element) else QPointF(point)
        return self.unit_at(place, exact=accuracy is Qt.HitTestAccuracy.ExactHit)

    def pageCount(self) -> int:
        return 1

    def documentSize(self) -> QSizeF:
        return QSizeF(self.page_width, self.top(self.count) + self._margin)

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if not block.isValid():
            return QRectF()
        number = block.blockNumber()
        self.lines(number)
        return QRectF(self.left, self.top(number), self.setting.width, self._heights[number])


def _gap_at(text: QTextLayout, line: QTextLine, x: float) -> int:
    """The place for the caret nearest to `x`."""
    return min(_places_near(text, line, x), key=lambda place: abs(caret_x(line, place) - x))


def _character_at(text: QTextLayout, line: QTextLine, x: float) -> int:
    """The character under `x`."""
    places = _places_near(text, line, x)
    for place in places:
        left, right = sorted((caret_x(line, place), caret_x(line, text.nextCursorPosition(place))))
        if left <= x < right:
            return place
    return places[0]


def _places_near(text: QTextLayout, line: QTextLine, x: float) -> list[int]:
    """The place Qt finds at `x` and its neighbours: Qt is a blank's width off in lines written from the right."""
    first: int = line.xToCursor(x)
    places, before, after = [first], first, first
    for _ in range(_NEIGHBOURS):
        before, after = text.previousCursorPosition(before), text.nextCursorPosition(after)
        places += [before, after]
    end = line.textStart() + line.textLength()
    return [place for place in places if line.textStart() <= place <= end]


def caret_x(line: QTextLine, place: int) -> float:
    """Where the caret stands on `line` before the character at `place`. PySide answers with a pair."""
    found: object = line.cursorToX(place)
    return float(found[0]) if isinstance(found, tuple) else float(str(found))


@cache
def _average_width(face: str, pixels: float) -> float:
    """Of a character of the body."""
    metrics = QFontMetricsF(font_of(BlockKind.BODY, face, pixels))
    return metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)


def _may_run_both_ways(text: str) -> bool:
    return any(
        "\u0590" <= one < "\u0900"
        or one in "\u200f\u202b\u202e\u2067"
        or "\ufb1d" <= one <= "\ufefc"
        or "\U00010800" <= one < "\U0001f000"
        for one in set(text)
    )


@cache
def _left_to_right() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _option(block: QTextBlock) -> QTextOption:
    right_to_left = block.textDirection() is Qt.LayoutDirection.RightToLeft
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
