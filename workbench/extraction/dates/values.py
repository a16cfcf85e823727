"""What a date expression means: a range of days, read against the publication date where that is needed.

dateparser reads days, weekdays, months, "yesterday" and "… ago"; what it has no notion of (seasons, halves, decades,
stretches) is put together from what it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from workbench.extraction.dates import absolute, relative
from workbench.extraction.dates.calendar import Days
from workbench.extraction.dates.english import Shape
from workbench.extraction.dates.expressions import Expression
from workbench.extraction.dates.reader import Reader


def days_of(expression: Expression, reader: Reader) -> Days | None:
    """The days meant; None when the text doesn't say, or the publication date is needed and not known."""
    read = _READERS.get(expression.shape)
    if read is None:
        return None
    try:
        return read(reader, expression)
    except (ValueError, OverflowError):  # a day or year that the calendar doesn't have
        return None


_READERS: Mapping[Shape, Callable[[Reader, Expression], Days | None]] = MappingProxyType(
    {
        Shape.CALENDAR: absolute.calendar_day,
        Shape.NUMERIC: absolute.figures,
        Shape.YEARS: absolute.year_range,
        Shape.DECADE: absolute.decade,
        Shape.CENTURY: absolute.century,
        Shape.PART: absolute.part_of_year,
        Shape.AGO: relative.ago,
        Shape.STRETCH: relative.stretch,
        Shape.EDGE: relative.edge,
        Shape.UNIT: relative.unit,
        Shape.DAY: relative.day,
        Shape.WEEKDAY: relative.weekday,
        Shape.MONTH: relative.month,
        Shape.YEAR: absolute.year,
        Shape.RELATIVE: relative.phrase,
    }
)
