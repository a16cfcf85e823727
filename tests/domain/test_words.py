from __future__ import annotations

import pytest

from workbench.domain.span import Span
from workbench.domain.words import edges_around, whole_words

TEXT = "Joint military exercises, 2022; S-400 Iskanderdelivered. हिन्दी भाषा 两国领导人"


def _place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("before", "edges"),
    [
        ("Joint military e", ["Joint military ", "Joint military exercises"]),
        ("Joint military exercise", ["Joint military exercises", "Joint military "]),
        ("Joint military ", ["Joint military "] * 2),
        ("Joint military exercises", ["Joint military exercises"] * 2),
        ("Joint military exercises, 20", ["Joint military exercises, ", "Joint military exercises, 2022"]),
        ("", ["", ""]),
        (TEXT, [TEXT, TEXT]),
    ],
)
def test_a_caret_inside_a_word_has_two_edges_the_nearer_first(before: str, edges: list[str]) -> None:
    assert [TEXT[:edge] for edge in edges_around(TEXT, len(before))] == edges


@pytest.mark.parametrize(
    ("selected", "whole"),
    [
        ("oint military exer", "Joint military exercises"),
        ("military exercises", "military exercises"),
        ("ary exercises, 2022", "military exercises, 2022"),
        ("exercises, 20", "exercises, 2022"),
        ("400 Isk", "400 Iskanderdelivered"),
        ("न्दी भा", "हिन्दी भाषा"),
    ],
)
def test_a_selection_that_strays_into_words_takes_them_whole(selected: str, whole: str) -> None:
    assert whole_words(TEXT, _place(selected)).of(TEXT) == whole


@pytest.mark.parametrize("part", ["Iskander", "delivered", "erdel", "02", "国领"])
def test_a_part_of_a_single_word_stays_a_part(part: str) -> None:
    assert whole_words(TEXT, _place(part)).of(TEXT) == part
