"""The annotated copy."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.cases import article, claim_on, seed_article, seed_case
from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.claim import Anchor, Claim, ClaimKind
from workbench.domain.span import Span
from workbench.reports.annotated import AnnotatedBlock, annotate

TEXT = "Two men said prices rose. One of them left.\n\nThe other stayed."


def text_of(block: AnnotatedBlock) -> str:
    return "".join(piece.text for piece in block.pieces)


def test_the_article_is_there_to_the_last_character() -> None:
    story = seed_article()
    blocks = annotate(story, seed_case().claims)
    assert [text_of(block) for block in blocks] == [block.span.of(story.text) for block in story.blocks]


def test_words_outside_any_block_are_not_lost() -> None:
    story = Article("lost head\nBody.\nlost tail", (Block(BlockKind.BODY, Span(10, 15)),))
    assert [text_of(block) for block in annotate(story, ())] == ["lost head", "Body.", "lost tail"]


def test_a_nested_claim_has_a_line_of_its_own_and_both_ends_are_shown() -> None:
    outer = claim_on(TEXT, "Two men said prices rose.", 1)
    inner = claim_on(TEXT, "prices rose", 2)
    first, second, third = annotate(article(TEXT), (outer, inner))[0].pieces[:3]
    assert [lane.lane for lane in first.lanes] == [0]
    assert [(lane.claim, lane.lane) for lane in second.lanes] == [(1, 0), (2, 1)]
    assert second.closes == (2,)
    assert third.closes == (1,)


def test_a_claim_that_nothing_overlaps_needs_no_closing_mark() -> None:
    pieces = annotate(article(TEXT), (claim_on(TEXT, "prices rose", 1),))[0].pieces
    assert all(not piece.closes for piece in pieces)


def test_overlapping_claims_take_the_lines_in_turn() -> None:
    claims = (claim_on(TEXT, "Two men said", 1), claim_on(TEXT, "said prices", 2), claim_on(TEXT, "prices rose", 3))
    lanes = {lane.claim: lane.lane for piece in annotate(article(TEXT), claims)[0].pieces for lane in piece.lanes}
    assert lanes == {1: 0, 2: 1, 3: 0}


def test_the_same_words_elsewhere_are_marked_again() -> None:
    text = "It rose. It rose."
    claim = Claim("c", 1, (Anchor.at(text, Span(0, 8)), Anchor.at(text, Span(9, 17))), ClaimKind.STATEMENT)
    openings = [opening for piece in annotate(article(text), (claim,))[0].pieces for opening in piece.opens]
    assert [opening.again for opening in openings] == [False, True]


def test_a_correction_strikes_words_and_brings_others() -> None:
    claim = claim_on(TEXT, "Two men said prices rose.", 1, correction="Two men said prices fell.")
    pieces = annotate(article(TEXT), (claim,))[0].pieces
    struck = next(piece for piece in pieces if piece.removed)
    assert (struck.text, struck.inserted) == ("rose", "fell")
    assert not any(
        piece.removed for block in annotate(article(TEXT), (claim,), show_changes=False) for piece in block.pieces
    )


spans = st.builds(
    lambda start, length: Span(start, min(len(TEXT), start + length)), st.integers(0, 60), st.integers(1, 40)
)


@settings(max_examples=80)
@given(st.lists(spans.filter(bool), max_size=8))
def test_any_claims_whatever_keep_the_text_whole_and_the_lines_apart(places: list[Span]) -> None:
    claims = [
        Claim(f"c{number}", number, (Anchor.at(TEXT, span),), ClaimKind.STATEMENT)
        for number, span in enumerate(places, start=1)
    ]
    story = article(TEXT)
    blocks = annotate(story, claims)
    assert [text_of(block) for block in blocks] == [block.span.of(TEXT) for block in story.blocks]
    for block in blocks:
        for piece in block.pieces:
            lanes = [lane.lane for lane in piece.lanes]
            assert len(set(lanes)) == len(lanes)
    for claim in claims:
        marked = "".join(p.text for b in blocks for p in b.pieces if claim.number in [lane.claim for lane in p.lanes])
        assert marked == claim.exact.strip().replace("\n", "")
        assert sum(o.claim == claim.number for b in blocks for p in b.pieces for o in p.opens) == bool(marked)
