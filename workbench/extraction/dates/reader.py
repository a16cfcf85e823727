"""What reading any expression needs: the publication date, the language, and dateparser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from dateparser.date import DateDataParser

from workbench.extraction.dates.calendar import Days, third, whole

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
WHICH = re.compile(r"\b(last|this|next|past|coming|current|previous|following)\b", re.IGNORECASE)
_NO_DATE = datetime(2001, 1, 1)
"""Base for expressions that need none."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the expressions of one article. `published` is None when the publication date is not known."""

    published: date | None
    language: str

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


def narrowed(text: str, days: Days | None) -> Days | None:
    """The third that "early", "mid" or "late" says."""
    found = re.search(r"\b(early|beginning|start|mid|middle|late|end)\b", text, re.IGNORECASE)
    if days is None or found is None:
        return days
    word = found[1].lower()
    return third(days, 0 if word in ("early", "beginning", "start") else 1 if word in ("mid", "middle") else 2)
