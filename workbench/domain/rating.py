"""Outcome models as data. The scales that ship are TOML files in resources; a house adds its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How an outcome is drawn, always together with its word."""

    GOOD = "good"
    MIXED = "mixed"
    BAD = "bad"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Outcome:
    id: str
    label: str
    tone: Tone
    value: int | None = None
    """ClaimReview's ratingValue; None when the outcome is not on the line from false to true."""
    wants_correction: bool = False
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class RatingScale:
    """`outcomes` are in the order of the keys 1–9. `editorial` scales judge one's own text before it is printed."""

    id: str
    label: str
    editorial: bool
    outcomes: tuple[Outcome, ...]

    def outcome(self, identifier: str) -> Outcome | None:
        return next((outcome for outcome in self.outcomes if outcome.id == identifier), None)
