"""A plain text as its case will show it, read in the time of a picture: its words and blocks, nothing else of it."""

from __future__ import annotations

from pathlib import Path

from workbench.domain.article import Article
from workbench.errors import ArticleError
from workbench.importers.blocks import infer_blocks
from workbench.importers.decoding import decode
from workbench.importers.files import read_bytes, shown_name
from workbench.importers.foreign import kind_of_foreign_file

_SUFFIXES = (".txt", ".text")
_LARGEST = 100_000
"""Bytes; more takes longer than nobody notices."""


def read(path: Path) -> Article | None:
    """The article in a plain text file; None for all that takes longer, can't be read, or is something else."""
    try:
        if path.suffix.lower() not in _SUFFIXES or path.stat().st_size > _LARGEST:
            return None
        original = read_bytes(path)
        text = "" if kind_of_foreign_file(original) else decode(original, shown_name(path))
    except (OSError, ValueError, ArticleError):
        return None
    return Article(text, infer_blocks(text)) if any(character.isalnum() for character in text) else None
