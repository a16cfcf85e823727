"""What an act changed, so that each view can refresh just what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    CLAIMS = "claims"
    EVIDENCE = "evidence"
    FACTS = "facts"
    WARNINGS = "warnings"
    QUERIES = "queries"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Changes:
    """The areas touched, the claims among them, the act's name ("link evidence") and what to select after it."""

    act: str
    areas: frozenset[Area]
    claims: frozenset[str] = frozenset()
    select: str = ""
    """Identifier of the claim to select, empty to leave the selection alone."""
