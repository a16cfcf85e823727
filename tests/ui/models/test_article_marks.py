from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.seed_case import seed_case
from ui.models.article_marks import ArticleMarks, stack
from ui.models.offsets import Utf16Map
from workbench.domain.case import Case
from workbench.domain.claim import Anchor, Status
from workbench.domain.span import Span

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda one: (one[0], one[0] + one[1])), max_size=25
)


@given(spans)
def test_underlines_of_one_depth_never_run_into_each_other(spans: list[tuple[int, int]]) -> None:
    depths = stack(spans)
    placed = list(zip(spans, depths, strict=True))
    for at, ((start, end), depth) in enumerate(placed):
        for (other_start, other_end), other_depth in placed[at + 1 :]:
            if depth == other_depth:
                assert end <= other_start or other_end <= start


@given(spans)
def test_no_underline_is_drawn_deeper_than_claims_overlap(spans: list[tuple[int, int]]) -> None:
    depths = stack(spans)
    for (start, end), depth in zip(spans, depths, strict=True):
        assert depth < sum(start < other_end and other_start < end for other_start, other_end in spans)


def test_a_claim_inside_another_is_underlined_nearer_to_its_words() -> None:
    assert stack([(0, 100), (10, 20), (15, 18)]) == [2, 1, 0]


def _marks(case: Case) -> ArticleMarks:
    """The marks of `case`, its paragraphs the lines of the article."""
    text = case.article.text
    offsets = Utf16Map(text)
    starts = [0, *(offsets.unit(at + 1) for at, char in enumerate(text) if char == "\n")]
    ends = [*(start - 1 for start in starts[1:]), offsets.units]

    def paragraph_of(unit: int) -> int:
        return sum(start <= unit for start in starts) - 1

    marks = ArticleMarks(offsets, paragraph_of, lambda number: (starts[number], ends[number]))
    marks.show(case)
    return marks


@pytest.fixture
def case() -> Case:
    return seed_case()


def test_claims_after_an_emoji_stand_on_their_words(case: Case) -> None:
    marks, claim = _marks(case), case.claims[14]
    assert "🇧🇷" in case.article.text[: claim.span.start]
    (place,) = marks.places(claim.id)
    words = case.article.text.encode("utf-16-le")[2 * place.start : 2 * place.end].decode("utf-16-le")
    assert words == claim.exact


def test_the_shortest_of_overlapping_claims_comes_first(case: Case) -> None:
    outer = case.claims[2]
    inner = replace(
        outer,
        id="inner",
        number=99,
        anchors=(Anchor.at(case.article.text, Span(outer.span.start + 3, outer.span.start + 9)),),
    )
    marks = _marks(replace(case, claims=(*case.claims, inner)))
    at = marks.places("inner")[0].start
    assert [mark.claim.number for mark in marks.claims_at(at)] == [99, 3]
    assert [mark.claim.number for mark in marks.overlapping(marks.places(outer.id)[0])] == [3, 99]


def test_a_repeated_claim_is_marked_at_each_place(case: Case) -> None:
    first = case.claims[0]
    again = Anchor.at(case.article.text, case.claims[8].span)
    marks = _marks(replace(case, claims=(replace(first, anchors=(*first.anchors, again)),)))
    assert [place.start for place in marks.places(first.id)] == sorted(place.start for place in marks.all_claims)
    assert len(marks.places(first.id)) == 2


def test_a_claim_across_paragraphs_is_marked_in_each(case: Case) -> None:
    span = Span(case.claims[7].span.start, case.claims[9].span.end)
    long = replace(case.claims[7], anchors=(Anchor.at(case.article.text, span),))
    marks = _marks(replace(case, claims=(long,)))
    touched = [number for number in range(30) if marks.claims(number)]
    assert len(touched) == 3


def test_facts_are_walked_from_place_to_place_and_around_the_end(case: Case) -> None:
    marks = _marks(case)
    left = [fact.id for fact in case.facts if fact.is_left]
    seen, at = [], -1
    for _ in range(len(left) + 1):
        mark = marks.fact_after(at)
        assert mark is not None
        seen.append(mark.fact.id)
        at = mark.start
    assert seen == [*left, left[0]]


def test_a_case_without_facts_left_has_none_to_walk(case: Case) -> None:
    assert _marks(replace(case, facts=())).fact_after(0) is None


def test_dismissed_warnings_are_not_marked(case: Case) -> None:
    at = case.warnings[1].warning.span.start
    assert _marks(case).warnings_at(at)
    gone = tuple(replace(warning, dismissed=True) for warning in case.warnings)
    assert not _marks(replace(case, warnings=gone)).warnings_at(at)


def test_a_new_status_is_taken_without_looking_for_all_places_again(case: Case) -> None:
    marks = _marks(case)
    done = replace(case.claims[4], status=Status.SECOND_CHECKED)
    later = replace(case, claims=(*case.claims[:4], done, *case.claims[5:]))
    assert marks.exchange(later, {done.id})
    place = marks.places(done.id)[0]
    assert place.claim is done
    assert place in marks.all_claims
    assert place in marks.claims_at(place.start)
    assert len(marks.all_claims) == len(case.claims)


def test_moved_added_and_removed_claims_want_all_places_anew(case: Case) -> None:
    marks, first = _marks(case), case.claims[0]
    moved = replace(first, anchors=(Anchor.at(case.article.text, Span(0, 7)),))
    assert not marks.exchange(replace(case, claims=(moved, *case.claims[1:])), {first.id})
    assert not marks.exchange(replace(case, claims=case.claims[1:]), {first.id})
    assert not marks.exchange(replace(case, claims=(*case.claims, replace(first, id="new"))), {"new"})
    assert marks.places(first.id)[0].claim is first
