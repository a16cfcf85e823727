"""Clean articles stay without a warning, damaged ones get those they deserve, and no text breaks anything."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.articles import CLEAN, COPIED, DAMAGED, GLUED, POLL, PUBLISHED, SWAPPED, TRANSLATED
from tests.extraction.consistency.readings import pointed_at, reading_of, warnings_about
from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.findings import WarningKind
from workbench.domain.span import Span
from workbench.extraction.attribution import find_utterances
from workbench.extraction.consistency import FAMILIES, MOST, find_warnings
from workbench.extraction.reading import read


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_article_has_no_warnings(name: str) -> None:
    assert warnings_about(CLEAN[name], published=PUBLISHED[name]) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (COPIED, {WarningKind.HEADLINE_QUOTATION, WarningKind.DAMAGE, WarningKind.MARKS}),
        (GLUED, {WarningKind.TOTAL, WarningKind.WORDS_RUN_TOGETHER, WarningKind.WEEKDAY, WarningKind.NAME_SPELLING}),
        (TRANSLATED, {WarningKind.HEADLINE_QUOTATION, WarningKind.MACHINE_TRANSLATED}),
        (POLL, {WarningKind.PERCENTAGE, WarningKind.TOTAL, WarningKind.REPEATED_QUOTATION}),
        (SWAPPED, {WarningKind.REPEATED_QUOTATION, WarningKind.MARKS}),
    ],
)
def test_a_damaged_article_has_the_warnings_it_deserves_and_no_others(text: str, kinds: set[WarningKind]) -> None:
    assert {warning.kind for warning in warnings_about(text)} == kinds


def test_the_customers_article_has_all_five_of_its_faults(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    paragraphs = text.split("\n\n")
    marked = "\n\n".join(
        [f"# {paragraphs[0]}", f"> {paragraphs[2]}", *paragraphs[5:9], f"## {paragraphs[9]}", *paragraphs[10:12]]
    )
    reading, attributions = reading_of(marked)
    found = [(warning.kind, warning.span.of(reading.article.text)) for warning in find_warnings(reading, attributions)]
    assert (WarningKind.HEADLINE_QUOTATION, "“We will not annex Minsk”") in found
    assert (WarningKind.WORDS_RUN_TOGETHER, "Iskanderdelivered") in found
    assert (WarningKind.REPEATED_QUOTATION, "“will continue to hold constant military exercises”") in found
    assert (WarningKind.MACHINE_TRANSLATED, "the russian president Vladimir Putin he said") in found
    assert [
        words for kind, words in found if kind is WarningKind.MARKS and words.startswith("\U0001f1e7\U0001f1f7Today")
    ]
    assert {kind for kind, _ in found} == {
        WarningKind.HEADLINE_QUOTATION,
        WarningKind.WORDS_RUN_TOGETHER,
        WarningKind.REPEATED_QUOTATION,
        WarningKind.MACHINE_TRANSLATED,
        WarningKind.MARKS,
    }


def test_warnings_come_in_order_of_place() -> None:
    for text in DAMAGED.values():
        starts = [warning.span.start for warning in warnings_about(text)]
        assert starts == sorted(starts)


def test_a_wholly_damaged_text_is_not_drowned_in_warnings() -> None:
    found = warnings_about("caf\ufffd " * 300)
    assert len(found) == MOST
    assert found[-1].message.endswith(f"(And {300 - MOST} more places like this.)")
    assert warnings_about("caf\ufffd " * (MOST + 1))[-1].message.endswith("(And 1 more place like this.)")


def test_a_language_without_a_model_is_told_once_and_plainly() -> None:
    text = "Ilyen még nem volt.\n\nNem adjuk fel."
    (warning,) = warnings_about(text, language="hu")
    assert warning.kind is WarningKind.LANGUAGE
    assert warning.span == Span(0, 19)
    assert "mark those by hand" in warning.message
    assert pointed_at("It rained.", WarningKind.LANGUAGE) == []


ODD = st.text(
    alphabet=st.sampled_from("aAzé0129%.,;:!?“”\"'‘’«»–-( )\n\t\u200b\ufffd\x00\x9dâ€œРар🇧🇷\u202e的نה"), max_size=150
)


@given(st.one_of(ODD, st.text(max_size=100)), st.sampled_from(["en", "", "zh"]))
@settings(max_examples=60, deadline=None)
def test_any_text_has_warnings_inside_it(text: str, language: str) -> None:
    headline, body = Span(0, len(text) // 4).trimmed(text), Span(len(text) // 4, len(text)).trimmed(text)
    made = ((BlockKind.HEADLINE, headline), (BlockKind.BODY, body))
    blocks = tuple(Block(kind, span) for kind, span in made if span)
    reading = read(Article(text, blocks, Metadata(language=language)))
    attributions = tuple(utterance.attribution() for utterance in find_utterances(reading))
    for warning in find_warnings(reading, attributions):
        assert warning.span
        assert warning.span.end <= len(text)
        assert warning.message


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "“a b c d e f” ",
        "1 and ",
        "aB",
        "a\u200b",
        "Рa",
        "â€œ",
        "12 people, including 3 men and ",
        "120% of the ",
        "both x, y ",
    ],
)
def test_twenty_thousand_characters_of_anything_take_a_moment(unit: str) -> None:
    text = "x" + unit * (20_000 // len(unit)) + "x"
    article = Article(text, (Block(BlockKind.BODY, Span(0, len(text))),), Metadata(language="zxx"))
    reading = read(article)
    began = time.process_time()
    for family in FAMILIES:
        for _ in family(reading, ()):
            pass
    assert time.process_time() - began < 5
