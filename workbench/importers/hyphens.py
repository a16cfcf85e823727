"""Words broken at a line's end: whether the hyphen there was the word's own can be seen from the dictionary."""

from __future__ import annotations

import gzip
import re
from functools import cache

import resources

_LAST_WORD = re.compile(r"[^\W_]+$")
_FIRST_WORD = re.compile(r"^[^\W_]+")


def mended(before: str, after: str, language: str) -> str:
    """The two ends of a broken word joined. `before` comes without its hyphen.

    The hyphen stays before a capital (“Anglo-American”) or a figure, and between two words that make no third one
    (“forty-five”, but “news-paper”). Without a dictionary of the language nothing else tells, and the parts are joined.
    """
    left, right = _LAST_WORD.search(before), _FIRST_WORD.search(after)
    if not left or not right:
        return before + after
    return f"{before}-{after}" if _keeps(left[0], right[0], _words(language)) else before + after


def _keeps(left: str, right: str, known: frozenset[str]) -> bool:
    if left[-1].isdigit() or right[0].isdigit() or (right[0].isupper() and not left.isupper()):
        return True
    parts = left.lower(), right.lower()
    return "".join(parts) not in known and all(len(part) > 1 and part in known for part in parts)


@cache
def _words(language: str) -> frozenset[str]:
    try:
        packed = resources.path(f"lexicons/{language or 'none'}/words.txt.gz").read_bytes()
    except FileNotFoundError:
        return frozenset()
    return frozenset(line.removesuffix("*") for line in gzip.decompress(packed).decode().split("\n"))
