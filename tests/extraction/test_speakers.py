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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "But experts warned against panic. Dr Amit Shah, of the Heart Trust, said the study only showed a link. "
            "“People who can afford chocolate tend to be richer,” he told The Daily Echo.",
            "Amit Shah",
        ),
        ("Survivors were angry. There were 340 trees here, he says.", "he"),
        ("The spokeswoman came late. He said the plan cost 40 million.", "He"),
        ("The mayor and her deputy came late. He said the plan cost 40 million.", "He"),
        (
            "Mayor Robert Crane said the harbour deal was worth 40 million euros, adding it would create 300 jobs.",
            "Robert Crane",
        ),
        ("Priya Nair has the nerve to tell us that footfall is up.", "Priya Nair"),
        ("Mill owner Robert Crane said that the factory had 30 workers.", "Robert Crane"),
        ("“We will raise no taxes this year at all,” said 😀.", ""),
        (
            "According to a survey by the institute, published on Friday, most oppose the plan; a spokesman for Crane "
            "called the survey “nonsense”.",
            "a spokesman for Crane",
        ),
    ],
)
def test_a_speaker_is_a_person_who_can_have_said_it(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker


def test_what_is_added_ends_what_was_said_before() -> None:
    text = "Mayor Robert Crane said the harbour deal was worth 40 million euros, adding it would create 300 jobs."
    contents = [one.content[0].of(text) for one in find_attributions(read(article(text)))]
    assert contents == ["the harbour deal was worth 40 million euros", "it would create 300 jobs"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Det Insp Alan Prior of Avon Police described the case as one of the worst he had seen.", "Alan Prior"),
        ("Deputy Chief Constable Jane Doe said that police had received a complaint.", "Jane Doe"),
        ("Cllr Brian Tutt (Con, Marston East) said the minutes were lost.", "Brian Tutt"),
        ("Congress spokesperson Supriya Nair alleged that the government was in denial.", "Supriya Nair"),
        ("District Collector Abhinav Rao said a team of officers had collected samples.", "Abhinav Rao"),
        ("DI Karl Freeman said: “These people are ruthless and must be found.”", "Karl Freeman"),
        (
            "The reply of the president of the Commission, Ursula von der Leyen: “Europe will stay beside Ukraine.”",
            "Ursula von der Leyen",
        ),
        (
            "Villagers in the Koraput district of Odisha have accused a mining company of dumping waste.",
            "Villagers in the Koraput district of Odisha",
        ),
    ],
)
def test_titles_and_places_are_no_names(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Prof Jane Falk, University of Leeds", "Jane Falk"),
        ("Conflict in Ukraine, Vladimir Putin", "Vladimir Putin"),
        ("New York, United Nations", "United Nations"),
        ("On the same line the NATO secretary", "the NATO secretary"),
        ("Strike of the trains, chaos in the stations", ""),
        ("The minister Salvini intervenes on the strike proclaimed by the unions", "Salvini"),
    ],
)
def test_a_label_names_the_speaker_and_may_tell_more(label: str, speaker: str) -> None:
    found = speakers(f"{label}: “The pandemic distorted these figures, above all in London.”")
    assert "".join(found) == speaker


def test_she_is_the_person_whose_title_alone_told_that_she_is_one() -> None:
    text = "Congress spokesperson Supriya Nair alleged that the government lied. She said that prices were up."
    assert speakers(text) == ["Supriya Nair", "Supriya Nair"]


def test_a_party_in_brackets_is_nobody() -> None:
    text = (
        "Council chair Cllr Meera Joshi (Lib Dem) defended the rise, insisting that the clerk had earned it. "
        "She said the council had in fact saved £11,000."
    )
    assert speakers(text) == ["Meera Joshi", "Meera Joshi"]


def test_another_minister_is_not_the_prime_minister() -> None:
    text = (
        "The shadow health secretary, Andrew Pell, said the plan was uncosted.\n\n"
        "“I don’t deal in hypotheticals,” the prime minister replied."
    )
    assert last_speaker(text) == "the prime minister"
    assert last_speaker("Deputy President Rose Kamau came late. The president said it was safe.") == "The president"


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The secretary of the Cgil Maurizio Landini", "Maurizio Landini"),
        ("The minister of Transport Matteo Salvini", "Matteo Salvini"),
        ("The press secretary of the President of the Russian Federation Dmitry Peskov", "Dmitry Peskov"),
        ("The adviser to the head of the office of the President of Ukraine Mykhailo Podolyak", "Mykhailo Podolyak"),
        ("A spokesman for Prime Minister Boris Johnson", "A spokesman for Prime Minister Boris Johnson"),
        ("The head of the World Health Organization", "The head of the World Health Organization"),
        ("The mayor of New York", "The mayor of New York"),
    ],
)
def test_a_name_behind_an_office_of_something_is_its_holders(source: str, speaker: str) -> None:
    assert last_speaker(f"{source} told reporters that the port remains open.") == speaker


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("[The port authority](https://port.example/news/2024)", "The port authority"),
        ("[Anna Kern](https://kern.example)", "Anna Kern"),
        ("A spokesman for [the port](https://port.example/a_b)", "A spokesman for the port"),
    ],
)
def test_the_address_of_a_link_is_no_name(source: str, speaker: str) -> None:
    assert last_speaker(f"{source} said that the port was open.") == speaker
