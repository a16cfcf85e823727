"""Interviews and transcripts: whose each answer is."""

from __future__ import annotations

from tests.extraction.articles import article
from workbench.extraction.pipeline import find

LABELLED = """# An interview with Ola Berg

ME: How many boats were there?

OLA BERG: There were 40 boats on the lake in 2010. He told me that they had sunk.

ME: And now?

OLA BERG: Now there are six.
"""
UNLABELLED = """# The woman who counts fish

We spoke to Maya Lind about the river.

How many fish did you find?

There were 300 dead fish in the river. He said that the mill had closed.

Who paid for the count?

The city gave us £40,000 in 2001.

And what comes next?

Next year the mill opens again.
"""


def claimants(text: str) -> dict[str, str]:
    found = article(text)
    return {claim.span.of(found.text): claim.claimant for claim in find(found).claims}


def spoken(text: str) -> list[tuple[str, str]]:
    found = article(text)
    return [(one.content[0].of(found.text), one.speaker) for one in find(found).attributions if one.direct]


def test_a_turn_is_the_words_of_the_person_its_label_names() -> None:
    assert spoken(LABELLED) == [
        ("There were 40 boats on the lake in 2010. He told me that they had sunk.", "Ola Berg"),
        ("Now there are six.", "Ola Berg"),
    ]
    assert claimants(LABELLED)["There were 40 boats on the lake in 2010"] == "Ola Berg"


def test_he_is_never_the_person_talking() -> None:
    assert claimants(LABELLED)["they had sunk"] == ""


def test_q_and_a_are_the_paper_and_the_person_of_the_headline() -> None:
    text = (
        "# Q&A with Jane Doe\n\nQ: How did you start?\n\nA: I started in 1998 with three friends. We had no office.\n\n"
        "Q: The town paid for it. How much was it?\n\nA: The city gave us £40,000 in 2001."
    )
    assert claimants(text) == {
        "I started in 1998 with three friends": "Jane Doe",
        "We had no office": "Jane Doe",
        "The town paid for it": "",
        "The city gave us £40,000 in 2001.".rstrip("."): "Jane Doe",
    }


def test_a_name_as_a_label_counts_when_it_comes_back() -> None:
    text = (
        "# On rivers\n\nMaya Lind: We found 300 dead fish.\n\nTom Ray: The mill closed in May.\n\n"
        "Maya Lind: Then it opened again.\n\nTom Ray: It did so in June.\n\nResult: The fish came back."
    )
    found = claimants(text)
    assert found["We found 300 dead fish"] == "Maya Lind"
    assert found["The mill closed in May"] == "Tom Ray"
    assert "Result" not in found.values()


def test_without_labels_nobody_is_guessed() -> None:
    assert claimants(UNLABELLED)["There were 300 dead fish in the river"] == ""
