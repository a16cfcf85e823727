"""Numbers with what they count in: digits of any script, currencies, percentages, units, and numbers written out.

Digits need no language. Written-out numbers and the names of units come from the lexicon of the language. Each pattern
begins with a set of characters and is bounded everywhere, so that a megabyte without numbers is passed over at once;
what stands before a number is looked at afterwards for the same reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.extraction.word_lists import words

_CURRENCY_SIGNS = "$€£¥₹₽₩₪₺₴₿₫₦"
_CURRENCY_CODES = r"(?:US\$|A\$|C\$|HK\$|NZ\$|S\$|R\$|SFr\.?|USD|EUR|GBP|JPY|CHF|CNY|RUB|INR|Rs\.?)"
_FRACTIONS = "½⅓⅔¼¾⅛⅜⅝⅞"
_PLAIN = r"\d{1,40}+(?:[.,’'·٫٬\u202f\u00a0]\d{1,40}+){0,12}"
_GROUPED = r"\d{1,3}+(?: \d{3}){1,6}+(?![.,]?\d)"
_AFTER = r"(?!(?![\u2e80-\uffff])\w)"
"""No letter or digit follows, but for the scripts that part no words (and Korean, which adds its endings)."""
_SHORT_MAGNITUDES = rf"(?:(?:m|mn|bn|tn|k|млн|млрд|тыс\.?|Mio\.?|Mrd\.?){_AFTER}|[万萬億亿兆千百만억조]{{1,3}})"
_SYMBOL_UNITS = rf"(?:[%‰％٪]|°\s?[CF]?|[{_CURRENCY_SIGNS}]|км{_AFTER}|[人円元個원명])"
_NOT_ALONE = frozenset({"first", "second"})
"""Ordinals that are too often no number ("second" the unit, "first" the superlative)."""
_GLUED = "-–_/@#.,−+±"
"""A number right after one of these right after a letter or digit is part of a word ("S-400", "a@b.2")."""


def find_numbers(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end in `text` of every number with its sign, currency, magnitude and unit, in order and apart."""
    found = sorted(_standing_alone(text, _digits(language)))
    if words(language, "facts", "small_numbers"):
        found = sorted([*found, *_standing_alone(_lower(text), _written(language))])
    last = 0
    for start, end in found:
        if start >= last:
            yield start, end
            last = end


def _standing_alone(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        start = match.start()
        before = text[start - 1 : start]
        if _joins(before) or (before and before in _GLUED and _joins(text[max(0, start - 2) : start - 1])):
            continue
        yield match.span()


def _joins(character: str) -> bool:
    return character.isalnum() and character < "\u2e80"


def _lower(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if c.isascii() else c for c in text)


@cache
def _digits(language: str) -> re.Pattern[str]:
    number = rf"(?:{_GROUPED}|{_PLAIN}|[{_FRACTIONS}])[{_FRACTIONS}]?"
    currency = rf"[{_CURRENCY_SIGNS}]\s?|{_CURRENCY_CODES}\s?"
    second = rf"(?:\s?[–-]\s?|/)(?:{currency})?{number}"
    first = rf"[\d{_CURRENCY_SIGNS}{_FRACTIONS}UACHNSREGJI.−+±-]"
    start = rf"(?={first})(?:[−+±-](?:{currency})?(?=\d)|{currency}(?:[−-](?=\d))?|\.(?=\d))?"
    return re.compile(rf"{start}{number}(?:(?:{_SHORT_MAGNITUDES})?{second})?{_tail(language)}{_AFTER}")


def _tail(language: str) -> str:
    magnitudes = _alternatives(words(language, "facts", "magnitudes"))
    units = words(language, "facts", "units")
    spelled = rf"(?:[\s-]?(?:{magnitudes}){_AFTER})?"
    glued = _alternatives(frozenset(unit for unit in units if len(unit) <= 3 or unit[0] >= "\u2e80"))
    named = rf"|[\s-](?:{_alternatives(units)}){_AFTER}|(?:{glued}){_AFTER}"
    return rf"{spelled}(?:\s?{_SHORT_MAGNITUDES})?(?:\s?{_SYMBOL_UNITS}{named})?(?:st|nd|rd|th|s|x)?"


@cache
def _written(language: str) -> re.Pattern[str]:
    """Numbers written out, for lower-case text."""
    small = _alternatives(words(language, "facts", "small_numbers"))
    magnitudes = _alternatives(words(language, "facts", "magnitudes"))
    fractions = _alternatives(words(language, "facts", "fractions"))
    vague = _alternatives(words(language, "facts", "vague_numbers"))
    ordinals = words(language, "facts", "ordinals")
    parts_of = r"(?=\s(?:of|the|an?|der|des|aller|de|du|d)\b)"
    joined = rf"(?:(?:[\s-]|\sand\s)(?:{small}|one|{magnitudes}){_AFTER}){{0,8}}"
    choices = (
        rf"(?:one|an?|{small})[\s-](?:{fractions}){parts_of}",
        rf"(?<=by\s)(?:one|an?)[\s-](?:{fractions})",
        rf"(?:one|{small})\s(?:in|out\sof)\s(?:{small}|\d{{1,4}})",
        rf"(?:{small})-(?:{_alternatives(ordinals)}){_AFTER}",
        rf"(?:{_alternatives(ordinals - _NOT_ALONE)}){_AFTER}",
        rf"(?:(?:{small}|(?:one|an?)\s(?:{magnitudes})){joined})",
        rf"(?:tens|hundreds)\sof\s(?:{vague})|(?:{vague})",
    )
    return re.compile(rf"(?=[a-zà-ÿ])(?:{'|'.join(choices)}){_AFTER}{_tail(language)}{_AFTER}")


def _alternatives(choices: frozenset[str]) -> str:
    """The choices as a pattern, longest first; a hyphen in one also matches white space. Nothing matches when there are
    none."""
    if not choices:
        return "(?!)"
    ordered = sorted(choices, key=lambda choice: (-len(choice), choice))
    return "|".join(re.escape(choice).replace(r"\-", r"[\s-]") for choice in ordered)
