"""Where words begin and end, for a caret or a selection that a hand has put a little beside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from workbench.domain.span import Span

_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
"""How the names of the letters begin whose scripts put no space between words."""


def word_around(text: str, at: int) -> Span:
    """The letters, or the digits, that stand together around the place `at` (code points); empty between words."""
    start = end = at
    if 0 < at < len(text) and (kind := _kind(text[at])) and _kind(text[at - 1]) == kind:
        while start > 0 and _kind(text[start - 1]) == kind:
            start -= 1
        while end < len(text) and _kind(text[end]) == kind:
            end += 1
    return Span(start, end)


def edges_around(text: str, at: int) -> Iterable[int]:
    """Both edges of the word that `at` is inside of, the nearer one first; `at` itself between words."""
    word = word_around(text, at)
    return sorted((word.start, word.end), key=lambda edge: abs(edge - at))


def whole_words(text: str, span: Span) -> Span:
    """`span` widened to whole words; one that lies within a single word stays as it is."""
    first, last = word_around(text, span.start), word_around(text, span.end)
    if any(word and word.contains(span) for word in (first, last)):
        return span
    return Span(first.start, last.end)


def _kind(char: str) -> str:
    """ "L" for a letter or its mark, "N" for a digit; empty for all else, and where words have no edges to be seen."""
    category = unicodedata.category(char)[0]
    if category not in "LMN" or unicodedata.name(char, "").startswith(_UNSPACED):
        return ""
    return "N" if category == "N" else "L"
