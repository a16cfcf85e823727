"""Making a case, closing it, and finding everything again the next morning."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.storage.bridge import AGAIN, COST, FOUND, ROSA, SCALE, TEXT, begin, imported, place, with_note
from workbench.domain.case import QueryTo
from workbench.domain.claim import Origin
from workbench.domain.findings import Findings
from workbench.errors import CaseFileError
from workbench.storage.locks import CaseInUseError
from workbench.workflow.asking import ask
from workbench.workflow.checking import edit_claim, set_outcome
from workbench.workflow.marking import add_claim, delete_claim, dismiss_fact, dismiss_warning
from workbench.workflow.noting import snapshot_bytes
from workbench.workflow.opening import add_findings, new_case, open_case, open_case_soon, read_case, remember_selection
from workbench.workflow.signing import sign_off
from workbench.workflow.undoing import undo


def test_a_new_case_holds_the_article_as_it_was_read(tmp_path: Path) -> None:
    with new_case(imported(), tmp_path / "bridge.factcase", who=ROSA, scale=SCALE) as file:
        case = read_case(file)
        assert case.article == imported().article
        assert case.scale == SCALE
        assert not case.claims
        assert not case.extracted
        assert snapshot_bytes(file, case.draft.sha256) == TEXT.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["bridge.factcase"]


def test_only_its_owner_can_read_a_case(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        for path in tmp_path.iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
        assert file.path.exists()


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "bridge.factcase").write_text("my holiday pictures")
    with pytest.raises(CaseFileError, match="already exists"):
        begin(tmp_path)
    assert (tmp_path / "bridge.factcase").read_text() == "my holiday pictures"
    assert len(list(tmp_path.iterdir())) == 1


def test_found_claims_are_numbered_by_place_and_know_where_they_are_repeated(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        case = read_case(file)
    assert case.extracted
    assert [claim.number for claim in case.claims] == [1, 2, 3, 4]
    assert [claim.span for claim in case.claims] == sorted(found.span for found in FOUND.claims)
    cost = case.claims[2]
    assert [anchor.span for anchor in cost.anchors] == [COST, AGAIN]
    assert all(anchor.exact == "It cost 12 million euros" for anchor in cost.anchors)
    assert cost.anchors[0].prefix.endswith("🌉 “")
    assert (case.claims[1].claimant, case.claims[1].reasons, case.claims[1].found_by) == (
        "the council",
        ("a year",),
        "said",
    )


def test_a_fact_is_covered_where_any_place_of_a_claim_holds_it_whole(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        case = read_case(file)
    numbers = {claim.id: claim.number for claim in case.claims}
    covered = {fact.fact.span.of(TEXT): [numbers[key] for key in fact.claims] for fact in case.facts}
    assert covered == {"four years": [1], "2019": [2], "12 million euros": [3], "Mayor Ada Holm": []}
    assert [fact.fact.span.of(TEXT) for fact in case.facts if fact.is_left] == ["Mayor Ada Holm"]


def test_looking_for_claims_again_adds_only_what_is_not_there(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        before = read_case(file)
        assert add_findings(file, FOUND).areas == frozenset()
        assert read_case(file) == before
        delete_claim(file, before.claims[0].id)
        add_findings(file, FOUND)
        assert [claim.number for claim in read_case(file).claims] == [5, 2, 3, 4]


def test_a_claim_made_by_hand_before_the_search_keeps_its_number(tmp_path: Path) -> None:
    with new_case(imported(), tmp_path / "bridge.factcase", who=ROSA, scale=SCALE) as file:
        add_claim(file, place("Mayor Ada Holm"))
        add_findings(file, FOUND)
        numbers = {claim.exact: claim.number for claim in read_case(file).claims}
        assert numbers["Mayor Ada Holm"] == 1
        assert sorted(numbers.values()) == [1, 2, 3, 4, 5]
        assert {claim.origin for claim in read_case(file).claims} == {Origin.BY_HAND, Origin.FOUND}


def test_an_article_without_claims_is_not_searched_again(tmp_path: Path) -> None:
    with new_case(imported(), tmp_path / "bridge.factcase", who=ROSA, scale=SCALE) as file:
        add_findings(file, Findings())
        assert read_case(file).extracted


def test_undo_takes_back_neither_the_case_nor_the_search(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        assert undo(file) is None
        assert len(read_case(file).claims) == 4


def test_everything_is_found_again_after_closing(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        first, closed, cost, _ = read_case(file).claims
        edit_claim(file, closed.id, restated="Closed in 2019 to all traffic.", reasoning="See the order.")
        set_outcome(file, closed.id, "ok")
        sign_off(file, closed.id)
        ask(file, cost.id, QueryTo.AUTHOR, "In which year's prices?")
        dismiss_fact(file, read_case(file).facts[3].id, "title known")
        dismiss_warning(file, read_case(file).warnings[0].id)
        remember_selection(file, first.id)
        before = read_case(file)
    with open_case(tmp_path / "bridge.factcase", who=ROSA) as file:
        assert read_case(file) == before
    assert before.selected_claim == first.id
    assert before.last_saved
    with open_case(tmp_path / "bridge.factcase", who=ROSA, read_only=True) as file:
        assert read_case(file) == before


def test_choosing_a_claim_is_no_act(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        before = read_case(file)
        remember_selection(file, before.claims[1].id)
        assert read_case(file).digest == before.digest
        delete_claim(file, before.claims[1].id)
        assert read_case(file).selected_claim == ""


def test_the_digest_names_each_state(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        digests = {read_case(file).digest}
        for words in ("one", "two", "one"):
            edit_claim(file, read_case(file).claims[0].id, reasoning=words)
            digests.add(read_case(file).digest)
    assert len(digests) == 4


def test_a_file_opened_read_only_refuses_acts_with_one_sentence(tmp_path: Path) -> None:
    begin(tmp_path).close()
    with open_case(tmp_path / "bridge.factcase", who=ROSA, read_only=True) as file:
        remember_selection(file, read_case(file).claims[0].id)
        with pytest.raises(CaseFileError, match="open read-only"):
            edit_claim(file, read_case(file).claims[0].id, reasoning="no")


def test_a_case_that_stays_in_use_is_waited_for_only_so_long(tmp_path: Path) -> None:
    with begin(tmp_path) as file, pytest.raises(CaseInUseError, match="open elsewhere"):
        open_case_soon(file.path, who="", seconds=0.1)
