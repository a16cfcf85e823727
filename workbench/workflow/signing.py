"""Putting one's name under a claim."""

from __future__ import annotations

from workbench.domain.changes import Changes
from workbench.domain.claim import Status
from workbench.errors import CaseFileError
from workbench.storage import claims, queries
from workbench.storage.case_file import CaseFile
from workbench.workflow.reading import read_case
from workbench.workflow.signature import content_hash


def sign_off(file: CaseFile, claim_id: str) -> Changes:
    """Sign the claim as it stands, as `file.who`; the first signature makes it checked.

    A second person's signature on the same content makes it second-checked; signing twice changes nothing. Raises
    CaseFileError without a name, or when there is no such claim.
    """
    who = file.who.strip()
    if not who:
        raise CaseFileError("Enter your name in the settings before you sign.")
    with file.act("sign off", claim_id) as act:
        claim = claims.read_claim(act.connection, claim_id)
        case = read_case(file)
        signers = {sign.who for sign in case.sign_offs if sign.claim_id == claim_id and sign.stands}
        if who not in signers:
            signed = content_hash(claim, case.links_of(claim_id), case.evidence, case.sources, case.scale.id)
            queries.add_sign_off(act, claim_id, who, signed)
            status = Status.SECOND_CHECKED if signers else Status.CHECKED
            claims.change_claim(act, claim_id, status=status.value)
        return act.result()
