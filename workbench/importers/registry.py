"""Which reader opens which file.

To add a format: write a module beside this one with a function `(original: bytes, name: str) -> ImportedArticle` that
raises ArticleError with one sentence for every file it can't read, and give it a row in `FORMATS` below: the words that
stand for it in messages and in the window's file dialog, its file types, and how its bytes begin. Nothing else names a
format.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.article import ImportedArticle
from workbench.errors import ArticleError
from workbench.importers.files import read_bytes, shown_name
from workbench.importers.foreign import kind_of_foreign_file
from workbench.importers.plain_text import read_pasted, read_plain_text

__all__ = ["FORMATS", "Format", "read_article", "read_pasted"]


@dataclass(frozen=True, slots=True)
class Format:
    label: str
    suffixes: tuple[str, ...]
    """Lower case, with their dot."""
    read: Callable[[bytes, str], ImportedArticle]
    begins: re.Pattern[bytes] | None = None
    """How such a file begins, to know it where the name says nothing."""


def _read_html(original: bytes, name: str) -> ImportedArticle:
    # Loaded when a page is opened: its libraries take longer than all of the window's start needs.
    from workbench.importers.html.reader import read_html

    return read_html(original, name)


FORMATS: tuple[Format, ...] = (
    Format(
        "HTML page",
        (".html", ".htm", ".xhtml"),
        _read_html,
        re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S),
    ),
    Format("plain text", (".txt", ".text", ".md"), read_plain_text),
)

_FILE_TYPE = re.compile(r"\.(?=.*[a-z])[a-z0-9]{1,10}")
"""A name may end in something else behind a dot: “report 2.1”, “Mr. Smith goes home”."""


def read_article(path: Path) -> ImportedArticle:
    """The article in the file, with the very bytes it was read from.

    Raises ArticleError, whose sentence says what to do, when the file can't be read or holds no article.
    """
    name = shown_name(path)
    suffix = path.suffix.lower()
    chosen = next((entry for entry in FORMATS if suffix in entry.suffixes), None)
    if chosen is None and _FILE_TYPE.fullmatch(suffix) and not path.is_dir():
        raise ArticleError(
            f"“{name}”: files of type {suffix} are not read here; save it as one of these: {_openable()}."
        )
    original = read_bytes(path)
    if not original:
        raise ArticleError(f"“{name}” is empty; open a file with the article's text.")
    chosen = chosen or _sniffed(original)
    foreign = kind_of_foreign_file(original)
    if foreign and not (chosen.begins and chosen.begins.match(original)):
        raise ArticleError(f"“{name}” is {foreign}, not {chosen.label}; save it as one of these: {_openable()}.")
    return chosen.read(original, name)


def _sniffed(original: bytes) -> Format:
    """By how the bytes begin; plain text when nothing else fits."""
    return next((entry for entry in FORMATS if entry.begins and entry.begins.match(original[:4096])), FORMATS[-1])


def _openable() -> str:
    return ", ".join(f"{entry.label} ({', '.join(entry.suffixes)})" for entry in FORMATS)
