"""Making, opening and reading cases."""

from __future__ import annotations

import time
from pathlib import Path

from workbench.domain.changes import Changes
from workbench.domain.claim import Anchor, Claim, Origin
from workbench.domain.findings import Findings, FoundClaim
from workbench.domain.imported import ImportedArticle
from workbench.domain.rating import RatingScale
from workbench.storage import claims, clock, drafts, findings, snapshots
from workbench.storage.case_file import CaseFile
from workbench.storage.finishing import require_new_name
from workbench.storage.journal import Does, Step
from workbench.storage.locks import CaseInUseError
from workbench.workflow.drafting import Later
from workbench.workflow.reading import read_case, refresh_case

__all__ = [
    "add_findings",
    "new_case",
    "open_case",
    "open_case_soon",
    "read_case",
    "refresh_case",
    "remember_selection",
    "require_new_name",
]

NOT_UNDOABLE = Step(Does.FIXED)
_AGAIN = 0.05
"""Seconds between two looks whether a case is free."""


def new_case(imported: ImportedArticle, path: Path, *, who: str, scale: RatingScale) -> CaseFile:
    """Make a case file from an article and open it. Raises CaseFileError when `path` exists or can't be written."""

    def first(file: CaseFile) -> None:
        with file.act("new case", step=NOT_UNDOABLE) as act:
            drafts.add_case(act, scale)
            about = (imported.name, imported.media_type, imported.captured_from, imported.response)
            snapshots.keep(act, imported.original, *about)
            drafts.add_draft(act, imported)

    return CaseFile.create(path, who, first)


def open_case(
    path: Path, *, who: str, read_only: bool = False, take_over: bool = False, backup_folder: Path | None = None
) -> CaseFile:
    """Open a case file; one of an older version is backed up to `backup_folder` (None: beside it) and upgraded.

    `take_over` disregards the record that somebody on another machine has it open, which only a person can know to be
    left behind. Raises OnlyReadableError when it can be opened read-only instead, DamagedCaseError when it is damaged,
    CaseFileError with anything else that stands in the way.
    """
    return CaseFile.open(path, who, read_only, take_over=take_over, backup_folder=backup_folder)


def open_case_soon(path: Path, *, who: str, seconds: float) -> CaseFile:
    """Open a case file for writing, waiting up to `seconds` for whoever writes to it on this machine.

    Raises as `open_case` does.
    """
    last = time.monotonic() + seconds
    while True:
        try:
            return open_case(path, who=who)
        except CaseInUseError as in_use:
            if in_use.may_be_left or time.monotonic() >= last:
                raise
        time.sleep(_AGAIN)


def add_findings(file: CaseFile, found: Findings) -> Changes:
    """Take in what extraction found, as one act that undo passes over; what is there already is not added again.

    Claims are numbered by place, on from the highest number ever given.
    """
    with file.act("find claims", step=NOT_UNDOABLE) as act:
        draft_id, text = drafts.draft_text(act.connection)
        there = {claim.span for claim in claims.read_claims(act.connection, draft_id)}
        later = Later(act, draft_id, text)
        for one in sorted(found.claims, key=lambda claim: claim.span):
            if one.span not in there and later.is_news(one):
                claims.add_claim(act, _claim(one, claims.next_number(act), text), draft_id)
        findings.add_facts(act, draft_id, found.facts)
        findings.add_warnings(act, draft_id, found.warnings)
        findings.add_dates(act, draft_id, found.dates)
        later.carry()
        drafts.mark_extracted(act, draft_id)
        return act.result()


def _claim(found: FoundClaim, number: int, text: str) -> Claim:
    anchors = tuple(Anchor.at(text, span) for span in (found.span, *found.repeats))
    return Claim(
        clock.new_id(), number, anchors, found.kind, found.claimant, checkable=found.checkable,
        check_worthiness=float(found.check_worthiness), reasons=found.reasons, origin=Origin.FOUND,
        found_by=found.found_by,
    )  # fmt: skip


def remember_selection(file: CaseFile, claim_id: str) -> None:
    """Keep which claim is selected for the next opening. Not an act: not in the journal, and nothing when read-only."""
    if not file.read_only:
        with file.unjournaled() as connection:
            drafts.select_claim(connection, claim_id)
