"""Where the command line may write notes: what is no earlier export of the person's is not written over."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Collection
from pathlib import Path

from workbench import looking
from workbench.errors import ExportError

ENDINGS = {
    "pdf": (".pdf",),
    "html": (".html", ".htm", ".xhtml"),
    "docx": (".docx",),
    "json": (".json",),
    "csv": (".csv",),
    "claimreview": (".json", ".jsonld"),
}
"""Endings of a file in each format of the notes."""


def output(word: str) -> Path:
    """A file to write. Notes and cases are several files, or need to be read again, so never the standard output."""
    if word == "-":
        raise argparse.ArgumentTypeError("“-” is no file here; name one, or ./- for a file of that name")
    return Path(word)


def require_no_article(target: Path, to: str, kept: Collection[str]) -> None:
    """Raises ExportError when notes in the format `to` would replace an article.

    That is a file with the ending of an article's format and not of `to`, or one of which the case has a copy: `kept`
    are their SHA-256.
    """
    from workbench.importers.registry import FORMATS

    if not looking.is_file(target):
        return
    suffix = target.suffix.lower()
    if suffix not in ENDINGS[to] and any(suffix in one.suffixes for one in FORMATS):
        raise ExportError(
            "“{target}” is there and may be an article, as its ending {suffix} is none of {format}: give another name.",
            target=target,
            suffix=suffix,
            format=to,
        )
    if _sha256(target) in kept:
        raise ExportError(
            "“{target}” is the article of this case or a source kept in it: give another name.", target=target
        )


def _sha256(target: Path) -> str:
    try:
        with target.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:  # said by whoever writes there
        return ""
