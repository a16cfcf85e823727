"""Which stretches of one draft's text stand in the next, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import Indel

from workbench.domain.span import Span

_TOKEN = re.compile(r"\w+|[^\w\s]")
_MOST_PAIRS = 40_000_000
"""Words of a rewritten part, old times new, up to which they are compared one by one: a second's work at most."""


class Same(NamedTuple):
    """`length` code points that both texts have, at `old` and at `new`."""

    old: int
    new: int
    length: int


class Alignment:
    """Lines first, then words within the lines that differ; in order, so what was moved elsewhere counts as new."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.stretches = _joined(_stretches(old, new), old, new)

    @cached_property
    def _starts(self) -> list[int]:
        return [same.old for same in self.stretches]

    def within(self, span: Span) -> list[Same]:
        """What of the old text's `span` stands in the new text, cut to it, in order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        found = []
        for same in self.stretches[first:]:
            if same.old >= span.end:
                break
            start, end = max(span.start, same.old), min(span.end, same.old + same.length)
            if end > start:
                found.append(Same(start, same.new + start - same.old, end - start))
        return found

    def place(self, span: Span) -> Span | None:
        """Where the old text's `span` stands whole in the new text; None when some of it does not."""
        kept = self.within(span)
        whole = len(kept) == 1 and kept[0].length == len(span)
        return Span(kept[0].new, kept[0].new + kept[0].length) if whole else None

    @cached_property
    def added(self) -> list[Span]:
        """What of the new text is not in the old one, or stood elsewhere, in order."""
        ends = [0, *(same.new + same.length for same in self.stretches)]
        starts = [*(same.new for same in self.stretches), len(self.new)]
        return [Span(end, start) for end, start in zip(ends, starts, strict=True) if self.new[end:start].strip()]

    def gap(self, span: Span) -> Span:
        """The new text between what stood before the old text's `span` and what stood after it."""
        before = [same for same in self.stretches if same.old < span.start]
        start = 0
        if before:
            last = before[-1]
            start = last.new + min(last.length, span.start - last.old)
        after = next((same for same in self.stretches if same.old + same.length > span.end), None)
        end = len(self.new) if after is None else after.new + max(0, span.end - after.old)
        return Span(start, max(start, end))


def _stretches(old: str, new: str) -> Iterator[Same]:
    before, after = _lines(old), _lines(new)
    matcher = SequenceMatcher(None, [line.of(old) for line in before], [line.of(new) for line in after], autojunk=False)
    for tag, old_first, old_end, new_first, new_end in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(before[old_first:old_end], after[new_first:new_end], strict=True):
                yield Same(one.start, other.start, len(one))
        elif tag == "replace":
            yield from _words(old, new, before[old_first:old_end], after[new_first:new_end])


def _lines(text: str) -> list[Span]:
    """The lines that have words, without the white space at their ends."""
    return [span for match in re.finditer(r"[^\n]+", text) if (span := Span(*match.span()).trimmed(text))]


def _words(old: str, new: str, before: Sequence[Span], after: Sequence[Span]) -> Iterator[Same]:
    one, other = (_tokens(text, lines) for text, lines in ((old, before), (new, after)))
    if len(one) * len(other) > _MOST_PAIRS:
        return
    for code in Indel.opcodes([token.of(old) for token in one], [token.of(new) for token in other]):
        if code.tag == "equal":
            for left, right in zip(
                one[code.src_start : code.src_end], other[code.dest_start : code.dest_end], strict=True
            ):
                yield Same(left.start, right.start, len(left))


def _tokens(text: str, lines: Sequence[Span]) -> list[Span]:
    return [Span(*match.span()) for line in lines for match in _TOKEN.finditer(text, line.start, line.end)]


def _joined(stretches: Iterator[Same], old: str, new: str) -> list[Same]:
    """Neighbours with the same white space between them in both texts are one, and so are those that could be.

    Where “The council met. The council will close …” lost its first sentence, “The council” is that of the second.
    """
    made: list[Same] = []
    for same in stretches:
        joined = same
        while made and (closer := _closer(made[-1], joined, old, new)):
            made.pop()
            left, joined = closer
            if left is not None:
                made.append(left)
                break
        made.append(joined)
    return made


def _closer(before: Same, after: Same, old: str, new: str) -> tuple[Same | None, Same] | None:
    """The first stretch, or what it has of its last line, put to the second, and what is left of it; else None."""
    words = old[before.old : before.old + before.length]
    space = _space_before(old, after.old)
    for part in (words, words[words.rfind("\n") + 1 :]):
        back = len(part) + len(space)
        start, at = after.old - back, after.new - back
        rest = before.length - len(part)
        beside = start >= before.old + rest and at >= before.new + rest
        if part and beside and _stands(part + space, old, start) and _stands(part + space, new, at):
            left = Same(before.old, before.new, len(words[:rest].rstrip())) if rest else None
            return left, Same(start, at, back + after.length)
    return None


def _space_before(text: str, at: int) -> str:
    start = at
    while start and text[start - 1].isspace():
        start -= 1
    return text[start:at]


def _stands(words: str, text: str, at: int) -> bool:
    """Whether they stand there, and not in the middle of a word."""
    return text.startswith(words, at) and not (at and text[at - 1].isalnum() and words[0].isalnum())
