"""Plain text, from a file or pasted."""

from __future__ import annotations

from workbench.domain.article import Article, Metadata
from workbench.domain.imported import ImportedArticle
from workbench.domain.language import guess_language
from workbench.errors import ArticleError
from workbench.importers.blocks import infer_blocks
from workbench.importers.decoding import (
    decode,
    has_many_zeros,
    normalise_newlines,
    without_surrogates,
    without_zeros,
)
from workbench.importers.publication import published_on

MEDIA_TYPE = "text/plain"


def read_plain_text(original: bytes, name: str) -> ImportedArticle:
    """The article in a text file's bytes. Raises ArticleError when they are no text, or hold no words."""
    return ImportedArticle(article_of(decode(original, name), name), original, MEDIA_TYPE, name)


def read_pasted(text: str) -> ImportedArticle:
    """The article in text the user pasted; its original is that in UTF-8. Raises ArticleError when there is none."""
    text = without_surrogates(text)
    name = "pasted text"
    if has_many_zeros(text):
        raise ArticleError("What was pasted is not text but binary data; copy the article's words and paste them.")
    return ImportedArticle(
        article_of(without_zeros(normalise_newlines(text)), name), text.encode("utf-8"), MEDIA_TYPE, name
    )


def article_of(text: str, name: str) -> Article:
    """Text with inferred blocks, language, day of publication. Raises ArticleError when there are no words in it."""
    if not any(character.isalnum() for character in text):
        raise ArticleError("“{name}” has no words in it; open a file with the article's text.", name=name)
    blocks = infer_blocks(text)
    metadata = Metadata(published=published_on(text, blocks), language=guess_language(text))
    return Article(text, blocks, metadata)
