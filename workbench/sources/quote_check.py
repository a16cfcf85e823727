"""Were these the words? A quotation held against a source's text, word by word.

Newsroom style (AP Stylebook, "quotations in the news", "ellipsis", "brackets"): an ellipsis says that words were left
out there; square brackets hold words of the editor's, which stand for others or explain. Neither is a changed word.
Only the newsroom's own ellipsis and brackets excuse: a word missing without one is told.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import Indel

from workbench.domain.span import Span
from workbench.sources.likely import exact_stretch, likely_stretches
from workbench.sources.words import Word, plain_words, words_of

_GAP = re.compile(r"[\[(]?\s*(?:…|\.\s?\.\s?\.)\s*[\])]?")
_BRACKETS = re.compile(r"\[[^\[\]]{1,80}\]")
_QUOTED_MARKS = "\"'“”‘’«»„‚‹›「」『』 \t\n"

ENOUGH = 0.6
"""Share of the quotation's words that must stand in the place found, in order; below it they are not there."""

CONTEXT = 120
"""Code points of the source shown before and after the place."""


class Verdict(StrEnum):
    SAME = "same"
    MARKS = "same but for marks and case"
    LEFT_OUT = "words left out"
    CHANGED = "words changed"
    NOT_FOUND = "not found"


class PieceKind(StrEnum):
    SAME = "same"
    ONLY_IN_QUOTE = "only in the quotation"
    ONLY_IN_SOURCE = "only in the source"
    EDITORS = "the editor's"
    """Words in square brackets, and what they stand for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, from the source where it has them, else from the quotation."""

    kind: PieceKind
    text: str
    marked: bool = False
    """For words only in the source: whether an ellipsis or brackets in the quotation owns up to them."""


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """`place` is where the words stand in the source (code points), None when they don't."""

    verdict: Verdict
    place: Span | None = None
    pieces: tuple[Piece, ...] = ()
    before: str = ""
    after: str = ""
    share: float = 0.0
    """Of the quotation's words, those found, 0..1."""
    unmarked: bool = False
    """Whether words were left out without an ellipsis."""


_NOWHERE = QuoteCheck(Verdict.NOT_FOUND)


def check_quote(quotation: str, source: str, within: Sequence[Span] | None = None) -> QuoteCheck:
    """Hold `quotation` against the place in `source` that matches best.

    Looks in the stretches `within`, which don't begin or end in a word; by default wherever it can stand at all.
    """
    asked = _Asked.of(quotation)
    if not asked.words:
        return _NOWHERE
    wanted = asked.plain()
    seen = exact_stretch(wanted, source) if within is None else None
    if seen and (window := _exact_window(wanted, plain_words(source, seen))):
        return _compare(asked, source, seen, window)
    best, nearest = _Window(0.0, 0, 0), None
    missing = len(wanted) - math.ceil(asked.least)
    for stretch in likely_stretches(wanted, source, missing, asked.longest) if within is None else within:
        theirs = plain_words(source, stretch)
        if window := _exact_window(wanted, theirs):
            return _compare(asked, source, stretch, window)
        found = _best_window(asked, theirs)
        if found and found.worth > best.worth:
            best, nearest = found, stretch
    check = _compare(asked, source, nearest, best) if nearest else _NOWHERE
    return check if check.share >= ENOUGH else _NOWHERE


@dataclass(frozen=True, slots=True)
class _Asked:
    """The quotation as it is compared: its words, where its ellipses stand, and the editor's words apart."""

    text: str
    words: tuple[Word, ...]
    gaps: tuple[int, ...]
    """Numbers of the words before which an ellipsis stands."""
    brackets: dict[int, str]
    """The editor's words, by the number of the word they stand before."""

    @classmethod
    def of(cls, quotation: str) -> _Asked:
        own = _BRACKETS.sub(lambda found: " " * len(found.group()), _GAP.sub(lambda g: " " * len(g.group()), quotation))
        words = tuple(words_of(own))
        starts = [word.span.start for word in words]
        gaps = tuple(bisect_left(starts, found.start()) for found in _GAP.finditer(quotation))
        brackets = {
            bisect_left(starts, found.start()): found.group()
            for found in _BRACKETS.finditer(quotation)
            if not _GAP.fullmatch(found.group())
        }
        return cls(quotation, words, gaps, brackets)

    @property
    def longest(self) -> int:
        """Words of the source that the quotation may stand for. An ellipsis may stand for many."""
        return round(len(self.words) * (4 if self.gaps else 1.5)) + 3

    @property
    def least(self) -> float:
        """Words of the quotation that the place must have."""
        return ENOUGH * len(self.words) - 0.05

    def plain(self) -> list[str]:
        return [word.plain for word in self.words]


class _Window(NamedTuple):
    """Words number `first` to `last` (not included) of the source."""

    worth: float
    first: int
    last: int


def _exact_window(wanted: Sequence[str], theirs: Sequence[str]) -> _Window | None:
    """Where the quotation's words stand in the source's one after the other, or None."""
    texts = "\0".join(["", *theirs, ""])
    at = texts.find("\0".join(["", *wanted, ""]))
    if at < 0:
        return None
    first = texts.count("\0", 0, at)
    return _Window(len(wanted), first, first + len(wanted))


def _best_window(asked: _Asked, theirs: Sequence[str]) -> _Window | None:
    """The stretch of the source's words that holds most of the quotation's, a little longer than it; None if too few.

    One pass over those words of the source that the quotation has too.
    """
    wanted = Counter(asked.plain())
    shared = [number for number, word in enumerate(theirs) if word in wanted]
    length = asked.longest
    best = _Window(0.0, 0, 0)
    have: Counter[str] = Counter()
    count, left = 0, 0
    for number in shared:
        have[theirs[number]] += 1
        count += have[theirs[number]] <= wanted[theirs[number]]
        while number - shared[left] >= length:
            gone = theirs[shared[left]]
            count -= have[gone] <= wanted[gone]
            have[gone] -= 1
            left += 1
        width = number - shared[left] + 1
        worth = count - 0.01 * abs(width - len(asked.words)) / len(asked.words)
        if worth > best.worth:
            best = _Window(worth, shared[left], number + 1)
    return best if best.last and best.worth >= asked.least else None


def _compare(asked: _Asked, source: str, stretch: Span, window: _Window) -> QuoteCheck:
    """Word by word, with the words of the source that have these numbers in that stretch of it."""
    stock = words_of(source, stretch, window.first, window.last)
    first, last = 0, len(stock)
    theirs = [word.plain for word in stock[first:last]]
    steps = [
        step for step in Indel.opcodes(theirs, asked.plain()) if step.tag != "equal" or step.src_end > step.src_start
    ]
    # Words of the source before the first and after the last shared one are context, not something left out.
    while steps and steps[0].tag == "delete":
        first += steps[0].src_end - steps[0].src_start
        steps = list(Indel.opcodes([word.plain for word in stock[first:last]], asked.plain()))
    while steps and steps[-1].tag == "delete":
        last -= steps[-1].src_end - steps[-1].src_start
        steps = steps[:-1]
    place = Span(stock[first].span.start, stock[last - 1].span.end)
    pieces = tuple(_pieces(asked, source, stock[first:last], steps))
    same = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    return QuoteCheck(
        _verdict(asked, source, place, pieces),
        place,
        pieces,
        source[max(0, place.start - CONTEXT) : place.start],
        source[place.end : place.end + CONTEXT],
        same / len(asked.words),
        any(piece.kind is PieceKind.ONLY_IN_SOURCE and not piece.marked for piece in pieces),
    )


def _pieces(asked: _Asked, source: str, stock: Sequence[Word], steps: Sequence[object]) -> Iterator[Piece]:
    for tag, start, end, quoted, quoted_end in (
        (step.tag, step.src_start, step.src_end, step.dest_start, step.dest_end)  # type: ignore[attr-defined]
        for step in steps
    ):
        if tag == "insert":
            yield Piece(PieceKind.ONLY_IN_QUOTE, _stretch(asked.text, asked.words[quoted:quoted_end]))
        elif tag == "delete":
            bracket = asked.brackets.get(quoted)
            if bracket:
                yield Piece(PieceKind.EDITORS, bracket)
            marked = bool(bracket) or quoted in asked.gaps
            yield Piece(PieceKind.ONLY_IN_SOURCE, _stretch(source, stock[start:end]), marked)
        else:
            yield Piece(PieceKind.SAME, _stretch(source, stock[start:end]))


def _stretch(text: str, words: Sequence[Word]) -> str:
    return text[words[0].span.start : words[-1].span.end]


def _verdict(asked: _Asked, source: str, place: Span, pieces: Sequence[Piece]) -> Verdict:
    kinds = {piece.kind for piece in pieces if not (piece.kind is PieceKind.ONLY_IN_SOURCE and piece.marked)}
    if PieceKind.ONLY_IN_QUOTE in kinds:
        return Verdict.CHANGED
    if any(piece.kind is PieceKind.ONLY_IN_SOURCE for piece in pieces) or asked.brackets:
        return Verdict.LEFT_OUT
    if asked.text.strip(_QUOTED_MARKS) in (place.of(source), source[place.start : place.end + 1]):
        return Verdict.SAME
    return Verdict.MARKS
