"""Speakers by their fullest name where the text decides it, else the words as they stand."""

from __future__ import annotations

import pytest

from tests.extraction.articles import article
from workbench.extraction.attribution import find_attributions
from workbench.extraction.reading import read


def speakers(text: str) -> list[str]:
    return [one.speaker for one in find_attributions(read(article(text)))]


def last_speaker(text: str) -> str:
    return speakers(text)[-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Vladimir Putin met Alexander Lukashenko. “We agreed,” said Putin.", "Vladimir Putin"),
        (
            "The Belarusian leader Alexander Lukashenko met the Russian president Vladimir Putin.\n\n"
            "The Belarusian President added that the talks went well.",
            "Alexander Lukashenko",
        ),
        (
            "The Belarusian leader Alexander Lukashenko met the Russian president Vladimir Putin.\n\n"
            "“We agreed on everything,” explained the head of the Kremlin.",
            "Vladimir Putin",
        ),
        ("Maria Lopez opened the fair. She said that 300 guests had come.", "Maria Lopez"),
        ("Maria Lopez met John Berg in Oslo. She said that the talks went well.", "Maria Lopez"),
        ("A spokesman for the ministry said that nobody was hurt.", "A spokesman for the ministry"),
        ("John Berg was away. His spokesman said that he would return.", "His spokesman"),
    ],
)
def test_the_speaker_is_named_as_the_text_decides(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker


def test_a_surname_of_two_people_is_left_as_it_stands() -> None:
    text = "John Berg and Maria Berg came home. “It was a long trip for us,” said Berg."
    assert last_speaker(text) == "Berg"


def test_she_is_not_a_man_named_before() -> None:
    assert last_speaker("John Berg opened the fair. She said that 300 guests had come.") != "John Berg"


def test_an_apposition_names_the_speaker() -> None:
    assert speakers("His deputy, Anna Kern, said the port was open.") == ["Anna Kern"]
    assert speakers("Her brother Paul said the port was open.") == ["Paul"]


def test_who_was_talked_about_does_not_take_over() -> None:
    text = "Anna Kern said that the minister must go. She said that the port was open."
    assert speakers(text) == ["Anna Kern", "Anna Kern"]


def test_it_and_they_are_who_spoke_before() -> None:
    assert speakers("The ministry said the port was open. It said that no ship was lost.") == ["The ministry"] * 2
    assert speakers("Researchers found that ants live long. They said the ants were old.") == ["Researchers"] * 2


def test_it_stays_where_it_could_be_another() -> None:
    text = "The ministry said the port was open. Microsoft sold a ship. It said that no ship was lost."
    assert speakers(text) == ["The ministry", "It"]
