"""Words of the article shown within the sentence they stand in."""

from __future__ import annotations

import re
from html import escape

from workbench.domain.article import Article
from workbench.domain.span import Span

_MOST = 240
"""Code points shown at each side of the words, in a sentence that has no end."""
_END = re.compile(r"[.!?…][”’\"')\]»]*\s+(?=[^\s\W\da-z]|[“‘\"'(«\d])|[。！？][”』」]?")
"""Where a sentence ends. Read for a person's eye only: a cut too many shows less, and changes nothing."""


def sentence_around(article: Article, words: Span) -> Span:
    """The sentence, or sentences, that `words` (code points of the article) stand in, within their block."""
    text = article.text
    block = next((block.span for block in article.blocks if block.span.contains(words)), Span(0, len(text)))
    ends = [block.start, *(found.end() for found in _END.finditer(text, block.start, block.end)), block.end]
    start = max(end for end in ends if end <= words.start)
    end = min(end for end in ends if end >= words.end)
    return Span(start, end).trimmed(text)


def within_sentence(article: Article, words: Span) -> str:
    """The sentence around `words` as HTML of our own, every word of the article escaped, with `words` strong."""
    text, around = article.text, sentence_around(article, words)
    before, after = text[around.start : words.start], text[words.end : around.end]
    if len(before) > _MOST:
        before = "…" + before[-_MOST:].partition(" ")[2]
    if len(after) > _MOST:
        after = after[:_MOST].rpartition(" ")[0] + "…"
    plain = re.sub(r"\s+", " ", f"{before}\0{words.of(text)}\0{after}")
    lead, strong, rest = map(escape, plain.split("\0"))
    return f"{lead}<b>{strong}</b>{rest}"
