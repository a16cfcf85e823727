from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.modeltest import ModelTester

from tests.ui.seed_case import seed_case
from ui.models.claims_filter import EVERYTHING, ClaimsFilter, Wanted
from ui.models.claims_model import ClaimRole, ClaimsModel, Order
from workbench.domain.case import Case
from workbench.domain.claim import ClaimKind, Status


@pytest.fixture
def model() -> ClaimsModel:
    model = ClaimsModel()
    model.show(seed_case())
    return model


@pytest.fixture
def shown(model: ClaimsModel, qtmodeltester: ModelTester) -> ClaimsFilter:
    shown = ClaimsFilter(model)
    qtmodeltester.check(shown)
    return shown


def _numbers(shown: ClaimsFilter) -> list[int]:
    return [shown.index(row, 0).data(ClaimRole.ROW).claim.number for row in range(shown.rowCount())]


def _with_status(case: Case, number: int, status: Status) -> Case:
    claims = (replace(claim, status=status) if claim.number == number else claim for claim in case.claims)
    return replace(case, claims=tuple(claims))


def test_filters_narrow_and_everything_comes_back(shown: ClaimsFilter) -> None:
    shown.want(Wanted(statuses=frozenset({Status.CHECKED, Status.SECOND_CHECKED})))
    assert _numbers(shown) == [1, 3, 10]
    shown.want(Wanted(kinds=frozenset({ClaimKind.OPINION})))
    assert _numbers(shown) == [8, 14]
    shown.want(Wanted(warnings_only=True))
    assert _numbers(shown) == [2, 9]
    shown.want(EVERYTHING)
    assert _numbers(shown) == list(range(1, 16))


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("annex", [2]), ("PUTIN absorbing", [15]), ("  minsk ", [2, 5]), ("no such words", []), ("", list(range(1, 16)))],
)
def test_search_looks_at_words_and_claimant_whatever_their_case(
    shown: ClaimsFilter, typed: str, numbers: list[int]
) -> None:
    shown.search(typed)
    assert _numbers(shown) == numbers


def test_search_finds_the_restated_claim(model: ClaimsModel, shown: ClaimsFilter) -> None:
    case = seed_case()
    claims = (replace(case.claims[0], restated="The drills go on in 2023"), *case.claims[1:])
    model.show(replace(case, claims=claims))
    shown.search("2023")
    assert _numbers(shown) == [1]


def test_the_filter_follows_the_models_order(model: ClaimsModel, shown: ClaimsFilter) -> None:
    shown.want(Wanted(kinds=frozenset({ClaimKind.QUOTATION})))
    model.sort_by(Order.WORTHINESS)
    assert _numbers(shown) == [2, 15, 3, 5, 6]


def test_the_claim_at_hand_stays_in_sight_until_another_is_selected(model: ClaimsModel, shown: ClaimsFilter) -> None:
    shown.want(Wanted(statuses=frozenset({Status.TO_CHECK})))
    shown.keep("claim-4")
    model.show(_with_status(seed_case(), 4, Status.CHECKED))
    assert 4 in _numbers(shown)
    shown.keep("claim-5")
    assert 4 not in _numbers(shown)
    assert 5 in _numbers(shown)


def test_a_claim_out_of_sight_is_not_brought_in_by_selecting_it(shown: ClaimsFilter) -> None:
    shown.want(Wanted(statuses=frozenset({Status.TO_CHECK})))
    shown.keep("claim-1")
    assert shown.row_of("claim-1") is None


def test_a_new_filter_keeps_nothing_from_before(shown: ClaimsFilter) -> None:
    shown.keep("claim-4")
    shown.want(Wanted(statuses=frozenset({Status.CHECKED})))
    assert 4 not in _numbers(shown)


_STEPS = st.lists(
    st.one_of(
        st.builds(lambda s: ("want", Wanted(statuses=frozenset(s))), st.sets(st.sampled_from(list(Status)))),
        st.tuples(st.just("search"), st.sampled_from(["", "putin", "minsk", "the two", "zzz"])),
        st.tuples(st.just("keep"), st.sampled_from(["", "claim-2", "claim-9"])),
        st.tuples(st.just("sort"), st.sampled_from(list(Order))),
        st.builds(lambda n, s: ("mark", (n, s)), st.integers(1, 15), st.sampled_from(list(Status))),
        st.builds(lambda n: ("drop", n), st.sets(st.integers(1, 15), max_size=6)),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(steps=_STEPS)
def test_the_rows_told_are_always_the_rows_shown(steps: list[tuple[str, Any]]) -> None:
    case = seed_case()
    model = ClaimsModel()
    model.show(case)
    shown = ClaimsFilter(model)
    for step, value in steps:
        match step:
            case "want":
                shown.want(value)
            case "search":
                shown.search(value)
            case "keep":
                shown.keep(value)
            case "sort":
                model.sort_by(value)
            case "mark":
                case = _with_status(case, *value)
                model.show(case)
            case "drop":
                model.show(replace(case, claims=tuple(c for c in case.claims if c.number not in value)))
        assert [row.claim.number for row in shown.rows()] == _numbers(shown)
