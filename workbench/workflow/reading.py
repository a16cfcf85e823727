"""A case as plain data: read whole, or only as far as an act has changed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from workbench.domain.case import Case, Draft
from workbench.domain.changes import Area, Changes
from workbench.domain.claim import Claim
from workbench.domain.evidence import Link
from workbench.storage import claims, drafts, evidence, findings, journal, queries, snapshots
from workbench.storage.case_file import CaseFile
from workbench.workflow.signature import content_hash, placed_content_hash


def read_case(file: CaseFile) -> Case:
    """Everything in the case but the snapshots' bytes and the journal. Raises CaseFileError when it can't be read."""
    with file.reading() as connection:
        draft = drafts.read_draft(connection)
        empty = Case(
            id=drafts.case_id(connection),
            draft=draft,
            scale=drafts.read_scale(connection),
            claims=claims.read_claims(connection, draft.id),
            cut=_cut(file, draft),
            dates=findings.read_dates(connection, draft.id),
            extracted=drafts.is_extracted(connection, draft.id),
        )
        case = _refreshed(file, empty, frozenset(Area))
        _require_sense(case)
        return case


def _cut(file: CaseFile, draft: Draft) -> tuple[Claim, ...]:
    if draft.number == 1:
        return ()
    with file.reading() as connection:
        return claims.read_cut(connection, draft.id)


def _require_sense(case: Case) -> None:
    """Raises ValueError when something stands beyond the end of the text, or rests on what is not there."""
    missing = {note.source_id for note in case.evidence.values()} - case.sources.keys()
    missing |= {note.snapshot for note in case.evidence.values() if note.snapshot} - case.snapshots.keys()
    missing |= {link.evidence_id for link in case.links} - case.evidence.keys()
    spans = [anchor.span for claim in case.claims for anchor in claim.anchors]
    spans += [block.span for block in case.article.blocks] + [found.fact.span for found in case.facts]
    spans += [found.warning.span for found in case.warnings] + [date.span for date in case.dates]
    furthest = max((span.end for span in spans), default=0)
    if missing or furthest > len(case.article.text):
        raise ValueError(missing or furthest)


def refresh_case(file: CaseFile, case: Case, changes: Changes) -> Case:
    """What `read_case` gives after an act, from the `case` before it and its `changes`: reads only what it touched.

    Raises CaseFileError when it can't be read.
    """
    if Area.CASE in changes.areas:
        return read_case(file)
    with file.reading() as connection:
        if changes.claims and Area.CLAIMS in changes.areas:
            touched = claims.read_claims(connection, case.draft.id, changes.claims)
            others = [claim for claim in case.claims if claim.id not in changes.claims]
            case = replace(case, claims=claims.in_order([*others, *touched]), cut=_cut(file, case.draft))
        return _refreshed(file, case, changes.areas)


def _refreshed(file: CaseFile, case: Case, areas: frozenset[Area]) -> Case:
    """The case with `areas` read anew; its claims must be those of the file already."""
    with file.reading() as connection:
        if Area.EVIDENCE in areas:
            case = replace(
                case,
                sources=evidence.read_sources(connection),
                evidence=evidence.read_evidence(connection),
                links=evidence.read_links(connection),
                snapshots=snapshots.read_snapshots(connection),
            )
        if Area.FACTS in areas:
            case = replace(case, facts=findings.read_facts(connection, case.draft.id, case.claims))
        if Area.WARNINGS in areas:
            case = replace(case, warnings=findings.read_warnings(connection, case.draft.id))
        if Area.QUERIES in areas:
            case = replace(case, queries=queries.read_queries(connection))
        if areas & {Area.CLAIMS, Area.EVIDENCE}:
            hashes = _content_hashes(case, queries.signed_claims(connection))
            case = replace(case, sign_offs=queries.read_sign_offs(connection, hashes))
        newest = journal.last(connection)
        selected = drafts.selected_claim(connection)
        there = any(claim.id == selected for claim in case.claims)
        return replace(case, last_saved=newest.at, digest=newest.hash, selected_claim=selected if there else "")


def _content_hashes(case: Case, signed: frozenset[str]) -> Mapping[str, Collection[str]]:
    by_claim: dict[str, list[Link]] = defaultdict(list)
    for link in case.links if signed else ():
        by_claim[link.claim_id].append(link)
    return {
        claim.id: tuple(
            made(claim, by_claim[claim.id], case.evidence, case.sources, case.scale.id)
            for made in (content_hash, placed_content_hash)
        )
        for claim in case.claims
        if claim.id in signed
    }
