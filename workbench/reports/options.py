"""What a person chooses before the notes are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_READABLE = 4.5
"""Contrast that WCAG 2.2, criterion 1.4.3, asks of ordinary text."""
_INK = "#1B1B1F"


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class House:
    """The newsroom whose name stands on the notes."""

    name: str = ""
    logo: bytes = b""
    """PNG, JPEG or SVG; empty for none."""
    colour: str = "#17395C"
    """`#RRGGBB`; raises ValueError otherwise."""

    def __post_init__(self) -> None:
        if not _COLOUR.fullmatch(self.colour):
            raise ValueError(f"not a colour: {self.colour}")

    @property
    def text_colour(self) -> str:
        """The colour itself where it can be read on white, else ink."""
        return self.colour if contrast_with_white(self.colour) >= _READABLE else _INK


@dataclass(frozen=True, slots=True)
class NotesOptions:
    """`claims` are identifiers of the claims to write about, None for all."""

    external: bool = False
    """The version for outside: no confidential sources, contacts, internal notes or queries."""
    paper: Paper = Paper.A4
    house: House = field(default_factory=House)
    claims: frozenset[str] | None = None
    language: str = "en"
    """BCP 47 tag of the notes themselves."""
    checked_by: str = ""
    """The checker's name; the names under the claims are used when it is empty."""
    review_url: str = ""
    """Where the check will be published, for ClaimReview; http or https."""


def contrast_with_white(colour: str) -> float:
    """Contrast ratio of `#RRGGBB` against white, 1..21, by WCAG 2.2's relative luminance."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
