"""Lines that hold nothing but a date or a time, as they stand above an article."""

from __future__ import annotations

import re

from workbench.importers.lexicon import credit_words, months, weekdays

_MOST_WORDS = 24
_DIGIT = re.compile(r"\d")
_PIECE = re.compile(r"[^\W\d_]+(?:['’׳॰-][^\W\d_]+)*|\d+")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)|(?<!\d)\d{1,2}\s?(?:[ap]\.?m|h|uhr)\b", re.IGNORECASE)
_NUMBERED_DATE = re.compile(r"\d[-/.]\d{1,2}[-/.]\d")
EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
"""Year, month, day."""


def is_date_line(line: str) -> bool:
    """Whether a line holds only a date or a time with a number in it ("Updated 14:32 GMT", "2 hours ago")."""
    if not _DIGIT.search(line):
        return False
    pieces = _PIECE.findall(line.lower())
    if len(pieces) > _MOST_WORDS or not any(piece.isdigit() for piece in pieces):
        return False
    if EAST_ASIAN.search(line):
        return len(line) <= 40
    return _looks_like_date(line, pieces) and all(_belongs_to_date(piece) for piece in pieces)


def _looks_like_date(line: str, pieces: list[str]) -> bool:
    """A bare number is not a date: there has to be a month, a weekday, a time, a full date or a word like “hours”."""
    names = any(piece in months() or piece in weekdays() for piece in pieces)
    words = any(len(piece) > 3 and piece in credit_words("date_words") for piece in pieces)
    return names or words or bool(_TIME.search(line) or _NUMBERED_DATE.search(line))


def _belongs_to_date(piece: str) -> bool:
    if piece.isdigit():
        return len(piece) <= 4
    return piece in months() or piece in weekdays() or piece in credit_words("date_words")
