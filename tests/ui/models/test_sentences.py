from __future__ import annotations

import pytest

from ui.models.sentences import sentence_around, within_sentence
from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.span import Span

TEXT = (
    "Jobs up 5%\n\nThe minister said “jobs rose by 5.5% in\nMay.” Prices fell! Was it <b>noticed</b>? "
    "Nobody asked\n\n物价下跌。没有人注意到。"
)


def _article(text: str = TEXT) -> Article:
    blocks, start = [], 0
    for block in text.split("\n\n"):
        blocks.append(Block(BlockKind.BODY, Span(start, start + len(block))))
        start += len(block) + 2
    return Article(text, tuple(blocks))


def _place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("5%", "Jobs up 5%"),
        ("5.5%", "The minister said “jobs rose by 5.5% in\nMay.”"),
        ("Prices", "Prices fell!"),
        ("May.” Prices", "The minister said “jobs rose by 5.5% in\nMay.” Prices fell!"),
        ("asked", "Nobody asked"),
        ("注意", "没有人注意到。"),
    ],
)
def test_words_stand_in_a_sentence_of_their_block(words: str, sentence: str) -> None:
    assert sentence_around(_article(), _place(words)).of(TEXT) == sentence


def test_the_words_are_strong_and_nothing_of_the_article_is_markup() -> None:
    assert within_sentence(_article(), _place("noticed")) == "Was it &lt;b&gt;<b>noticed</b>&lt;/b&gt;?"
    assert "in May" in within_sentence(_article(), _place("5.5%"))


def test_a_sentence_without_end_is_cut_at_words() -> None:
    text = "word " * 200 + "here" + " word" * 200
    shown = within_sentence(_article(text), Span(1000, 1004))
    assert len(shown) < 600
    assert shown.startswith("…word ")
    assert shown.endswith(" word…")
