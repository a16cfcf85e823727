"""What can be still open in a case before notes go out: by which rule, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.case import QueryTo
from workbench.domain.claim import Status
from workbench.domain.span import Span


class Rule(StrEnum):
    NOT_DONE = "not done"
    CHANGED = "changed"
    SECOND_NAME = "second name"
    NO_OUTCOME = "no outcome"
    NO_CORRECTION = "no correction"
    NO_EVIDENCE = "no evidence"
    SECONDARY = "secondary"
    CLAIMANT = "claimant"
    NO_COPY = "no copy"
    UNANSWERED = "unanswered"
    FACT_LEFT = "fact left"


class Reason(StrEnum):
    """Why something is open; in brackets what of a `OpenPoint` says more."""

    NOT_DONE = "not done"
    """[status]"""
    LAPSED = "lapsed"
    """Signatures, whose names [names] did not sign again."""
    CHANGED = "changed"
    NOBODY_SIGNED = "nobody signed"
    TOO_FEW_SIGNED = "too few signed"
    """Only [names] signed it as it stands."""
    NO_OUTCOME = "no outcome"
    NO_CORRECTION = "no correction"
    """The outcome [words] wants one."""
    NO_NOTE = "no note"
    ONLY_CONTEXT = "only context"
    SECONDARY = "secondary"
    """It rests on [count] secondary sources, where [wanted] are asked for."""
    AGAINST = "against"
    """The outcome goes against the claimant [names], who was not asked."""
    UNHEARD = "unheard"
    """No primary source has the quotation, and its speaker [names] was not asked."""
    NO_COPY = "no copy"
    """Of the source [words], which is on the web."""
    UNANSWERED = "unanswered"
    """[to] has not answered [words]."""
    FACT_LEFT = "fact left"
    """[words] of the article."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing that is open: by which rule, about which claim (or which place, when no claim is there), and why."""

    rule: Rule
    reason: Reason
    claim_id: str = ""
    place: Span | None = None
    """Code points; the claim's place, or that of the fact that no claim covers."""
    names: tuple[str, ...] = ()
    words: str = ""
    count: int = 0
    wanted: int = 0
    status: Status | None = None
    to: QueryTo | None = None
