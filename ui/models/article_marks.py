"""What is marked in the article, by paragraph: claims, facts that are left, warnings. Positions are UTF-16 units."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:  # the article is painted before there is a case
    from ui.models.offsets import Utf16Map
    from workbench.domain.case import Case, CaseFact, CaseWarning
    from workbench.domain.claim import Claim


class ClaimMark(NamedTuple):
    """One place of a claim in the article."""

    start: int
    end: int
    claim: Claim


class FactMark(NamedTuple):
    """A fact that no claim covers."""

    start: int
    end: int
    fact: CaseFact


class WarningMark(NamedTuple):
    """Words that a warning is about."""

    start: int
    end: int
    warning: CaseWarning


_M = TypeVar("_M", ClaimMark, WarningMark)


class ArticleMarks:
    """All marks of a case, found by the numbers of the paragraphs they touch.

    `bounds_of` gives the UTF-16 start and end of a paragraph, `paragraph_of` the paragraph that holds a position.
    """

    def __init__(
        self, offsets: Utf16Map, paragraph_of: Callable[[int], int], bounds_of: Callable[[int], tuple[int, int]]
    ) -> None:
        self._offsets = offsets
        self._paragraph_of = paragraph_of
        self._bounds_of = bounds_of
        self._claims: dict[int, list[ClaimMark]] = {}
        self._warnings: dict[int, list[WarningMark]] = {}
        self._depths: dict[int, list[int]] = {}
        self._places: dict[str, list[ClaimMark]] = {}
        self._facts: list[CaseFact] = []
        self.all_claims: list[ClaimMark] = []
        self.largest_number = 0
        """Of a claim."""

    def show(self, case: Case) -> None:
        """Take the marks of `case`; what was shown before is forgotten."""
        units = self._offsets.units_of
        self.all_claims = [ClaimMark(*units(anchor.span), claim) for claim in case.claims for anchor in claim.anchors]
        self.largest_number = max((claim.number for claim in case.claims), default=0)
        warnings = [WarningMark(*units(one.warning.span), one) for one in case.warnings if not one.dismissed]
        self._facts = sorted((fact for fact in case.facts if fact.is_left), key=_place)
        self._claims = self._by_paragraph(self.all_claims)
        self._warnings = self._by_paragraph(warnings)
        self._depths = {}
        self._places = {}
        for mark in self.all_claims:
            self._places.setdefault(mark.claim.id, []).append(mark)

    def exchange(self, case: Case, changed: Iterable[str]) -> bool:
        """Take the `changed` claims of `case` whose words stay where they are; False when some don't: show it all."""
        fresh = {claim.id: claim for claim in case.claims}
        if fresh.keys() != self._places.keys():
            return False
        wanted = [(fresh[claim_id], self._places[claim_id]) for claim_id in changed if claim_id in fresh]
        if any(claim.anchors != places[0].claim.anchors for claim, places in wanted):
            return False
        for claim, places in wanted:
            for old in tuple(places):
                self._exchange_mark(old, old._replace(claim=claim))
        return True

    def _exchange_mark(self, old: ClaimMark, new: ClaimMark) -> None:
        first = self._paragraph_of(old.start)
        last = self._paragraph_of(max(old.start, old.end - 1))
        touched = (self._claims.get(number, []) for number in range(first, last + 1))
        for marks in (self.all_claims, self._places[old.claim.id], *touched):
            marks[:] = [new if mark is old else mark for mark in marks]

    def _by_paragraph(self, marks: list[_M]) -> dict[int, list[_M]]:
        kept: dict[int, list[_M]] = {}
        for mark in marks:
            number = self._paragraph_of(mark.start)
            kept.setdefault(number, []).append(mark)
            while self._bounds_of(number)[1] < mark.end:
                number += 1
                kept.setdefault(number, []).append(mark)
        return kept

    def claims(self, paragraph: int) -> Sequence[ClaimMark]:
        return self._claims.get(paragraph, ())

    def facts(self, start: int, end: int) -> Iterator[FactMark]:
        """The facts left that begin at positions `start`..`end`."""
        span = self._offsets.span(start, end)
        place = bisect_left(self._facts, span.start, key=_place)
        while place < len(self._facts) and _place(self._facts[place]) < span.end:
            yield self._fact_mark(self._facts[place])
            place += 1

    def _fact_mark(self, fact: CaseFact) -> FactMark:
        return FactMark(*self._offsets.units_of(fact.fact.span), fact)

    def warnings(self, paragraph: int) -> Sequence[WarningMark]:
        return self._warnings.get(paragraph, ())

    def warnings_at(self, unit: int) -> list[WarningMark]:
        return [mark for mark in self.warnings(self._paragraph_of(unit)) if mark.start <= unit < mark.end]

    def depths(self, paragraph: int) -> Sequence[int]:
        """For each of `claims(paragraph)`, how far down its line is drawn so that no two lines run into each other."""
        found = self._depths.get(paragraph)
        if found is None:
            found = self._depths[paragraph] = stack([(mark.start, mark.end) for mark in self.claims(paragraph)])
        return found

    def ids(self) -> list[str]:
        """Identifiers of the claims, in order of their own place."""
        return list(self._places)

    def places(self, claim_id: str) -> Sequence[ClaimMark]:
        """Where the claim stands, its own place first."""
        return self._places.get(claim_id, ())

    def claims_at(self, unit: int) -> list[ClaimMark]:
        """The claims whose words have position `unit` among them, the shortest first."""
        here = [mark for mark in self.claims(self._paragraph_of(unit)) if mark.start <= unit < mark.end]
        return sorted(here, key=lambda mark: (mark.end - mark.start, mark.claim.number))

    def overlapping(self, place: ClaimMark) -> list[ClaimMark]:
        """The claims that share words with `place`, itself among them, in order of place."""
        near = self.claims(self._paragraph_of(place.start))
        return [mark for mark in near if mark.start < place.end and place.start < mark.end]

    def fact_at(self, unit: int) -> FactMark | None:
        first = self._bounds_of(self._paragraph_of(unit))[0]
        return next((mark for mark in self.facts(first, unit + 1) if mark.start <= unit < mark.end), None)

    def fact_after(self, unit: int) -> FactMark | None:
        """The first fact left that begins after `unit`, from the top again at the end."""
        if not self._facts:
            return None
        place = bisect_right(self._facts, self._offsets.code_point(unit), key=_place)
        return self._fact_mark(self._facts[place % len(self._facts)])


def _place(fact: CaseFact) -> int:
    return fact.fact.span.start


def stack(spans: Iterable[tuple[int, int]]) -> list[int]:
    """A depth for each span so that spans of one depth don't overlap; the shorter a span, the nearer to its words."""
    spans = list(spans)
    depths = [0] * len(spans)
    taken: list[list[tuple[int, int]]] = []
    for place in sorted(range(len(spans)), key=lambda place: (spans[place][1] - spans[place][0], place)):
        depth = next((depth for depth, row in enumerate(taken) if _is_free(row, spans[place])), len(taken))
        if depth == len(taken):
            taken.append([])
        insort(taken[depth], spans[place])
        depths[place] = depth
    return depths


def _is_free(row: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    place = bisect_left(row, span)
    before = place > 0 and row[place - 1][1] > span[0]
    after = place < len(row) and row[place][0] < span[1]
    return not before and not after
