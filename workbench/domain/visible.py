"""Whether words can be seen."""

from __future__ import annotations

import unicodedata

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and a symbol that are drawn as nothing: the fillers of Hangul, and Braille without a dot."""


def shows_something(words: str) -> bool:
    """Whether there is a letter, figure, punctuation mark or symbol in them that leaves a mark on the page."""
    return any(unicodedata.category(sign)[0] in "LNPS" and sign not in _BLANK for sign in words)
