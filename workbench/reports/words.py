"""The notes' English: names of kinds, states and stances, and dates as a reader says them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from workbench.domain.claim import ClaimKind
from workbench.domain.evidence import Stance
from workbench.domain.rating import Tone

KINDS: Mapping[ClaimKind, str] = {
    ClaimKind.QUOTATION: "Quotation",
    ClaimKind.STATEMENT: "Statement of fact",
    ClaimKind.STATISTIC: "Statistic",
    ClaimKind.PREDICTION: "Prediction",
    ClaimKind.OPINION: "Opinion",
}
STANCES: Mapping[Stance, str] = {
    Stance.SUPPORTS: "Supports",
    Stance.CONTRADICTS: "Contradicts",
    Stance.CONTEXT: "Context",
}
STANCE_ICONS: Mapping[Stance, str] = {Stance.SUPPORTS: "✓", Stance.CONTRADICTS: "✗", Stance.CONTEXT: "○"}
TONE_ICONS: Mapping[Tone, str] = {Tone.GOOD: "✓", Tone.MIXED: "≈", Tone.BAD: "✗", Tone.OPEN: "?"}
NO_OUTCOME = "No outcome yet"

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


_DAY = re.compile(rf"\b(\d\d?) (?={'|'.join(_MONTHS)})")


def whole_dates(text: str) -> str:
    """No line breaks between the day and the month of a date."""
    return _DAY.sub("\\1\u00a0", text)


def when(iso: str) -> str:
    """`2026-11-23T12:04:05Z` as “23 November 2026, 12:04 UTC”; a partial date as far as it goes; else as it is."""
    if "T" not in iso:
        return _day(iso)
    try:
        instant = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=UTC)
    instant = instant.astimezone(UTC)
    return f"{instant.day} {_MONTHS[instant.month - 1]} {instant.year}, {instant:%H:%M} UTC"


def is_date(text: str) -> bool:
    """Whether `text` is an ISO 8601 date of the calendar, whole or partial: 2026, 2026-11, 2026-11-23."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _day(iso: str) -> str:
    if not is_date(iso):
        return iso
    year, *rest = iso.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def counted(number: int, one: str, many: str = "") -> str:
    """“1 claim”, “2 claims”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
