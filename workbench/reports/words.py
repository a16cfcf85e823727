"""The notes' English: names of kinds, states and stances, and dates as a reader says them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from workbench.domain.article import BlockKind
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
BLOCKS: Mapping[BlockKind, str] = {kind: kind.value.capitalize() for kind in BlockKind}
NO_OUTCOME = "No outcome yet"

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


def _day(iso: str) -> str:
    parts = iso.split("-")
    lengths = tuple(map(len, parts))
    if not all(part.isdecimal() for part in parts) or lengths not in ((4,), (4, 2), (4, 2, 2)):
        return iso
    if len(parts) > 1 and not 1 <= int(parts[1]) <= 12:
        return iso
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, _MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def counted(number: int, one: str, many: str = "") -> str:
    """“1 claim”, “2 claims”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
