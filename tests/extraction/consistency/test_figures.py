"""Weekdays against dates, parts against totals, percentages against wholes."""

from __future__ import annotations

import pytest

from tests.extraction.consistency.readings import pointed_at, warnings_about
from workbench.domain.findings import WarningKind


def test_a_weekday_that_its_date_is_not() -> None:
    (warning,) = warnings_about("It began on Tuesday, March 3, 2021 in Rome.")
    assert warning.message == "“Tuesday, March 3, 2021”: 3 March 2021 is a Wednesday."


def test_a_date_without_a_year_is_held_against_publication() -> None:
    text = "It will begin on Tuesday, 3 January in Rome."
    assert pointed_at(text, WarningKind.WEEKDAY, published="2022-12-21") == []
    assert pointed_at(text, WarningKind.WEEKDAY, published="2021-12-21") == ["Tuesday, 3 January"]
    assert pointed_at(text, WarningKind.WEEKDAY) == []


@pytest.mark.parametrize(
    "text",
    [
        "The crash killed 12 people, including 8 men and 5 women.",
        "He has six children: two sons and three daughters.",
        "Some 1,200 people (700 men and 600 women) were hurt.",
        "In the poll 55% were in favour, 40% were against and 15% were undecided.",
    ],
)
def test_parts_that_do_not_add_up(text: str) -> None:
    assert len(pointed_at(text, WarningKind.TOTAL)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The crash killed 12 people, including 8 men and 2 women.",
        "He has six children: two sons and four daughters.",
        "She won 5 medals: 2 in Rome and 1 in Oslo.",
        "In 2020, 8 men and 5 women ran.",
        "Prices rose 60% in May and 50% in June, and 40% more in July.",
        "In the poll 50.4% were in favour, 40.2% were against and 10% were undecided.",
        "It took 3 days: 2 hours and 90 minutes were lost.",
    ],
)
def test_parts_that_add_up_or_are_no_parts(text: str) -> None:
    assert pointed_at(text, WarningKind.TOTAL) == []


@pytest.mark.parametrize("text", ["He won 120% of the votes.", "A poll asked 105 per cent of all registered voters."])
def test_more_than_the_whole(text: str) -> None:
    assert len(pointed_at(text, WarningKind.PERCENTAGE)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Turnout rose 120%.",
        "Debt is 150% of output.",
        "They give 110% every day.",
        "He won 99.5% of votes and 100% of seats.",
        "Sales were 120% of last year’s.",
    ],
)
def test_what_may_be_over_a_hundred(text: str) -> None:
    assert pointed_at(text, WarningKind.PERCENTAGE) == []
