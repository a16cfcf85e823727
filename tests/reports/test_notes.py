"""Verification notes as plain data."""

from dataclasses import replace

import pytest

from tests.reports.cases import SAVED, claim_on, cut_case, seed_case
from tests.reports.odd_cases import multilingual_case
from workbench.domain.claim import Status
from workbench.domain.rating import Tone
from workbench.reports.content import Mark, MarkedWords, Wording
from workbench.reports.notes import House, NotesOptions, build_notes, verdict

NOTES = build_notes(seed_case(), NotesOptions())


def test_outcomes_are_counted_in_the_scales_order_and_the_open_ones_last() -> None:
    assert [(count.label, count.number) for count in NOTES.summary.outcomes] == [
        ("True", 2), ("Mostly true", 1), ("Half true", 1), ("Misleading", 1), ("False", 1), ("Can’t be verified", 1),
        ("No outcome yet", 4),
    ]  # fmt: skip
    assert sum(count.number for count in NOTES.summary.outcomes) == NOTES.summary.claims == 11


def test_facts_are_covered_dismissed_or_left() -> None:
    facts = NOTES.summary.facts
    assert facts is not None
    assert facts.covered + facts.dismissed + facts.left == facts.total
    assert facts.left == seed_case().facts_left


def test_a_fact_both_covered_and_dismissed_is_covered() -> None:
    assert NOTES.summary.facts is not None
    assert NOTES.summary.facts.covered == sum(bool(fact.claims) for fact in seed_case().facts)


def test_sources_are_numbered_as_the_claims_come_to_rest_on_them() -> None:
    assert [(it.number, it.source.id, it.claims) for it in NOTES.sources] == [
        (1, "kremlin", (1, 2, 4, 5, 10)),
        (2, "reuters", (2, 10, 11)),
        (3, "ministry", (6,)),
        (4, "diplomat", (10,)),
    ]


def test_a_source_that_no_claim_rests_on_is_listed_last() -> None:
    case = seed_case()
    notes = build_notes(replace(case, links=case.links[:1]), NotesOptions())
    assert [it.claims for it in notes.sources] == [(1,), (), (), ()]


def test_evidence_carries_its_source_and_snapshot() -> None:
    first = NOTES.claims[0].evidence[0]
    assert first.source_number == 1
    assert first.snapshot is not None
    assert first.snapshot.name == "transcript.html"


def test_dismissed_warnings_are_not_printed() -> None:
    assert [warning.quote for warning in NOTES.warnings] == ["“We will not annex Minsk”", "Iskanderdelivered", "🇧🇷"]


def test_those_who_signed_checked_unless_a_name_is_given() -> None:
    assert NOTES.checkers == ("R. Haddad", "L. Sørensen")
    assert build_notes(seed_case(), NotesOptions(checked_by="M. Okoye")).checkers == ("M. Okoye",)


def test_what_changed_since_is_told() -> None:
    assert NOTES.summary.changed == (7,)


def test_claims_that_were_cut_keep_all_that_bears_on_them_and_are_counted_nowhere() -> None:
    notes = build_notes(cut_case(), NotesOptions())
    assert [(claim.number, claim.cut, claim.places) for claim in notes.cut] == [(4, True, 0), (10, True, 0)]
    assert [len(claim.evidence) for claim in notes.cut] == [1, 3]
    assert [len(claim.sign_offs) for claim in notes.cut] == [2, 0]
    assert (notes.summary.claims, notes.summary.open_queries) == (9, 1)
    assert sum(count.number for count in notes.summary.outcomes) == 9
    assert {number for block in notes.article for number in block.claims}.isdisjoint({4, 10})
    assert {it.source.id: it.claims for it in notes.sources}["diplomat"] == (10,)


def test_a_claim_cut_from_wire_copy_reads_on_over_its_lines() -> None:
    wire = claim_on("It opens\nin March.", "opens\nin March", 12, correction="opens\nin May")
    (note,) = build_notes(replace(cut_case(), cut=(wire,)), NotesOptions()).cut
    assert note.quote == "opens in March"
    assert [(note.quote[one.start : one.end], one.inserted) for one in note.changes] == [("March", "May")]


def test_a_part_of_the_claims_says_so_and_hides_the_facts() -> None:
    notes = build_notes(seed_case(), NotesOptions(claims=frozenset({"claim-0002", "claim-0004"})))
    assert [claim.number for claim in notes.claims] == [2, 4]
    assert notes.is_selection
    assert notes.summary.facts is None
    assert {number for block in notes.article for number in block.claims} == {2, 4}


def test_quotations_are_held_against_their_excerpts() -> None:
    wording = Wording("words changed", same=False, words=(MarkedWords(Mark.GONE, "constant"),))
    asked = []

    def check(quote: str, excerpt: str) -> Wording:
        asked.append((quote, excerpt))
        return wording

    notes = build_notes(seed_case(), NotesOptions(), check)
    by_number = {claim.number: claim for claim in notes.claims}
    assert by_number[5].evidence[0].wording == wording
    assert by_number[1].evidence[0].wording is None
    assert all(quote in seed_case().article.text for quote, _ in asked)


def test_an_outcome_that_the_scale_lost_is_still_shown() -> None:
    case = seed_case()
    assert verdict(case.scale, "gone") == verdict(case.scale, "gone")
    assert (verdict(case.scale, "gone").label, verdict(case.scale, "gone").tone) == ("gone", Tone.OPEN)


def test_the_same_case_gives_the_same_notes() -> None:
    assert build_notes(multilingual_case(), NotesOptions()) == build_notes(multilingual_case(), NotesOptions())
    assert NOTES.case.last_saved == SAVED


def test_an_empty_case_has_notes() -> None:
    notes = build_notes(seed_case(), NotesOptions(claims=frozenset()))
    assert notes.summary.outcomes == notes.summary.statuses == notes.claims == ()


def test_statuses_are_counted() -> None:
    counts = {count.label: count.number for count in NOTES.summary.statuses}
    assert counts["Checked"] == 5
    assert sum(counts.values()) == 11
    assert claim_on("x", "x", 1).status is Status.TO_CHECK


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "url(x)"])
def test_a_house_colour_is_six_hex_digits(colour: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        House(colour=colour)


def test_a_pale_house_colour_is_not_used_for_words() -> None:
    assert House(colour="#FFD400").text_colour == "#1B1B1F"
    assert House(colour="#17395C").text_colour == "#17395C"
