"""Which tokens stand at a place of a text. spaCy's own `Doc.char_span` walks the whole doc each time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

_KEPT = "token starts"


def tokens_between(doc: Doc, start: int, end: int) -> TokenSpan:
    """The tokens that overlap `doc.text[start:end]`, an empty span when there are none. Takes log n steps."""
    starts = _starts(doc)
    first = max(0, bisect_right(starts, start) - 1)
    if first < len(doc) and doc[first].idx + len(doc[first]) <= start:
        first += 1
    return doc[first : max(first, bisect_left(starts, end))]


def token_at(doc: Doc, place: int) -> Token | None:
    """The token that the character at `place` belongs to; None between tokens and outside the text."""
    found = tokens_between(doc, place, place + 1) if place >= 0 else doc[0:0]
    return found[0] if len(found) else None


def _starts(doc: Doc) -> list[int]:
    kept = doc.user_data
    if _KEPT not in kept:
        kept[_KEPT] = [token.idx for token in doc]
    starts: list[int] = kept[_KEPT]
    return starts
