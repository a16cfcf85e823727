"""Tokens are found by their place as spaCy's own, slower search finds them."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.extraction.token_places import token_at, tokens_between

NLP = spacy.blank("en")


@given(st.text(alphabet="ab .,“", min_size=1, max_size=40), st.integers(0, 45), st.integers(0, 45))
@settings(max_examples=150)
def test_tokens_between_are_those_that_overlap(text: str, one: int, other: int) -> None:
    doc = NLP.make_doc(text)
    start, end = sorted((one, other))
    expected = [token.i for token in doc if token.idx < end and token.idx + len(token) > start]
    assert [token.i for token in tokens_between(doc, start, end)] == expected


def test_between_tokens_there_is_none() -> None:
    doc = NLP.make_doc("It rained.")
    assert token_at(doc, 2) is None
    assert token_at(doc, 99) is None
    assert token_at(doc, -1) is None
    assert str(token_at(doc, 4)) == "rained"
