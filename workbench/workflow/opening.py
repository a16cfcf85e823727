"""Making, opening and reading cases."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from workbench.domain.article import ImportedArticle
from workbench.domain.case import Case
from workbench.domain.changes import Changes
from workbench.domain.claim import Anchor, Claim, Origin
from workbench.domain.evidence import Link
from workbench.domain.findings import Findings, FoundClaim
from workbench.domain.rating import RatingScale
from workbench.storage import claims, clock, drafts, evidence, findings, journal, queries, snapshots
from workbench.storage.case_file import CaseFile
from workbench.storage.journal import Does, Step
from workbench.storage.trouble import understood
from workbench.workflow.signature import content_hash

NOT_UNDOABLE = Step(Does.FIXED)


def new_case(imported: ImportedArticle, path: Path, *, who: str, scale: RatingScale) -> CaseFile:
    """Make a case file from an article and open it. Raises CaseFileError when `path` exists or can't be written."""

    def first(file: CaseFile) -> None:
        with file.act("new case", step=NOT_UNDOABLE) as act:
            drafts.add_case(act, scale)
            snapshots.keep(act, imported.original, imported.name, imported.media_type)
            drafts.add_draft(act, imported)

    return CaseFile.create(path, who, first)


def open_case(path: Path, *, who: str, read_only: bool = False) -> CaseFile:
    """Open a case file, upgrading one of an older version. Raises CaseFileError with what stands in the way."""
    return CaseFile.open(path, who, read_only)


def add_findings(file: CaseFile, found: Findings) -> Changes:
    """Take in what extraction found, as one act that undo passes over; what is there already is not added again.

    Claims are numbered by place, on from the highest number ever given.
    """
    with file.act("find claims", step=NOT_UNDOABLE) as act:
        draft_id, text = drafts.draft_text(act.connection)
        there = {claim.span for claim in claims.read_claims(act.connection, draft_id)}
        for one in sorted(found.claims, key=lambda claim: (claim.span.start, claim.span.end)):
            if one.span not in there:
                claims.add_claim(act, _claim(one, claims.next_number(act), text), draft_id)
        findings.add_facts(act, draft_id, found.facts)
        findings.add_warnings(act, draft_id, found.warnings)
        findings.add_dates(act, draft_id, found.dates)
        drafts.mark_extracted(act, draft_id)
        return act.result()


def _claim(found: FoundClaim, number: int, text: str) -> Claim:
    anchors = tuple(Anchor.at(text, span) for span in (found.span, *found.repeats))
    return Claim(
        clock.new_id(), number, anchors, found.kind, found.claimant, checkable=found.checkable,
        check_worthiness=float(found.check_worthiness), reasons=found.reasons, origin=Origin.FOUND,
        found_by=found.found_by,
    )  # fmt: skip


def read_case(file: CaseFile) -> Case:
    """Everything in the case but the snapshots' bytes and the journal. Raises CaseFileError when it can't be read."""
    with file.reading() as connection, understood(file.path):
        draft = drafts.read_draft(connection)
        scale = drafts.read_scale(connection)
        all_claims = claims.read_claims(connection, draft.id)
        sources, notes = evidence.read_sources(connection), evidence.read_evidence(connection)
        links = evidence.read_links(connection)
        signed = queries.signed_claims(connection)
        by_claim: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            by_claim[link.claim_id].append(link)
        hashes = {
            claim.id: content_hash(claim, by_claim[claim.id], notes, sources, scale.id)
            for claim in all_claims
            if claim.id in signed
        }
        newest = journal.last(connection)
        selected = drafts.selected_claim(connection)
        return Case(
            id=drafts.case_id(connection),
            draft=draft,
            scale=scale,
            claims=all_claims,
            sources=sources,
            evidence=notes,
            links=links,
            snapshots=snapshots.read_snapshots(connection),
            facts=findings.read_facts(connection, draft.id, all_claims),
            warnings=findings.read_warnings(connection, draft.id),
            dates=findings.read_dates(connection, draft.id),
            queries=queries.read_queries(connection),
            sign_offs=queries.read_sign_offs(connection, hashes),
            extracted=drafts.is_extracted(connection, draft.id),
            selected_claim=selected if any(claim.id == selected for claim in all_claims) else "",
            last_saved=newest.at,
            digest=newest.hash,
        )


def remember_selection(file: CaseFile, claim_id: str) -> None:
    """Keep which claim is selected for the next opening. Not an act: not in the journal, and nothing when read-only."""
    if not file.read_only:
        with file.unjournaled() as connection:
            drafts.select_claim(connection, claim_id)
