"""Dates and times: "last February" read against the publication date, as a range with how it was read."""

from __future__ import annotations

from datetime import date

from workbench.domain.findings import DateReading
from workbench.extraction.dates.calendar import Days, spelled
from workbench.extraction.dates.english import Shape
from workbench.extraction.dates.expressions import Expression, find_expressions
from workbench.extraction.dates.reader import Reader
from workbench.extraction.dates.values import days_of
from workbench.extraction.reading import Reading

_NOT_READ = frozenset({Shape.CLOCK, Shape.DURATION})
"""Times of day and mere lengths: facts to check, but no date can be given for them."""


def read_dates(reading: Reading) -> tuple[DateReading, ...]:
    """Every date expression of the article in order of place, with the days it means so far as the text decides."""
    reader = Reader(published(reading), reading.language)
    return tuple(
        _reading(reader, expression) for expression in find_expressions(reading) if expression.shape not in _NOT_READ
    )


def published(reading: Reading) -> date | None:
    """The publication date, None when it isn't known to the day."""
    try:
        return date.fromisoformat(reading.article.metadata.published[:10])
    except ValueError:
        return None


def _reading(reader: Reader, expression: Expression) -> DateReading:
    days = days_of(expression, reader)
    how = _how(reader, expression, days)
    if days is None:
        return DateReading(expression.span, "", "", how)
    return DateReading(expression.span, days.first.isoformat(), days.last.isoformat(), how)


def _how(reader: Reader, expression: Expression, days: Days | None) -> str:
    words = f"“{expression.text}”"
    if days is not None and reader.published is not None and days != days_of(expression, Reader(None, reader.language)):
        return f"{words}, read against {spelled(Days(reader.published, reader.published))}: {spelled(days)}"
    if days is not None:
        return f"{words}, as it stands: {spelled(days)}"
    if expression.shape is Shape.FROM_TEXT:
        return f"{words} is counted from another date in the text"
    if reader.published is None and days_of(expression, Reader(date(2000, 6, 15), reader.language)) is not None:
        return f"{words} can’t be read: the publication date is not known"
    return f"{words} doesn’t say which days"
