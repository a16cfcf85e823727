"""The files of a long case: how many, and their names."""

from __future__ import annotations

from pathlib import Path

CLAIMS_A_VOLUME = 250
"""Set in half a gigabyte; 500 take nearly one."""


def volume_paths(out: Path, claims: int, most: int) -> tuple[Path, ...]:
    """`out` up to `most` claims, else also `notes-volume-2-of-3.pdf` and so on."""
    of = max(1, -(-claims // most))
    return (out, *(_path(out, number, of) for number in range(2, of + 1)))


def _path(out: Path, number: int, of: int) -> Path:
    """A name so particular that no other file of the person's has it."""
    return out.with_name(f"{out.stem}-volume-{number}-of-{of}{out.suffix}")
