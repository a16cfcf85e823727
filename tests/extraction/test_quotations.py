"""Quotations of every style, nested, over paragraphs, interrupted, and with marks lost, doubled or replaced."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.articles import article
from workbench.extraction.quotations import Quotation, find_quotations


def quoted(text: str) -> list[str]:
    found = article(text)
    return [quotation.span.of(found.text) for quotation in find_quotations(found)]


def only(text: str) -> Quotation:
    (found,) = find_quotations(article(text))
    return found


@pytest.mark.parametrize(
    "words",
    [
        "“We will stay here.”",
        '"We will stay here."',
        "‘We will stay here.’",
        "'We will stay here.'",
        "«We will stay here.»",
        "« We will stay here. »",
        "»We will stay here.«",
        "„We will stay here.“",
        "„We will stay here.”",
        "‹We will stay here.›",
        "「We will stay here.」",
        "``We will stay here.''",
        '“We will stay here."',
        '"We will stay here.”',
    ],
)
def test_marks_of_every_style_pair(words: str) -> None:
    assert quoted(f"The mayor said: {words}") == [words]


def test_a_quotation_within_a_quotation_is_one_deeper() -> None:
    outer, inner = find_quotations(article("“He told me ‘never again’ and left,” she said."))
    assert (outer.depth, inner.depth) == (0, 1)
    assert outer.words.contains(inner.span)


def test_nested_straight_marks_pair_by_their_place() -> None:
    assert quoted('"He said "no" to me," she said.') == ['"He said "no" to me,"', '"no"']


@pytest.mark.parametrize(
    "text",
    [
        "The countries’ borders and the parties’ leaders don’t agree.",
        "It's the '90s, and rock 'n' roll isn't dead.",
        "He is 6' 2\" tall.",
    ],
)
def test_apostrophes_feet_and_inches_are_no_marks(text: str) -> None:
    assert quoted(text) == []


def test_a_possessive_within_single_marks_does_not_end_them() -> None:
    assert quoted("‘The countries’ borders are closed,’ he said.") == ["‘The countries’ borders are closed,’"]


def test_a_quotation_reopened_in_the_next_paragraph_goes_on() -> None:
    first, second = find_quotations(article("“We waited for years.\n\n“Then the train came.”"))
    assert first.goes_on
    assert not first.is_damaged
    assert not second.is_damaged


def test_a_quotation_closed_only_in_the_next_paragraph_goes_on() -> None:
    first, second = find_quotations(article('He said, "We waited for years.\n\nThen the train came."'))
    assert first.goes_on
    assert second.taken_up
    assert not second.is_damaged


def test_words_about_the_speaker_interrupt_a_quotation() -> None:
    found = only("“We agreed – explained the head of the Kremlin – to go on with the talks.”")
    assert len(found.interruptions) == 1
    assert len(found.pieces) == 2


def test_a_flag_in_place_of_the_opening_mark_costs_one_quotation() -> None:
    text = "🇧🇷Today was very productive”, declared the minister. “We will meet again,” he said. “Soon.”"
    assert quoted(text) == ["Today was very productive”", "“We will meet again,”", "“Soon.”"]
    assert [one.is_damaged for one in find_quotations(article(text))] == [True, False, False]


def test_a_lost_closing_mark_costs_one_quotation() -> None:
    text = "“We will go, he said on Monday. “We will stay,” she said. “Never,” they said."
    assert quoted(text)[1:] == ["“We will stay,”", "“Never,”"]


def test_a_lost_opening_mark_costs_one_quotation() -> None:
    text = "The talks went on. We will go,” he said. “We will stay,” she said."
    assert quoted(text) == ["We will go,”", "“We will stay,”"]


def test_doubled_marks_are_one() -> None:
    assert quoted("““We will go,”” he said.") == ["““We will go,””"]


def test_a_word_set_apart_is_a_scare_quote_and_a_short_statement_is_not() -> None:
    scare, said = find_quotations(article("The so-called “reform” failed. “We lost,” he said."))
    assert scare.scare
    assert not said.scare


def test_the_next_paragraph_is_untouched_by_damage() -> None:
    assert quoted("“A start without an end\n\nHe left. “We will stay,” she said.")[-1] == "“We will stay,”"


@pytest.mark.parametrize("text", ["“a " * 5000 + "” " * 5000, '"a ' * 5000, "‘a " * 5000, "’" * 100_000])
def test_thousands_of_marks_take_no_pathological_time(text: str) -> None:
    start = time.perf_counter()
    find_quotations(article(text))
    assert time.perf_counter() - start < 20


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab .,:?\n“”‘’\"'«»„‹›「」–🇧", max_size=80))
def test_spans_stand_in_their_block_whatever_the_marks(text: str) -> None:
    found = article(text)
    for quotation in find_quotations(found):
        assert quotation.span.contains(quotation.words)
        assert quotation.words.of(found.text).strip()
        assert any(block.span.contains(quotation.span) for block in found.blocks)


def test_two_possessives_are_no_quotation() -> None:
    assert quoted("They kept the constituencies' seats and thus power over any members' bills.") == []
    assert quoted("The members' leader said: 'We kept the seats.'") == ["'We kept the seats.'"]
