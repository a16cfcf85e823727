"""Taking in a file's bytes: only an ordinary file of a sensible size, and never waiting for one that has no end."""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path

from workbench.errors import ArticleError

LARGEST = 50 * 1024 * 1024
"""Bytes. A whole book is about one megabyte of text."""

_REORDERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def shown_name(path: Path) -> str:
    """The file's name as it can be shown and stored: bytes that are no text, and marks that reorder it, as U+FFFD."""
    return without_controls(os.fsencode(path.name or str(path)).decode("utf-8", "replace"))


def without_controls(words: str) -> str:
    """With U+FFFD for each character that commands a terminal or reorders the words around it."""
    return "".join("\ufffd" if _reorders_or_controls(character) else character for character in words)


def _reorders_or_controls(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Zl", "Zp") or character in _REORDERING


def read_bytes(path: Path) -> bytes:
    """All bytes of the file. Raises ArticleError when it can't be read, is no ordinary file, or is over `LARGEST`."""
    name = shown_name(path)
    try:
        size = _size_of_file(path, name)
        if size > LARGEST:
            raise _too_large(name)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, name, error) from error
    if len(data) > LARGEST:
        raise _too_large(name)
    return data


def _size_of_file(path: Path, name: str) -> int:
    # Looked at before it is opened: opening a pipe waits for its other end.
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise ArticleError("“{name}” is a folder; open one of the articles in it.", name=name)
    if not stat.S_ISREG(status.st_mode):
        raise ArticleError(
            "“{name}” is not an ordinary file; save the article as a text or HTML file and open that.", name=name
        )
    return status.st_size


def _too_large(name: str) -> ArticleError:
    return ArticleError(
        "“{name}” is over the limit of {megabytes} MB for one article; "
        "split it, or save only the article's text and open that.",
        name=name,
        megabytes=LARGEST // 1024 // 1024,
    )


def _unreadable(path: Path, name: str, error: OSError | ValueError) -> ArticleError:
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return ArticleError(
                "“{name}” is a link to a file that is no longer there; open the file itself.", name=name
            )
        return ArticleError("“{name}” is not there; check the name and the folder.", name=name)
    if isinstance(error, PermissionError):
        return ArticleError("“{name}” may not be read by you; change its permissions or open a copy of it.", name=name)
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ArticleError(
        "“{name}” can't be read ({reason}); copy it to this computer's disk and open the copy.",
        name=name,
        reason=reason,
    )
