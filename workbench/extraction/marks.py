"""Quotation marks as they stand in a text: which family each is of, and whether it seems to open or to close.

A family is a set of marks that can stand for each other when one was mistyped: a “ closed by a straight one costs
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from workbench.domain.span import Span


class Family(Enum):
    DOUBLE = auto()
    SINGLE = auto()
    GUILLEMET = auto()
    SINGLE_GUILLEMET = auto()
    CORNER = auto()
    WHITE_CORNER = auto()


class Lean(Enum):
    OPENS = auto()
    CLOSES = auto()
    EITHER = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    span: Span
    text: str
    family: Family
    shape: Lean
    """What the character itself says: “ opens, ” closes, a straight mark does either."""
    place: Lean
    """What the characters around it say."""


MISREAD = {"â€œ": "“", "â€\x9d": "”", "â€": "”"}
"""Double marks read in the wrong encoding, and what stood there; the second often loses its last character."""
_SHAPES = {
    **dict.fromkeys(("“", "„", "‟", "〝", "``", ",,"), (Family.DOUBLE, Lean.OPENS)),
    **dict.fromkeys(("”", "〞", "〟"), (Family.DOUBLE, Lean.CLOSES)),
    **dict.fromkeys(('"', "＂", "''", "″"), (Family.DOUBLE, Lean.EITHER)),
    **dict.fromkeys(("‘", "‚", "‛"), (Family.SINGLE, Lean.OPENS)),
    "’": (Family.SINGLE, Lean.CLOSES),
    "'": (Family.SINGLE, Lean.EITHER),
    "«": (Family.GUILLEMET, Lean.OPENS),
    "»": (Family.GUILLEMET, Lean.CLOSES),
    "<<": (Family.GUILLEMET, Lean.OPENS),
    ">>": (Family.GUILLEMET, Lean.CLOSES),
    "‹": (Family.SINGLE_GUILLEMET, Lean.OPENS),
    "›": (Family.SINGLE_GUILLEMET, Lean.CLOSES),
    "「": (Family.CORNER, Lean.OPENS),
    "」": (Family.CORNER, Lean.CLOSES),
    **dict.fromkeys(MISREAD, (Family.DOUBLE, Lean.CLOSES)),
    "â€œ": (Family.DOUBLE, Lean.OPENS),
    "『": (Family.WHITE_CORNER, Lean.OPENS),
    "』": (Family.WHITE_CORNER, Lean.CLOSES),
}
_TWO_CHARACTERS = r"``|(?<!')''(?!')|(?<!\S),,(?=\w)|<<(?=\s?\w)|(?<=[\w.!?…])\s?>>"
_OF_THE_WRONG_ENCODING = "â€œ|â€\x9d|â€(?![™˜“”¦¢\x80-\x9c\x9e-\x9f])|(?<!â€)"
_MARK = re.compile(
    _TWO_CHARACTERS
    + "|"
    + _OF_THE_WRONG_ENCODING
    + "["
    + re.escape("".join(text for text in _SHAPES if len(text) == 1))
    + "]"
)
_DOUBLED = re.compile(r'([“”«»„])\1+|""+')
_OPENERS = "“„‟‘‚‛«‹「『\"'"
_CLOSERS = "”’»›」』\"'“"
_BEFORE_OPENING = "([{<-–—―/:;,=+*_~|…¿¡"
_AFTER_CLOSING = ")]}>.,:;!?…-–—―/*_~|"
_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")
_ELISION = re.compile(r"(?:\d0s|em|n|til|tis|twas|cause|bout|round)\b", re.IGNORECASE)


def marks_in(text: str, block: Span) -> Iterator[Mark]:
    """The quotation marks of a block in order; apostrophes within words, feet and inches, and elisions ('em) left out.

    Marks doubled by mistake (““) come as one.
    """
    position = block.start
    while found := _MARK.search(text, position, block.end):
        doubled = _DOUBLED.match(text, found.start(), block.end)
        start, end = (doubled or found).span()
        shown = text[found.start() : found.end()].strip()
        start = end - len(shown) if not doubled else start
        position = end
        family, shape = _SHAPES[shown]
        mark = Mark(Span(start, end), shown, family, shape, _place(text, start, end, block))
        if not _is_no_mark(text, mark, block):
            yield mark


def _place(text: str, start: int, end: int, block: Span) -> Lean:
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    opens = (before.isspace() or before in _BEFORE_OPENING or before in _OPENERS) and not (
        after.isspace() or after in ".,;:!?)]}"
    )
    closes = (after.isspace() or after in _AFTER_CLOSING or after in _CLOSERS) and not before.isspace()
    if opens == closes:
        return Lean.EITHER
    return Lean.OPENS if opens else Lean.CLOSES


def _is_no_mark(text: str, mark: Mark, block: Span) -> bool:
    before = text[mark.span.start - 1] if mark.span.start > block.start else " "
    after = text[mark.span.end] if mark.span.end < block.end else " "
    if mark.family is Family.SINGLE:
        if before.isalnum() and after.isalnum():
            return True
        if mark.text in "'’" and before.isdigit():
            return True
        return mark.text in "'’" and not before.isalnum() and bool(_ELISION.match(text, mark.span.end))
    if mark.text in ('"', "″"):
        inches = _INCHES.search(text[max(block.start, mark.span.start - 6) : mark.span.start]) is not None
        return before.isdigit() and (after.isalnum() or mark.text == "″" or inches)
    return False


def is_weak(text: str, mark: Mark) -> bool:
    """Whether a ’ or ' may as well be a possessive's or a dropped letter's apostrophe ("the countries’ borders")."""
    before = text[mark.span.start - 1 : mark.span.start].lower()
    after = text[mark.span.end : mark.span.end + 2]
    return mark.text in "’'" and before in ("s", "n", "x", "z") and after[:1] == " " and after[1:].isalnum()
