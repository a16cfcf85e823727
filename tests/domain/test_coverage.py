from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.coverage import covering
from workbench.domain.span import Span


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 40))
    return Span(start, start + draw(st.integers(1, 12)))


@given(st.lists(spans(), max_size=12), st.lists(spans(), max_size=12))
def test_a_fact_is_covered_by_just_the_claims_that_hold_it_whole(facts: list[Span], places: list[Span]) -> None:
    found = covering(facts, list(zip(places, range(len(places)), strict=True)))
    for fact, keys in zip(facts, found, strict=True):
        assert sorted(keys) == [key for key, place in enumerate(places) if place.contains(fact)]


def test_a_claim_with_two_places_covers_a_fact_once() -> None:
    assert covering([Span(2, 3)], [(Span(0, 5), "a"), (Span(1, 4), "a")]) == [("a",)]
