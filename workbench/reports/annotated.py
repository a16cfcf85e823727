"""The annotated copy: the article as the reader saw it, cut where a claim or a change begins or ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.claim import Claim
from workbench.domain.span import Span
from workbench.reports.changes import changes
from workbench.reports.wrapping import unwrapped


@dataclass(frozen=True, slots=True)
class Lane:
    """A claim's underline. Claims that overlap have different lanes, 0 nearest to the words."""

    claim: int
    """The claim's number."""
    lane: int
    again: bool = False
    """Whether this is a place where the claim's words are repeated, not its own."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A claim begins before this piece. `again`: the same words as the claim's own place, said once more."""

    claim: int
    again: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one block in which nothing changes. `text` may be empty where words come in."""

    text: str
    lanes: tuple[Lane, ...] = ()
    opens: tuple[Opening, ...] = ()
    closes: tuple[int, ...] = ()
    """Numbers of the claims that end after it and overlap others, so that their ends must be shown."""
    removed: bool = False
    inserted: str = ""
    """Words that a correction puts after this piece."""


@dataclass(frozen=True, slots=True)
class AnnotatedBlock:
    kind: BlockKind
    span: Span
    pieces: tuple[Piece, ...]

    @property
    def claims(self) -> tuple[int, ...]:
        """Numbers of the claims of which a place begins in this block, in order of place."""
        return tuple(opening.claim for piece in self.pieces for opening in piece.opens)

    @property
    def own_claims(self) -> tuple[int, ...]:
        """Of those, the claims whose own place it is."""
        return tuple(opening.claim for piece in self.pieces for opening in piece.opens if not opening.again)


@dataclass(frozen=True, slots=True)
class _Marked:
    """One place of one claim, with its lane."""

    span: Span
    number: int
    again: bool
    lane: int = 0
    crowded: bool = False


@dataclass(slots=True)
class _Edits:
    removed: list[Span] = field(default_factory=list)
    inserted: dict[int, str] = field(default_factory=dict)


def annotate(article: Article, claims: Iterable[Claim], show_changes: bool = True) -> tuple[AnnotatedBlock, ...]:
    """The article's blocks with the claims' places and, if wanted, their corrections marked in them."""
    claims, shown = tuple(claims), unwrapped(article)
    marked = _laned(_places(article.text, claims))
    edits = _edits(claims) if show_changes else _Edits()
    starts = [place.span.start for place in marked]
    longest = max((len(place.span) for place in marked), default=0)
    annotated = []
    for block in _whole(article):
        first = bisect_left(starts, block.span.start - longest)
        last = bisect_left(starts, block.span.end)
        here = [place for place in marked[first:last] if place.span.overlaps(block.span)]
        annotated.append(AnnotatedBlock(block.kind, block.span, tuple(_pieces(shown, block.span, here, edits))))
    return tuple(annotated)


def _whole(article: Article) -> Iterator[Block]:
    """The blocks, and whatever text stands between them, so that nothing of the article can be missing."""
    last = 0
    for block in article.blocks:
        yield from _between(article.text, Span(last, block.span.start))
        yield block
        last = block.span.end
    yield from _between(article.text, Span(last, len(article.text)))


def _between(text: str, gap: Span) -> Iterator[Block]:
    words = gap.trimmed(text)
    if words:
        yield Block(BlockKind.BODY, words)


def _places(text: str, claims: Iterable[Claim]) -> list[_Marked]:
    """Without white space at their ends, so that each begins and ends inside a block."""
    places = [
        _Marked(span, claim.number, again=index > 0)
        for claim in claims
        for index, anchor in enumerate(claim.anchors)
        if (span := anchor.span.trimmed(text))
    ]
    return sorted(places, key=lambda place: (place.span.start, -place.span.end, place.number))


def _laned(places: list[_Marked]) -> list[_Marked]:
    """Each place on the lowest lane that is free where it begins."""
    laned: list[_Marked] = []
    running: list[int] = []
    for place in places:
        running = [index for index in running if laned[index].span.end > place.span.start]
        taken = {laned[index].lane for index in running}
        lane = next(lane for lane in range(len(taken) + 1) if lane not in taken)
        for index in running:
            before = laned[index]
            laned[index] = _Marked(before.span, before.number, before.again, before.lane, crowded=True)
        laned.append(_Marked(place.span, place.number, place.again, lane, crowded=bool(running)))
        running.append(len(laned) - 1)
    return laned


def _edits(claims: Iterable[Claim]) -> _Edits:
    """The corrections at the claims' own places."""
    edits = _Edits()
    for claim in claims:
        for change in changes(claim.exact, claim.correction):
            start = claim.span.start + change.start
            edits.removed.append(Span(start, start + len(change.removed)))
            at = start + len(change.removed)
            edits.inserted[at] = " ".join(filter(None, (edits.inserted.get(at), change.inserted.strip())))
    edits.removed = [span for span in edits.removed if span]
    return edits


def _pieces(text: str, block: Span, places: list[_Marked], edits: _Edits) -> Iterator[Piece]:
    removed = [span for span in edits.removed if span.overlaps(block)]
    inserted = {at: words for at, words in edits.inserted.items() if block.start < at <= block.end and words}
    spans = [place.span for place in places] + removed
    cuts = {block.start, block.end, *inserted, *(edge for span in spans for edge in (span.start, span.end))}
    edges = sorted(edge for edge in cuts if block.start <= edge <= block.end)
    for start, end in pairwise(edges):
        yield _piece(text, Span(start, end), places, removed, inserted)


def _piece(text: str, span: Span, places: list[_Marked], removed: list[Span], inserted: Mapping[int, str]) -> Piece:
    here = [place for place in places if place.span.contains(span)]
    return Piece(
        text=span.of(text),
        lanes=tuple(
            Lane(place.number, place.lane, place.again) for place in sorted(here, key=lambda place: place.lane)
        ),
        opens=tuple(Opening(place.number, place.again) for place in here if place.span.start == span.start),
        closes=tuple(place.number for place in reversed(here) if place.span.end == span.end and place.crowded),
        removed=any(gone.contains(span) for gone in removed),
        inserted=inserted.get(span.end, ""),
    )
