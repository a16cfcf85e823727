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


def test_a_turn_goes_on_in_paragraphs_without_a_label() -> None:
    text = (
        "# A hearing\n\nCHAIR (Ms. Okafor): The committee has 12 members today.\n\nThe bill has 30 pages.\n\n"
        "(The clerk left the room at 10.)\n\nMR. DAVIES: The vote took place in May.\n\nThe town spent 40 million.\n\n"
        "CHAIR (Ms. Okafor): The bill has passed.\n\nDavies lives in Oslo with two cats."
    )
    found = claimants(text)
    assert found["The committee has 12 members today"] == found["The bill has 30 pages"] == "Okafor"
    assert found["The vote took place in May"] == found["The town spent 40 million"] == "DAVIES"
    assert found["Davies lives in Oslo with two cats"] == ""


def test_a_turn_of_another_manner_ends_the_one_before() -> None:
    text = (
        "# A hearing\n\nOLA BERG: We saw 40 boats.\n\nMr. DAVIES. Thank you. The program cost 40 million dollars.\n\n"
        "OLA BERG: Now there are six."
    )
    assert claimants(text)["The program cost 40 million dollars"] == ""


def test_capitals_before_a_colon_speak_only_among_turns_or_as_a_name() -> None:
    text = "# On figures\n\nGDP: It rose 3% this year.\n\nNATO: The alliance grew by two members.\n\nNOTE: All is new."
    assert set(claimants(text).values()) == {""}
    assert claimants("# On boats\n\nMARIA LOPEZ: We saw 40 boats.")["We saw 40 boats"] == "MARIA LOPEZ"


def test_a_first_and_a_last_name_label_one_person() -> None:
    text = (
        "# On teachers\n\nDan Wirth: How bad is it?\n\nCarla Espinoza: Last year 44,000 teachers quit.\n\n"
        "Wirth: Critics argue that the union blocks reform.\n\nEspinoza: We supported the 2021 reform."
    )
    found = claimants(text)
    assert found["Last year 44,000 teachers quit"] == found["We supported the 2021 reform"] == "Carla Espinoza"


def test_the_label_of_a_figure_is_nobodys() -> None:
    text = "# On figures\n\nGDP: up 3%\n\nCPI: 2.1%\n\nGDP: up 4%\n\nCPI: 1.9%"
    assert set(claimants(text).values()) == {""}
