"""Dates are read against the publication date, as the range of days they mean, and say how."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.articles import article
from workbench.domain.findings import DateReading
from workbench.extraction.dates import read_dates
from workbench.extraction.reading import read

WEDNESDAY = "2022-12-21"
PIECES = "last next Friday May 31 February 2021 - / the 99 years ago century Q4 of , . 12:61 0 ’90s early ’ late"


def dates(text: str, published: str = WEDNESDAY, language: str = "en") -> list[tuple[str, str, str]]:
    made = article(text, published=published, language=language)
    return [(one.span.of(made.text), one.earliest, one.latest) for one in read_dates(read(made))]


def only(text: str, published: str = WEDNESDAY, language: str = "en") -> DateReading:
    made = article(text, published=published, language=language)
    (found,) = read_dates(read(made))
    return found


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("last February", "2022-02-01", "2022-02-28"),
        ("just over two months ago", "2022-10-01", "2022-10-31"),
        ("Today", "2022-12-21", "2022-12-21"),
        ("yesterday", "2022-12-20", "2022-12-20"),
        ("last week", "2022-12-12", "2022-12-18"),
        ("this year", "2022-01-01", "2022-12-31"),
        ("next month", "2023-01-01", "2023-01-31"),
        ("seventeen years ago", "2005-01-01", "2005-12-31"),
        ("a decade ago", "2012-01-01", "2012-12-31"),
        ("last summer", "2022-06-01", "2022-08-31"),
        ("earlier this year", "2022-01-01", "2022-12-21"),
        ("the past 30 days", "2022-11-21", "2022-12-21"),
        ("the first half of last year", "2021-01-01", "2021-06-30"),
        ("early next year", "2023-01-01", "2023-04-30"),
    ],
)
def test_relative_expressions(words: str, earliest: str, latest: str) -> None:
    assert dates(f"It had begun {words} in the east.") == [(words, earliest, latest)]


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("12 March 2020", "2020-03-12", "2020-03-12"),
        ("Thursday, March 12, 2020", "2020-03-12", "2020-03-12"),
        ("2020-03-12", "2020-03-12", "2020-03-12"),
        ("March 2020", "2020-03-01", "2020-03-31"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the sixties", "1960-01-01", "1969-12-31"),
        ("the 20th century", "1901-01-01", "2000-12-31"),
        ("Q3 2021", "2021-07-01", "2021-09-30"),
        ("spring 2020", "2020-03-01", "2020-05-31"),
        ("2019–2021", "2019-01-01", "2021-12-31"),
        ("late 2021", "2021-09-01", "2021-12-31"),
    ],
)
@pytest.mark.parametrize("published", [WEDNESDAY, ""])
def test_absolute_expressions_need_no_publication_date(words: str, earliest: str, latest: str, published: str) -> None:
    assert dates(f"It had begun in {words} there.", published) == [(words, earliest, latest)]


def test_a_bare_weekday_is_the_last_one_up_to_publication() -> None:
    assert dates("He resigned on Wednesday.") == [("Wednesday", "2022-12-21", "2022-12-21")]
    assert dates("He resigned on Friday.") == [("Friday", "2022-12-16", "2022-12-16")]


def test_a_weekday_still_to_come_is_the_next_one() -> None:
    assert dates("Parliament will vote on Friday.") == [("Friday", "2022-12-23", "2022-12-23")]


def test_a_day_without_a_year_is_the_one_nearest_to_publication() -> None:
    assert dates("He arrived on 3 January and stayed.") == [("3 January", "2023-01-03", "2023-01-03")]
    assert dates("He arrived on 3 October and stayed.") == [("3 October", "2022-10-03", "2022-10-03")]


def test_month_and_day_either_way_round_keeps_both_readings() -> None:
    assert dates("The letter of 03/04/2021 was lost.") == [("03/04/2021", "2021-03-04", "2021-04-03")]
    assert dates("The letter of 03.04.2021 was lost.") == [("03.04.2021", "2021-04-03", "2021-04-03")]


@pytest.mark.parametrize(
    "text",
    [
        "You may go now.",
        "The sun rose and the second man sat down.",
        "Theresa May resigned.",
        "The Sunday Times reported it.",
        "About 2000 people came.",
        "They march for peace.",
        "He sold 1999 cars on Black Friday.",
        "The fall was steep.",
    ],
)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert dates(text) == []


def test_how_it_was_read_is_said() -> None:
    assert only("It began last February.").how == "“last February”, read against 21 December 2022: February 2022"
    assert only("It began in March 2020.").how == "“March 2020”, as it stands: March 2020"
    unknown = only("It began last February.", published="")
    assert (unknown.earliest, unknown.latest) == ("", "")
    assert unknown.how == "“last February” can’t be read: the publication date is not known"
    assert only("Two days later it rained.").how == "“Two days later” is counted from another date in the text"


def test_a_day_that_no_calendar_has_is_not_guessed() -> None:
    impossible = only("It began on 31 February 2021.")
    assert (impossible.earliest, impossible.latest) == ("", "")


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("È successo il 21 dicembre 2022 a Roma.", "it", ("21 dicembre 2022", "2022-12-21", "2022-12-21")),
        ("Am 3. März 2021 fiel Schnee.", "de", ("3. März 2021", "2021-03-03", "2021-03-03")),
        ("Es war gestern kalt.", "de", ("gestern", "2022-12-20", "2022-12-20")),
        ("Это было 9 мая 2020 года.", "ru", ("9 мая 2020", "2020-05-09", "2020-05-09")),
        ("Ez 2022. december 21-én történt.", "hu", ("2022. december 21", "2022-12-21", "2022-12-21")),
        ("会议于2021年3月5日举行。", "zh", ("2021年3月5日", "2021-03-05", "2021-03-05")),
    ],
)
def test_other_languages_by_their_month_names(text: str, language: str, found: tuple[str, str, str]) -> None:
    assert dates(text, language=language) == [found]


@given(
    st.lists(
        st.sampled_from(re.findall(r"\S+", PIECES)),
        max_size=14,
    ),
    st.sampled_from(["2022-12-21", "0001-01-01", "9999-12-31", "2020-02-29", "", "nonsense"]),
)
@settings(max_examples=60, deadline=None)
def test_any_mixture_is_read_or_left(words: list[str], published: str) -> None:
    made = article(" ".join(words) or "x", published=published)
    for one in read_dates(read(made)):
        assert one.span.of(made.text)
        assert bool(one.earliest) == bool(one.latest)
        assert one.earliest <= one.latest
        assert one.how


def test_without_syntax_nothing_is_asked_of_it() -> None:
    text = "Two 2021 “a” , 3 March 2021 May 5 Tuesday 1990s 12/03/2021 " * 20
    assert dates(text, language="zxx")
