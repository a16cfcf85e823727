"""Headline quotations against the body, quotations against each other, and their marks."""

from __future__ import annotations

import pytest

from tests.extraction.consistency.readings import pointed_at, warnings_about
from workbench.domain.findings import WarningKind

BODY = "The minister spoke to reporters in Rome. “We will never leave the union,” said Anna Rossi, the minister."


def test_the_nearest_words_are_named() -> None:
    (warning,) = warnings_about(f"# Rossi: “We will not leave Europe”\n\n{BODY}")
    assert warning.kind is WarningKind.HEADLINE_QUOTATION
    assert "“We will never leave the union”" in warning.message


@pytest.mark.parametrize(
    "headline",
    [
        "Rossi: “We will never leave the union”",
        "Rossi: “we’ll never leave the union”",
        "Rossi: “We will never … the union”",
        "Rossi “never” in doubt",
        "Rossi ‘leaves’ union",
        "Critics praise “The Last Days of Rome” at festival",
    ],
)
def test_the_same_words_and_mere_titles_are_no_fault(headline: str) -> None:
    assert pointed_at(f"# {headline}\n\n{BODY}", WarningKind.HEADLINE_QUOTATION) == []


def test_a_word_set_apart_in_the_headline_must_be_echoed_below() -> None:
    headline = "# Minister denies ‘cover-up’ as union warns of “dark winter”"
    assert pointed_at(f"{headline}\n\n{BODY}", WarningKind.HEADLINE_QUOTATION) == ["‘cover-up’", "“dark winter”"]
    echoed = f"{headline}\n\n{BODY} Nothing had been covered up, she said. The winter would be darker than the last."
    assert pointed_at(echoed, WarningKind.HEADLINE_QUOTATION) == []


def test_a_headline_alone_says_nothing() -> None:
    assert pointed_at("# Rossi: “We will not leave Europe”", WarningKind.HEADLINE_QUOTATION) == []


def test_one_quotation_given_to_two_people() -> None:
    text = (
        "“We will pay every last euro of this debt,” said Anna Rossi on Monday.\n\nShe left early.\n\n"
        "“We will pay every last euro of this debt,” said Marco Bianchi on Tuesday."
    )
    found = [one for one in warnings_about(text) if one.kind is WarningKind.REPEATED_QUOTATION]
    assert len(found) == 1
    assert "Marco Bianchi here" in found[0].message
    assert "Anna Rossi in" in found[0].message


def test_a_quotation_repeated_faithfully_or_in_part_is_no_fault() -> None:
    text = (
        "> Anna Rossi: “We will pay every last euro of this debt”\n\n"
        "“We will pay every last euro of this debt, whatever it takes,” said Anna Rossi. "
        "“We will pay every last euro,” Rossi said."
    )
    assert pointed_at(text, WarningKind.REPEATED_QUOTATION) == []


def test_two_sentences_on_one_subject_are_not_one_quotation() -> None:
    text = (
        "“The hospital needs more nurses than it can find,” said Anna Rossi.\n\n"
        "“The hospital will find the money for a second ward,” said Marco Bianchi."
    )
    assert pointed_at(text, WarningKind.REPEATED_QUOTATION) == []


def test_a_lost_closing_mark_costs_one_warning() -> None:
    text = "“We will pay, said Anna Rossi.\n\nThen Marco Bianchi said: “We will not.”"
    assert pointed_at(text, WarningKind.MARKS) == ["“We will pay, said Anna Rossi."]


def test_a_flag_in_the_place_of_a_mark_is_shown() -> None:
    (warning,) = warnings_about("It ended late.\n\n🇧🇷It was a good day”, said Anna Rossi.")
    assert warning.kind is WarningKind.MARKS
    assert warning.message == "“🇧🇷” stands where the opening quotation mark before “It was a good day” should be."


@pytest.mark.parametrize(
    "text",
    [
        "The door was 6'2\" high.",
        "“I waited for hours.\n\n“Nobody came,” he said.",
        "It was the ’90s, and rock ’n’ roll was the players’ choice.",
        "„Wir bleiben“, sagte sie. «Nous restons», dit-il.",
    ],
)
def test_feet_apostrophes_and_reopened_quotations_are_no_fault(text: str) -> None:
    assert pointed_at(text, WarningKind.MARKS) == []
