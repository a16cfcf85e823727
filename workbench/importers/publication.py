"""The day an article was published, as it stands above its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from workbench.domain.article import Block, BlockKind
from workbench.importers.date_lines import EAST_ASIAN
from workbench.importers.lexicon import months

_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_DAY_NAME_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª)?[.,]?\s+(?:de\s+|of\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)"
)
_NAME_DAY_YEAR = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")


def published_on(text: str, blocks: Iterable[Block]) -> str:
    """The ISO date in the first byline that holds one clear date, else empty: better none than a wrong one."""
    for block in blocks:
        if block.kind is BlockKind.BYLINE and (day := read_date(block.span.of(text))):
            return day.isoformat()
    return ""


def read_date(line: str) -> date | None:
    """The first full date in a line, when it can be read one way only."""
    for pattern in (_ISO, EAST_ASIAN):
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
