"""An article as it comes out of a file: with the very bytes, and what its author remarked in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from workbench.domain.article import Article
from workbench.domain.span import Span


@dataclass(frozen=True, slots=True)
class AuthorNote:
    """A comment or footnote in the author's file, with the words of `Article.text` that it is about."""

    span: Span
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article together with the very bytes it was read from."""

    article: Article
    original: bytes
    media_type: str
    name: str
    """The file's name without its folder, "pasted text" for pasted text."""
    notes: tuple[AuthorNote, ...] = ()
    """Of formats that can hold comments and footnotes."""
    captured_from: str = ""
    """The address it was fetched from, if it was."""
    response: str = ""
    """When and by which addresses it was fetched, with the answer's status and headers."""

    @property
    def sha256(self) -> str:
        """SHA-256 of the original bytes, lower-case hexadecimal."""
        return hashlib.sha256(self.original).hexdigest()
