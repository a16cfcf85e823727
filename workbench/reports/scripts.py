"""Direction and language of a paragraph, from its characters, for fonts, line breaking and screen readers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\u1100-\u11ff\uac00-\ud7a3]")),
    ("zh", re.compile("[\u3400-\u9fff\U00020000-\U0003134f]")),
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")),
    ("he", re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_LOOKED_AT = 400
"""Code points of a paragraph that decide."""


@dataclass(frozen=True, slots=True)
class Script:
    right_to_left: bool
    language: str
    """The commonest language of the paragraph's script; empty for Latin, whose letters don't tell."""


LATIN = Script(False, "")


@lru_cache(maxsize=4096)
def script_of(text: str) -> Script:
    """By the first strong character (Unicode Bidirectional Algorithm, P2) and the script most of the letters are in."""
    if text.isascii():
        return LATIN
    head = text[:_LOOKED_AT]
    counts = {language: len(pattern.findall(head)) for language, pattern in _SCRIPTS}
    if counts["ja"]:
        counts["ja"] += counts.pop("zh")
    language, most = max(counts.items(), key=lambda item: item[1])
    others = sum(character.isalpha() for character in head) - most
    return Script(_right_to_left(text), language if most > others else "")


def _right_to_left(text: str) -> bool:
    for character in text:
        bidi = unicodedata.bidirectional(character)
        if bidi in ("L", "R", "AL"):
            return bidi != "L"
    return False
