"""Dates as a reader says them."""

import pytest

from workbench.reports.words import counted, when


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2026-11-23T12:04:05Z", "23 November 2026, 12:04 UTC"),
        ("2026-11-23T12:04:05+02:00", "23 November 2026, 10:04 UTC"),
        ("2026-11-23T12:04:05", "23 November 2026, 12:04 UTC"),
        ("2026-11-03", "3 November 2026"),
        ("2026-11", "November 2026"),
        ("2026", "2026"),
        ("2026-13", "2026-13"),
        ("last Tuesday", "last Tuesday"),
        ("a Thursday Tea", "a Thursday Tea"),
        ("", ""),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(iso: str, said: str) -> None:
    assert when(iso) == said


def test_one_thing_is_not_counted_in_the_plural() -> None:
    assert counted(1, "claim") == "1 claim"
    assert counted(2000, "claim") == "2,000 claims"
    assert counted(2, "open query", "open queries") == "2 open queries"
