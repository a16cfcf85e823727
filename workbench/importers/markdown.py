"""Markdown: plain text whose headings are marked, below the lines a site's program reads (YAML front matter)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.imported import ImportedArticle
from workbench.domain.span import Span
from workbench.importers.decoding import decode
from workbench.importers.markdown_marks import blocks_of
from workbench.importers.plain_text import article_of

MEDIA_TYPE = "text/markdown"

_FRONT_MATTER = re.compile(
    r"\s*---[ \t]*\n(?P<lines>(?:[ \t]*\n|[\w-]+:.*\n|[ \t]+.*\n|- .*\n|#.*\n){1,200}?)---[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(r"^(title|author|date|lang|language)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE | re.IGNORECASE)


def read_markdown(original: bytes, name: str) -> ImportedArticle:
    """The article in a Markdown file, its text as it stands there. Raises ArticleError as plain text does."""
    text = decode(original, name)
    front = _FRONT_MATTER.match(text)
    article = _marked(text, name) if front is None else _below(front, text, name)
    return ImportedArticle(article, original, MEDIA_TYPE, name)


def _marked(text: str, name: str) -> Article:
    return replace(article_of(text, name), blocks=blocks_of(text))


def _below(front: re.Match[str], text: str, name: str) -> Article:
    """The article below the front matter, which is one block of boilerplate and tells title, author and date."""
    rest = _marked(text[front.end() :], name)
    head = Block(BlockKind.BOILERPLATE, Span(front.start(), front.end()).trimmed(text))
    blocks = (head, *(Block(block.kind, block.span.shifted(front.end())) for block in rest.blocks))
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front["lines"])}
    metadata = replace(
        rest.metadata,
        title=fields.get("title", ""),
        author=fields.get("author", ""),
        published=_iso_date(fields.get("date", "")) or rest.metadata.published,
    )
    return Article(text, blocks, metadata)


def _iso_date(value: str) -> str:
    try:
        return date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        return ""
