"""Dates as they stand above an article: lines that hold nothing else, and the day it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from workbench.domain.article import Block, BlockKind
from workbench.importers.lexicon import credit_words, months, weekdays

_MOST_WORDS = 24
_DIGIT = re.compile(r"\d")
_PIECE = re.compile(r"[^\W\d_]+(?:['’׳॰-][^\W\d_]+)*|\d+")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)|(?<!\d)\d{1,2}\s?(?:[ap]\.?m|h|uhr)\b", re.IGNORECASE)
_NUMBERED_DATE = re.compile(r"\d[-/.]\d{1,2}[-/.]\d")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_DAY_NAME_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª)?[.,]?\s+(?:de\s+|of\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)"
)
_NAME_DAY_YEAR = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")


def is_date_line(line: str) -> bool:
    """Whether a line holds only a date or a time with a number in it ("Updated 14:32 GMT", "2 hours ago")."""
    if not _DIGIT.search(line):
        return False
    pieces = _PIECE.findall(line.lower())
    if len(pieces) > _MOST_WORDS or not any(piece.isdigit() for piece in pieces):
        return False
    if _EAST_ASIAN.search(line):
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


def published_on(text: str, blocks: Iterable[Block]) -> str:
    """The ISO date in the first byline that holds one clear date, else empty: better none than a wrong one."""
    for block in blocks:
        if block.kind is BlockKind.BYLINE and (day := read_date(block.span.of(text))):
            return day.isoformat()
    return ""


def read_date(line: str) -> date | None:
    """The first full date in a line, when it can be read one way only."""
    for pattern in (_ISO, _EAST_ASIAN):
        if match := pattern.search(line):
            return _date(*map(int, match.groups()))
    if match := _DAY_FIRST.search(line):
        day, month, year = map(int, match.groups())
        return _date(year, month, day)
    return _with_slashes(line) or _with_month_name(line.lower())


def _with_slashes(line: str) -> date | None:
    """14/3/2022 and 3/14/2022 can be read one way only, 3/4/2022 can't."""
    match = _SLASHES.search(line)
    if not match:
        return None
    first, second, year = map(int, match.groups())
    if first <= 12 and second <= 12 and first != second:
        return None
    return _date(year, second, first) if second <= 12 else _date(year, first, second)


def _with_month_name(line: str) -> date | None:
    for match in _DAY_NAME_YEAR.finditer(line):
        if month := months().get(match[2]):
            return _date(int(match[3]), month, int(match[1]))
    for match in _NAME_DAY_YEAR.finditer(line):
        if month := months().get(match[1]):
            return _date(int(match[3]), month, int(match[2]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if year >= 1600 else None
