"""What extraction finds in an article. All spans are code points into `Article.text`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from workbench.domain.claim import ClaimKind
from workbench.domain.span import Span


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim the article makes. In `Findings.claims` they stand in order of place."""

    span: Span
    kind: ClaimKind
    claimant: str = ""
    """The speaker's fullest name in the article, or the words as they stand; empty when the article itself says so."""
    checkable: bool = True
    check_worthiness: float = 0.0
    reasons: tuple[str, ...] = ()
    found_by: str = ""
    repeats: tuple[Span, ...] = ()
    """Other places where the same words stand."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words or thought, who says so, and by which word."""

    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: str = ""
    direct: bool = False


class FactKind(StrEnum):
    NAME = "name"
    PLACE = "place"
    NUMBER = "number"
    DATE = "date"
    QUOTATION = "quotation"
    SUPERLATIVE = "superlative"
    CAUSE = "cause"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a careful reader underlines."""

    span: Span
    kind: FactKind


class WarningKind(StrEnum):
    HEADLINE_QUOTATION = "headline quotation not in body"
    REPEATED_QUOTATION = "quotation repeated with differences"
    MARKS = "quotation marks"
    WORDS_RUN_TOGETHER = "words run together"
    NAME_SPELLING = "name spelled two ways"
    WEEKDAY = "weekday and date disagree"
    TOTAL = "parts don't add up"
    PERCENTAGE = "percentage over 100"
    CHANGE = "percentage and figures disagree"
    MACHINE_TRANSLATED = "reads as machine-translated"
    DAMAGE = "damaged text"
    LANGUAGE = "language without a model"
    MODEL = "model missing"


@dataclass(frozen=True, slots=True)
class TextWarning:
    """Something wrong with the text that needs no judgement to see."""

    kind: WarningKind
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date or time expression, read against the publication date. ISO 8601 dates, inclusive; empty when unknown."""

    span: Span
    earliest: str
    latest: str
    how: str


@dataclass(frozen=True, slots=True)
class Findings:
    claims: tuple[FoundClaim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    facts: tuple[Fact, ...] = ()
    warnings: tuple[TextWarning, ...] = ()
    dates: tuple[DateReading, ...] = field(default=())
