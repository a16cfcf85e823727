"""The customer's article against the claims that a careful reader listed in it (`../shared/seeds/gold.json`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.extraction.data import seed_article, seed_gold
from workbench.domain.findings import FoundClaim
from workbench.domain.span import Span
from workbench.extraction.pipeline import find

COVERS = 0.8
TOO_LONG = 2.5


@dataclass
class SeedScore:
    covered: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    claimant_right: list[str] = field(default_factory=list)
    claimant_wrong: list[str] = field(default_factory=list)
    stray: list[FoundClaim] = field(default_factory=list)
    """Claims that stand outside every gold claim, or in a block that bears none."""


def score(claims: Sequence[FoundClaim], *, repeats: bool) -> SeedScore:
    gold = seed_gold()["claims"]
    result = SeedScore()
    for wanted in gold:
        span = Span(wanted["start"], wanted["end"])
        fits = [claim for claim in claims if any(_covers(place, span) for place in _places(claim, repeats=repeats))]
        (result.covered if fits else result.missed).append(wanted["id"])
        if "claimant_mention" in wanted and fits:
            right = any(_same_claimant(claim.claimant, wanted) for claim in fits)
            (result.claimant_right if right else result.claimant_wrong).append(wanted["id"])
    spans = [Span(wanted["start"], wanted["end"]) for wanted in gold]
    result.stray = [claim for claim in claims if not any(claim.span.overlaps(span) for span in spans)]
    return result


def _places(claim: FoundClaim, *, repeats: bool) -> tuple[Span, ...]:
    return (claim.span, *claim.repeats) if repeats else (claim.span,)


def _covers(claim: Span, gold: Span) -> bool:
    return claim.overlap(gold) >= COVERS * len(gold) and len(claim) <= TOO_LONG * len(gold)


def _same_claimant(found: str, wanted: dict[str, Any]) -> bool:
    return found == wanted["claimant"].removeprefix("Fanpage.it, reporting ")


def run() -> None:
    claims = find(seed_article()).claims
    for repeats in (True, False):
        result = score(claims, repeats=repeats)
        named = len(result.claimant_right) + len(result.claimant_wrong)
        print(
            f"Seed{'' if repeats else ', repeats left out'}: {len(result.covered)} of 25 covered"
            f" (missed {result.missed}),"
            f" claimant right {len(result.claimant_right)} of {named} covered (wrong {result.claimant_wrong}),"
            f" {len(claims)} claims, stray {[claim.span.of(seed_article().text) for claim in result.stray]}"
        )
