"""The day of publication is read where it can be read one way only."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.importers.date_lines import is_date_line
from workbench.importers.publication import read_date
from workbench.importers.registry import read_pasted

STORY = "The harbour of Northport will be dredged to a depth of 14 metres, the port authority said."


@pytest.mark.parametrize(
    "line",
    [
        "2023-05-04",
        "2023/05/04 08:15",
        "4 May 2023",
        "4th of May 2023",
        "Thursday, May 4th, 2023 at 2:30 pm",
        "May 4, 2023",
        "04.05.2023, 14.30 Uhr",
        "4. Mai 2023",
        "4 mai 2023",
        "4 de mayo de 2023",
        "4 de maio de 2023",
        "4 maggio 2023",
        "4 mei 2023",
        "4 maja 2023 r.",
        "4 мая 2023 года",
        "4 травня 2023",
        "4 مايو 2023",
        "٤ مايو ٢٠٢٣",
        "2023年5月4日",
        "2023년 5월 4일",
    ],
)
def test_the_same_day_in_many_ways(line: str) -> None:
    assert read_date(line) == date(2023, 5, 4)
    assert is_date_line(line)


def test_slashes_are_read_only_where_they_leave_no_choice() -> None:
    assert read_date("14/3/2023") == date(2023, 3, 14)
    assert read_date("3/14/2023") == date(2023, 3, 14)
    assert read_date("5/5/2023") == date(2023, 5, 5)
    assert read_date("3/4/2023") is None


@pytest.mark.parametrize(
    "line", ["31 February 2023", "2023-13-45", "May 2023", "14:30", "4 May", "1 May 0023", "45.45.2023"]
)
def test_what_is_no_full_date(line: str) -> None:
    assert read_date(line) is None


@pytest.mark.parametrize(
    "line", ["14:30", "2 hours ago", "Updated 14.30 GMT", "vor 2 Stunden", "Il y a 2 heures", "Mon 4 May"]
)
def test_times_make_a_line_of_their_own(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    ["", "2023", "1,204", "May", "In May 2023 it rained.", "14 people", "Room 14:30 was empty", "The 40 million"],
)
def test_lines_that_hold_more_or_less_than_a_date(line: str) -> None:
    assert not is_date_line(line)


def test_the_day_is_taken_from_the_byline_and_nowhere_else() -> None:
    head = "Harbour to be dredged\n\nBy Ann Lee\n\n"
    assert read_pasted(f"{head}4 May 2023\n\n{STORY}").article.metadata.published == "2023-05-04"
    assert (
        read_pasted(
            f"{head}{STORY}\n\nOn 4 May 2023 it began, and by 5 June 2024 it was over."
        ).article.metadata.published
        == ""
    )
