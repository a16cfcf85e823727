"""What a quotation's words tell: where a lost mark stood, what interrupts them, whether they are only set apart."""

from __future__ import annotations

import re
import unicodedata

from workbench.domain.span import Span
from workbench.extraction.lexicon import reporting_forms

_SENTENCE_END = re.compile(r"[.!?…]+[”’»\"'）)]*(?=\s+[^\sa-z])")
_START = re.compile(r"(?:(?<=[.!?…:;])|(?<=[.!?…][”’»\"']))\s+(?=[^\sa-z])")
_REPORTING = re.compile(r"\b(?:" + "|".join(map(re.escape, reporting_forms())) + r")\b")
_NAMED = r"(?:(?:the|a|an|its|his|her|their)\s)?\w[\w.’'-]*(?:\s[\w.’'-]+){0,9}"
_VERB = _REPORTING.pattern
_INTERRUPTION = re.compile(
    rf"\s[–—-]\s?(?:{_VERB}\s{_NAMED}|{_NAMED}\s{_VERB})(?:\s[^–—]{{1,60}})?\s?[–—-](?=\s)"
    rf"|,\s(?:{_VERB}\s{_NAMED})(?=,\s[a-z])"
)
SCARE_WORDS = 4
"""At most so many words make a scare quote."""


def lost_start(text: str, before: Span) -> int:
    """Where a quotation begins whose opening mark was lost: after a symbol in the mark's place, else with its
    sentence."""
    stretch = before.of(text)
    for place in range(len(stretch) - 1, -1, -1):
        if _is_symbol(stretch[place]) and stretch[place + 1 : place + 2].isalnum():
            return before.start + place + 1
    starts = [found.end() for found in _START.finditer(stretch)]
    return Span(before.start + (starts[-1] if starts else 0), before.end).trimmed(text).start


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk", "Co", "Cn", "Cc") and not character.isspace()


def lost_end(text: str, after: Span, block: Span) -> int:
    """Where a quotation whose closing mark was lost ends: with its sentence, or with its block when it fills it."""
    stretch = after.of(text)
    fills = after.end == block.end and text[block.start : after.start - 1].rstrip()[-1:] in ("", ":", ",")
    if fills and not _REPORTING.search(stretch):
        return after.end
    found = _SENTENCE_END.search(stretch)
    return after.start + found.end() if found else after.end


def interruptions_in(text: str, words: Span) -> tuple[Span, ...]:
    """Stretches inside the marks that name the speaker: "– explained the head of the Kremlin –"."""
    stretch = words.of(text)
    if not _REPORTING.search(stretch):
        return ()
    found = (Span(match.start() + words.start, match.end() + words.start) for match in _INTERRUPTION.finditer(stretch))
    return tuple(span.trimmed(text) for span in found)


def is_scare(text: str, span: Span, words: Span, block: Span) -> bool:
    """Whether the marks set a word or two apart inside a sentence of the writer's own."""
    quoted = words.of(text)
    if _word_count(quoted) > SCARE_WORDS or quoted[-1] in ".,!?…。，！？؟،":
        return False
    before = text[block.start : span.start].rstrip()
    after = text[span.end : block.end]
    if before[-1:] in (":", "：", "") or not after.strip():
        return False
    near = after.lstrip(" ,")[:40]
    return not (after[:1] == "," and _REPORTING.match(near)) and not (
        before[-1:] == "," and _REPORTING.search(before[-30:])
    )


def _word_count(words: str) -> int:
    """Words, two characters each in a script that parts none."""
    unparted = sum(character >= "\u2e80" and character.isalpha() for character in words)
    return max(len(words.split()), unparted // 2)
