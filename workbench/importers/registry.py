"""Which reader opens which file.

To add a format: write a module beside this one with a function `(original: bytes, name: str) -> ImportedArticle` that
raises ArticleError with one sentence for every file it can't read, and give it a row in `FORMATS` below: the words that
stand for it in messages and in the window's file dialog, its file types, and how its bytes begin. Nothing else names a
format. What reads here may crash or stall on a hostile file: `workbench.workflow.importing` reads in a process apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from workbench.domain.imported import ImportedArticle
from workbench.errors import ArticleError, Sentence
from workbench.importers.files import read_bytes, shown_name
from workbench.importers.foreign import kind_of_foreign_file
from workbench.importers.markdown import read_markdown
from workbench.importers.plain_text import read_pasted, read_plain_text

__all__ = ["FORMATS", "Format", "format_of", "read_article", "read_pasted", "take_in"]


_BEGINNING = 4096
"""Bytes looked at to tell a format."""


@dataclass(frozen=True, slots=True)
class Format:
    label: Sentence
    suffixes: tuple[str, ...]
    """Lower case, with their dot."""
    read: Callable[[bytes, str], ImportedArticle]
    begins: re.Pattern[bytes] | None = None
    """How such a file begins, to know it where the name says nothing."""
    is_archive: bool = False
    """Whether any ZIP archive of its name is tried: not all programs pack in the order that tells the formats apart."""
    is_plain: bool = False
    """Whether it is text as it stands, taken apart by nothing but our own code."""

    def is_of(self, original: bytes) -> bool:
        return self.begins is not None and bool(self.begins.match(original[:_BEGINNING]))


# Readers with large libraries are loaded when a file needs them: the window's start does not.


def _read_html(original: bytes, name: str) -> ImportedArticle:
    from workbench.importers.html.reader import read_html

    return read_html(original, name)


def _read_docx(original: bytes, name: str) -> ImportedArticle:
    from workbench.importers.docx import read_docx

    return read_docx(original, name)


def _read_odt(original: bytes, name: str) -> ImportedArticle:
    from workbench.importers.odt import read_odt

    return read_odt(original, name)


def _read_pdf(original: bytes, name: str) -> ImportedArticle:
    from workbench.importers.pdf import read_pdf

    return read_pdf(original, name)


def _read_mail(original: bytes, name: str) -> ImportedArticle:
    from workbench.importers.mail import read_mail

    return read_mail(original, name)


FORMATS: tuple[Format, ...] = (
    Format(
        Sentence("HTML page"),
        (".html", ".htm", ".xhtml"),
        _read_html,
        re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S),
    ),
    Format(
        Sentence("Word document"),
        (".docx",),
        _read_docx,
        re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|docProps/|word/)", re.DOTALL),
        is_archive=True,
    ),
    Format(
        Sentence("OpenDocument text"),
        (".odt",),
        _read_odt,
        re.compile(rb"PK\x03\x04.{26}mimetype.{0,28}application/vnd\.oasis\.opendocument\.text", re.DOTALL),
        is_archive=True,
    ),
    Format(Sentence("PDF"), (".pdf",), _read_pdf, re.compile(rb"%PDF-")),
    Format(
        Sentence("e-mail"),
        (".eml",),
        _read_mail,
        re.compile(rb"[a-z-]+: .*?^(?:message-id|mime-version): ", re.IGNORECASE | re.MULTILINE | re.DOTALL),
    ),
    Format(Sentence("Markdown"), (".md", ".markdown"), read_markdown, is_plain=True),
    Format(Sentence("plain text"), (".txt", ".text"), read_plain_text, is_plain=True),
)

_FILE_TYPE = re.compile(r"\.(?=.*[a-z])[a-z0-9]{1,10}")
"""A name may end in something else behind a dot: “report 2.1”, “Mr. Smith goes home”."""


def read_article(path: Path) -> ImportedArticle:
    """The article in the file, with the very bytes it was read from.

    Raises ArticleError, whose sentence says what to do, when the file can't be read or holds no article.
    """
    chosen, original, name = take_in(path)
    return chosen.read(original, name)


def take_in(path: Path) -> tuple[Format, bytes, str]:
    """What is to read the file, its bytes, and its name as it can be shown. Raises ArticleError as `read_article`."""
    name = shown_name(path)
    suffix = path.suffix.lower()
    original = read_bytes(path)
    chosen = next((entry for entry in FORMATS if suffix in entry.suffixes), None)
    if chosen is None and _FILE_TYPE.fullmatch(suffix):
        raise ArticleError(
            "“{name}”: files of type {suffix} are not read here; save it as one of these: {formats}.",
            name=name,
            suffix=suffix,
            formats=_openable(),
        )
    if not original:
        raise ArticleError("“{name}” is empty; open a file with the article's text.", name=name)
    return _format_of(original, chosen, name), original, name


def format_of(original: bytes, name: str) -> Format:
    """What is to read bytes that came by another way than a file. Raises ArticleError when they can be no article."""
    chosen = next((entry for entry in FORMATS if name.lower().endswith(entry.suffixes)), None)
    return _format_of(original, chosen, name)


def _format_of(original: bytes, by_name: Format | None, name: str) -> Format:
    """The one the name says, unless the bytes are plainly of another; without a name that says any, by the bytes."""
    foreign = kind_of_foreign_file(original)
    if by_name is not None and not foreign:
        return by_name
    by_bytes = next((entry for entry in FORMATS if entry.is_of(original)), None)
    if by_bytes is not None:
        return by_bytes
    if by_name is not None and by_name.is_archive and original.startswith(b"PK"):
        return by_name
    if foreign:
        raise ArticleError(
            "“{name}” is {foreign}; save the article as one of these: {formats}.",
            name=name,
            foreign=foreign,
            formats=_openable(),
        )
    return FORMATS[-1]


def _openable() -> Sentence:
    named = (Sentence("{format} ({suffixes})", format=one.label, suffixes=", ".join(one.suffixes)) for one in FORMATS)
    return reduce(lambda before, one: Sentence("{before}, {one}", before=before, one=one), named)
