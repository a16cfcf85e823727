"""Sentences: where they end, where they don't."""

from __future__ import annotations

import pytest

from tests.extraction.articles import article
from workbench.extraction.reading import read
from workbench.extraction.segmentation import LONGEST


def sentences(text: str) -> list[str]:
    found = article(text)
    return [span.of(found.text) for _, span in read(found).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "“Mr. Smith left with Dr. Jones,” she said.",
        "Inflation rose to 2.6 percent in the U.S. economy.",
        "It will increase their readiness… and we will go on.",
        "“Really?” asked Smith.",
        "“We lost!” the mayor of the town said.",
        "J. K. Rowling wrote it on p. 7 of No. 12.",
        "The alliance remains solid, e.g. in trade.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("“He left.” “She stayed.”", ["“He left.”", "“She stayed.”"]),
        ("“We lost. We will win.”", ["“We lost.", "We will win.”"]),
        ("It came from the U.S. The ship sank.", ["It came from the U.S.", "The ship sank."]),
        ("PORT SAYLE, June 6 (NPA) - The bank waited.", ["PORT SAYLE, June 6 (NPA) -", "The bank waited."]),
        ("• Two people died.", ["•", "Two people died."]),
    ],
)
def test_sentences_end_where_the_next_begins(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_no_sentence_crosses_a_paragraph() -> None:
    assert sentences("# Belarus and Russia to go on\n\nBy Davide Falcioni\n\nThe talks went on") == [
        "Belarus and Russia to go on",
        "By Davide Falcioni",
        "The talks went on",
    ]


def test_a_long_paragraph_is_cut_at_a_sentence() -> None:
    text = "The talks went on for two days. " * 1000
    found = article(text)
    parts = read(found).parts
    assert len(parts) > 1
    assert all(len(part.text) <= LONGEST and part.text.startswith("The talks") for part in parts)


def test_text_without_words_is_read_as_one_piece() -> None:
    (part,) = read(article("." * 5000)).parts
    assert len(part.doc) == 1
