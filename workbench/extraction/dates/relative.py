"""Expressions counted from the publication date: "two months ago", "last week", "Tuesday", "last February".

Bare weekdays and months follow news usage: the nearest up to publication, unless their clause speaks of the future.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.extraction.dates.calendar import Days, months, week, years
from workbench.extraction.dates.expressions import Expression
from workbench.extraction.dates.reader import WHICH, Reader, narrowed
from workbench.extraction.word_lists import ordered

_VAGUE = re.compile(r"\b(?:few|several|many)\b|^(?:decades|years|centuries|months|weeks|days|hours)\b", re.IGNORECASE)
_AGO = re.compile(r"(half an?|an?|\S+(?:[\s-](?:\w+))?)\s(\w+)\s(ago|from now|hence)$", re.IGNORECASE)
_STRETCH = re.compile(r"(last|past|next|coming)\s(.+?)\s(\w+)$", re.IGNORECASE)
_ROUGHLY = re.compile(
    r"^(?:(?:just|a|little|more|less|fewer|than|at|least|nearly|almost|about|around|roughly|some|over|under|only|approximately)\s)+"
    r"(?=\w+\s\w+\s)",
    re.IGNORECASE,
)
_MULTIPLES = {"decade": (10, "year"), "century": (100, "year"), "centurie": (100, "year"), "fortnight": (2, "week")}


def ago(reader: Reader, expression: Expression) -> Days | None:
    text = _ROUGHLY.sub("", expression.text)
    match = _AGO.search(text)
    if reader.published is None or match is None or _VAGUE.search(text):
        return None
    return _counted(reader, match[1].lower(), match[2].lower().removesuffix("s"), past=match[3].lower() == "ago")


def _counted(reader: Reader, quantity: str, unit: str, *, past: bool) -> Days | None:
    if quantity in ("half a", "half an"):
        quantity, unit = {"year": ("6", "month"), "hour": ("30", "minute"), "century": ("50", "year")}.get(
            unit, ("", unit)
        )
    quantity = {"an": "1", "a": "1", "a couple of": "2", "couple of": "2"}.get(quantity, quantity.replace("-", " "))
    if unit in _MULTIPLES:
        factor, unit = _MULTIPLES[unit]
        single = _number(quantity)
        quantity = str(single * factor) if single else ""
    if not quantity or unit in ("season", "generation", "quarter"):
        return None
    unit = "day" if unit == "night" else unit
    found = reader.parsed(f"{quantity} {unit}s ago" if past else f"in {quantity} {unit}s")
    if found and unit in ("second", "minute", "hour") and reader.published and past:
        return Days(found.first, max(found.last, reader.published))
    return found


def _number(text: str) -> int:
    cardinals = ordered("en", "facts", "cardinals")
    if text.isdigit():
        return int(text)
    return cardinals.index(text) if text in cardinals else 0


def stretch(reader: Reader, expression: Expression) -> Days | None:
    match = _STRETCH.search(expression.text)
    if reader.published is None or match is None or _VAGUE.search(match[2]):
        return None
    past = match[1].lower() in ("last", "past")
    unit = match[3].lower().removesuffix("s")
    end = _counted(reader, match[2].lower(), unit, past=past)
    if end is None:
        return None
    return Days(end.first, reader.published) if past else Days(reader.published, end.last)


def edge(reader: Reader, expression: Expression) -> Days | None:
    text = expression.text.lower()
    if reader.published is None:
        return None
    if re.match(r"year", text):
        return months(reader.published.year, 12, 12)
    unit = text.rsplit(" ", 1)[1]
    which = WHICH.search(text)
    return narrowed(text, _unit_days(reader.published, which[1] if which else "this", unit))


def unit(reader: Reader, expression: Expression) -> Days | None:
    text = expression.text.lower()
    which = WHICH.search(text)
    published = reader.published
    word = which[1] if which else "this"
    if published is None or word in ("previous", "following"):
        return None
    unit = text.rsplit(None, 1)[1]
    if unit == "weekend":
        return _weekend(published, word, expression.to_come)
    if "past" in text:
        return _counted_back(reader, unit)
    days = _unit_days(published, word, unit)
    if days and "earlier" in text and days.first <= published:
        return Days(days.first, min(days.last, published))
    if days and "later" in text and days.last >= published:
        return Days(max(days.first, published), days.last)
    return narrowed(text, days)


def _counted_back(reader: Reader, unit: str) -> Days | None:
    found = _counted(reader, "1", unit, past=True)
    if found is None or reader.published is None:
        return None
    start = reader.published - timedelta(days=7) if unit == "week" else found.first
    return Days(start, reader.published)


def _unit_days(published: date, which: str, unit: str) -> Days | None:
    shift = {"last": -1, "past": 0, "next": 1, "coming": 1}.get(which, 0)
    if unit == "week":
        return week(published + timedelta(days=7 * shift))
    if unit == "month":
        return months(published.year, published.month + shift, published.month + shift)
    if unit == "quarter":
        first = (published.month - 1) // 3 * 3 + 1 + 3 * shift
        return months(published.year, first, first + 2)
    size = {"year": 1, "decade": 10, "century": 100}.get(unit, 0)
    if not size:
        return None
    first = published.year // size * size + size * shift
    return years(first, first + size - 1)


def _weekend(published: date, which: str, to_come: bool) -> Days:
    """Early in the week "this weekend" is the one just over, unless its clause speaks of the future."""
    saturday = week(published).first + timedelta(days=5)
    to_be = published.weekday() < 5
    shift = {"last": -7, "past": -7 if to_be else 0, "next": 7, "coming": 0 if to_be else 7}.get(which, 0)
    if which == "this" and published.weekday() < 3 and not to_come:
        shift = -7
    saturday += timedelta(days=shift)
    return Days(saturday, saturday + timedelta(days=1))


def day(reader: Reader, expression: Expression) -> Days | None:
    if reader.published is None:
        return None
    text = expression.text.lower()
    if text.startswith("this") or text.startswith("today") or text == "tonight":
        return Days(reader.published, reader.published)
    if text == "last night":
        return reader.parsed("yesterday")
    return reader.parsed(re.sub(r"\s(?:morning|afternoon|evening|night|lunchtime)$", "", text).removeprefix("the "))


def weekday(reader: Reader, expression: Expression) -> Days | None:
    """ "Friday" is the last one up to the day of publication, or from it on when its clause speaks of the future."""
    published = reader.published
    name = re.search(r"[A-Z][a-z]+day", expression.text)
    if published is None or name is None:
        return None
    which = WHICH.search(expression.text)
    word = which[1].lower() if which else ""
    if word == "last" or word == "past":
        return reader.parsed(name[0], "past")
    if word in ("next", "coming"):
        return reader.parsed(name[0], "future")
    if expression.to_come:
        return reader.parsed(name[0], "future", published - timedelta(days=1))
    return reader.parsed(name[0], "past", published + timedelta(days=1))


def month(reader: Reader, expression: Expression) -> Days | None:
    published = reader.published
    if published is None:
        return None
    name = expression.text.rsplit(None, 1)[-1].rsplit("-", 1)[-1]
    which = WHICH.search(expression.text)
    word = which[1].lower() if which else ""
    first = published.replace(day=1)
    if word in ("last", "past"):
        return reader.parsed(name, "past", first - timedelta(days=1))
    if word in ("next", "coming"):
        return reader.parsed(
            name, "future", months(published.year, published.month, published.month).last + timedelta(days=1)
        )
    if word == "this":
        return reader.parsed(f"{name} {published.year}")
    return narrowed(expression.text, reader.parsed(name, "future" if expression.to_come else "past", first))


def phrase(reader: Reader, expression: Expression) -> Days | None:
    return reader.parsed(expression.text) if reader.published else None
