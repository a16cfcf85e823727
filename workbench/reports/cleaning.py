"""Characters that a page can show, and the code points of those that it can't.

Ordinary text passes unchanged. What the fonts lack, what PDF/A forbids (private use, noncharacters, halves of surrogate
pairs) and what would reorder or hide the words around it (controls, bidirectional overrides) is shown as `[U+A66E]`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_NEWLINES = frozenset({0x0A, 0x85, 0x2028, 0x2029})
_HIDING = frozenset({*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xFFF9, 0xFFFD)})
_IGNORABLE = frozenset(
    {0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0}
    | set(range(0x180B, 0x1810))
    | set(range(0x200B, 0x2010))
    | set(range(0x2060, 0x2065))
    | set(range(0xFE00, 0xFE10))
    | set(range(0xE0020, 0xE0080))
    | set(range(0xE0100, 0xE01F0))
)
"""Assigned Default_Ignorable_Code_Points (Unicode, DerivedCoreProperties): they need no glyph."""
_NEVER = frozenset({"Cc", "Cs", "Co", "Cn"})
_LONG_WORD = re.compile(r"\S{41,}")
_AFTER_THESE = "/?&=.,;:-_+#%@"


class Cleaner(dict[int, str]):
    """A table for `str.translate` that decides about a character when it first meets it.

    `covers` tells whether the fonts have a glyph for a code point.
    """

    def __init__(self, covers: Callable[[int], bool]) -> None:
        super().__init__()
        self._covers = covers
        self.spelled_out: set[int] = set()
        """The code points that were shown by number."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = self._shown(code)
        return shown

    def _shown(self, code: int) -> str:
        if code in _NEWLINES:
            return "\n"
        if code == 0x09:
            return " "
        character = chr(code)
        category = unicodedata.category(character)
        if code in _HIDING or category in _NEVER:
            return self._spelled(code)
        if code in _IGNORABLE or self._covers(code):
            return character
        return " " if category == "Zs" else self._spelled(code)

    def _spelled(self, code: int) -> str:
        self.spelled_out.add(code)
        return f"[U+{code:04X}]"

    def clean(self, text: str) -> str:
        return text.translate(self)


def breakable(text: str, every: int = 30) -> str:
    """With a zero-width space at least every `every` code points in words of over 40, so that they stay on the page."""
    return _LONG_WORD.sub(lambda word: _broken(word.group(), every), text)


def _broken(word: str, every: int) -> str:
    parts, run = [], 0
    for index, character in enumerate(word):
        after = word[index - 1] if index else ""
        inseparable = (
            unicodedata.combining(character)
            or "\u200d" in (character, after)
            or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf", "Sk")
        )
        if not inseparable and (run >= every or (run > 3 and after in _AFTER_THESE and character not in _AFTER_THESE)):
            parts.append("\u200b")
            run = 0
        parts.append(character)
        run += 1
    return "".join(parts)
