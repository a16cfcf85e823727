"""A claim, where it stands, and where its check stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.span import Span


class ClaimKind(StrEnum):
    QUOTATION = "quotation"
    STATEMENT = "statement"
    STATISTIC = "statistic"
    PREDICTION = "prediction"
    OPINION = "opinion"


class Status(StrEnum):
    """Where the check stands; kept apart from its outcome."""

    TO_CHECK = "to check"
    CHECKING = "checking"
    QUERY_OUT = "query out"
    NEEDS_EDITOR = "needs editor"
    CHECKED = "checked"
    CHANGED = "changed, needs attention"
    SECOND_CHECKED = "second-checked"

    @property
    def is_done(self) -> bool:
        return self in (Status.CHECKED, Status.SECOND_CHECKED)


class Origin(StrEnum):
    FOUND = "found"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a claim stands in a draft: W3C TextPositionSelector and TextQuoteSelector, in code points."""

    span: Span
    exact: str
    prefix: str
    suffix: str

    CONTEXT = 32
    """Code points of prefix and suffix kept at each side."""

    @classmethod
    def at(cls, text: str, span: Span) -> Anchor:
        before = text[max(0, span.start - cls.CONTEXT) : span.start]
        after = text[span.end : span.end + cls.CONTEXT]
        return cls(span, span.of(text), before, after)


@dataclass(frozen=True, slots=True)
class Claim:
    """What is asserted, by whom, and what the checker made of it.

    `number` is the one in margin and report: given once, never given to another claim of the case.
    `anchors` has the claim's own place first, then the places where the same words are repeated.
    """

    id: str
    number: int
    anchors: tuple[Anchor, ...]
    kind: ClaimKind
    claimant: str = ""
    """Who says so, as a name; empty when the article itself does."""
    restated: str = ""
    checkable: bool = True
    check_worthiness: float | None = None
    """0..1, None for a claim made by hand."""
    reasons: tuple[str, ...] = ()
    origin: Origin = Origin.FOUND
    found_by: str = ""
    """What found it, for a person: "colon style", "clause of “announced”"."""
    status: Status = Status.TO_CHECK
    outcome: str = ""
    """Identifier of an outcome in the case's rating scale; empty when none is given."""
    correction: str = ""
    reasoning: str = ""

    @property
    def span(self) -> Span:
        return self.anchors[0].span

    @property
    def exact(self) -> str:
        return self.anchors[0].exact
