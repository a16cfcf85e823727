"""Queries to author and editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.bridge import begin, claim
from workbench.domain.case import QueryTo
from workbench.domain.claim import Status
from workbench.errors import CaseFileError
from workbench.workflow.asking import answer, ask
from workbench.workflow.checking import set_status
from workbench.workflow.opening import read_case


def test_a_claim_waits_until_its_last_query_is_answered(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        ask(file, claim(file, 3).id, QueryTo.AUTHOR, " Whose figure? ")
        assert claim(file, 3).status is Status.QUERY_OUT
        ask(file, claim(file, 3).id, QueryTo.EDITOR, "Cut it?")
        assert claim(file, 3).status is Status.NEEDS_EDITOR
        first, second = read_case(file).queries
        assert (first.question, first.to, first.answer, first.answered) == ("Whose figure?", QueryTo.AUTHOR, "", "")
        answer(file, first.id, "The mayor's.")
        assert claim(file, 3).status is Status.NEEDS_EDITOR
        changes = answer(file, second.id, "Keep it.")
        assert claim(file, 3).status is Status.CHECKING
        assert changes.select == claim(file, 3).id
        assert [query.answer for query in read_case(file).queries] == ["The mayor's.", "Keep it."]
        assert all(query.answered for query in read_case(file).queries)


def test_a_query_does_not_undo_a_check_that_is_done(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        set_status(file, claim(file, 3).id, Status.CHECKED)
        ask(file, claim(file, 3).id, QueryTo.AUTHOR, "For the record: whose figure?")
        assert claim(file, 3).status is Status.CHECKED


def test_an_empty_question_and_a_query_that_is_gone(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        with pytest.raises(CaseFileError, match="Write the question"):
            ask(file, claim(file, 3).id, QueryTo.AUTHOR, " ")
        with pytest.raises(CaseFileError, match="query is not in this case"):
            answer(file, "gone", "Yes.")
