"""Ranges of days: whole weeks, months, seasons, years, and parts of them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple


class Days(NamedTuple):
    """First and last day, both inclusive."""

    first: date
    last: date


SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
"""First and last month on the northern half of the earth; 13 and 14 stand for January and February after."""


def week(day: date) -> Days:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def months(year: int, first: int, last: int) -> Days:
    """From the first day of one month to the last of another; months above 12 are in the years after."""
    start_year, start = year + (first - 1) // 12, (first - 1) % 12 + 1
    end_year, end = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Days(date(start_year, start, 1), date(end_year, end, monthrange(end_year, end)[1]))


def years(first: int, last: int) -> Days:
    return Days(date(first, 1, 1), date(last, 12, 31))


def whole(day: date, period: str) -> Days:
    """The day, week, month, quarter or year that a day stands in."""
    if period == "week":
        return week(day)
    if period == "month":
        return months(day.year, day.month, day.month)
    if period == "quarter":
        first = (day.month - 1) // 3 * 3 + 1
        return months(day.year, first, first + 2)
    if period == "year":
        return years(day.year, day.year)
    return Days(day, day)


def third(days: Days, which: int) -> Days:
    """The first, second or last third (0, 1, 2), "early", "mid" or "late": in years, months or days as it is long."""
    first, last = days
    if days == years(first.year, last.year):
        size = last.year - first.year + 1
        if size >= 10:
            return years(first.year + -(-size * which // 3), first.year + -(-size * (which + 1) // 3) - 1)
        return months(first.year, size * 4 * which + 1, size * 4 * (which + 1))
    length = (last - first).days + 1
    start = first + timedelta(days=length * which // 3)
    return Days(start, first + timedelta(days=max(1, length * (which + 1) // 3) - 1))


def spelled(days: Days) -> str:
    """In words: "21 December 2022", "February 2022", "2021", "1 June to 31 August 2022"."""
    first, last = days
    if first == last:
        return _day(first)
    if days == years(first.year, last.year):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if days == months(first.year, first.month, first.month):
        return f"{first:%B} {first.year}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
