"""A weekday and a date that disagree: "Tuesday, 4 March 2020" was a Wednesday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.errors import Sentence
from workbench.extraction.dates import published
from workbench.extraction.dates.english import Shape
from workbench.extraction.dates.expressions import find_expressions
from workbench.extraction.dates.reader import Reader
from workbench.extraction.dates.values import days_of
from workbench.extraction.reading import Reading

_WEEKDAYS = (
    Sentence("Monday"), Sentence("Tuesday"), Sentence("Wednesday"), Sentence("Thursday"), Sentence("Friday"),
    Sentence("Saturday"), Sentence("Sunday"),
)  # fmt: skip
_MONTHS = (
    Sentence("January"), Sentence("February"), Sentence("March"), Sentence("April"), Sentence("May"),
    Sentence("June"), Sentence("July"), Sentence("August"), Sentence("September"), Sentence("October"),
    Sentence("November"), Sentence("December"),
)  # fmt: skip
_WEEKDAY = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\.?,?\s")


def find(reading: Reading, _: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """A warning for each date that falls on another weekday than the one beside it.

    Without a year, the day nearest to the publication date is meant; unknown, nothing is said.
    """
    reader = Reader(published(reading), reading.language)
    for expression in find_expressions(reading):
        named = _WEEKDAY.match(expression.text) if expression.shape is Shape.CALENDAR else None
        days = days_of(expression, reader) if named else None
        if named is None or days is None or days.first != days.last:
            continue
        is_named = _WEEKDAYS[days.first.weekday()]
        if not is_named.startswith(named[1]):
            yield TextWarning(WarningKind.WEEKDAY, expression.span, _message(expression.text, days.first, is_named))


def _message(text: str, day: date, weekday: Sentence) -> Sentence:
    return Sentence(
        "“{text}”: {day} {month} {year} is a {weekday}.",
        text=text,
        day=day.day,
        month=_MONTHS[day.month - 1],
        year=day.year,
        weekday=weekday,
    )
