"""A long case in volumes: files of a few hundred claims, so that memory stays bounded and progress can be told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from workbench.domain.case import Case
from workbench.reports.annotated import AnnotatedBlock
from workbench.reports.content import ClaimNote, Notes

CLAIMS_A_VOLUME = 250
"""Set in half a gigabyte; 500 take nearly one."""


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
    paths = [out, *(_path(out, number, len(parts)) for number in range(2, len(parts) + 1))]
    names = tuple(path.name for path in paths) if len(paths) > 1 else ()
    articles = _articles(notes, parts)
    return tuple(
        (path, Volume(number, len(parts), tuple(part), article, names))
        for number, (path, part, article) in enumerate(zip(paths, parts, articles, strict=True), start=1)
    )


def _path(out: Path, number: int, of: int) -> Path:
    """A name so particular that no other file of the person's has it."""
    return out.with_name(f"{out.stem}-volume-{number}-of-{of}{out.suffix}")


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


def pruned(notes: Notes, volume: Volume) -> Notes:
    """The notes without what this volume doesn't show, for the way to the process that sets it."""
    if volume.of == 1:
        return replace(notes, case=_shell(notes))
    shown = {claim.number for claim in volume.claims}
    marked = {number for block in volume.article for number in block.claims}
    return replace(
        notes,
        case=_shell(notes),
        article=(),
        claims=tuple(claim for claim in notes.claims if claim.number in shown | marked),
        sources=tuple(source for source in notes.sources if shown.intersection(source.claims)),
    )


def _shell(notes: Notes) -> Case:
    """The case with its article and its names, without its parts."""
    return replace(
        notes.case,
        claims=(),
        sources={},
        evidence={},
        links=(),
        snapshots={},
        facts=(),
        warnings=(),
        queries=(),
        sign_offs=(),
    )
