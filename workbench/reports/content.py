"""What verification notes say, as plain data: the parts every writer puts on its pages, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.case import Case, Query, SignOff
from workbench.domain.claim import ClaimKind, Status
from workbench.domain.evidence import Snapshot, Source, Stance
from workbench.domain.rating import Tone
from workbench.reports.annotated import AnnotatedBlock
from workbench.reports.changes import Change
from workbench.reports.options import NotesOptions


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome as it is shown: always word and tone together. `given` is False for “No outcome yet”."""

    label: str
    tone: Tone
    given: bool
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    label: str
    tone: Tone
    number: int
    given: bool = True
    """False for “No outcome yet”."""


class Mark(StrEnum):
    SAME = "same"
    GONE = "gone"
    """In the quotation only."""
    NEW = "new"
    """In the source only."""


@dataclass(frozen=True, slots=True)
class MarkedWords:
    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """How a quotation compares with the words of an excerpt. `words` are empty when they are the same."""

    label: str
    same: bool
    words: tuple[MarkedWords, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceNote:
    stance: Stance
    source_number: int
    source: Source
    locator: str
    excerpt: str
    wording: Wording | None
    """For a quotation that the excerpt has in some form; else None."""
    note: str
    snapshot: Snapshot | None
    tags: tuple[str, ...] = ()
    """The desk's own; never in an external version."""


@dataclass(frozen=True, slots=True)
class ClaimNote:
    id: str
    number: int
    exact: str
    """As it stands in the article."""
    quote: str
    """The same for reading: line ends that only wrap a line are spaces."""
    restated: str
    claimant: str
    kind: ClaimKind
    kind_label: str
    checkable: bool
    status: Status
    verdict: Verdict
    reasoning: str
    correction: str
    changes: tuple[Change, ...]
    places: int
    """In how many places of the article the words stand."""
    cut: bool
    """Whether it stands in an earlier draft only."""
    evidence: tuple[EvidenceNote, ...]
    withheld: int
    """Pieces of evidence left out of the external version because their source is confidential."""
    queries: tuple[Query, ...]
    sign_offs: tuple[SignOff, ...]
    why: tuple[str, ...]
    """What makes it worth checking."""


@dataclass(frozen=True, slots=True)
class NumberedSource:
    number: int
    source: Source
    claims: tuple[int, ...]
    """Numbers of the claims that rest on it."""


@dataclass(frozen=True, slots=True)
class WarningNote:
    label: str
    message: str
    quote: str
    start: int
    """Code points into the article."""


@dataclass(frozen=True, slots=True)
class FactCounts:
    total: int
    covered: int
    dismissed: int
    left: int


@dataclass(frozen=True, slots=True)
class Summary:
    claims: int
    checked: int
    outcomes: tuple[Count, ...]
    """In the scale's order, those given to at least one claim; last the claims that have none."""
    statuses: tuple[Count, ...]
    facts: FactCounts | None
    """None when the facts' coverage is not known: nothing looked for, or notes on some claims only."""
    open_queries: int
    sources: int
    changed: tuple[int, ...]
    """Numbers of the claims that changed since they were checked or signed."""


@dataclass(frozen=True, slots=True)
class Notes:
    """`case` is the selected case: what the attached record holds."""

    case: Case
    options: NotesOptions
    title: str
    scale: str
    checkers: tuple[str, ...]
    claims_in_case: int
    summary: Summary
    article: tuple[AnnotatedBlock, ...]
    claims: tuple[ClaimNote, ...]
    """In order of place."""
    cut: tuple[ClaimNote, ...]
    """Those that stand in an earlier draft only, by number; none in an external version or notes on some claims."""
    sources: tuple[NumberedSource, ...]
    warnings: tuple[WarningNote, ...]

    @property
    def all_claims(self) -> tuple[ClaimNote, ...]:
        """In the order of the notes."""
        return self.claims + self.cut

    @property
    def is_selection(self) -> bool:
        return self.summary.claims < self.claims_in_case
