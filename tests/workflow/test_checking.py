"""Outcome, status and words of a check."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.bridge import JONAS, ROSA, SCALE, begin, claim
from workbench.domain.changes import Area
from workbench.domain.claim import ClaimKind, Status
from workbench.domain.rating import Outcome, RatingScale, Tone
from workbench.errors import CaseFileError
from workbench.workflow.checking import edit_claim, foresee_scale, set_outcome, set_scale, set_status
from workbench.workflow.opening import read_case
from workbench.workflow.signing import sign_off
from workbench.workflow.undoing import undo, undo_name
from workbench.workflow.verifying import verify


def test_the_words_of_a_check_are_written_down(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        changes = edit_claim(
            file, claim(file, 2).id, claimant="City council", restated="It was shut.", kind=ClaimKind.OPINION,
            correction="2018", reasoning="See the order.", checkable=False,
        )  # fmt: skip
        edited = claim(file, 2)
    assert (edited.claimant, edited.restated, edited.kind) == ("City council", "It was shut.", ClaimKind.OPINION)
    assert (edited.correction, edited.reasoning, edited.checkable) == ("2018", "See the order.", False)
    assert changes.areas == {Area.CLAIMS}
    assert changes.claims == {edited.id}


def test_what_is_not_given_is_left_alone_and_empty_words_clear(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        edit_claim(file, claim(file, 2).id, reasoning="See the order.")
        edit_claim(file, claim(file, 2).id, claimant="")
        edited = claim(file, 2)
    assert (edited.claimant, edited.reasoning) == ("", "See the order.")


def test_words_that_stand_so_already_are_no_act(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        before = read_case(file).digest
        assert not edit_claim(file, claim(file, 2).id, claimant="the council").areas
        assert read_case(file).digest == before
        assert undo_name(file) == ""


def test_an_outcome_is_one_of_the_scale(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        set_outcome(file, claim(file, 1).id, "change")
        assert claim(file, 1).outcome == "change"
        with pytest.raises(CaseFileError, match="Give one of: ok, change"):
            set_outcome(file, claim(file, 1).id, "pants on fire")
        set_outcome(file, claim(file, 1).id, "")
        assert claim(file, 1).outcome == ""


def test_a_claim_that_is_gone_is_told_in_a_sentence(tmp_path: Path) -> None:
    with begin(tmp_path) as file, pytest.raises(CaseFileError, match="not in this case any more"):
        set_status(file, "no such claim", Status.CHECKED)


def test_another_scale_keeps_the_outcomes_it_knows_and_flags_the_others(tmp_path: Path) -> None:
    political = RatingScale("p", "Political", False, (Outcome("ok", "True", Tone.GOOD, 5),))
    with begin(tmp_path) as file:
        for number, outcome in ((1, "ok"), (2, "change"), (3, "change")):
            set_outcome(file, claim(file, number).id, outcome)
        set_status(file, claim(file, 2).id, Status.CHECKED)
        assert [lost.number for lost in foresee_scale(read_case(file), political).cleared] == [2, 3]
        set_scale(file, political)
        assert read_case(file).scale == political
        assert [claim(file, number).outcome for number in (1, 2, 3)] == ["ok", "", ""]
        assert claim(file, 2).status is Status.CHANGED
        assert claim(file, 3).status is Status.TO_CHECK
        assert file.who == ROSA


def test_on_another_scale_signatures_lapse_visibly_and_undo_brings_them_back(tmp_path: Path) -> None:
    """Also where the outcome stays: “OK” of one scale is not “OK” of another."""
    political = RatingScale("p", "Political", False, SCALE.outcomes)
    with begin(tmp_path) as file:
        key = claim(file, 1).id
        set_outcome(file, key, "ok")
        for name in (ROSA, JONAS):
            file.who = name
            sign_off(file, key)
        assert claim(file, 1).status is Status.SECOND_CHECKED
        assert foresee_scale(read_case(file), political).lapsing == 2
        set_scale(file, political)
        assert [sign.stands for sign in read_case(file).sign_offs] == [False, False]
        assert (claim(file, 1).status, claim(file, 1).outcome) == (Status.CHANGED, "ok")
        undo(file)
        assert [sign.stands for sign in read_case(file).sign_offs] == [True, True]
        assert claim(file, 1).status is Status.SECOND_CHECKED


def test_half_an_emoji_from_a_paste_does_not_stop_the_act(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        edit_claim(file, claim(file, 1).id, reasoning="bridge \ud83c 🌉 \x00 end")
        assert claim(file, 1).reasoning == "bridge \ufffd 🌉 \x00 end"
    assert verify(file.path).is_sound
