"""What a date expression means: a range of days, read against the publication date where that is needed.

dateparser reads days, weekdays, months, "yesterday" and "… ago"; what it has no notion of (seasons, halves, decades,
stretches) is put together here. Bare weekdays and months follow news usage: the nearest up to publication, unless their
clause speaks of the future; a day without a year is in the year that brings it nearest (newspapers leave the year out
only then).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType

from dateparser.date import DateDataParser

from workbench.extraction.dates.calendar import SEASONS, Days, months, third, week, whole, years
from workbench.extraction.dates.english import Shape
from workbench.extraction.dates.expressions import Expression
from workbench.extraction.word_lists import ordered

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_VAGUE = re.compile(r"\b(?:few|several|many)\b|^(?:decades|years|centuries|months|weeks|days|hours)\b", re.IGNORECASE)
_AGO = re.compile(r"(half an?|an?|\S+(?:[\s-](?:\w+))?)\s(\w+)\s(ago|from now|hence)$", re.IGNORECASE)
_STRETCH = re.compile(r"(last|past|next|coming)\s(.+?)\s(\w+)$", re.IGNORECASE)
_WHICH = re.compile(r"\b(last|this|next|past|coming|current|previous|following)\b", re.IGNORECASE)
_ROUGHLY = re.compile(
    r"^(?:(?:just|a|little|more|less|fewer|than|at|least|nearly|almost|about|around|roughly|some|over|under|only|approximately)\s)+"
    r"(?=\w+\s\w+\s)",
    re.IGNORECASE,
)
_MULTIPLES = {"decade": (10, "year"), "century": (100, "year"), "centurie": (100, "year"), "fortnight": (2, "week")}
_SOON = timedelta(days=300)
_NO_DATE = datetime(2001, 1, 1)
"""Base for expressions that need none."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the expressions of one article. `published` is None when the publication date is not known."""

    published: date | None
    language: str

    def days(self, expression: Expression) -> Days | None:
        """The days meant; None when the text doesn't say, or the publication date is needed and not known."""
        read = _READERS.get(expression.shape)
        if read is None:
            return None
        try:
            return read(self, expression)
        except (ValueError, OverflowError):  # a day or year that the calendar doesn't have
            return None

    def parsed(self, text: str, prefer: str = "past", base: date | None = None) -> Days | None:
        """What dateparser makes of it, as whole days, weeks, months or years."""
        base = base or self.published
        moment = datetime.combine(base, time()) if base else _NO_DATE
        return _parsed(text, moment, prefer, self.language or "en")


@lru_cache(maxsize=4096)
def _parsed(text: str, base: datetime, prefer: str, language: str) -> Days | None:
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": prefer, "RETURN_AS_TIMEZONE_AWARE": False}
    data = DateDataParser(languages=[language], settings=settings).get_date_data(text)
    return whole(data.date_obj.date(), data.period or "day") if data.date_obj else None


def _calendar(reader: Reader, expression: Expression) -> Days | None:
    text = _bare(expression.text)
    if _YEAR.search(text):
        return _narrowed(expression.text, reader.parsed(text, base=date(2000, 1, 1)))
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


def _numeric(reader: Reader, expression: Expression) -> Days | None:
    """12.03.2020 is 12 March; with slashes day and month may stand either way, and both readings are kept."""
    first, second, year = (int(part) for part in re.split(r"[./]", expression.text))
    year += 2000 if year < 100 else 0
    ways = (
        [(first, second)] if "." in expression.text or reader.language != "en" else [(first, second), (second, first)]
    )
    found = sorted(date(year, month, day) for day, month in ways if 1 <= month <= 12)
    return Days(found[0], found[-1]) if found else None


def _years(_: Reader, expression: Expression) -> Days | None:
    first, second = (int(digits) for digits in re.findall(r"\d{4}|\d{2}$", expression.text))
    if second < 100:
        second += first // 100 * 100
    return years(first, second) if first <= second else None


def _decade(_: Reader, expression: Expression) -> Days | None:
    text = expression.text.lower()
    if named := next(
        (1920 + 10 * place for place, name in enumerate(ordered("en", "dates", "decades")) if name in text), 0
    ):
        return _narrowed(text, years(named, named + 9))
    digits = re.search(r"(\d\d)?(\d)0s", text)
    if digits is None or (not digits[1] and digits[2] in "012"):  # "the '20s" may be a hundred years apart
        return None
    first = int((digits[1] or "19") + digits[2] + "0")
    return _narrowed(text, years(first, first + 9))


def _century(_: Reader, expression: Expression) -> Days | None:
    text = expression.text.lower()
    digits = re.search(r"(\d{1,2})(?:st|nd|rd|th)", text)
    named = (
        place
        for place, name in enumerate(ordered("en", "dates", "centuries"), 1)
        if re.search(rf"(?<![\w-]){name}\b", text)
    )
    number = int(digits[1]) if digits else next(named, 0)
    return _narrowed(text, years(number * 100 - 99, number * 100)) if number else None


def _part(reader: Reader, expression: Expression) -> Days | None:
    text = expression.text.lower()
    season = next((name for name in SEASONS if name in text), "")
    if season and not _YEAR.search(text):
        return _relative_season(reader, season, text, expression.to_come)
    year = _year_of(reader, text)
    if year is None:
        return None
    if season:
        return _narrowed(text, months(year, *SEASONS[season]))
    size = 6 if "half" in text else 3
    order = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 12 // size, "final": 12 // size}
    digits = re.match(r"q([1-4])", text)
    number = int(digits[1]) if digits else next(order[word] for word in re.findall(r"[a-z]+", text) if word in order)
    return months(year, (number - 1) * size + 1, number * size)


def _year_of(reader: Reader, text: str) -> int | None:
    if found := _YEAR.search(text):
        return int(found[0])
    if reader.published is None:
        return None
    which = re.search(r"of (last|next)", text)
    return reader.published.year + ({"last": -1, "next": 1}[which[1]] if which else 0)


def _relative_season(reader: Reader, season: str, text: str, to_come: bool) -> Days | None:
    if reader.published is None:
        return None
    around = [months(reader.published.year + shift, *SEASONS[season]) for shift in (-2, -1, 0, 1)]
    which = _WHICH.search(text)
    word = which[1] if which else ""
    if word in ("next", "coming") or (word == "this" and to_come):
        return next(days for days in around if days.last > reader.published and days.first > reader.published)
    if word == "this":
        return around[2]
    return [days for days in around if days.last < reader.published][-1]


def _ago(reader: Reader, expression: Expression) -> Days | None:
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


def _stretch(reader: Reader, expression: Expression) -> Days | None:
    match = _STRETCH.search(expression.text)
    if reader.published is None or match is None or _VAGUE.search(match[2]):
        return None
    past = match[1].lower() in ("last", "past")
    unit = match[3].lower().removesuffix("s")
    end = _counted(reader, match[2].lower(), unit, past=past)
    if end is None:
        return None
    return Days(end.first, reader.published) if past else Days(reader.published, end.last)


def _edge(reader: Reader, expression: Expression) -> Days | None:
    text = expression.text.lower()
    if reader.published is None:
        return None
    if re.match(r"year", text):
        return months(reader.published.year, 12, 12)
    unit = text.rsplit(" ", 1)[1]
    which = _WHICH.search(text)
    return _narrowed(text, _unit_days(reader.published, which[1] if which else "this", unit))


def _unit(reader: Reader, expression: Expression) -> Days | None:
    text = expression.text.lower()
    which = _WHICH.search(text)
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
    return _narrowed(text, days)


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


def _day(reader: Reader, expression: Expression) -> Days | None:
    if reader.published is None:
        return None
    text = expression.text.lower()
    if text.startswith("this") or text.startswith("today") or text == "tonight":
        return Days(reader.published, reader.published)
    if text == "last night":
        return reader.parsed("yesterday")
    return reader.parsed(re.sub(r"\s(?:morning|afternoon|evening|night|lunchtime)$", "", text).removeprefix("the "))


def _weekday(reader: Reader, expression: Expression) -> Days | None:
    """ "Friday" is the last one up to the day of publication, or from it on when its clause speaks of the future."""
    published = reader.published
    name = re.search(r"[A-Z][a-z]+day", expression.text)
    if published is None or name is None:
        return None
    which = _WHICH.search(expression.text)
    word = which[1].lower() if which else ""
    if word == "last" or word == "past":
        return reader.parsed(name[0], "past")
    if word in ("next", "coming"):
        return reader.parsed(name[0], "future")
    if expression.to_come:
        return reader.parsed(name[0], "future", published - timedelta(days=1))
    return reader.parsed(name[0], "past", published + timedelta(days=1))


def _month(reader: Reader, expression: Expression) -> Days | None:
    published = reader.published
    if published is None:
        return None
    name = expression.text.rsplit(None, 1)[-1].rsplit("-", 1)[-1]
    which = _WHICH.search(expression.text)
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
    return _narrowed(expression.text, reader.parsed(name, "future" if expression.to_come else "past", first))


def _year(_: Reader, expression: Expression) -> Days | None:
    found = _YEAR.search(expression.text)
    return _narrowed(expression.text, years(int(found[0]), int(found[0]))) if found else None


def _relative(reader: Reader, expression: Expression) -> Days | None:
    return reader.parsed(expression.text) if reader.published else None


def _bare(text: str) -> str:
    """Without "early", "the end of" and articles."""
    return re.sub(
        r"^(?:(?:the|beginning|start|middle|end|of|early|mid|late|earlier|later|in)[\s-])+",
        "",
        text,
        flags=re.IGNORECASE,
    )


def _narrowed(text: str, days: Days | None) -> Days | None:
    """The third that "early", "mid" or "late" says."""
    found = re.search(r"\b(early|beginning|start|mid|middle|late|end)\b", text, re.IGNORECASE)
    if days is None or found is None:
        return days
    word = found[1].lower()
    return third(days, 0 if word in ("early", "beginning", "start") else 1 if word in ("mid", "middle") else 2)


_READERS: Mapping[Shape, Callable[[Reader, Expression], Days | None]] = MappingProxyType(
    {
        Shape.CALENDAR: _calendar,
        Shape.NUMERIC: _numeric,
        Shape.YEARS: _years,
        Shape.DECADE: _decade,
        Shape.CENTURY: _century,
        Shape.PART: _part,
        Shape.AGO: _ago,
        Shape.STRETCH: _stretch,
        Shape.EDGE: _edge,
        Shape.UNIT: _unit,
        Shape.DAY: _day,
        Shape.WEEKDAY: _weekday,
        Shape.MONTH: _month,
        Shape.YEAR: _year,
        Shape.RELATIVE: _relative,
    }
)
