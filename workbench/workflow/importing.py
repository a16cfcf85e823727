"""Articles from files, read where they can do no harm: all but plain text in a process apart, with limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from workbench.domain.imported import ImportedArticle
from workbench.errors import ArticleError, Sentence
from workbench.importers import registry
from workbench.importers.registry import Format

SECONDS = 60.0
"""A PDF of 300 pages takes two."""
_MEMORY = 2_000_000_000
"""Bytes of address space for one reading."""
_INSTEAD = Sentence("Open it in the program it comes from, copy its words and paste them here.")


def read_article(
    path: Path, *, cancelled: Callable[[], bool] = lambda: False, seconds: float = SECONDS
) -> ImportedArticle:
    """The article in the file, with the very bytes it was read from.

    Raises ArticleError with one sentence when the file can't be read, takes too long or too much memory, or crashes
    what reads it; Cancelled within about 0.1 s of `cancelled()`.
    """
    return _read(*registry.take_in(path), cancelled, seconds)


def read_original(
    original: bytes, name: str, *, cancelled: Callable[[], bool] = lambda: False, seconds: float = SECONDS
) -> ImportedArticle:
    """The article in bytes that were read before and kept. Raises as `read_article` does."""
    return _read(registry.format_of(original, name), original, name, cancelled, seconds)


def _read(chosen: Format, original: bytes, name: str, cancelled: Callable[[], bool], seconds: float) -> ImportedArticle:
    if chosen.is_plain:
        return chosen.read(original, name)
    from workbench.workflow.apart import Limits, run_apart  # plain text, the most common, waits for nothing

    limits = Limits(
        ArticleError(
            "“{name}” can't be read: it is broken, or takes more memory than is allowed. {instead}",
            name=name,
            instead=_INSTEAD,
        ),
        ArticleError(
            "“{name}” takes longer than {seconds} seconds to be read. {instead}",
            name=name,
            seconds=seconds,
            instead=_INSTEAD,
        ),
        seconds,
        _MEMORY,
    )
    place = registry.FORMATS.index(chosen)
    imported: ImportedArticle = run_apart(_read_here, (place, original, name), limits, cancelled=cancelled)
    return replace(imported, original=original)


def _read_here(place: int, original: bytes, name: str, _progress: object) -> ImportedArticle:
    """Without the bytes, which are on the other side already."""
    return replace(registry.FORMATS[place].read(original, name), original=b"")
