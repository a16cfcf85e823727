"""Percentages that the figures beside them don't make: "rose from 120 to 150, a 30 per cent increase"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import Sentence
from workbench.extraction.consistency.wording import bearing_sentences
from workbench.extraction.reading import Reading

_NUMBER = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,3})?|\d{1,9}(?:\.\d{1,3})?"
_SIGN = r"(?:[$€£¥]|US\$|A\$|C\$|NZ\$)?"
_SIZE = r"(?:\s?(?:thousand|million|billion|trillion|m|bn|tn|k)\b)?"
_FROM_TO = re.compile(
    rf"\bfrom\s(?:(?:about|around|just|nearly|almost|some|roughly|only)\s)?{_SIGN}(?P<old>{_NUMBER})(?P<oldsize>{_SIZE})"
    rf"(?P<oldunit>(?:\s[a-z]+){{0,3}}?)(?:\sin\s[A-Z]?[\w ]{{2,15}}?)?\sto\s"
    rf"(?:(?:about|around|just|nearly|almost|some|roughly|only)\s)?{_SIGN}(?P<new>{_NUMBER})(?P<newsize>{_SIZE})"
    r"(?![\d%]|\s?(?:%|per\s?cent))"
)
_SHARE = r"(?P<share>\d{1,4}(?:\.\d{1,2})?)\s?(?:%|-?per\s?cent|-?percent)(?!age)"
_CHANGE = r"(?:increase|rise|jump|growth|gain|surge|climb|decrease|fall|drop|cut|decline|reduction|slump|plunge|hike)"
_MOVED = (
    r"(?:rose|risen|rises?|grew|grown|grows?|increased?|increases|jumped|climbed|surged|gained|soared|up|fell|fallen|falls?|"
    r"dropped|decreased|declined|plunged|slumped|shrank|down|cut|reduced)"
)
_BEHIND = re.compile(
    rf"\s?[,–—(-]\s?(?:(?:an?|the)\s)?(?:(?:[a-z]+\s){{0,3}}?(?:of|by)\s)?{_SHARE}\s?(?:{_CHANGE}\b)?|"
    rf"\s?[,–—(]\s?(?:an?\s)?{_CHANGE}\sof\s(?P<share2>\d{{1,4}}(?:\.\d{{1,2}})?)\s?(?:%|per\s?cent|percent)"
)
_AHEAD = re.compile(rf"\b{_MOVED}\s(?:by\s)?{_SHARE}(?:\s[a-z]+){{0,2}},?\s$")
_ABOUT = re.compile(r"\b(?:about|around|just|nearly|almost|some|roughly|only)\b")
_YEARS = range(1900, 2100)
_SIZES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12}
_FRACTION = re.compile(
    r"\b(?P<words>half|(?:a|one|two|three|four)[\s-](?:thirds?|quarters?|fifths?|tenths?))"
    r"(?:\s(?:of|the|all|those|its|their|[a-z]+)){0,5}\s\((?P<share>\d{1,3}(?:\.\d{1,2})?)(?:%|\s?per\s?cent|\s?percent)\)",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
LOOSE = 4.0
"""Percentage points by which a share may miss the fraction in words that rounds it."""


def find(reading: Reading, _: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """A warning for each change in percent that its two figures don't make, and each share that isn't its fraction."""
    if reading.language != "en":
        return
    for part, sentence in bearing_sentences(reading):
        text = part.text[sentence.start - part.offset : sentence.end - part.offset]
        if "%" in text or "cent" in text:
            yield from _changes(text, sentence.start)
            yield from _fractions(text, sentence.start)


def _changes(text: str, offset: int) -> Iterator[TextWarning]:
    for match in _FROM_TO.finditer(text):
        old, new = _values(match)
        behind = _BEHIND.match(text, match.end())
        ahead = _AHEAD.search(text[: match.start()])
        share = (behind["share"] or behind["share2"]) if behind else ahead["share"] if ahead else ""
        if not share or not old or (old in _YEARS and new in _YEARS):
            continue
        made = abs(new - old) / old * 100
        if _fits(float(share), match):
            continue
        span = Span(ahead.start() if ahead and not behind else match.start(), behind.end() if behind else match.end())
        shown = f"{made:.0f}" if made >= 10 else f"{made:.1f}"
        message = Sentence(
            "From {old} to {new} is {made}%, not {share}%.",
            old=f"{match['old']}{match['oldsize']}",
            new=f"{match['new']}{match['newsize']}",
            made=shown,
            share=share,
        )
        yield TextWarning(WarningKind.CHANGE, span.shifted(offset), message)


def _values(match: re.Match[str]) -> tuple[float, float]:
    """Both figures; "from 1.2 to 1.5 million" names the size once."""
    old, new = _figure(match["old"]), _figure(match["new"])
    newsize = _SIZES.get(match["newsize"].strip(), 1.0)
    oldsize = _SIZES.get(match["oldsize"].strip(), 0.0) or (newsize if old * 20 > new or newsize == 1 else 1.0)
    return old * oldsize, new * newsize


def _figure(digits: str) -> float:
    return float(digits.replace(",", ""))


def _fits(share: float, match: re.Match[str]) -> bool:
    """Whether a share is the change made, as exactly as figures can tell that may have been rounded."""
    old, new = _values(match)
    slack = [value * _rounding(match, name) for name, value in (("old", old), ("new", new))]
    made = [
        abs(new + up * slack[1] - old - down * slack[0]) / max(old + down * slack[0], old / 2)
        for up in (-1, 0, 1)
        for down in (-1, 0, 1)
    ]
    return 100 * min(made) - 1 <= share <= 100 * max(made) + 1


def _rounding(match: re.Match[str], name: str) -> float:
    """By what share of itself a figure may have been rounded; 0 for a whole number without "about" or "million"."""
    digits = match[name].replace(",", "")
    rounded = "." in digits or match["oldsize"] or match["newsize"] or _ABOUT.search(match[0])
    if not rounded:
        return 0.0
    decimals = len(digits.partition(".")[2])
    zeros = 0 if decimals else len(digits) - len(digits.rstrip("0"))
    return 0.5 * 10.0 ** (zeros - decimals) / (float(digits) or 1.0)


def _fractions(text: str, offset: int) -> Iterator[TextWarning]:
    for match in _FRACTION.finditer(text):
        words = match["words"].lower().replace("-", " ").split()
        count = 1 if len(words) == 1 else _COUNTS[words[0]]
        made = 100 * count / _PARTS[words[-1].removesuffix("s") if words[-1] != "half" else "half"]
        if abs(float(match["share"]) - made) > LOOSE:
            message = Sentence(
                "“{words}” would be {made}%, not {share}%.",
                words=match["words"],
                made=f"{made:.0f}",
                share=match["share"],
            )
            yield TextWarning(WarningKind.CHANGE, Span(*match.span()).shifted(offset), message)
