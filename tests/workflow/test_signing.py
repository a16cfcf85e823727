"""Sign-offs, and how later changes let them lapse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.bridge import JONAS, ROSA, claim, only_note, with_note
from workbench.domain.claim import Status
from workbench.domain.evidence import Stance
from workbench.domain.span import Span
from workbench.errors import CaseFileError
from workbench.storage.case_file import CaseFile
from workbench.workflow.checking import edit_claim, set_outcome, set_status
from workbench.workflow.marking import dismiss_warning, set_bounds
from workbench.workflow.noting import NoteFields, delete_note, edit_note, link, unlink
from workbench.workflow.opening import read_case
from workbench.workflow.signing import sign_off
from workbench.workflow.undoing import undo


def signed_twice(file: CaseFile) -> None:
    for who in (ROSA, JONAS):
        file.who = who
        sign_off(file, claim(file, 2).id)


def standing(file: CaseFile) -> list[str]:
    return [sign.who for sign in read_case(file).sign_offs if sign.stands]


def test_a_second_person_makes_a_claim_second_checked(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        sign_off(file, claim(file, 2).id)
        assert claim(file, 2).status is Status.CHECKED
        sign_off(file, claim(file, 2).id)
        assert claim(file, 2).status is Status.CHECKED
        assert standing(file) == [ROSA]
        file.who = JONAS
        sign_off(file, claim(file, 2).id)
        assert claim(file, 2).status is Status.SECOND_CHECKED
        assert standing(file) == [ROSA, JONAS]


def test_nobody_signs_without_a_name(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        file.who = "  "
        with pytest.raises(CaseFileError, match="Enter your name"):
            sign_off(file, claim(file, 2).id)


NOTE = NoteFields("Traffic order 17", locator="p. 2")
SUBSTANTIAL: dict[str, Callable[[CaseFile], object]] = {
    "claimant": lambda file: edit_claim(file, claim(file, 2).id, claimant="the mayor"),
    "reasoning": lambda file: edit_claim(file, claim(file, 2).id, reasoning="New."),
    "outcome": lambda file: set_outcome(file, claim(file, 2).id, "change"),
    "bounds": lambda file: set_bounds(file, claim(file, 2).id, Span(33, 40)),
    "unlinking": lambda file: unlink(file, only_note(read_case(file)), claim(file, 2).id),
    "stance": lambda file: link(file, only_note(read_case(file)), claim(file, 2).id, Stance.CONTRADICTS),
    "the note's words": lambda file: edit_note(file, only_note(read_case(file)), NOTE),
    "deleting the note": lambda file: delete_note(file, only_note(read_case(file))),
}


@pytest.mark.parametrize("change", SUBSTANTIAL.values(), ids=SUBSTANTIAL.keys())
def test_whatever_was_signed_for_changes_lapses_and_asks_for_attention(
    tmp_path: Path, change: Callable[[CaseFile], object]
) -> None:
    with with_note(tmp_path) as file:
        signed_twice(file)
        change(file)
        assert standing(file) == []
        assert claim(file, 2).status is Status.CHANGED
        undo(file)
        assert standing(file) == [ROSA, JONAS]
        assert claim(file, 2).status is Status.SECOND_CHECKED


def test_what_has_nothing_to_do_with_the_claim_lets_signatures_stand(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        signed_twice(file)
        edit_claim(file, claim(file, 3).id, reasoning="Another claim.")
        dismiss_warning(file, read_case(file).warnings[0].id)
        set_status(file, claim(file, 2).id, Status.CHECKING)
        assert standing(file) == [ROSA, JONAS]


def test_a_checked_claim_of_one_signature_keeps_its_status_but_not_the_signature(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        sign_off(file, claim(file, 2).id)
        edit_claim(file, claim(file, 2).id, reasoning="A typing mistake mended.")
        assert claim(file, 2).status is Status.CHECKED
        assert standing(file) == []
        sign_off(file, claim(file, 2).id)
        assert standing(file) == [ROSA]
