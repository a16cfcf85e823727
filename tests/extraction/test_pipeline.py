"""The whole extraction on whatever comes in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.articles import article
from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.findings import Findings, WarningKind
from workbench.domain.span import Span
from workbench.extraction import worthiness
from workbench.extraction.pipeline import find

MARKS = ["“", "”", "‘", "’", '"', "'", "«", "»", "„", "\n\n", "\n", " ", "🇧🇷", "…", ". ", ": ", " – "]
WORDS = [
    "Putin",
    " said ",
    " that ",
    "Anna Kern",
    "according to ",
    "300 ",
    "accused X of ",
    "he ",
    "12%",
    "مينا",
    "地震",
]
ODD = ["\u0301", "\u200d", "\ud800", "\x00", "ß", "İ"]
PIECES = st.sampled_from(MARKS + WORDS + ODD)


def spans(found: Findings) -> Iterator[Span]:
    for claim in found.claims:
        yield from (claim.span, *claim.repeats)
    for one in found.attributions:
        yield from one.content
        yield from (span for span in (one.cue, one.source) if span is not None)
    for fact in (*found.facts, *found.dates, *found.warnings):
        yield fact.span


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_span_stands_in_the_text(text: str) -> None:
    whole = Span(0, len(text)).trimmed(text)
    found = find(Article(text, (Block(BlockKind.BODY, whole),) if whole else (), Metadata(language="en")))
    for span in spans(found):
        assert 0 <= span.start < span.end <= len(text)
    for claim in found.claims:
        assert claim.span.of(text) == claim.span.of(text).strip()
        assert 0 <= claim.check_worthiness <= 1


def test_claims_come_in_order_ranked_and_explained() -> None:
    found = find(article("Exports rose by 12 percent in May.\n\nAnna Kern said that the port had 300 ships.")).claims
    assert [claim.span.start for claim in found] == sorted(claim.span.start for claim in found)
    assert all(claim.found_by and claim.check_worthiness > 0 for claim in found)


def test_progress_rises_to_one() -> None:
    told: list[float] = []
    find(article("Exports rose.\n\nImports fell."), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_an_empty_article_has_nothing() -> None:
    assert find(Article("", ())) == Findings()


def test_an_emoji_does_not_shift_what_follows() -> None:
    text = "🇧🇷🇧🇷 Exports rose by 12 percent in May."
    found = find(article(text))
    assert [claim.span.of(text) for claim in found.claims][-1].endswith("rose by 12 percent in May")


def test_a_million_spaces_are_read_at_once() -> None:
    text = "Exports" + " " * 1_000_000 + "rose."
    assert all(span.end <= len(text) for span in spans(find(article(text))))


def test_without_the_ranking_model_the_article_says_so_and_claims_are_still_ranked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranker = worthiness.Ranker(tmp_path)
    monkeypatch.setattr(worthiness, "_shipped", lambda: ranker)
    found = find(article("Unemployment fell to 4.1% in June 2014, the ministry said on Tuesday."))
    assert [one.kind for one in found.warnings if one.kind is WarningKind.MODEL] == [WarningKind.MODEL]
    assert found.claims
    assert found.claims[0].check_worthiness > 0
