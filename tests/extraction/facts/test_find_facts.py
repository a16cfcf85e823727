"""What a careful reader underlines, in newsroom sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.articles import CLEAN, DAMAGED, article
from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.findings import FactKind
from workbench.domain.span import Span
from workbench.extraction.facts import find_facts
from workbench.extraction.reading import read


def facts(text: str, kind: FactKind, language: str = "en") -> list[str]:
    made = article(text, language=language)
    return [fact.span.of(made.text) for fact in find_facts(read(made)) if fact.kind is kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("After the talks the Russian president Vladimir Putin left.", "the Russian president Vladimir Putin"),
        ("A statement by Prime Minister Boris Johnson followed.", "Prime Minister Boris Johnson"),
        ("It was US Secretary of State Antony Blinken who called.", "US Secretary of State Antony Blinken"),
        (
            "Later Angela Merkel, the former chancellor of Germany, spoke.",
            "Angela Merkel, the former chancellor of Germany",
        ),
    ],
)
def test_a_name_is_underlined_with_its_title(text: str, name: str) -> None:
    assert name in facts(text, FactKind.NAME)


def test_a_title_takes_in_the_names_it_holds() -> None:
    found = facts("The Russian president Vladimir Putin spoke in Minsk.", FactKind.NAME)
    assert not [name for name in found if name == "Russian"]


def test_the_model_changing_its_mind_about_a_place_is_outvoted() -> None:
    text = "He went to Minsk. In Minsk it rained. They met in Minsk. “We will not annex Minsk,” he said."
    assert "Minsk" not in facts(text, FactKind.NAME)
    assert facts(text, FactKind.PLACE).count("Minsk") == 4


def test_each_quoted_sentence_is_a_fact_without_the_speaker_between() -> None:
    text = "“We agreed – explained the minister – to meet again. We will talk of trade.”"
    assert facts(text, FactKind.QUOTATION) == ["We agreed", "to meet again.", "We will talk of trade."]


@pytest.mark.parametrize(
    ("text", "superlative"),
    [
        ("Germany has the largest economy in Europe.", "the largest economy"),
        ("It was the first time she had spoken.", "the first time"),
        ("Malta is the only country without a river.", "the only country"),
        ("The fire caused unprecedented damage there.", "unprecedented damage"),
    ],
)
def test_superlatives_come_with_their_noun(text: str, superlative: str) -> None:
    assert superlative in facts(text, FactKind.SUPERLATIVE)


@pytest.mark.parametrize("text", ["At least six people came.", "At first nobody spoke.", "At last it rained."])
def test_turns_of_phrase_are_no_superlatives(text: str) -> None:
    assert facts(text, FactKind.SUPERLATIVE) == []


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Prices rose because of the war in the east.", "because of the war in the east"),
        ("The train was late due to a strike.", "due to a strike"),
        ("The strike led to the closure of the plant.", "The strike led to the closure of the plant"),
    ],
)
def test_causal_statements_hold_the_cause(text: str, cause: str) -> None:
    assert cause in facts(text, FactKind.CAUSE)


def test_being_due_to_do_something_is_no_cause() -> None:
    assert facts("The two are due to meet on Monday.", FactKind.CAUSE) == []


def test_numbers_in_dates_and_names_are_not_counted_again() -> None:
    assert facts("On 12 March 2020 the G20 met.", FactKind.NUMBER) == []


def test_byline_source_and_kicker_hold_no_facts() -> None:
    text = "Politics in Berlin\n\nBy Anna Schmidt\n\nOlaf Scholz spoke.\n\nSource: Reuters"
    kinds = (BlockKind.KICKER, BlockKind.BYLINE, BlockKind.BODY, BlockKind.SOURCE)
    blocks, start = [], 0
    for kind, words in zip(kinds, text.split("\n\n"), strict=True):
        blocks.append(Block(kind, Span(start, start + len(words))))
        start += len(words) + 2
    made = Article(text, tuple(blocks), Metadata(language="en"))
    assert [fact.span.of(text) for fact in find_facts(read(made))] == ["Olaf Scholz"]


def test_without_a_model_quotations_numbers_and_dates_are_found() -> None:
    text = "Ilyen még nem volt. „Nem adjuk fel”, mondta 2022. december 21-én 45% és 3 millió forint."
    found = {fact.kind for fact in find_facts(read(article(text, language="hu")))}
    assert found == {FactKind.QUOTATION, FactKind.NUMBER, FactKind.DATE}


@pytest.mark.parametrize("text", [*CLEAN.values(), *DAMAGED.values()])
def test_facts_are_in_order_inside_the_text_and_none_comes_twice(text: str) -> None:
    made = article(text)
    found = find_facts(read(made))
    assert len(set(found)) == len(found) > 0
    assert [fact.span.start for fact in found] == sorted(fact.span.start for fact in found)
    for fact in found:
        words = fact.span.of(made.text)
        assert words
        assert words == words.strip()


@given(st.text(max_size=120), st.sampled_from(["en", "it", "zh", "xx", ""]))
@settings(max_examples=40, deadline=None)
def test_any_text_has_facts_inside_it(text: str, language: str) -> None:
    span = Span(0, len(text)).trimmed(text)
    blocks = (Block(BlockKind.BODY, span),) if span else ()
    for fact in find_facts(read(Article(text, blocks, Metadata(language=language)))):
        assert fact.span
        assert span.contains(fact.span)


def test_a_surname_that_is_also_a_town_is_a_name() -> None:
    text = "Jack London wrote it in 1903. London never married. It was London who said so."
    assert facts(text, FactKind.PLACE) == []
    elsewhere = text + " He lived in London."
    assert "London" in facts(elsewhere, FactKind.PLACE)


def test_a_unit_behind_a_number_is_no_name() -> None:
    text = "The dam makes 3.2 GW of power."
    assert facts(text, FactKind.NUMBER) == ["3.2 GW"]
    assert facts(text, FactKind.NAME) == []
