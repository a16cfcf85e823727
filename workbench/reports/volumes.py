"""A long case in volumes: files of a few hundred claims, so that memory stays bounded and progress can be told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from workbench.reports.annotated import AnnotatedBlock, Piece
from workbench.reports.content import ClaimNote, Notes
from workbench.reports.volume_names import volume_paths

_LONG = 5_000
"""Code points of a block that is set in parts, each in its volume: whole in each, it would take most of the time."""


@dataclass(frozen=True, slots=True)
class Volume:
    """A part of the notes that is a file of its own; `number` from 1."""

    number: int
    of: int
    claims: tuple[ClaimNote, ...]
    article: tuple[AnnotatedBlock, ...]
    names: tuple[str, ...] = ()
    """The volumes' file names, in order; empty when there is one."""


def volumes(notes: Notes, out: Path, most: int) -> tuple[tuple[Path, Volume], ...]:
    """The files to write and what is in each: `out` up to `most` claims, else also `notes-volume-2-of-3.pdf` and so on.

    The article goes along: each volume has the blocks from its first claim's to the one before the next volume's.
    """
    claims = notes.all_claims
    parts = [claims[start : start + most] for start in range(0, len(claims), most)] or [()]
    paths = volume_paths(out, len(claims), most)
    names = tuple(path.name for path in paths) if len(paths) > 1 else ()
    articles = _articles(notes, parts)
    return tuple(
        (path, Volume(number, len(parts), tuple(part), article, names))
        for number, (path, part, article) in enumerate(zip(paths, parts, articles, strict=True), start=1)
    )


def _articles(notes: Notes, whole: list[tuple[ClaimNote, ...]]) -> list[tuple[AnnotatedBlock, ...]]:
    """Blocks by volume. A block in which two volumes meet stands in both; of a long one, each has its own part.

    Volumes with nothing but claims that were cut, the last ones, have none.
    """
    parts = [part for part in ([claim for claim in part if not claim.cut] for part in whole) if part]
    rest: list[tuple[AnnotatedBlock, ...]] = [()] * (len(whole) - max(1, len(parts)))
    if len(parts) <= 1:
        return [notes.article, *rest]
    starts = {number: index for index, block in enumerate(notes.article) for number in block.own_claims}
    firsts = [min((starts.get(claim.number, 0) for claim in part), default=0) for part in parts]
    lasts = [max((starts.get(claim.number, 0) for claim in part), default=0) for part in parts]
    firsts[0], lasts[-1] = 0, len(notes.article) - 1
    for index in range(1, len(parts)):
        firsts[index] = min(firsts[index], lasts[index - 1] + 1)
    articles = [list(notes.article[first : last + 1]) for first, last in zip(firsts, lasts, strict=True)]
    for at, block in enumerate(notes.article):
        sharing = [volume for volume in range(len(parts)) if firsts[volume] <= at <= lasts[volume]]
        if len(sharing) > 1 and sum(len(piece.text) for piece in block.pieces) > _LONG:
            cuts = _cuts(block, [{claim.number for claim in parts[volume]} for volume in sharing])
            for volume, (start, end) in zip(sharing, cuts, strict=True):
                articles[volume][at - firsts[volume]] = _part(block, start, end)
    return [*map(tuple, articles), *rest]


def _cuts(block: AnnotatedBlock, numbers: list[set[int]]) -> list[tuple[int, int]]:
    """For each volume, by its claims' numbers, which pieces of the block: all are in one, and all its claims' own."""
    own = [[at for at, piece in enumerate(block.pieces) if _begins(piece, known)] for known in numbers]
    starts = [0, *(min(found, default=0) for found in own[1:])]
    ends = [max(max(found, default=0) + 1, start) for found, start in zip(own, starts[1:], strict=False)]
    return list(zip(starts, [*ends, len(block.pieces)], strict=True))


def _begins(piece: Piece, numbers: set[int]) -> bool:
    return any(opening.claim in numbers and not opening.again for opening in piece.opens)


def _part(block: AnnotatedBlock, start: int, end: int) -> AnnotatedBlock:
    before = (Piece("… "),) if start else ()
    after = (Piece(" …"),) if end < len(block.pieces) else ()
    return replace(block, pieces=(*before, *block.pieces[start:end], *after))
