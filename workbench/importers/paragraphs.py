"""Where the paragraphs of plain text are: blank lines, single line ends, indents, lines wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from workbench.domain.span import Span
from workbench.importers.lines import ends_sentence

_WIDEST_WRAP = 100
_NARROWEST_WRAP = 30
"""Columns between which text is wrapped by hand, by mail programs, and by wire services."""
_SAMPLED_LINES = 4_000
_LEAST_BREAKS = 3
_MOSTLY = 0.8

_LINE = re.compile(r"[^\n]+")
_OPENS_ITEM = re.compile(r"\s*(?:[-*•●▪◦‣·–—]\s+|\(?\d{1,3}[.)]\s+|#{1,6}\s)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    span: Span
    text: str
    group: int
    """Lines with no blank line between them are of one group."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs in order, without white space at their ends. A wrapped one holds its line ends as they stand."""
    width = _wrap_width(list(islice(_groups(text), _SAMPLED_LINES)))
    found: list[Paragraph] = []
    for number, group in enumerate(_groups(text)):
        found += (_paragraph(text, lines, number) for lines in _parted(group, width))
    return tuple(found)


def _paragraph(text: str, lines: Sequence[_Line], group: int) -> Paragraph:
    span = Span(lines[0].start, lines[-1].end).trimmed(text)
    return Paragraph(span, span.of(text), group)


def _groups(text: str) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    end = 0
    for match in _LINE.finditer(text):
        blank = not match.group().strip()
        if group and (blank or match.start() > end + 1):
            yield group
            group = []
        if not blank:
            group.append(_Line(match.start(), match.group()))
        end = match.end()
    if group:
        yield group


def _wrap_width(groups: Sequence[list[_Line]]) -> int:
    """The width the lines were wrapped at, 0 when they were not.

    A program that fills lines breaks one only where the next word would not have fitted: so at nearly every break
    inside a group, the line and the first word of the next are together longer than the width. Where a line ends with
    a full stop a paragraph may end as well, so those breaks tell nothing.
    """
    within = [pair for group in groups for pair in pairwise(group) if not _opens(pair[1], pair[0])]
    breaks = [pair for pair in within if not ends_sentence(pair[0].text)]
    lengths = sorted(len(line.text.rstrip()) for line, _ in within)
    if len(breaks) < _LEAST_BREAKS or _are_verses(breaks):
        return 0
    width = lengths[int(len(lengths) * 0.95)] if len(lengths) > 40 else lengths[-1]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    return width if sum(_is_full(*pair, width) for pair in breaks) >= _MOSTLY * len(breaks) else 0


def _are_verses(breaks: Sequence[tuple[_Line, _Line]]) -> bool:
    """Whether each line begins with a capital: verses of one metre are as long as each other, too."""
    return len(breaks) > _LEAST_BREAKS and all(line.text.lstrip()[:1].isupper() for _, line in breaks)


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    first_word = following.text.split(maxsplit=1)[0]
    return len(line.text.rstrip()) + 1 + min(len(first_word), width // 2) > width


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    """Whether a line that is not quite full, as one edited later, is in the midst of a sentence all the same.

    Without a width only a small letter shows it, and only in a group that ends as a sentence does: a verse need not.
    """
    size = len(line.text.rstrip())
    if ends_sentence(line.text) or size < (width // 2 or _NARROWEST_WRAP // 2):
        return False
    return following.text.lstrip()[:1].islower() or 4 * size >= 3 * width > 0


def _opens(line: _Line, before: _Line) -> bool:
    """Whether a line begins a paragraph by its looks: a list item, a heading mark, or an indent."""
    return bool(_OPENS_ITEM.match(line.text)) or line.indent >= before.indent + 2


def _parted(group: list[_Line], width: int) -> Iterator[list[_Line]]:
    """One list of lines for each paragraph of the group."""
    part = [group[0]]
    wrapped = width > 0 or ends_sentence(group[-1].text)
    for before, line in pairwise(group):
        full = width > 0 and _is_full(before, line, width)
        if wrapped and not _opens(line, before) and (full or _goes_on(before, line, width)):
            part.append(line)
        else:
            yield part
            part = [line]
    yield part
