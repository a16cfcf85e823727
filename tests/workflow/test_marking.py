"""Bounds, splitting, merging, repetitions; facts and warnings put away."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.bridge import JONAS, TEXT, begin, claim, only_note, place, with_note
from workbench.domain.case import QueryTo
from workbench.domain.claim import ClaimKind, Origin, Status
from workbench.domain.span import Span
from workbench.errors import CaseFileError
from workbench.workflow.asking import ask
from workbench.workflow.checking import edit_claim, set_status
from workbench.workflow.marking import (
    add_claim,
    delete_claim,
    dismiss_fact,
    dismiss_warning,
    merge_claims,
    remove_place,
    repeat_claim,
    restore_fact,
    restore_warning,
    set_bounds,
    split_claim,
)
from workbench.workflow.opening import read_case
from workbench.workflow.signing import sign_off
from workbench.workflow.undoing import undo


def test_a_claim_is_made_from_the_selected_words_and_selected(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        words = place(" Mayor Ada Holm ")
        made = claim(file, 5) if (changes := add_claim(file, words, ClaimKind.QUOTATION)) else None
    assert made is not None
    assert changes.select == made.id
    assert (made.exact, made.origin, made.kind) == ("Mayor Ada Holm", Origin.BY_HAND, ClaimKind.QUOTATION)
    assert made.check_worthiness is None


@pytest.mark.parametrize("span", [Span(31, 33), Span(5, 5), Span(len(TEXT) - 3, len(TEXT) + 1)])
def test_without_words_there_is_no_claim(tmp_path: Path, span: Span) -> None:
    with begin(tmp_path) as file:
        with pytest.raises(CaseFileError, match="Select some words"):
            add_claim(file, span)
        with pytest.raises(CaseFileError, match="Select some words"):
            set_bounds(file, claim(file, 1).id, span)
        assert len(read_case(file).claims) == 4


def test_a_number_is_never_given_twice(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add_claim(file, place("Ada Holm"))
        delete_claim(file, claim(file, 5).id)
        add_claim(file, place("Ada Holm"))
        undo(file)
        add_claim(file, place("Ada Holm"))
        assert sorted(found.number for found in read_case(file).claims) == [1, 2, 3, 4, 7]


def test_deleting_a_claim_leaves_its_note_in_the_case(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        ask(file, claim(file, 2).id, QueryTo.EDITOR, "Keep it?")
        sign_off(file, claim(file, 2).id)
        before = read_case(file)
        delete_claim(file, claim(file, 2).id)
        case = read_case(file)
        assert [found.number for found in case.claims] == [1, 3, 4]
        assert only_note(case)
        assert len(case.links) == 1
        assert not case.queries
        undo(file)
        after = read_case(file)
    assert (after.claims, after.links, after.queries) == (before.claims, before.links, before.queries)
    assert after.sign_offs == before.sign_offs


def test_bounds_move_by_single_letters_over_white_space_too(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        start = claim(file, 2).span.start
        for end in range(start + 20, start + 26):
            set_bounds(file, claim(file, 2).id, Span(start, end))
            assert claim(file, 2).exact == TEXT[start:end]
        assert len(claim(file, 2).anchors) == 1


def test_bounds_move_only_the_own_place(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        cost = claim(file, 3)
        set_bounds(file, cost.id, Span(cost.span.start + 3, cost.span.end))
        moved = claim(file, 3)
    assert moved.exact == "cost 12 million euros"
    assert moved.anchors[1] == cost.anchors[1]


def test_splitting_keeps_the_check_with_the_first_words(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        edit_claim(file, claim(file, 2).id, reasoning="See the order.")
        sign_off(file, claim(file, 2).id)
        file.who = JONAS
        sign_off(file, claim(file, 2).id)
        changes = split_claim(file, claim(file, 2).id, place(" in 2019").start)
        first, second = claim(file, 2), claim(file, 5)
        case = read_case(file)
    assert (first.exact, second.exact) == ("The bridge was closed", "in 2019")
    assert changes.select == second.id
    assert (first.reasoning, second.reasoning) == ("See the order.", "")
    assert (first.status, second.status) == (Status.CHANGED, Status.TO_CHECK)
    assert second.claimant == "the council"
    assert {link.claim_id for link in case.links} >= {first.id, second.id}


@pytest.mark.parametrize("at", ["The bridge was", ", the council"])
def test_a_claim_is_split_only_inside(tmp_path: Path, at: str) -> None:
    with begin(tmp_path) as file, pytest.raises(CaseFileError, match="inside the claim"):
        split_claim(file, claim(file, 2).id, place(at).start)


def test_merging_loses_nothing_that_was_written(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        edit_claim(file, claim(file, 2).id, reasoning="See the order.")
        edit_claim(file, claim(file, 3).id, reasoning="Budget report.", restated="It cost 12 million.")
        ask(file, claim(file, 3).id, QueryTo.AUTHOR, "Whose figure?")
        changes = merge_claims(file, [claim(file, 3).id, claim(file, 2).id])
        merged, case = claim(file, 2), read_case(file)
    assert [found.number for found in case.claims] == [1, 2, 4]
    assert merged.exact == TEXT[merged.span.start : merged.span.end]
    assert merged.exact.startswith("The bridge was closed")
    assert merged.exact.endswith("12 million euros")
    assert merged.reasoning == "See the order.\n\nBudget report."
    assert (merged.claimant, merged.restated) == ("the council", "It cost 12 million.")
    assert len(merged.anchors) == 2
    assert [query.claim_id for query in case.queries] == [merged.id]
    assert [link.claim_id for link in case.links] == [merged.id]
    assert changes.select == merged.id


def test_merging_keeps_the_higher_worth_with_its_reasons(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        second, third = claim(file, 2), claim(file, 3)
        worthiest = max(second, third, key=lambda one: one.check_worthiness or 0)
        assert second.check_worthiness != third.check_worthiness
        merge_claims(file, [second.id, third.id])
        merged = claim(file, 2)
        assert (merged.check_worthiness, merged.reasons) == (worthiest.check_worthiness, worthiest.reasons)
        undo(file)
        assert (claim(file, 2), claim(file, 3)) == (second, third)


@pytest.mark.parametrize("chosen", [ClaimKind.STATEMENT, ClaimKind.PREDICTION])
def test_words_by_hand_merged_with_a_found_claim_take_over_how_it_was_found(tmp_path: Path, chosen: ClaimKind) -> None:
    with begin(tmp_path) as file:
        found = claim(file, 2)
        edit_claim(file, found.id, kind=ClaimKind.STATISTIC)
        add_claim(file, Span(found.span.start - 9, found.span.start), chosen)
        merge_claims(file, [found.id, claim(file, 5).id])
        merged = claim(file, 5)
    assert (merged.check_worthiness, merged.reasons) == (found.check_worthiness, found.reasons)
    assert (merged.origin, merged.found_by) == (Origin.FOUND, found.found_by)
    assert merged.claimant == found.claimant
    assert merged.kind is (ClaimKind.STATISTIC if chosen is ClaimKind.STATEMENT else chosen)


def test_merging_needs_two(tmp_path: Path) -> None:
    with begin(tmp_path) as file, pytest.raises(CaseFileError, match="at least two"):
        merge_claims(file, [claim(file, 1).id, claim(file, 1).id])


def test_a_repetition_covers_the_facts_in_it(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        repeat_claim(file, claim(file, 1).id, place("Mayor Ada Holm told"))
        repeat_claim(file, claim(file, 1).id, place("Mayor Ada Holm told"))
        assert len(claim(file, 1).anchors) == 2
        assert read_case(file).facts_left == 0


def test_a_repetition_is_removed_and_undo_brings_it_back(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        places = [place(words) for words in ("Ada Holm", "the council", "The bridge")]
        for words in places:
            repeat_claim(file, claim(file, 1).id, words)
        own, before = claim(file, 1).span, claim(file, 1).anchors
        changes = remove_place(file, claim(file, 1).id, places[1])
        assert [anchor.span for anchor in claim(file, 1).anchors] == [own, places[0], places[2]]
        assert changes.select == claim(file, 1).id
        repeat_claim(file, claim(file, 1).id, places[1])
        assert [anchor.span for anchor in claim(file, 1).anchors] == [own, places[0], places[2], places[1]]
        undo(file)
        undo(file)
        assert claim(file, 1).anchors == before


def test_the_claims_own_place_is_never_removed_nor_one_where_it_does_not_stand(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        repeat_claim(file, claim(file, 1).id, place("Ada Holm"))
        for span in (claim(file, 1).span, place("the council")):
            with pytest.raises(CaseFileError, match="not repeated there"):
                remove_place(file, claim(file, 1).id, span)
        assert len(claim(file, 1).anchors) == 2


def test_a_place_removed_after_a_second_check_asks_for_attention(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        repeat_claim(file, claim(file, 1).id, place("Ada Holm"))
        sign_off(file, claim(file, 1).id)
        file.who = JONAS
        sign_off(file, claim(file, 1).id)
        remove_place(file, claim(file, 1).id, place("Ada Holm"))
        assert claim(file, 1).status is Status.CHANGED


def test_a_fact_is_dismissed_with_a_reason_and_restored(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        left = next(fact for fact in read_case(file).facts if fact.is_left)
        with pytest.raises(CaseFileError, match="Give a reason"):
            dismiss_fact(file, left.id, "  ")
        dismiss_fact(file, left.id, "known to everybody")
        dismiss_fact(file, left.id, "in the staff list")
        assert [fact.dismissed for fact in read_case(file).facts if fact.id == left.id] == ["in the staff list"]
        assert read_case(file).facts_left == 0
        restore_fact(file, left.id)
        assert read_case(file).facts_left == 1
        with pytest.raises(CaseFileError, match="not in this case"):
            dismiss_fact(file, "no such fact", "reason")


def test_a_warning_is_put_away_and_shown_again(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        warning = read_case(file).warnings[0].id
        dismiss_warning(file, warning)
        assert read_case(file).warnings[0].dismissed
        restore_warning(file, warning)
        assert not read_case(file).warnings[0].dismissed


def test_a_checked_claim_with_other_words_needs_attention_and_one_more_mark_is_none(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        first = claim(file, 1)
        set_status(file, first.id, Status.CHECKED)
        marked = Span(first.span.start, first.span.end + 1)
        if not marked.of(TEXT)[-1].isalnum():
            set_bounds(file, first.id, marked)
            assert claim(file, 1).status is Status.CHECKED
        set_bounds(file, first.id, Span(first.span.start, first.span.end - 6))
        assert claim(file, 1).status is Status.CHANGED
        undo(file)
        assert claim(file, 1).status is Status.CHECKED
