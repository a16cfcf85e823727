"""Superlatives: "the largest", "first ever", "the only", "most of": what one example to the contrary makes wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from workbench.extraction.token_places import tokens_between
from workbench.extraction.word_lists import phrases

DEGREES = frozenset({"JJS", "RBS"})
REACH = 8
"""Tokens from the superlative to the noun it stands with, at most."""


def find_superlatives(doc: Doc, language: str) -> Iterator[tuple[int, int]]:
    """Start and end in `doc.text` of each superlative with its noun, in order and apart."""
    lower = doc.text.lower()
    if len(lower) != len(doc.text):
        return
    skipped = [match.span() for match in _pattern(language, "not_superlatives").finditer(lower)]
    found = [match.span() for match in _pattern(language, "superlatives").finditer(lower)]
    found.extend((_with_article(token).idx, token.idx + len(token)) for token in doc if token.tag_ in DEGREES)
    last = 0
    for start, end in sorted(found):
        if start < last or any(start < stop and begin < end for begin, stop in skipped):
            continue
        last = _with_noun(doc, start, end)
        yield start, last


@cache
def _pattern(language: str, key: str) -> re.Pattern[str]:
    choices = sorted(phrases(language, "facts", key), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, choices))})(?!\w)") if choices else re.compile(r"(?!)")


def _with_article(token: Token) -> Token:
    before = token.nbor(-1) if token.i > 0 else token
    if before.lower_ in ("the", "its", "their", "his", "her") and not token.is_sent_start:
        return before
    return token


def _with_noun(doc: Doc, start: int, end: int) -> int:
    """The end of the noun that the superlative stands with: "the largest | joint military exercise"."""
    position = tokens_between(doc, start, end).end
    limit = min(len(doc), position + REACH)
    noun = 0
    while position < limit and not doc[position].is_sent_start:
        token = doc[position]
        if token.pos_ in ("NOUN", "PROPN"):
            noun = token.idx + len(token)
        elif token.pos_ not in ("ADJ", "NUM", "ADV") and token.tag_ not in ("VBN", "VBG", "HYPH", "POS"):
            break
        position += 1
    return max(noun, end)
