"""A long case in volumes: files of a few hundred claims, so that memory stays bounded and progress can be told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.reports.annotated import AnnotatedBlock
from workbench.reports.content import ClaimNote, Notes
from workbench.reports.volume_names import volume_paths


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
    parts = [notes.claims[start : start + most] for start in range(0, len(notes.claims), most)] or [()]
    paths = volume_paths(out, len(notes.claims), most)
    names = tuple(path.name for path in paths) if len(paths) > 1 else ()
    articles = _articles(notes, parts)
    return tuple(
        (path, Volume(number, len(parts), tuple(part), article, names))
        for number, (path, part, article) in enumerate(zip(paths, parts, articles, strict=True), start=1)
    )


def _articles(notes: Notes, parts: list[tuple[ClaimNote, ...]]) -> list[tuple[AnnotatedBlock, ...]]:
    """Blocks by volume. A block in which two volumes meet stands in both."""
    if len(parts) == 1:
        return [notes.article]
    starts = {number: index for index, block in enumerate(notes.article) for number in block.own_claims}
    firsts = [min((starts.get(claim.number, 0) for claim in part), default=0) for part in parts]
    lasts = [max((starts.get(claim.number, 0) for claim in part), default=0) for part in parts]
    firsts[0], lasts[-1] = 0, len(notes.article) - 1
    for index in range(1, len(parts)):
        firsts[index] = min(firsts[index], lasts[index - 1] + 1)
    return [notes.article[first : last + 1] for first, last in zip(firsts, lasts, strict=True)]
