"""Two people work on copies of one case, or on cases of one article, and put it together."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.bridge import (
    COST,
    FOUND,
    JONAS,
    ROSA,
    SCALE,
    TEXT,
    altered,
    begin,
    claim,
    copy,
    imported,
    only_note,
    with_note,
)
from tests.workflow.acts import ACTS, do
from workbench.domain.case import Case, QueryTo
from workbench.domain.claim import ClaimKind, Status
from workbench.domain.evidence import Stance
from workbench.domain.findings import Fact, FactKind, Findings, FoundClaim
from workbench.domain.span import Span
from workbench.errors import CaseFileError, DamagedCaseError
from workbench.storage.case_file import CaseFile
from workbench.workflow import asking, checking, combining, drafting, history, marking, noting, signing, undoing
from workbench.workflow.combining import Combined
from workbench.workflow.opening import add_findings, new_case, open_case, read_case
from workbench.workflow.verifying import verify

Work = Callable[[CaseFile], object]


def combined(
    folder: Path, here: Work, there: Work, start: Callable[[Path], CaseFile] = with_note
) -> tuple[Case, Combined]:
    """Rosa does `here` and Jonas `there` to copies of one case; then Rosa takes in what Jonas did."""
    with start(folder) as file:
        path = file.path
    other = copy(path, "jonas.factcase")
    with open_case(other, who=JONAS) as file:
        there(file)
    with open_case(path, who=ROSA) as file:
        here(file)
        looked = combining.look(file, other)
        _, told = combining.combine(file, other)
        assert told == looked
        case = read_case(file)
    assert verify(path).findings == ()
    return case, told


def nothing(_: CaseFile) -> None:
    """The one who did nothing since."""


def test_what_each_did_is_there(tmp_path: Path) -> None:
    def here(file: CaseFile) -> None:
        checking.set_outcome(file, claim(file, 1).id, "ok")
        noting.add_note(file, noting.NoteFields("Rosa's source"), {claim(file, 1).id: Stance.SUPPORTS})

    def there(file: CaseFile) -> None:
        checking.edit_claim(file, claim(file, 4).id, reasoning="Counted in May.")
        kept = noting.SnapshotFile("count.txt", b"31,204 cars", "text/plain")
        noting.add_note(file, noting.NoteFields("Traffic count"), {claim(file, 4).id: Stance.CONTRADICTS}, kept)
        asking.ask(file, claim(file, 2).id, QueryTo.AUTHOR, "Which day?")

    case, told = combined(tmp_path, here, there)
    first, second, _, fourth = case.claims
    assert (first.outcome, fourth.reasoning) == ("ok", "Counted in May.")
    assert {source.title for source in case.sources.values()} == {"Traffic order 17", "Rosa's source", "Traffic count"}
    assert [query.question for query in case.queries] == ["Which day?"]
    assert second.status is Status.QUERY_OUT
    assert (told.who, told.claims, told.new, told.attention, told.differing) == ((JONAS,), (2, 4), (), (), ())


def test_the_history_names_who_did_what_and_undo_goes_no_further(tmp_path: Path) -> None:
    combined(tmp_path, nothing, lambda file: checking.edit_claim(file, claim(file, 4).id, reasoning="Counted."))
    with open_case(tmp_path / "bridge.factcase", who=ROSA) as file:
        events = history.read_history(file, claim(file, 4).id)
        assert (events[0].who, events[0].act) == (JONAS, "edit reasoning")
        assert history.read_history(file)[0].act == "combine copies"
        assert JONAS in history.checkers(file)
        assert undoing.undo(file) is None
        checking.edit_claim(file, claim(file, 1).id, reasoning="On.")
        undoing.undo(file)
        assert undoing.undo(file) is None
        assert claim(file, 4).reasoning == "Counted."


def test_where_both_wrote_ours_stands_and_theirs_is_in_the_history(tmp_path: Path) -> None:
    case, told = combined(
        tmp_path,
        lambda file: checking.edit_claim(file, claim(file, 4).id, reasoning="Ours."),
        lambda file: checking.edit_claim(file, claim(file, 4).id, reasoning="Theirs.", claimant="The ministry"),
    )
    fourth = next(found for found in case.claims if found.number == 4)
    assert (fourth.reasoning, fourth.claimant) == ("Ours.", "The ministry")
    ((number, difference),) = [(one.claim, one.difference) for one in told.differing]
    assert (number, difference.field, difference.before, difference.after) == (4, "reasoning", "Theirs.", "Ours.")
    with open_case(tmp_path / "bridge.factcase", who=ROSA) as file:
        last = history.read_history(file, fourth.id)[0]
        history.restore_wording(file, last.seq)
        assert claim(file, 4).reasoning == "Theirs."


def test_a_checked_claim_that_nobody_has_seen_so_needs_attention(tmp_path: Path) -> None:
    def here(file: CaseFile) -> None:
        checking.set_outcome(file, claim(file, 4).id, "ok")
        checking.set_status(file, claim(file, 4).id, Status.CHECKED)

    case, told = combined(
        tmp_path, here, lambda file: checking.edit_claim(file, claim(file, 4).id, claimant="The ministry")
    )
    fourth = next(found for found in case.claims if found.number == 4)
    assert (fourth.status, fourth.outcome, fourth.claimant) == (Status.CHANGED, "ok", "The ministry")
    assert told.attention == (4,)


def test_two_signatures_on_the_same_content_are_a_second_check(tmp_path: Path) -> None:
    def sign(file: CaseFile) -> None:
        signing.sign_off(file, claim(file, 2).id)

    case, told = combined(tmp_path, sign, sign)
    second = next(found for found in case.claims if found.number == 2)
    assert second.status is Status.SECOND_CHECKED
    assert {sign.who for sign in case.sign_offs if sign.stands} == {ROSA, JONAS}
    assert told.attention == ()


def test_a_status_that_says_more_wins(tmp_path: Path) -> None:
    case, told = combined(
        tmp_path,
        lambda file: checking.set_status(file, claim(file, 1).id, Status.CHECKING),
        lambda file: checking.set_status(file, claim(file, 1).id, Status.NEEDS_EDITOR),
    )
    assert case.claims[0].status is Status.NEEDS_EDITOR
    assert told.differing == ()


def test_claims_made_in_both_have_numbers_of_their_own(tmp_path: Path) -> None:
    case, told = combined(
        tmp_path,
        lambda file: marking.add_claim(file, Span(0, 6)),
        lambda file: marking.add_claim(file, Span(7, 14)),
    )
    assert {found.exact: found.number for found in case.claims if found.number > 4} == {"Bridge": 5, "reopens": 6}
    assert told.new == (6,)


def test_bounds_are_taken_from_one_side(tmp_path: Path) -> None:
    case, told = combined(
        tmp_path,
        lambda file: marking.set_bounds(file, claim(file, 3).id, Span(COST.start, COST.end - 6)),
        lambda file: marking.set_bounds(file, claim(file, 3).id, Span(COST.start + 3, COST.end)),
    )
    third = next(found for found in case.claims if found.number == 3)
    assert third.exact == "It cost 12 million"
    assert {one.difference.before for one in told.differing} == {"cost 12 million euros"}


def test_a_claim_deleted_there_and_worked_on_here_stays(tmp_path: Path) -> None:
    case, told = combined(
        tmp_path,
        lambda file: checking.edit_claim(file, claim(file, 3).id, reasoning="Needed."),
        lambda file: marking.delete_claim(file, claim(file, 3).id),
    )
    third = next(found for found in case.claims if found.number == 3)
    assert (third.reasoning, len(third.anchors)) == ("Needed.", 2)
    assert [(left.claim, left.deleted_here) for left in told.left_out] == [(3, False)]


def test_a_claim_deleted_here_and_worked_on_there_is_told(tmp_path: Path) -> None:
    def there(file: CaseFile) -> None:
        checking.edit_claim(file, claim(file, 4).id, reasoning="Counted.")
        noting.link(file, only_note(read_case(file)), claim(file, 4).id, Stance.CONTEXT)

    case, told = combined(tmp_path, lambda file: marking.delete_claim(file, claim(file, 4).id), there)
    assert [found.number for found in case.claims] == [1, 2, 3]
    assert [(left.claim, left.deleted_here) for left in told.left_out] == [(4, True)]


def test_a_note_taken_out_there_and_used_here_stays(tmp_path: Path) -> None:
    case, told = combined(
        tmp_path,
        lambda file: noting.link(file, only_note(read_case(file)), claim(file, 1).id, Stance.CONTEXT),
        lambda file: noting.delete_note(file, only_note(read_case(file))),
    )
    assert len(case.links) == 3
    assert len(case.snapshots) == 2
    assert [(left.title, left.deleted_here) for left in told.left_out] == [("Traffic order 17", False)]


def test_both_link_one_note_to_one_claim(tmp_path: Path) -> None:
    def linking(stance: Stance) -> Work:
        return lambda file: noting.link(file, only_note(read_case(file)), claim(file, 4).id, stance)

    case, told = combined(tmp_path, linking(Stance.SUPPORTS), linking(Stance.CONTRADICTS))
    assert [link.stance for link in case.links if link.claim_id == case.claims[3].id] == [Stance.SUPPORTS]
    assert [(one.difference.before, one.difference.after) for one in told.differing] == [("contradicts", "supports")]


def test_cases_begun_apart(tmp_path: Path) -> None:
    def start(folder: Path, name: str, who: str) -> CaseFile:
        file = new_case(imported(), folder / name, who=who, scale=SCALE)
        add_findings(file, FOUND)
        return file

    with start(tmp_path, "jonas.factcase", JONAS) as file:
        checking.set_outcome(file, claim(file, 1).id, "ok")
        noting.add_note(file, noting.NoteFields("Archive"), {claim(file, 2).id: Stance.SUPPORTS})
        marking.dismiss_fact(file, read_case(file).facts[0].id, "Told in the lead")
        marking.add_claim(file, Span(7, 14))
    with start(tmp_path, "rosa.factcase", ROSA) as file:
        checking.edit_claim(file, claim(file, 2).id, reasoning="Read.")
        before = read_case(file)
        _, told = combining.combine(file, tmp_path / "jonas.factcase")
        case = read_case(file)
    assert verify(tmp_path / "rosa.factcase").is_sound
    assert [found.number for found in case.claims] == [1, 5, 2, 3, 4]
    assert (case.claims[0].outcome, case.claims[2].reasoning) == ("ok", "Read.")
    assert case.links[0].claim_id == case.claims[2].id
    assert [fact.dismissed for fact in case.facts if fact.dismissed] == ["Told in the lead"]
    assert len(case.facts) == len(before.facts)
    assert (told.acts, told.new, told.who) == (4, (5,), (JONAS,))


LATER = f"{TEXT.replace('four years', 'five years')} It is blue."


def test_a_draft_that_both_took_in_is_one_draft(tmp_path: Path) -> None:
    def there(file: CaseFile) -> None:
        marking.add_claim(file, Span(7, 14))
        drafting.take_in(file, imported(LATER))
        add_findings(file, Findings(facts=(Fact(Span(len(LATER) - 5, len(LATER) - 1), FactKind.NAME),)))
        marking.set_bounds(file, claim(file, 4).id, Span(TEXT.index("30,000"), TEXT.index("30,000") + 11))
        marking.dismiss_fact(file, read_case(file).facts[0].id, "A colour")

    def here(file: CaseFile) -> None:
        marking.add_claim(file, Span(0, 6))
        drafting.take_in(file, imported(LATER))
        add_findings(file, Findings(facts=(Fact(Span(len(LATER) - 5, len(LATER) - 1), FactKind.NAME),)))
        checking.edit_claim(file, claim(file, 1).id, reasoning="Five it is.")

    case, told = combined(tmp_path, here, there)
    assert case.article.text == LATER
    assert [found.exact for found in case.claims if found.number > 3] == ["Bridge", "reopens", "30,000 cars"]
    first = next(found for found in case.claims if found.number == 1)
    assert (first.reasoning, first.exact, len(first.anchors)) == ("Five it is.", "Bridge reopens after five years", 1)
    assert [fact.dismissed for fact in case.facts] == ["A colour"]
    assert told.new == (6,)


def test_the_same_work_is_taken_in_once_and_what_came_later_after_it(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        path = file.path
    other = copy(path, "jonas.factcase")
    with open_case(other, who=JONAS) as theirs, open_case(path, who=ROSA) as ours:
        checking.edit_claim(theirs, claim(theirs, 1).id, reasoning="One.")
        combining.combine(ours, other)
        checking.edit_claim(ours, claim(ours, 1).id, reasoning="Ours now.")
        with pytest.raises(CaseFileError, match="holds nothing"):
            combining.combine(ours, other)
        checking.edit_claim(theirs, claim(theirs, 2).id, reasoning="Two.")
        _, told = combining.combine(ours, other)
        assert (told.acts, told.claims) == (1, (2,))
        assert claim(ours, 1).reasoning == "Ours now."
        combining.combine(theirs, path)
        assert _said(read_case(theirs)) == _said(read_case(ours))
    assert verify(path).is_sound
    assert verify(other).is_sound


def _said(case: Case) -> object:
    claims = {found.id: (found.number, found.reasoning, found.outcome, found.status) for found in case.claims}
    return claims, case.sources, case.evidence, set(case.links)


def test_what_can_not_be_combined_is_refused(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        path = file.path
        with pytest.raises(CaseFileError, match="holds nothing"):
            combining.combine(file, path)
    other = copy(path, "later.factcase")
    with open_case(path, who=ROSA) as ours:
        with open_case(other, who=JONAS) as theirs:
            drafting.take_in(theirs, imported(f"{TEXT} It is blue."))
        with pytest.raises(CaseFileError, match="different drafts"):
            combining.combine(ours, other)
        (tmp_path / "else").mkdir()
        elsewhere = tmp_path / "else" / "b.factcase"
        new_case(imported(f"{TEXT} It is blue."), elsewhere, who=JONAS, scale=SCALE).close()
        with pytest.raises(CaseFileError, match="another article"):
            combining.combine(ours, elsewhere)
        with pytest.raises(CaseFileError):
            combining.combine(ours, tmp_path / "no.factcase")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims SET reasoning = 'slipped in'",
        "UPDATE journal SET after = 'no JSON' WHERE seq = 4",
        "UPDATE journal SET who = 'Somebody' WHERE seq = 4",
        "DELETE FROM contents",
        "UPDATE anchors SET start_at = start_at + 1",
    ],
)
def test_a_copy_that_is_not_sound_is_refused_and_changes_nothing(tmp_path: Path, statement: str) -> None:
    with with_note(tmp_path) as file:
        path = file.path
    other = copy(path, "jonas.factcase")
    work(other, JONAS, [("edit", 1), ("note", 3)])
    altered(other, statement)
    before = read_closed(path)
    with open_case(path, who=ROSA) as file, pytest.raises(DamagedCaseError, match="jonas"):
        combining.combine(file, other)
    assert read_closed(path) == before


def read_closed(path: Path) -> Case:
    with open_case(path, who=ROSA, read_only=True) as file:
        return read_case(file)


Acts = list[tuple[str, int]]
_acts = st.lists(st.tuples(st.sampled_from(sorted([*ACTS, "undo", "redo"])), st.integers(0, 10_000)), max_size=9)


def take_in_draft(file: CaseFile) -> None:
    """The same one whoever does it, with the same found in it."""
    if read_case(file).draft.number == 1:
        drafting.take_in(file, imported(LATER))
        cars = Span(LATER.index("30,000"), LATER.index("30,000") + 11)
        add_findings(file, Findings((FoundClaim(cars, ClaimKind.STATISTIC),), facts=(Fact(cars, FactKind.NUMBER),)))


def work(path: Path, who: str, acts: Acts) -> Case:
    with open_case(path, who=who) as file:
        for name, number in acts:
            if name in ("undo", "redo"):
                (undoing.undo if name == "undo" else undoing.redo)(file)
            elif name == "draft":
                take_in_draft(file)
            else:
                do(file, name, number)
        return read_case(file)


@settings(max_examples=60, deadline=None)
@given(_acts, _acts, _acts, st.booleans())
def test_any_work_of_two_makes_a_sound_case_that_has_all_of_it(
    tmp_path_factory: pytest.TempPathFactory, here: Acts, there: Acts, later: Acts, late_edit: bool
) -> None:
    folder = tmp_path_factory.mktemp("two")
    with with_note(folder) as file:
        path = file.path
    other = copy(path, "jonas.factcase")
    if late_edit:  # a draft that only one has lets nothing be combined
        here, there = ([*acts[:3], ("draft", 0), *acts[3:]] for acts in (here, there))
    ours, theirs = work(path, ROSA, here), work(other, JONAS, there)
    both, told = attempt(path, other)
    if told is not None:
        assert of_ours(ours, theirs) <= of_ours(both, both)
        said = ever_said(path)
        assert told.left_out or all(json.dumps(one, ensure_ascii=False)[1:-1] in said for one in words_of(theirs))
        numbers = [found.number for found in both.claims]
        assert len(set(numbers)) == len(numbers)
        work(other, JONAS, later)
        attempt(other, path)
        attempt(path, other)


def attempt(path: Path, other: Path) -> tuple[Case, Combined | None]:
    """Combine, unless there is nothing to combine or the scales differ; sound either way."""
    with open_case(path, who=ROSA) as file:
        try:
            _, told = combining.combine(file, other)
        except CaseFileError:
            told = None
        case = read_case(file)
    assert verify(path).findings == ()
    return case, told


def of_ours(case: Case, other: Case) -> set[object]:
    """What one copy has that the other did not take out: claims with their words, and notes."""
    claims, notes = {found.id for found in other.claims}, other.evidence.keys()
    return {(found.id, found.number) for found in case.claims if found.id in claims} | (case.evidence.keys() & notes)


def words_of(case: Case) -> set[str]:
    told = {found.reasoning for found in case.claims} | {source.title for source in case.sources.values()}
    return told | {query.question for query in case.queries}


def ever_said(path: Path) -> str:
    """All that the journal has ever said, as JSON."""
    connection = sqlite3.connect(path)
    said = "".join(row for (row,) in connection.execute("SELECT after FROM journal"))
    connection.close()
    return said
