"""Quotations: marks paired block by block, so that a lost or wrong mark costs the quotation it stands at and no other.

Rules, per block and family of marks:
- a mark's role is read from its shape and its place; where these disagree or say nothing, from what is open and
  what follows;
- an opening mark while one of its family is open nests if enough closing marks follow, else the earlier end was lost;
- a closing mark with nothing open has lost its opening: the quotation is taken to begin with its sentence;
- a quotation open at the end of a block goes on if the next block opens again (the convention for several paragraphs),
  else its end was lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.domain.article import Article
from workbench.domain.span import Span
from workbench.extraction.marks import Family, Lean, Mark, is_weak, marks_in
from workbench.extraction.quoted_words import interruptions_in, is_scare, lost_end, lost_start


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, within one block. Spans are code points into the article's text."""

    span: Span
    """Marks included, so far as they stand in the text."""
    words: Span
    """What stands between the marks, without white space at its ends."""
    opening: str
    """The opening mark, empty when it was lost or something else stands in its place."""
    closing: str
    depth: int = 0
    """0 for a quotation that stands in no other."""
    scare: bool = False
    """A word or two set apart rather than somebody's sentence."""
    goes_on: bool = False
    """Left open at the end of its block because the next block opens it again, or closes it."""
    taken_up: bool = False
    """Goes on from the block before without a mark of its own at the start."""
    interruptions: tuple[Span, ...] = ()
    """What is said about the speaker inside the marks: "– explained X –"."""

    @property
    def is_damaged(self) -> bool:
        return not (self.opening or self.taken_up) or not (self.closing or self.goes_on)

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The quoted stretches, marks included, without the interruptions."""
        found, start = [], self.span.start
        for interruption in self.interruptions:
            found.append(Span(start, interruption.start))
            start = interruption.end
        return (*found, Span(start, self.span.end))


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """Every quotation of an article in order of place, outer before inner."""
    found: list[Quotation] = []
    marks = [list(marks_in(article.text, block.span)) for block in article.blocks]
    is_open = False
    for index, block in enumerate(article.blocks):
        following = marks[index + 1] if index + 1 < len(marks) else []
        next_start = article.blocks[index + 1].span.start if following else 0
        pairing = _Pairing(article.text, block.span, marks[index], _goes_on_in(following, next_start), is_open)
        found.extend(pairing.run())
        is_open = pairing.left_open
    return tuple(sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end)))


def _goes_on_in(marks: Sequence[Mark], start: int) -> bool:
    """Whether a block's marks take up a quotation left open before it: by opening again, or by only closing."""
    first = next((mark for mark in marks if mark.family is not Family.SINGLE), None)
    if first is None:
        return bool(marks) and marks[0].span.start == start and marks[0].text == "‘"
    reopens = first.span.start == start and first.shape is not Lean.CLOSES
    return reopens or (first.place is Lean.CLOSES and first.shape is not Lean.OPENS)


@dataclass(slots=True)
class _Pairing:
    """Pairs the marks of one block. `goes_on`: the next block can take up what is left open; `is_open`: the last left
    it so."""

    text: str
    block: Span
    marks: Sequence[Mark]
    goes_on: bool
    is_open: bool
    left_open: bool = False
    open: list[Mark] = field(default_factory=list)
    held: Counter[Family] = field(default_factory=Counter)
    found: list[Quotation] = field(default_factory=list)
    last_end: int = 0

    def run(self) -> list[Quotation]:
        self.last_end = self.block.start
        to_come = _closers_to_come(self.marks)
        for index, mark in enumerate(self.marks):
            room = to_come[index]
            if self._role(mark, room) is Lean.OPENS:
                self._open(mark, room)
            elif mark.family is not Family.SINGLE or self._closes_single(index, to_come):
                self._close(mark)
        while self.open:
            self._give_up(self._pop(), Span(self.block.end, self.block.end))
        return self.found

    def _is_open(self, family: Family) -> bool:
        return self.held[family] > 0

    def _pop(self) -> Mark:
        mark = self.open.pop()
        self.held[mark.family] -= 1
        return mark

    def _role(self, mark: Mark, room: int) -> Lean:
        """`room`: how many closing marks of the family follow that nothing in between opens."""
        if mark.place is mark.shape is Lean.EITHER:
            return Lean.CLOSES if self._is_open(mark.family) else Lean.OPENS
        if mark.place in (mark.shape, Lean.EITHER) or mark.shape is Lean.EITHER:
            role = mark.shape if mark.shape is not Lean.EITHER else mark.place
            return self._second_thought(mark, role, room) if mark.place is not mark.shape else role
        if mark.place is Lean.CLOSES:
            return Lean.CLOSES if self._is_open(mark.family) or not room else Lean.OPENS
        return Lean.CLOSES if self._is_open(mark.family) and not room else Lean.OPENS

    def _second_thought(self, mark: Mark, role: Lean, room: int) -> Lean:
        """A straight mark with a space on its wrong side; a “ that closes what „ opened."""
        is_open = self._is_open(mark.family)
        if mark.text == "“" and role is Lean.OPENS and any(other.text in ("„", ",,") for other in self.open):
            return Lean.CLOSES
        if role is Lean.OPENS and is_open and not room and mark.shape is Lean.EITHER:
            return Lean.CLOSES
        possessive = mark.family is Family.SINGLE
        if role is Lean.CLOSES and not is_open and room and mark.shape is Lean.EITHER and not possessive:
            return Lean.OPENS
        return role

    def _open(self, mark: Mark, room: int) -> None:
        held = self.held[mark.family]
        if held and room < held + 1:
            while self._is_open(mark.family):
                self._give_up(self._pop(), mark.span)
        if mark.family is Family.SINGLE and not room and mark.shape is Lean.EITHER:
            return
        self.open.append(mark)
        self.held[mark.family] += 1

    def _closes_single(self, index: int, to_come: Sequence[int]) -> bool:
        """Whether a ’ or ' that could be an apostrophe ("the countries’ borders") ends the quotation that is open."""
        mark = self.marks[index]
        if not self._is_open(Family.SINGLE):
            return False
        if self.open[-1].family is not Family.SINGLE and self._closes_later(self.open[-1].family, index):
            return False
        if not is_weak(self.text, mark):
            return True
        words = len(self.text[self.open[-1].span.end : mark.span.start].split())
        later = to_come[index] > 0
        return not later or (words <= 4 and not self._strong_closer_follows(index))

    def _closes_later(self, family: Family, index: int) -> bool:
        return any(
            mark.family is family and Lean.CLOSES in (mark.shape, mark.place)
            for mark in self.marks[index + 1 : index + 40]
        )

    def _strong_closer_follows(self, index: int) -> bool:
        for mark in self.marks[index + 1 : index + 40]:
            if mark.family is Family.SINGLE:
                if mark.place is Lean.OPENS:
                    return False
                if not is_weak(self.text, mark):
                    return True
        return False

    def _close(self, mark: Mark) -> None:
        if not self._is_open(mark.family):
            taken_up = self.is_open and not self.found
            start = self.block.start if taken_up else lost_start(self.text, Span(self.last_end, mark.span.start))
            if mark.family is not Family.SINGLE and start < mark.span.start:
                self._add(Span(start, mark.span.end), Span(start, mark.span.start), "", mark.text, taken_up=taken_up)
            return
        while (opener := self._pop()).family is not mark.family:
            self._give_up(opener, mark.span)
        span = Span(opener.span.start, mark.span.end)
        self._add(span, Span(opener.span.end, mark.span.start), opener.text, mark.text)

    def _give_up(self, mark: Mark, limit: Span) -> None:
        """The end of a quotation was lost before `limit`, or goes on in the next block."""
        at_end = limit.start == self.block.end
        goes_on = at_end and self.goes_on and not self.open
        if mark.family is Family.SINGLE and not (goes_on and mark.text == "‘"):
            return
        self.left_open = self.left_open or goes_on
        start = mark.span.end
        end = limit.start if goes_on else lost_end(self.text, Span(start, max(start, limit.start)), self.block)
        words = Span(start, max(start, end)).trimmed(self.text)
        if words:
            self._add(Span(mark.span.start, words.end), words, mark.text, "", goes_on=goes_on)

    def _add(
        self, span: Span, words: Span, opening: str, closing: str, *, goes_on: bool = False, taken_up: bool = False
    ) -> None:
        words = words.trimmed(self.text)
        if not words:
            return
        self.last_end = max(self.last_end, span.end)
        self.found.append(
            Quotation(
                span,
                words,
                opening,
                closing,
                depth=len(self.open),
                scare=bool(opening) and is_scare(self.text, span, words, self.block),
                goes_on=goes_on,
                taken_up=taken_up,
                interruptions=() if self.open else interruptions_in(self.text, words),
            )
        )


def _closers_to_come(marks: Sequence[Mark]) -> list[int]:
    """For each mark, how many closing marks of its family follow it that nothing in between opens."""
    lowest: dict[Family, int] = {}
    room = [0] * len(marks)
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        room[index] = -lowest.get(mark.family, 0)
        role = mark.place if mark.place is not Lean.EITHER else mark.shape
        step = {Lean.OPENS: 1, Lean.CLOSES: -1, Lean.EITHER: 0}[role]
        lowest[mark.family] = min(0, step + lowest.get(mark.family, 0))
    return room
