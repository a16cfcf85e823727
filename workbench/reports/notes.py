"""Verification notes from a case. Nothing here knows of a format or of the clock: the same case with the same
options gives the same notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from workbench.domain.case import Case
from workbench.domain.claim import Claim, ClaimKind, Status
from workbench.domain.evidence import Link
from workbench.domain.findings import WarningKind
from workbench.domain.rating import RatingScale, Tone
from workbench.reports.annotated import annotate
from workbench.reports.changes import changes
from workbench.reports.content import (
    ClaimNote,
    Count,
    EvidenceNote,
    FactCounts,
    Notes,
    NumberedSource,
    Summary,
    Verdict,
    WarningNote,
    Wording,
)
from workbench.reports.options import House, NotesOptions, Paper
from workbench.reports.selection import select
from workbench.reports.words import KINDS, NO_OUTCOME
from workbench.reports.wrapping import unwrapped

T = TypeVar("T")

__all__ = ["House", "Notes", "NotesOptions", "Paper", "QuoteCheck", "build_notes"]


QuoteCheck = Callable[[str, str], Wording | None]
"""Holds a quotation against an excerpt; None when the excerpt hasn't got it in any form."""


def build_notes(case: Case, options: NotesOptions, quote_check: QuoteCheck = lambda _quote, _excerpt: None) -> Notes:
    """The notes on `case`. Raises ExportError when the external version would name a confidential source."""
    selected = select(case, options.claims, options.external)
    safe = selected.case
    builder = _Builder(safe, selected.withheld, quote_check)
    return Notes(
        case=safe,
        options=options,
        title=safe.title,
        scale=safe.scale.label,
        checkers=_checkers(safe, options),
        claims_in_case=len(case.claims),
        summary=_summary(safe, partial=options.claims is not None),
        article=annotate(safe.article, safe.claims),
        claims=tuple(map(builder.claim, safe.claims)),
        cut=tuple(map(builder.claim, safe.cut)),
        sources=builder.sources(),
        warnings=_warnings(safe),
    )


class _Builder:
    """A case with its links sorted by claim, so that a long case takes one pass."""

    def __init__(self, case: Case, withheld: Mapping[str, int], compare: QuoteCheck) -> None:
        self._case = case
        self._all = case.claims + case.cut
        self._cut = frozenset(claim.id for claim in case.cut)
        self._shown = unwrapped(case.article)
        self._withheld = withheld
        self._compare = compare
        self._links = _by_claim((link.claim_id, link) for link in case.links if link.evidence_id in case.evidence)
        self._queries = _by_claim((query.claim_id, query) for query in case.queries)
        self._sign_offs = _by_claim((sign.claim_id, sign) for sign in case.sign_offs)
        cited = (case.evidence[link.evidence_id].source_id for claim in self._all for link in self._of(claim))
        order = dict.fromkeys([*cited, *case.sources])
        self._numbers = {source_id: number for number, source_id in enumerate(order, start=1)}

    def _of(self, claim: Claim) -> list[Link]:
        return self._links.get(claim.id, [])

    def claim(self, claim: Claim) -> ClaimNote:
        cut = claim.id in self._cut
        return ClaimNote(
            id=claim.id,
            number=claim.number,
            exact=claim.exact,
            quote=claim.exact.replace("\n", " ") if cut else claim.span.of(self._shown),
            restated=claim.restated,
            claimant=claim.claimant,
            kind=claim.kind,
            kind_label=KINDS[claim.kind],
            checkable=claim.checkable,
            status=claim.status,
            verdict=verdict(self._case.scale, claim.outcome),
            reasoning=claim.reasoning,
            correction=claim.correction,
            changes=changes(claim.exact, claim.correction),
            places=0 if cut else len(claim.anchors),
            cut=cut,
            evidence=tuple(self._evidence(claim, link) for link in self._of(claim)),
            withheld=self._withheld.get(claim.id, 0),
            queries=tuple(self._queries.get(claim.id, ())),
            sign_offs=tuple(self._sign_offs.get(claim.id, ())),
            why=claim.reasons,
        )

    def _evidence(self, claim: Claim, link: Link) -> EvidenceNote:
        note = self._case.evidence[link.evidence_id]
        return EvidenceNote(
            stance=link.stance,
            source_number=self._numbers[note.source_id],
            source=self._case.sources[note.source_id],
            locator=note.locator,
            excerpt=note.excerpt,
            wording=self._compare(claim.exact, note.excerpt) if claim.kind is ClaimKind.QUOTATION else None,
            note=note.note,
            snapshot=self._case.snapshots.get(note.snapshot),
            tags=note.tags,
        )

    def sources(self) -> tuple[NumberedSource, ...]:
        """Numbered in the order in which the claims first rest on them, the unused ones after."""
        users: dict[str, dict[int, None]] = {}
        for claim in self._all:
            for link in self._of(claim):
                users.setdefault(self._case.evidence[link.evidence_id].source_id, {})[claim.number] = None
        return tuple(
            NumberedSource(number, self._case.sources[source_id], tuple(users.get(source_id, ())))
            for source_id, number in self._numbers.items()
        )


def _by_claim(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    sorted_out: dict[str, list[T]] = {}
    for claim_id, item in pairs:
        sorted_out.setdefault(claim_id, []).append(item)
    return sorted_out


def verdict(scale: RatingScale, outcome_id: str) -> Verdict:
    """The outcome in the scale's words. An identifier that the scale lacks is shown as it is."""
    if not outcome_id:
        return Verdict(NO_OUTCOME, Tone.OPEN, given=False)
    outcome = scale.outcome(outcome_id)
    if outcome is None:
        return Verdict(outcome_id, Tone.OPEN, given=True)
    return Verdict(outcome.label, outcome.tone, given=True, meaning=outcome.meaning)


def _checkers(case: Case, options: NotesOptions) -> tuple[str, ...]:
    signed = dict.fromkeys(sign.who for sign in case.sign_offs if sign.stands and sign.who)
    return (options.checked_by,) if options.checked_by else tuple(signed)


def _summary(case: Case, partial: bool) -> Summary:
    known = case.facts and not partial
    standing = {claim.id for claim in case.claims}
    return Summary(
        claims=len(case.claims),
        checked=case.checked,
        outcomes=_outcome_counts(case),
        statuses=_status_counts(case),
        facts=_fact_counts(case) if known else None,
        open_queries=sum(not query.answer and query.claim_id in standing for query in case.queries),
        sources=len(case.sources),
        changed=_changed(case),
    )


def _changed(case: Case) -> tuple[int, ...]:
    """Numbers of the claims to look at again: changed since they were checked or signed."""
    fallen = {sign.claim_id for sign in case.sign_offs if not sign.stands}
    standing = {sign.claim_id for sign in case.sign_offs if sign.stands}
    return tuple(
        claim.number for claim in case.claims if claim.status is Status.CHANGED or claim.id in fallen - standing
    )


def _outcome_counts(case: Case) -> tuple[Count, ...]:
    given = Counter(verdict(case.scale, claim.outcome) for claim in case.claims)
    order = [verdict(case.scale, outcome.id) for outcome in case.scale.outcomes]
    strangers = sorted((one for one in given if one.given and one not in order), key=lambda one: one.label)
    nothing = verdict(case.scale, "")
    return tuple(
        Count(one.label, one.tone, given[one], one.given) for one in [*order, *strangers, nothing] if given[one]
    )


def _status_counts(case: Case) -> tuple[Count, ...]:
    counts = Counter(claim.status for claim in case.claims)
    tones = {Status.CHECKED: Tone.GOOD, Status.SECOND_CHECKED: Tone.GOOD, Status.CHANGED: Tone.BAD}
    return tuple(
        Count(status.value.capitalize(), tones.get(status, Tone.OPEN), counts[status])
        for status in Status
        if counts[status]
    )


def _fact_counts(case: Case) -> FactCounts:
    dismissed = sum(bool(fact.dismissed and not fact.claims) for fact in case.facts)
    left = case.facts_left
    return FactCounts(len(case.facts), len(case.facts) - dismissed - left, dismissed, left)


def _warnings(case: Case) -> tuple[WarningNote, ...]:
    return tuple(
        WarningNote(
            _label(item.warning.kind),
            item.warning.message,
            item.warning.span.of(case.article.text),
            item.warning.span.start,
        )
        for item in case.warnings
        if not item.dismissed
    )


def _label(kind: WarningKind) -> str:
    return kind.value[:1].upper() + kind.value[1:]
