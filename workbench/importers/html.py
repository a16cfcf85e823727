"""Saved HTML pages."""

from __future__ import annotations

from workbench.domain.article import ImportedArticle
from workbench.importers.plain_text import read_plain_text


def read_html(original: bytes, name: str) -> ImportedArticle:
    return read_plain_text(original, name)
