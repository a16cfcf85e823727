"""Who did what when, in words; and an earlier wording put back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.bridge import JONAS, ROSA, begin, claim, only_note, with_note
from workbench.domain.claim import Status
from workbench.domain.evidence import Stance
from workbench.errors import CaseFileError
from workbench.storage.history import Difference
from workbench.workflow.checking import edit_claim, set_status
from workbench.workflow.history import checkers, compare_words, read_history, restore_wording
from workbench.workflow.marking import delete_claim, merge_claims
from workbench.workflow.noting import NoteFields, edit_note, link
from workbench.workflow.opening import read_case
from workbench.workflow.signing import sign_off
from workbench.workflow.undoing import undo


def test_the_history_of_a_claim_tells_who_did_what(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        edit_claim(file, claim(file, 2).id, reasoning="See the order.")
        file.who = JONAS
        edit_claim(file, claim(file, 2).id, reasoning="See page 1 of the order.")
        undo(file)
        set_status(file, claim(file, 1).id, Status.CHECKED)
        events = read_history(file, claim(file, 2).id)
        whole = read_history(file)
    assert [(event.who, event.act) for event in events] == [
        (JONAS, "undo edit reasoning"),
        (JONAS, "edit reasoning"),
        (ROSA, "edit reasoning"),
        (ROSA, "add evidence"),
        (ROSA, "find claims"),
    ]
    assert events[1].differences == (Difference("claim", "reasoning", "See the order.", "See page 1 of the order."),)
    assert [event.act for event in whole] == ["mark checked", *(event.act for event in events), "new case"]
    assert all(event.at.endswith("Z") for event in whole)


def test_the_history_tells_of_the_claim_and_its_notes_not_of_its_neighbours(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        found = read_history(file, claim(file, 2).id)[-1]
        linked = read_history(file, claim(file, 2).id)[0]
        edit_note(file, only_note(read_case(file)), NoteFields("Traffic order 17", locator="p. 2"))
        edited = read_history(file, claim(file, 2).id)[0]
        assert Difference("words", "exact", "", "The bridge was closed in 2019") in found.differences
        assert {difference.thing for difference in found.differences} == {"claim", "words"}
        assert not any("12 million" in difference.after for difference in found.differences)
        assert Difference("link", "Traffic order 17", "", "supports") in linked.differences
        assert Difference("note", "locator", "p. 1", "p. 2") in edited.differences


def test_a_long_history_is_read_in_parts(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        for number in range(25):
            edit_claim(file, claim(file, 1).id, reasoning=f"as of {number}")
        newest = read_history(file, claim(file, 1).id, limit=10)
        older = read_history(file, claim(file, 1).id, before=newest[-1].seq, limit=10)
    assert [event.seq for event in (*newest, *older)] == list(range(27, 7, -1))


def test_a_deleted_claim_keeps_its_history(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        gone = claim(file, 1).id
        delete_claim(file, gone)
        assert [event.act for event in read_history(file, gone)] == ["delete claim", "find claims"]


def test_an_earlier_wording_is_restored_as_a_new_act(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        edit_claim(file, claim(file, 2).id, reasoning="First thoughts.")
        edit_claim(file, claim(file, 2).id, reasoning="Second thoughts.")
        set_status(file, claim(file, 2).id, Status.CHECKED)
        status, second, *_ = read_history(file, claim(file, 2).id)
        assert (status.can_restore, second.can_restore) == (False, True)
        changes = restore_wording(file, second.seq)
        assert claim(file, 2).reasoning == "First thoughts."
        assert claim(file, 2).status is Status.CHECKED
        assert changes.select == claim(file, 2).id
        with pytest.raises(CaseFileError, match="no earlier wording"):
            restore_wording(file, second.seq)
        with pytest.raises(CaseFileError, match="no earlier wording"):
            restore_wording(file, status.seq)
        undo(file)
        assert claim(file, 2).reasoning == "Second thoughts."


def test_a_note_too_gets_its_earlier_wording_back(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        for who in (ROSA, JONAS):
            file.who = who
            sign_off(file, claim(file, 2).id)
        edit_note(file, only_note(read_case(file)), NoteFields("Another title", locator="p. 2"))
        set_status(file, claim(file, 2).id, Status.SECOND_CHECKED)
        restore_wording(file, read_history(file, claim(file, 2).id)[1].seq)
        case = read_case(file)
        assert next(iter(case.sources.values())).title == "Traffic order 17"
        assert next(iter(case.evidence.values())).locator == "p. 1"
        assert claim(file, 2).status is Status.CHANGED


def test_wording_of_a_claim_merged_away_is_not_restored(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        edit_claim(file, claim(file, 2).id, reasoning="Of the second.")
        edited = read_history(file)[0].seq
        merge_claims(file, [claim(file, 1).id, claim(file, 2).id])
        with pytest.raises(CaseFileError, match="no earlier wording"):
            restore_wording(file, edited)


def test_a_changed_stance_reads_as_a_change(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        link(file, only_note(read_case(file)), claim(file, 2).id, Stance.CONTRADICTS)
        (difference,) = read_history(file, claim(file, 2).id)[0].differences
    assert (difference.thing, difference.before, difference.after) == ("link", "supports", "contradicts")


def test_the_difference_is_by_words() -> None:
    pieces = compare_words("It cost 12 million euros.", "It cost about 13 million euros.")
    assert [piece.text for piece in pieces if not piece.before] == ["about 13"]
    assert [piece.text for piece in pieces if not piece.after] == ["12"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_of_either_side_give_its_text_again(before: str, after: str) -> None:
    pieces = compare_words(before, after)
    assert "".join(piece.text for piece in pieces if piece.before) == before
    assert "".join(piece.text for piece in pieces if piece.after) == after


def test_those_who_acted_are_named_once_in_the_order_they_came(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        assert checkers(file) == ()
        for who, text in (("Rosa", "a"), ("Sam", "b"), ("Rosa", "c")):
            file.who = who
            edit_claim(file, claim(file, 1).id, reasoning=text)
        assert checkers(file) == ("Rosa", "Sam")
