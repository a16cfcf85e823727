"""Parts that don't add up to their total: "12 people, including 8 men and 5 women"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import Sentence
from workbench.extraction.consistency.wording import bearing_sentences
from workbench.extraction.reading import Reading
from workbench.extraction.word_lists import ordered, words

_SMALL = ordered("en", "facts", "cardinals")
_N = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}|(?:{'|'.join(_SMALL[1:])}))"
    r"(?![\d%.,-]?\d|%|\spercent|\sper\scent|-)"
)
_NOUN = r"(?:[a-z]+\s){0,2}[a-z]+"
_PART = rf"{_N}\s{_NOUN}"
_LIST = rf"{_PART}(?:,\s{_PART}){{0,5}},?\sand\s{_PART}"
_COUNTED = re.compile(
    rf"(?<![\w.,$€£])(?P<total>{_N})\s(?:[a-z]+\s){{0,2}}?(?P<noun>[a-z]+)"
    rf"(?P<link>,?\s(?:including|among\sthem)\s|:\s|\s\(|\s?[–—]\s?)(?P<parts>{_LIST})",
    re.IGNORECASE,
)
_SHARES = re.compile(r"(?<![\d.])(\d{1,2}(?:\.\d)?)\s?(?:%|percent|per\scent)(?!\s(?:more|less|higher|lower))")
_BALLOT = re.compile(
    r"\b(?:in\sfavou?r|against|undecided|abstained|opposed|disagree|voted\s(?:yes|no|for)|said\s(?:yes|no)|no\sopinion|don[’']t\sknow)\b"
)
ROUNDING = 1.5
"""Percentage points that rounding may add to 100."""


def find(reading: Reading, _: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """A warning for each list that says what it is a list of and makes more than that, or less where it is complete."""
    if reading.language != "en":
        return
    for _part, sentence in bearing_sentences(reading):
        text = sentence.of(reading.article.text)
        if " and " in text:
            yield from _counted(text, sentence.start, reading.language)
        if "%" in text or "per" in text:
            yield from _shares(text, sentence.start)


def _counted(text: str, offset: int, language: str) -> Iterator[TextWarning]:
    for match in _COUNTED.finditer(text):
        total = _value(match["total"])
        numbers = re.findall(rf"(?<![\w.,]){_N}", match["parts"], re.IGNORECASE)
        nouns = set(re.findall(r"[a-z]+", match["parts"].lower()))
        if {match["noun"].lower(), *nouns} & words(language, "warnings", "not_counted") or 1900 <= total <= 2099:
            continue
        made = sum(_value(number) for number in numbers)
        complete = "includ" not in match["link"] and "among" not in match["link"]
        few = complete and len(nouns & words(language, "warnings", "complete_parts")) >= len(numbers)
        if made > total or (few and made < total):
            span = Span(*match.span()).shifted(offset)
            said = text[match.start() : match.start("link")]
            message = Sentence(
                "The parts make {made}, but the total is given as “{total}”.", made=f"{made:,}", total=said
            )
            yield TextWarning(WarningKind.TOTAL, span, message)


def _shares(text: str, offset: int) -> Iterator[TextWarning]:
    """Answers to one question that make more than 100 percent."""
    found = list(_SHARES.finditer(text))
    if not 2 <= len(found) <= 8 or len(_BALLOT.findall(text)) < len(found):
        return
    made = sum(float(match[1]) for match in found)
    if made > 100 + ROUNDING:
        span = Span(found[0].start(), found[-1].end()).shifted(offset)
        message = Sentence("These shares of one vote make {made}%, more than 100%.", made=made)
        yield TextWarning(WarningKind.TOTAL, span, message)


def _value(number: str) -> int:
    plain = number.replace(",", "").lower()
    return int(plain) if plain.isdigit() else _SMALL.index(plain)
