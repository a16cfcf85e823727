"""What is still open before notes go out, and that a case with nothing open says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.storage.bridge import JONAS, ROSA, SCALE, begin, claim
from tests.ui.seed_case import long_case, seed_case
from workbench.domain.case import Case, QueryTo
from workbench.domain.claim import ClaimKind, Status
from workbench.domain.evidence import Evidence, Link, Source, Stance
from workbench.domain.open_points import OpenPoint, Reason, Rule
from workbench.storage.case_file import CaseFile
from workbench.workflow import asking, checking, marking, signing
from workbench.workflow.gate import RULES, GateOptions, open_points
from workbench.workflow.noting import NoteFields, SnapshotFile, add_note
from workbench.workflow.opening import read_case


def rules(file: CaseFile, number: int, options: GateOptions | None = None) -> list[str]:
    """By which rules the claim of that number is open."""
    found = open_points(read_case(file), options)
    return [point.rule for point in found if point.claim_id == claim(file, number).id]


def first(file: CaseFile, rule: str) -> OpenPoint:
    return next(point for point in open_points(read_case(file)) if point.rule == rule)


def secondary(file: CaseFile, number: int, publisher: str, **more: str) -> None:
    fields = NoteFields("A report", publisher=publisher, **more)  # type: ignore[arg-type]
    add_note(file, fields, {claim(file, number).id: Stance.SUPPORTS})


def close(file: CaseFile, number: int) -> None:
    """Everything the gate asks for."""
    key = claim(file, number).id
    add_note(file, NoteFields("Accounts 2023", "report", primary=True), {key: Stance.SUPPORTS})
    checking.set_outcome(file, key, "ok")
    checking.set_status(file, key, Status.CHECKED)


def test_a_case_with_everything_done_has_nothing_open(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        assert rules(file, 4) == ["not done", "no outcome", "no evidence"]
        for number in range(1, 5):
            close(file, number)
        for fact in read_case(file).facts:
            if fact.is_left:
                marking.dismiss_fact(file, fact.id, "part of another claim")
        assert open_points(read_case(file)) == ()


def test_what_nobody_can_check_needs_neither_evidence_nor_outcome(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        checking.edit_claim(file, claim(file, 4).id, checkable=False)
        assert rules(file, 4) == ["not done"]


def test_one_secondary_source_is_not_enough_and_one_publisher_counts_once(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        secondary(file, 4, "Reuters")
        assert (first(file, "secondary").count, first(file, "secondary").wanted) == (1, 3)
        secondary(file, 4, "reuters ")
        secondary(file, 4, "", url="https://www.afp.com/a")
        assert first(file, "secondary").count == 2
        assert "secondary" not in rules(file, 4, GateOptions(independent=2))
        secondary(file, 4, "", url="https://afp.com/b")
        assert "secondary" in rules(file, 4)
        secondary(file, 4, "dpa")
        assert "secondary" not in rules(file, 4)


def test_context_is_no_evidence(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add_note(file, NoteFields("History of the bridge", primary=True), {claim(file, 4).id: Stance.CONTEXT})
        found = [point for point in open_points(read_case(file)) if point.claim_id == claim(file, 4).id]
        assert Reason.ONLY_CONTEXT in [point.reason for point in found if point.rule is Rule.NO_EVIDENCE]


def test_who_is_quoted_is_asked_unless_a_primary_source_has_the_words(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        key = claim(file, 3).id
        assert claim(file, 3).kind is ClaimKind.QUOTATION
        assert (first(file, "claimant").reason, *first(file, "claimant").names) == (Reason.UNHEARD, "Ada Holm")
        add_note(file, NoteFields("Recording", primary=True), {key: Stance.SUPPORTS})
        assert "claimant" not in rules(file, 3)
        checking.set_outcome(file, key, "change")
        assert first(file, "claimant").reason is Reason.AGAINST
        asking.ask(file, key, QueryTo.AUTHOR, "Who holmed this?")
        assert "claimant" in rules(file, 3)
        asking.ask(file, key, QueryTo.AUTHOR, "Has Mayor Holm confirmed the figure?")
        assert "claimant" not in rules(file, 3)


def test_an_interview_shows_that_somebody_asked(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        key = claim(file, 3).id
        add_note(file, NoteFields("Call with the mayor", "interview"), {key: Stance.CONTEXT})
        assert "claimant" not in rules(file, 3)


def test_a_web_source_wants_a_copy_kept_or_an_archived_address(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        secondary(file, 4, "City", url="https://city.example/a")
        assert first(file, "no copy").words == "A report"
        secondary(file, 1, "City", url="https://city.example/a", archive_url="https://archive.example/a")
        secondary(file, 2, "City", url="")
        fields = NoteFields("Page", url="HTTPS://city.example/b")
        add_note(file, fields, {claim(file, 3).id: Stance.SUPPORTS}, SnapshotFile("b.txt", b"b", "text/plain"))
        assert [number for number in range(1, 5) if "no copy" in rules(file, number)] == [4]


def test_a_correction_is_missing_until_it_is_given(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        key = claim(file, 4).id
        checking.set_outcome(file, key, "change")
        assert first(file, "no correction").words == "Change to …"
        checking.edit_claim(file, key, correction="31,000 cars")
        assert "no correction" not in rules(file, 4)


def test_a_query_is_open_until_answered(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        asking.ask(file, claim(file, 4).id, QueryTo.EDITOR, "Keep it?")
        assert (first(file, "unanswered").to, first(file, "unanswered").words) == (QueryTo.EDITOR, "Keep it?")
        asking.answer(file, read_case(file).queries[0].id, "Yes.")
        assert "unanswered" not in rules(file, 4)


def test_a_lapsed_signature_is_named_until_that_name_signs_again(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        key = claim(file, 4).id
        signing.sign_off(file, key)
        file.who = JONAS
        signing.sign_off(file, key)
        assert not {"changed", "second name"} & set(rules(file, 4))
        checking.edit_claim(file, key, reasoning="The counter was broken.")
        assert first(file, "changed").names == (ROSA, JONAS)
        assert "not done" in rules(file, 4)
        signing.sign_off(file, key)
        assert first(file, "changed").names == (ROSA,)


def test_second_checked_by_hand_lacks_its_second_name(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        checking.set_status(file, claim(file, 4).id, Status.SECOND_CHECKED)
        assert first(file, "second name").reason is Reason.NOBODY_SIGNED


def test_a_fact_left_names_its_words_and_place(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        found = [point for point in open_points(read_case(file)) if point.rule == "fact left"]
        assert [point.place.of(read_case(file).article.text) for point in found if point.place] == ["Mayor Ada Holm"]


def test_every_point_has_a_rule_and_a_place_in_the_order_of_the_list() -> None:
    known = list(RULES)
    found = open_points(seed_case())
    assert set(Rule) == set(RULES)
    assert {point.rule for point in found} >= {"not done", "changed", "no evidence", "no copy", "unanswered"}
    assert [known.index(point.rule) for point in found] == sorted(known.index(point.rule) for point in found)
    assert all(point.place for point in found)


def test_each_of_two_thousand_claims_is_looked_at() -> None:
    case = _with_notes(long_case(2000))
    assert {point.claim_id for point in open_points(case)} >= {claim.id for claim in case.claims}


def _with_notes(case: Case) -> Case:
    notes = {f"note-{n}": Evidence(f"note-{n}", f"source-{n}") for n in range(len(case.claims))}
    sources = {f"source-{n}": Source(f"source-{n}", "Budget", url="https://example.org") for n in range(len(notes))}
    links = tuple(
        Link(claim.id, f"note-{n + more}", Stance.SUPPORTS)
        for n, claim in enumerate(case.claims)
        for more in range(3)
        if n + more < len(notes)
    )
    return replace(case, evidence=notes, sources=sources, links=links, scale=SCALE)
