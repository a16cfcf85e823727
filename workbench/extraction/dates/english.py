"""How dates and times are written in English: one pattern for each shape of expression."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache


class Shape(StrEnum):
    """What an expression is, and so how it is read."""

    CALENDAR = "calendar"  # 12 March 2020, March 2020, Tuesday, March 3, 2020-03-12
    NUMERIC = "numeric"  # 12/03/2020
    YEARS = "years"  # 2019–2021, from 2019 to 2021
    DECADE = "decade"  # the 1990s, the sixties
    CENTURY = "century"  # the 20th century
    PART = "part"  # Q3 2021, the first half of last year, spring 2020, last summer
    AGO = "ago"  # just over two months ago
    STRETCH = "stretch"  # the past 30 days
    EDGE = "edge"  # the end of the year
    UNIT = "unit"  # last week, this year
    DAY = "day"  # today, tomorrow morning
    FROM_TEXT = "from_text"  # two days later, the next day
    DURATION = "duration"  # for decades
    CLOCK = "clock"  # 10:30 p.m.
    WEEKDAY = "weekday"  # Tuesday night
    MONTH = "month"  # last February, in March
    YEAR = "year"  # in 2015
    RELATIVE = "relative"  # "la settimana scorsa": phrases of other languages


MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SHORT_WEEKDAYS = r"(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?"
_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_YEAR_TENS = r"(?:1[5-9]|20)"
_MONTH = rf"(?:{MONTHS}|{_SHORT_MONTHS})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?:(?:{WEEKDAYS}|{_SHORT_WEEKDAYS}),?\s)"
_QUANTITY = (
    rf"(?:\d{{1,4}}|(?:{_NUMBERS})(?:[\s-](?:{_NUMBERS}|hundred|thousand))?|"
    r"an?|a\scouple\sof|a\sfew|several|many|half\san?)"
)
_ROUGHLY = (
    r"(?:(?i:just\sover|just\sunder|little\sover|a\slittle\sover|more\sthan|less\sthan|fewer\sthan|at\sleast|nearly|"
    r"almost|about|around|roughly|some|over|under|only|just|approximately)\s)?"
)
_UNIT = r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|century|centurie|season)"
_MANY = r"(?i:decades|years|centuries|months|weeks|days|hours|generations)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_PART_OF_DAY = r"(?i:morning|afternoon|evening|night|lunchtime)"
_EARLY = r"(?:(?i:the\s(?:beginning|start|middle|end)\sof|early|mid|late|earlier|later)[\s-](?:in\s)?)?"
_THE = r"(?:(?i:the)\s)?"
_WHICH = r"(?i:this\spast|this\scoming|last|this|next|past|coming|current|previous|following)"
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|(?:twenty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
    r"[a-z]{3,10}teenth|tenth|eleventh|twelfth|twentieth)"
)
_TURN = rf"(?:\sof\s(?:{_YEAR}|(?:the|this|last|next)\s(?:financial\s)?year)|\s{_YEAR}|,\s{_YEAR})"
_DECADES = r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
_ZONE = r"(?:\s(?:GMT|UTC|BST|CET|CEST|E[SD]T|P[SD]T|local\stime))?"
_HALVES = r"(?:first|second|third|fourth|last|final)\s(?:quarter|half)"
_END = r"(?!\w)"

_SHAPES: tuple[tuple[Shape, str], ...] = (
    (Shape.CALENDAR, rf"{_YEAR}-[01]\d-[0-3]\d(?!\d)"),
    (Shape.CALENDAR, rf"{_WEEKDAY}?(?:the\s)?{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?{_END}"),
    (Shape.CALENDAR, rf"{_WEEKDAY}?{_MONTH}\s{_DAY}(?![\d:]|[.,]\d)(?:(?:,\s?|\s){_YEAR})?{_END}"),
    (Shape.CALENDAR, rf"{_EARLY}{_MONTH}(?:,|\sof)?\s{_YEAR}{_END}"),
    (Shape.NUMERIC, rf"\d{{1,2}}(?P<slash>[./])\d{{1,2}}(?P=slash)(?:{_YEAR}|\d\d)(?![\w/]|\.\d)"),
    (Shape.YEARS, rf"(?i:between)\s{_YEAR}\sand\s{_YEAR}|(?i:from)\s{_YEAR}\s(?:to|until|through|till)\s{_YEAR}"),
    (Shape.YEARS, rf"{_YEAR}\s?[–-]\s?(?:{_YEAR}|\d\d)(?![\w–-])"),
    (Shape.DECADE, rf"{_EARLY}{_THE}{_EARLY}{_YEAR_TENS}\d0s{_END}|(?i:the)\s{_EARLY}['’]?\d0s{_END}"),
    (Shape.DECADE, rf"(?i:the)\s{_EARLY}{_DECADES}{_END}"),
    (Shape.CENTURY, rf"{_THE}{_EARLY}{_ORDINAL}[\s-](?:century|centuries){_END}"),
    (Shape.PART, rf"(?:Q[1-4](?:{_TURN})?|{_THE}{_HALVES}{_TURN}){_END}"),
    (Shape.PART, rf"{_EARLY}{_THE}{_SEASON}(?:\sof)?\s{_YEAR}{_END}|{_WHICH}\s{_SEASON}{_END}"),
    (Shape.AGO, rf"{_ROUGHLY}(?i:{_QUANTITY})\s{_UNIT}s?\s(?:ago|from\snow|hence){_END}"),
    (Shape.AGO, rf"{_MANY}\sago{_END}"),
    (Shape.STRETCH, rf"{_THE}(?i:last|past|next|coming)\s(?:{_QUANTITY}|few|couple\sof)\s{_UNIT}s{_END}"),
    (
        Shape.EDGE,
        rf"{_THE}(?i:end|beginning|start|middle)\sof\s(?:the|this|last|next)\s(?:year|month|week|decade|century){_END}",
    ),
    (Shape.EDGE, rf"(?i:year[\s-]end){_END}"),
    (Shape.FROM_TEXT, rf"{_ROUGHLY}(?i:{_QUANTITY})\s{_UNIT}s?\s(?:later|earlier|beforehand|afterwards?){_END}"),
    (Shape.FROM_TEXT, rf"(?i:the)\s(?:same|next|following|previous)\s(?:{_PART_OF_DAY}|{_UNIT}|weekend){_END}"),
    (Shape.FROM_TEXT, r"(?i:the)\s(?:day|night|week|month|year)\s(?:before|after)(?=[\s,.;:)]*(?:$|[,.;:)]))"),
    (Shape.FROM_TEXT, rf"(?i:that)\s(?:same\s)?(?:day|night|week|month|year|morning|evening){_END}"),
    (Shape.DAY, rf"(?i:the\sday\s(?:before\syesterday|after\stomorrow)){_END}"),
    (Shape.DAY, rf"(?i:today|yesterday|tomorrow|tonight)(?:\s{_PART_OF_DAY})?{_END}"),
    (Shape.DAY, rf"(?i:this\s(?:morning|afternoon|evening)|last\snight){_END}"),
    (Shape.UNIT, rf"{_EARLY}{_THE}{_WHICH}\s(?i:week|weekend|month|quarter|year|decade|century){_END}"),
    (Shape.UNIT, rf"(?i:the)\sweekend{_END}"),
    (Shape.DURATION, rf"(?i:for|over|in)\s(?:(?:many|several|some|the\spast|recent)\s)?{_MANY}{_END}"),
    (Shape.CLOCK, rf"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?{_ZONE}(?![\d:])"),
    (Shape.CLOCK, r"(?:1[0-2]|0?[1-9])(?:\.[0-5]\d)?\s?(?i:[ap]\.m\.|[ap]m\b)|(?:1[0-2]|[1-9]|[a-z]{3,6})\so['’]clock"),
    (Shape.CLOCK, rf"(?i:midnight|midday|noon){_END}"),
    (Shape.WEEKDAY, rf"(?:{_WHICH}\s|(?i:early|late)\s)?(?:{WEEKDAYS})(?:\s{_PART_OF_DAY})?{_END}"),
    (Shape.MONTH, rf"(?:{_WHICH}\s|{_EARLY})(?:{MONTHS}){_END}"),
    (Shape.YEAR, rf"{_EARLY}{_YEAR}(?![\w%°]|[.,]\d|[-–/]\d)"),
)

TRIGGER = re.compile(
    r"\d[\d:.]|day|week|month|year|decade|centur|\bago\b|hour|minute|quarter|night|morning|afternoon|evening|tomorrow|"
    r"noon|season|spring|summer|autumn|fall|winter|twenties|ties\b|half|\bq[1-4]|o.clock|generation|"
    r"january|february|march|april|may\b|june|july|august|september|october|november|december|"
    r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
)
"""Something that each expression holds at least once, in lower case: text without it needs no closer look."""


@cache
def pattern() -> re.Pattern[str]:
    """All shapes in one, tried in order; the name of the group that matched is the shape with a number after it."""
    groups = (f"(?P<{shape.value}_{number}>{source})" for number, (shape, source) in enumerate(_SHAPES))
    return re.compile(rf"(?<![\w$€£])(?<!\d[.,/:-])(?:{'|'.join(groups)})")


def shape_of(match: re.Match[str]) -> Shape:
    return Shape((match.lastgroup or "").rsplit("_", 1)[0])
