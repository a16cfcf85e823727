"""Percentages held against the figures beside them."""

from __future__ import annotations

import pytest

from tests.extraction.articles import article
from workbench.domain.findings import WarningKind
from workbench.extraction.consistency.changes import find
from workbench.extraction.reading import read


def warnings(text: str) -> list[str]:
    found = list(find(read(article(text)), ()))
    assert all(warning.kind is WarningKind.CHANGE for warning in found)
    return [warning.message for warning in found]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The number of trains rose from 120 to 150, a 30 per cent increase.", "From 120 to 150 is 25%, not 30%."),
        ("Rents rose by 30% from £800 to £920 a month.", "From 800 to 920 is 15%, not 30%."),
        ("Profits fell from $4.2m to $2.1m, a drop of 40%.", "From 4.2m to 2.1m is 50%, not 40%."),
        ("Membership grew from 1,200 in 2019 to 1,500 (35%).", "From 1,200 to 1,500 is 25%, not 35%."),
        ("Two thirds of the voters (40%) stayed at home.", "“Two thirds” would be 67%, not 40%."),
    ],
)
def test_a_percentage_that_the_figures_do_not_make_is_warned_of(text: str, message: str) -> None:
    assert warnings(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "The number of trains rose from 120 to 150, a 25 per cent increase.",
        "Rents rose by 15% from £800 to £920 a month.",
        "Rents rose 3% a year from 2015 to 2020.",
        "The rate rose from 3% to 4%, the bank said, and 12% of firms had expected it.",
        "The party went from 3 to 5 seats, with 12% of the vote.",
        "Turnout fell from 1.2 million to 1.1 million, a drop of 8%.",
        "The price rose from $1 to $2, a 100% increase, and from 7 to 9, up 29%.",
        "A third of those asked (34%) agreed, and half of the members (52%) did not.",
        "The share rose from 40 per cent to 60 per cent, a 20 per cent increase.",
        "About 2 million people, from 12 to 80 years old, 30% of them women, took part.",
        "It grew from about 2 to 3 million, a 40 per cent increase.",
    ],
)
def test_a_percentage_that_fits_or_is_of_something_else_is_not(text: str) -> None:
    assert warnings(text) == []
