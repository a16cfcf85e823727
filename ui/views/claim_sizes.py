"""How much room a claim takes in the list. Told of 2,000 rows at each step of a resize, so what stays is kept."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, nan
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetricsF

from ui import look
from ui.models.claims_model import ClaimRow

MEASURED = 400
"""Characters beyond which a claim surely needs all its lines."""
_SURELY_IN, _SURELY_OUT = 0.94, 1.06
"""Parts of the room below and above which the widths of single letters, without kerning, tell whether words fit."""


@lru_cache(maxsize=8192)
def advance(text: str, font_key: str) -> float:
    font = QFont()
    font.fromString(font_key)
    return QFontMetricsF(font).horizontalAdvance(text[:MEASURED])


class _Letters(dict[str, float]):
    """Widths of single letters; nan for those whose neighbours change it, which no sum of letters tells."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._metrics = QFontMetricsF(font)

    def __missing__(self, letter: str) -> float:
        alone = letter < "\u0300" or "\u0370" <= letter < "\u0483" or "\u2010" <= letter <= "\u2027"
        self[letter] = width = self._metrics.horizontalAdvance(letter) if alone else nan
        return width


class Measures:
    """Fonts and lengths of a row at the window's present font size, in device-independent pixels."""

    def __init__(self) -> None:
        self.reading = look.font("reading-small")
        self.small = look.font("small")
        self.strong = look.font("small-strong")
        self.reading_key = self.reading.toString()
        self.letters = _Letters(self.reading)
        self.pad = look.px(0.6)
        self.gap = look.px(0.5)
        self.icon = look.px(1.1)
        self.bar = look.px(2.8)
        self.number = ceil(QFontMetricsF(self.strong).horizontalAdvance("0000"))
        self.line = ceil(QFontMetricsF(self.reading).lineSpacing())
        self.meta = ceil(QFontMetricsF(self.small).lineSpacing())
        self.before_words = self.gap + self.number + self.gap + self.icon + self.gap

    def badge_width(self, row: ClaimRow) -> float:
        """Of the outcome's badge; 0 where there is none."""
        if row.outcome is None:
            return 0
        return min(advance(row.outcome.label, self.strong.toString()), 9.0 * self.icon) + 2 * self.gap

    def words_width(self, width: float, row: ClaimRow) -> float:
        """What a row of `width` has for the claim's words."""
        badge = self.badge_width(row)
        return width - self.before_words - self.gap - (badge + self.gap if badge else 0)


class _Need(NamedTuple):
    """What a row needs, whatever its width is."""

    words: float
    """About; nan where single letters don't tell it."""
    beside: float
    """For all that stands beside the words."""


class RowSizes:
    """The sizes of the rows of a list, in order."""

    def __init__(self) -> None:
        self.measures = Measures()
        self.width = 0
        """Of the rows, in device-independent pixels."""
        self.most_lines = 2
        """Of a claim's words in a row."""
        self._rows: list[ClaimRow] = []
        self._needs: list[_Need] = []
        self._sizes: list[QSize] = []

    def measure(self) -> None:
        """Begin anew in the window's present font."""
        self.measures = Measures()
        self._rows, self._needs, self._sizes = [], [], []

    def set_width(self, width: int) -> None:
        if width != self.width:
            self.width, self._sizes = width, []

    def set_most_lines(self, lines: int) -> None:
        self.most_lines, self._sizes = lines, []

    def all(self, rows: list[ClaimRow]) -> list[QSize]:
        """Those of `rows`. A list that is handed in again is taken not to have changed."""
        if rows is not self._rows:
            known = {id(row): need for row, need in zip(self._rows, self._needs, strict=True)}
            self._needs = [known.get(id(row)) or self._need(row) for row in rows]
            self._rows, self._sizes = rows, []
        if not self._sizes:
            room, low, high = self.width, self._height(1), self._height(self.most_lines)
            self._sizes = [
                low if self._fits(row, need, room - need.beside) else high
                for row, need in zip(rows, self._needs, strict=True)
            ]
        return self._sizes

    def one(self, row: ClaimRow) -> QSize:
        return self._height(1 if self.fits(row) else self.most_lines)

    def fits(self, row: ClaimRow) -> bool:
        """Whether the claim's words have room on one line."""
        need = self._need(row)
        return self._fits(row, need, self.width - need.beside)

    def _fits(self, row: ClaimRow, need: _Need, room: float) -> bool:
        """Measured only where the letters don't tell it by themselves."""
        if need.words < _SURELY_IN * room:
            return True
        if need.words > _SURELY_OUT * room:
            return False
        return advance(row.words, self.measures.reading_key) <= room

    def _need(self, row: ClaimRow) -> _Need:
        words = sum(map(self.measures.letters.__getitem__, row.words[:MEASURED]))
        return _Need(words, -self.measures.words_width(0, row))

    def _height(self, lines: int) -> QSize:
        m = self.measures
        return QSize(0, lines * m.line + m.meta + 2 * m.pad)
