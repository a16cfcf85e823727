"""Queries to author and editor."""

from __future__ import annotations

from workbench.domain.case import QueryTo
from workbench.domain.changes import Changes
from workbench.domain.claim import Status
from workbench.errors import CaseFileError
from workbench.storage import claims, queries
from workbench.storage.case_file import CaseFile


def ask(file: CaseFile, claim_id: str, to: QueryTo, question: str) -> Changes:
    """Ask; the claim's check waits as “query out” or “needs editor” until the answer, unless it is done already.

    Raises CaseFileError without a question, or when there is no such claim.
    """
    if not question.strip():
        raise CaseFileError("Write the question first.")
    with file.act(f"ask {to.value}", claim_id) as act:
        claim = claims.read_claim(act.connection, claim_id)
        queries.add_query(act, claim_id, to, question.strip())
        if not claim.status.is_done:
            waiting = Status.QUERY_OUT if to is QueryTo.AUTHOR else Status.NEEDS_EDITOR
            claims.change_claim(act, claim_id, status=waiting.value)
        return act.result(select=claim_id)


def answer(file: CaseFile, query_id: str, text: str) -> Changes:
    """Write down the answer; "" takes one back. With the last open query answered, a waiting claim is checked on.

    Raises CaseFileError when there is no such query.
    """
    with file.act("answer query") as act:
        claim_id = queries.answer_query(act, query_id, text.strip())
        act.entity = claim_id
        waiting = claims.status_of(act.connection, claim_id) in (Status.QUERY_OUT, Status.NEEDS_EDITOR)
        if waiting and not queries.open_queries(act, claim_id):
            claims.change_claim(act, claim_id, status=Status.CHECKING.value)
        return act.result(select=claim_id)
