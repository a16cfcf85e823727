"""What the checker says about a claim: the words of the check, its status, its outcome."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.case import Case
from workbench.domain.changes import Changes
from workbench.domain.claim import Claim, ClaimKind, Status
from workbench.domain.rating import RatingScale
from workbench.errors import CaseFileError
from workbench.storage import claims, drafts
from workbench.storage.case_file import CaseFile
from workbench.storage.rows import Value
from workbench.workflow.lapsing import attend

_NAMES = {"restated": "restated claim", "checkable": "whether it is checkable"}
"""How the fields are called in the act's name, where not as in the data."""


def edit_claim(
    file: CaseFile,
    claim_id: str,
    *,
    claimant: str | None = None,
    restated: str | None = None,
    kind: ClaimKind | None = None,
    correction: str | None = None,
    reasoning: str | None = None,
    checkable: bool | None = None,
) -> Changes:
    """Set the fields that are given; None leaves one alone. Raises CaseFileError when there is no such claim."""
    given: dict[str, Value] = {
        "claimant": claimant,
        "restated": restated,
        "kind": None if kind is None else kind.value,
        "correction": correction,
        "reasoning": reasoning,
        "checkable": None if checkable is None else int(checkable),
    }
    values = {name: value for name, value in given.items() if value is not None}
    with file.act(f"edit {' and '.join(_NAMES.get(name, name) for name in values) or 'claim'}", claim_id) as act:
        if claims.change_claim(act, claim_id, **values):
            attend(act, [claim_id])
        return act.result()


def set_status(file: CaseFile, claim_id: str, status: Status) -> Changes:
    """Say where the check stands. Raises CaseFileError when there is no such claim."""
    with file.act(f"mark {status.value}", claim_id) as act:
        claims.change_claim(act, claim_id, status=status.value)
        return act.result()


def set_outcome(file: CaseFile, claim_id: str, outcome_id: str) -> Changes:
    """Give the claim an outcome of the case's scale; "" takes it away.

    Raises CaseFileError when there is no such claim or the scale has no such outcome.
    """
    with file.act("give outcome" if outcome_id else "clear outcome", claim_id) as act:
        claims.require_claim(act, claim_id)
        scale = drafts.read_scale(act.connection)
        if outcome_id and scale.outcome(outcome_id) is None:
            known = ", ".join(outcome.id for outcome in scale.outcomes)
            raise CaseFileError(
                "The scale “{scale}” has no outcome “{outcome}”. Give one of: {known}.",
                scale=scale.label,
                outcome=outcome_id,
                known=known,
            )
        if claims.change_claim(act, claim_id, outcome=outcome_id):
            attend(act, [claim_id])
        return act.result()


def set_scale(file: CaseFile, scale: RatingScale) -> Changes:
    """Use another rating scale.

    An outcome that the new scale has too stays; any other is cleared, and its claim, if it was done, marked as changed.
    Signatures are given for an outcome of a scale: on another one they lapse, and with them second checks.
    """
    with file.act("choose rating scale") as act:
        another = scale.id != drafts.read_scale(act.connection).id
        drafts.set_scale(act, scale)
        draft_id, _ = drafts.draft_text(act.connection)
        for claim in claims.read_claims(act.connection, draft_id):
            lost = _is_lost(claim, scale)
            if (lost and claim.status.is_done) or (another and claim.status is Status.SECOND_CHECKED):
                claims.change_claim(act, claim.id, status=Status.CHANGED.value)
            if lost:
                claims.change_claim(act, claim.id, outcome="")
        return act.result()


@dataclass(frozen=True, slots=True)
class ScaleChange:
    """What `set_scale` will do to a case, for the person to read before."""

    cleared: tuple[Claim, ...]
    """Claims that lose their outcome: the scale has none like it."""
    lapsing: int
    """Signatures that stand now and then no longer do."""


def foresee_scale(case: Case, scale: RatingScale) -> ScaleChange:
    """What choosing `scale` would change."""
    cleared = tuple(claim for claim in case.claims if _is_lost(claim, scale))
    lost = {claim.id for claim in cleared}
    another = scale.id != case.scale.id
    lapsing = sum(sign.stands and (another or sign.claim_id in lost) for sign in case.sign_offs)
    return ScaleChange(cleared, lapsing)


def _is_lost(claim: Claim, scale: RatingScale) -> bool:
    return bool(claim.outcome) and scale.outcome(claim.outcome) is None
