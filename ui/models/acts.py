"""What the checker does in the right half of the window, ready for `CaseSession.do`.

The workflow is imported on the database's thread when the first act is done, so that the window is painted before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.domain.case import QueryTo
    from workbench.domain.changes import Changes
    from workbench.domain.claim import Anchor, ClaimKind, Status
    from workbench.domain.evidence import Stance
    from workbench.domain.rating import RatingScale
    from workbench.storage.case_file import CaseFile
    from workbench.workflow.noting import NoteFields, SnapshotFile

Act = Callable[["CaseFile"], "Changes"]


def taken_back(act: Act) -> Callable[[CaseFile], Changes | None]:
    """Do `act` and take it back at once, so that redo brings it. The selection stays where it is by then."""

    def both(file: CaseFile) -> Changes | None:
        from workbench.workflow import undoing

        undone = undoing.undo(file) if act(file).areas else None
        return undone and replace(undone, select="")

    return both


def edit_claim(claim_id: str, *, kind: ClaimKind | None = None, checkable: bool | None = None) -> Act:
    def act(file: CaseFile) -> Changes:
        from workbench.workflow import checking

        return checking.edit_claim(file, claim_id, kind=kind, checkable=checkable)

    return act


def edit_words(claim_id: str, name: str, words: str) -> Act:
    """Set one of the claim's fields that hold words: claimant, restated, correction or reasoning."""
    typed = {name: words}

    def act(file: CaseFile) -> Changes:
        from workbench.workflow import checking

        return checking.edit_claim(
            file,
            claim_id,
            claimant=typed.get("claimant"),
            restated=typed.get("restated"),
            correction=typed.get("correction"),
            reasoning=typed.get("reasoning"),
        )

    return act


def set_status(claim_id: str, status: Status) -> Act:
    def act(file: CaseFile) -> Changes:
        from workbench.workflow import checking

        return checking.set_status(file, claim_id, status)

    return act


def set_outcome(claim_id: str, outcome_id: str) -> Act:
    """An empty identifier takes the outcome back."""

    def act(file: CaseFile) -> Changes:
        from workbench.workflow import checking

        return checking.set_outcome(file, claim_id, outcome_id)

    return act


def set_scale(scale: RatingScale) -> Act:
    """Another rating scale for the whole case."""

    def act(file: CaseFile) -> Changes:
        from workbench.workflow import checking

        return checking.set_scale(file, scale)

    return act


def link(evidence_id: str, claim_id: str, stance: Stance) -> Act:
    def act(file: CaseFile) -> Changes:
        from workbench.workflow import noting

        return noting.link(file, evidence_id, claim_id, stance)

    return act


def unlink(evidence_id: str, claim_id: str) -> Act:
    def act(file: CaseFile) -> Changes:
        from workbench.workflow import noting

        return noting.unlink(file, evidence_id, claim_id)

    return act


def add_note(
    fields: NoteFields, links: Mapping[str, Stance], snapshot: SnapshotFile | None = None, source_id: str = ""
) -> Act:
    """With `source_id` the note is made from a source the case already has."""

    def act(file: CaseFile) -> Changes:
        from workbench.workflow import noting

        return noting.add_note(file, fields, links, snapshot, source_id)

    return act


def edit_note(
    evidence_id: str,
    fields: NoteFields,
    snapshot: SnapshotFile | None = None,
    links: Mapping[str, Stance] | None = None,
) -> Act:
    """`links` are all the claims it bears on from now on; None leaves them."""

    def act(file: CaseFile) -> Changes:
        from workbench.workflow import noting

        return noting.edit_note(file, evidence_id, fields, snapshot, links)

    return act


def quote_place(evidence_id: str, place: Anchor, claim_id: str) -> Act:
    def act(file: CaseFile) -> Changes:
        from workbench.workflow import noting

        return noting.quote_place(file, evidence_id, place, claim_id)

    return act


def delete_note(evidence_id: str) -> Act:
    def act(file: CaseFile) -> Changes:
        from workbench.workflow import noting

        return noting.delete_note(file, evidence_id)

    return act


def ask(claim_id: str, to: QueryTo, question: str) -> Act:
    def act(file: CaseFile) -> Changes:
        from workbench.workflow import asking

        return asking.ask(file, claim_id, to, question)

    return act


def answer(query_id: str, text: str) -> Act:
    def act(file: CaseFile) -> Changes:
        from workbench.workflow import asking

        return asking.answer(file, query_id, text)

    return act


def dismiss_warning(warning_id: str) -> Act:
    def act(file: CaseFile) -> Changes:
        from workbench.workflow import marking

        return marking.dismiss_warning(file, warning_id)

    return act


def restore_warning(warning_id: str) -> Act:
    def act(file: CaseFile) -> Changes:
        from workbench.workflow import marking

        return marking.restore_warning(file, warning_id)

    return act


def sign_off(claim_id: str) -> Act:
    def act(file: CaseFile) -> Changes:
        from workbench.workflow import signing

        return signing.sign_off(file, claim_id)

    return act
