"""Expressions that name a day, month, year or longer time: "12 March 2020", "the 1990s", "the first half of last year".

A day without a year is in the year that brings it nearest to publication: newspapers leave the year out only then.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.extraction.dates.calendar import SEASONS, Days, months, years
from workbench.extraction.dates.expressions import Expression
from workbench.extraction.dates.reader import WHICH, YEAR, Reader, narrowed
from workbench.extraction.word_lists import ordered

_SOON = timedelta(days=300)
"""How far off a day without a year may be when its clause speaks of the future."""


def calendar_day(reader: Reader, expression: Expression) -> Days | None:
    text = _bare(expression.text)
    if YEAR.search(text):
        return narrowed(expression.text, reader.parsed(text, base=date(2000, 1, 1)))
    if reader.published is None:
        return None
    text = re.sub(r"^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\.?,?\s", "", text)
    return _nearest(reader, text, expression.to_come)


def _nearest(reader: Reader, text: str, to_come: bool) -> Days | None:
    """A day without a year, in the year that brings it nearest to publication."""
    published = reader.published
    if published is None:
        return None
    before = reader.parsed(text, "past", published + timedelta(days=1))
    after = reader.parsed(text, "future", published - timedelta(days=1))
    if before is None or after is None:
        return before or after
    if to_come and after.first - published < _SOON:
        return after
    return before if published - before.first <= after.first - published else after


def _bare(text: str) -> str:
    """Without "early", "the end of" and articles."""
    return re.sub(
        r"^(?:(?:the|beginning|start|middle|end|of|early|mid|late|earlier|later|in)[\s-])+",
        "",
        text,
        flags=re.IGNORECASE,
    )


def figures(reader: Reader, expression: Expression) -> Days | None:
    """12.03.2020 is 12 March; with slashes day and month may stand either way, and both readings are kept."""
    first, second, year = (int(part) for part in re.split(r"[./]", expression.text))
    year += 2000 if year < 100 else 0
    ways = (
        [(first, second)] if "." in expression.text or reader.language != "en" else [(first, second), (second, first)]
    )
    found = sorted(date(year, month, day) for day, month in ways if 1 <= month <= 12)
    return Days(found[0], found[-1]) if found else None


def year_range(_: Reader, expression: Expression) -> Days | None:
    first, second = (int(digits) for digits in re.findall(r"\d{4}|\d{2}$", expression.text))
    if second < 100:
        second += first // 100 * 100
    return years(first, second) if first <= second else None


def decade(_: Reader, expression: Expression) -> Days | None:
    text = expression.text.lower()
    if named := next(
        (1920 + 10 * place for place, name in enumerate(ordered("en", "dates", "decades")) if name in text), 0
    ):
        return narrowed(text, years(named, named + 9))
    digits = re.search(r"(\d\d)?(\d)0s", text)
    if digits is None or (not digits[1] and digits[2] in "012"):  # "the '20s" may be a hundred years apart
        return None
    first = int((digits[1] or "19") + digits[2] + "0")
    return narrowed(text, years(first, first + 9))


def century(_: Reader, expression: Expression) -> Days | None:
    text = expression.text.lower()
    digits = re.search(r"(\d{1,2})(?:st|nd|rd|th)", text)
    named = (
        place
        for place, name in enumerate(ordered("en", "dates", "centuries"), 1)
        if re.search(rf"(?<![\w-]){name}\b", text)
    )
    number = int(digits[1]) if digits else next(named, 0)
    return narrowed(text, years(number * 100 - 99, number * 100)) if number else None


def part_of_year(reader: Reader, expression: Expression) -> Days | None:
    text = expression.text.lower()
    season = next((name for name in SEASONS if name in text), "")
    if season and not YEAR.search(text):
        return _relative_season(reader, season, text, expression.to_come)
    year = _year_of(reader, text)
    if year is None:
        return None
    if season:
        return narrowed(text, months(year, *SEASONS[season]))
    size = 6 if "half" in text else 3
    order = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 12 // size, "final": 12 // size}
    digits = re.match(r"q([1-4])", text)
    number = int(digits[1]) if digits else next(order[word] for word in re.findall(r"[a-z]+", text) if word in order)
    return months(year, (number - 1) * size + 1, number * size)


def _year_of(reader: Reader, text: str) -> int | None:
    if found := YEAR.search(text):
        return int(found[0])
    if reader.published is None:
        return None
    which = re.search(r"of (last|next)", text)
    return reader.published.year + ({"last": -1, "next": 1}[which[1]] if which else 0)


def _relative_season(reader: Reader, season: str, text: str, to_come: bool) -> Days | None:
    if reader.published is None:
        return None
    around = [months(reader.published.year + shift, *SEASONS[season]) for shift in (-2, -1, 0, 1)]
    which = WHICH.search(text)
    word = which[1] if which else ""
    if word in ("next", "coming") or (word == "this" and to_come):
        return next(days for days in around if days.last > reader.published and days.first > reader.published)
    if word == "this":
        return around[2]
    return [days for days in around if days.last < reader.published][-1]


def year(_: Reader, expression: Expression) -> Days | None:
    found = YEAR.search(expression.text)
    return narrowed(expression.text, years(int(found[0]), int(found[0]))) if found else None
