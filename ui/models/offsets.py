"""Code points, in which the workbench counts, and UTF-16 units, in which Qt counts. Converted here and nowhere else."""

from __future__ import annotations

from bisect import bisect_left

from workbench.domain.span import Span

_BEYOND_BMP = 0x10000


class Utf16Map:
    """The two ways to count the positions of one text. Conversion takes log(number of characters beyond U+FFFF)."""

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [at for at, char in enumerate(text) if ord(char) >= _BEYOND_BMP]
        self._wide = wide
        self._wide_units = [at + before for before, at in enumerate(wide)]
        self.units = len(text) + len(wide)
        """Length of the text in UTF-16 units."""

    def unit(self, code_point: int) -> int:
        """The UTF-16 position of `code_point`, which is 0..len(text)."""
        return code_point + bisect_left(self._wide, code_point)

    def code_point(self, unit: int) -> int:
        """The code point at UTF-16 position `unit`; one between the halves of a character counts as before it."""
        return unit - bisect_left(self._wide_units, unit)

    def units_of(self, span: Span) -> tuple[int, int]:
        """Start and end of `span` in UTF-16 units."""
        return self.unit(span.start), self.unit(span.end)

    def span(self, start: int, end: int) -> Span:
        """The span between two UTF-16 positions."""
        return Span(self.code_point(start), self.code_point(end))
