"""Wire copy is set anew for paper; lines that somebody ended stay."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.cases import case_on, claim_on
from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.span import Span
from workbench.reports.notes import NotesOptions, build_notes
from workbench.reports.wrapping import unwrapped

PROSE = (
    "The council said on Monday that it would spend twelve million euros on the bridge, which has been closed "
    "since a barge hit it in March, and that it expected the work to take until the end of next year."
)
VERSE = (
    "The sea is calm tonight.\nThe tide is full, the moon lies fair upon the straits;\non the French coast\nthe light"
)


def article(*paragraphs: str) -> Article:
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.BODY, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Article("\n\n".join(paragraphs), tuple(blocks))


def test_lines_wrapped_at_a_width_flow() -> None:
    wrapped = textwrap.fill(PROSE, 60)
    assert "\n" in wrapped
    assert unwrapped(article("Bridge", wrapped, wrapped)) == "\n\n".join(["Bridge", PROSE, PROSE])


def test_an_indent_takes_its_part_of_the_width() -> None:
    wrapped = textwrap.fill(PROSE, 60, initial_indent="     ")
    text = f"{wrapped}\n\n{wrapped}"
    blocks = (Block(BlockKind.BODY, Span(5, len(wrapped))), Block(BlockKind.BODY, Span(len(wrapped) + 7, len(text))))
    assert unwrapped(Article(text, blocks)) == f"     {PROSE}\n\n     {PROSE}"


def test_lines_that_somebody_ended_stay() -> None:
    assert unwrapped(article(VERSE)) == article(VERSE).text
    address = "The Courier, Editorial Department\n12 Main Street"
    assert unwrapped(article(PROSE, address)) == article(PROSE, address).text


def test_a_quote_flows_for_the_reader_and_stays_as_published_for_a_machine() -> None:
    wrapped = textwrap.fill(PROSE, 60)
    story = article(wrapped, wrapped)
    (claim,) = build_notes(case_on(story, [claim_on(story.text, wrapped, 1)]), NotesOptions()).claims
    assert (claim.exact, claim.quote) == (wrapped, PROSE)


@given(st.lists(st.text(min_size=1).filter(lambda words: words.strip("\n") == words), min_size=1, max_size=5))
def test_only_line_ends_ever_change_and_every_offset_holds(paragraphs: list[str]) -> None:
    given_article = article(*paragraphs)
    shown = unwrapped(given_article)
    assert len(shown) == len(given_article.text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(given_article.text, shown, strict=True))
