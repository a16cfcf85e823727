"""Leftovers of a sentence that are no claims."""

from __future__ import annotations

import pytest

from tests.extraction.articles import article
from workbench.extraction.pipeline import find


def claims(text: str) -> list[str]:
    found = article(text)
    return [claim.span.of(found.text) for claim in find(found).claims]


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Kern told reporters on Monday. The mill closed in May.", "Kern told reporters on Monday"),
        ("The mill closed in May. She said so.", "She said so"),
        ("Asked for her source, Brandt said the report was old.", "Asked for her source"),
        ("He said that the mill, of which she is the owner, closed.", "the mill, of which"),
    ],
)
def test_what_says_nothing_by_itself_is_no_claim(text: str, nothing: str) -> None:
    assert nothing not in claims(text)


def test_a_whole_sentence_may_end_in_a_preposition() -> None:
    assert claims("“Nobody knows what the bridge is made of,” said Anna Kern.") == [
        "“Nobody knows what the bridge is made of,”"
    ]
