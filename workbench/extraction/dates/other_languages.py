"""How dates are written in languages without patterns of their own: by the names that dateparser's locale data give.

Only what can hardly be anything else: a month's name beside a day or a year, dates in figures, and whole phrases such
as "la settimana scorsa".
"""

from __future__ import annotations

import re
from functools import cache

from dateparser.languages.loader import default_loader

from workbench.extraction.dates.english import MONTHS, Shape

_MONTH_KEYS = tuple(month.lower() for month in MONTHS.split("|"))
"""What dateparser's locale data call the months, whatever the language."""
_YEAR = r"(?:1[5-9]|20)\d\d"
_FIGURES = (
    (Shape.CALENDAR, rf"{_YEAR}-[01]\d-[0-3]\d(?!\d)"),
    (Shape.NUMERIC, rf"\d{{1,2}}(?P<slash>[./])\d{{1,2}}(?P=slash)(?:{_YEAR}|\d\d)(?![\w/]|\.\d)"),
    (
        Shape.CALENDAR,
        rf"{_YEAR}\s?年(?:\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?)?|{_YEAR}년(?:\s?\d{{1,2}}월(?:\s?\d{{1,2}}일)?)?",
    ),
)
_LINK = r"(?:\s(?:de|di|of|del|do|da|af|den)\s|\.?\s|\s?)"


@cache
def pattern(language: str) -> re.Pattern[str]:
    """The shapes of a language; dates in figures alone when dateparser doesn't know it."""
    shapes = list(_FIGURES)
    data = _locale(language)
    months = _names(data, _MONTH_KEYS)
    if months:
        shapes.append((Shape.CALENDAR, rf"\d{{1,2}}(?:er|º|ª)?{_LINK}(?:{months})\b\.?(?:{_LINK}{_YEAR})?(?!\w)"))
        shapes.append((Shape.CALENDAR, rf"{_YEAR}\.?\s(?:{months})\b\.?(?:\s\d{{1,2}}(?!\w))?"))
        shapes.append((Shape.CALENDAR, rf"(?:{months})\b\.?{_LINK}{_YEAR}(?!\w)"))
    phrases = _phrases(data)
    if phrases:
        shapes.append((Shape.RELATIVE, phrases))
    groups = (f"(?P<{shape.value}_{number}>{source})" for number, (shape, source) in enumerate(shapes))
    return re.compile(rf"(?<![A-Za-z\d])(?<!\d[.,/:-])(?:{'|'.join(groups)})", re.IGNORECASE)


def _locale(language: str) -> dict[str, object]:
    try:
        found = default_loader.get_locale(language)
    except ValueError:
        return {}
    return dict(found.info)


def _names(data: dict[str, object], keys: tuple[str, ...]) -> str:
    names = {name for key in keys for name in _strings(data.get(key)) if len(name) >= 3 and name.isalpha()}
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _phrases(data: dict[str, object]) -> str:
    """Phrases for days, weeks, months and years ("ieri", "mese scorso"), whole words but in scripts without spaces."""
    relative = data.get("relative-type")
    if not isinstance(relative, dict):
        return ""
    wanted = {
        phrase
        for meaning, phrases in relative.items()
        if any(unit in meaning for unit in ("day", "week", "month", "year"))
        for phrase in _strings(phrases)
        if len(phrase) >= 4 or phrase >= "\u2e80"
    }
    spaceless = bool(data.get("no_word_spacing")) and data.get("no_word_spacing") != "False"
    end = "" if spaceless else r"(?!\w)"
    start = "" if spaceless else r"(?<!\w)"
    ordered = sorted(wanted, key=len, reverse=True)
    return f"{start}(?:{'|'.join(map(re.escape, ordered))}){end}" if ordered else ""


def _strings(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
