"""Where sentences end in a language without a model, by marks alone.

A full stop ends none after an initial, a number of one or two digits ("am 3. Januar") or a common abbreviation; there
two sentences are rather taken for one than one for two. The marks of scripts that put no space behind them end one by
themselves.

To add an abbreviation: `resources/lexicons/abbreviations.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.domain.span import Span
from workbench.extraction.leads import lead_end
from workbench.extraction.lexicon import lexicon

_STOP = re.compile(
    r"(?:(?P<wide>[。！？｡।॥۔။።։]{1,8})|(?P<end>[.!?…؟]{1,8}))(?P<marks>\s?[”’»›」』\"')\]]{1,3}|[“‘«‹]{1,2}(?=\s))?(?P<space>\s*)"
)
_LEAD = re.compile(
    r"[^\W\d_][\w .'’-]{1,30},\s\d{1,2}\.?\s[^\W\d_]{3,10}\.?(?:\s\d{4})?\s*(?:\([^)\n]{2,20}\))?"
    r"\s*\.?\s?[–—-]{1,2}(?:\s+|$)(?:(?:РИА Новости|ТАСС|Интерфакс|[A-Z]{3,5})\.?\s+)?"
    r"|(?:新华社|新華社|中新社|中新网|中央社)\S{2,16}?电[ \u3000]?"
)
"""Where and when a report was written, as agencies begin it: "Madrid, 30 ene (EFE).- "."""
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_OPENS = " \u00a0“„‚‘«‹»›「『\"'(¿¡–—-"
_LAST_WORD = re.compile(r"[^\s(“„\"'‘«]*$")


def plain_lead_end(text: str) -> int:
    """Where a block's first sentence begins, behind what agencies and lists put before it; 0 without that."""
    found = _LEAD.match(text)
    return found.end() if found else lead_end(text)


def plain_sentences(text: str) -> Iterator[Span]:
    """The sentences of a block in its own code points, in order, without white space at their ends."""
    lead = plain_lead_end(text)
    starts = sorted({0, lead, *(start for start in _starts(text) if start > lead)})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        sentence = Span(start, end).trimmed(text)
        if sentence:
            yield sentence


def _starts(text: str) -> Iterator[int]:
    for found in _STOP.finditer(text):
        if found.end() < len(text) and _ends_sentence(text, found):
            yield found.end()
    yield from (found.end() for found in _EMPTY_LINE.finditer(text))


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    follows = text[found.end() : found.end() + 4].lstrip(_OPENS)[:1]
    if found["wide"]:
        return follows not in tuple("、，,;:)）」』”")
    if not found["space"] or not follows or follows.islower() or follows in ",;:.!?…":
        return False
    return bool(found["marks"]) or found["end"] != "." or not _is_abbreviation(text, found.start())


def _is_abbreviation(text: str, stop: int) -> bool:
    word = _LAST_WORD.search(text, max(0, stop - 20), stop)
    before = word[0] if word else ""
    if before.isdigit():
        return len(before) <= 2
    return (len(before) == 1 and before.isalpha()) or "." in before or before.lower() in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(str(lexicon("abbreviations", ".")["words"]).split())
