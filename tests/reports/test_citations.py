"""The list of sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.odd_cases import HOSTILE, LANGUAGES
from workbench.domain.evidence import Source
from workbench.reports.citations import Run, cite
from workbench.reports.cleaning import Cleaner

CLEAN = Cleaner(covers=lambda _code: True).clean


def line(*fields: str, **more: str) -> str:
    return "".join(run.text for run in cite([Source("s", *fields, **more)])[0])  # type: ignore[arg-type]


def test_a_newspaper_article() -> None:
    (runs,) = cite(
        [Source("s", "Ties", "article-newspaper", "Faulconbridge, Guy; Osborn, Andrew", "Wire Service", "2022-12-20")]
    )
    assert (
        "".join(run.text for run in runs)
        == "Faulconbridge, Guy and Andrew Osborn. Ties. Wire Service, 20 December 2022."
    )
    assert Run("Ties", italic=True) in runs


@pytest.mark.parametrize(
    ("published", "said"),
    [("2022", "2022"), ("2022-12", "December 2022"), ("2022-02-31", "2022-02-31"), ("spring 2022", "spring 2022")],
)
def test_a_date_is_said_as_far_as_it_is_known(published: str, said: str) -> None:
    assert line("Register", "report", "", "Ministry", published) == f"Register. Ministry, {said}."


def test_an_institution_is_no_person() -> None:
    assert line("Statements", "speech", "President of Russia") == "President of Russia. Statements [Speech]."


def test_a_title_alone() -> None:
    assert line("Weapons register") == "Weapons register."


@pytest.mark.parametrize(
    "title",
    [
        'He said "no" to it',
        "costs $5 and $6",
        "a \\ b \\$ c",
        "{NATO}’s *own* _words_",
        "x < y & z",
        "'s-Hertogenbosch -- a --- b",
    ],
)
def test_no_word_of_a_title_is_changed(title: str) -> None:
    assert title in line(title)


@pytest.mark.parametrize("words", [*HOSTILE, *LANGUAGES])
def test_any_words_are_there_as_they_were_typed(words: str) -> None:
    said = line(words, "webpage", words, words, words)
    assert CLEAN(words).strip() in CLEAN(said)


def test_the_order_is_kept() -> None:
    sources = [Source(f"s{number}", f"Title {number % 3} of {number}") for number in range(40)]
    assert ["".join(run.text for run in runs) for runs in cite(sources)] == [f"{source.title}." for source in sources]
    assert cite([]) == []


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=30), st.text(max_size=20), st.text(max_size=20))
def test_any_source_can_be_cited(title: str, author: str, publisher: str) -> None:
    said = CLEAN(line(title, "webpage", author, publisher))
    assert CLEAN(title).strip() in said
    assert CLEAN(publisher).strip() in said
