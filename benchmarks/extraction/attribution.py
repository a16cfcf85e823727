"""Reported speech in GUM's news and interviews, measured as `../shared/data/README.md` section 4 defines it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.extraction.data import GumDocument, gum
from workbench.domain.findings import Attribution
from workbench.domain.span import Span
from workbench.extraction.attribution import find_attributions
from workbench.extraction.reading import read

KINDS = ("direct", "mixed", "indirect")
BASELINES = {
    "GenderGapTracker": (0.526, 0.589, 0.541, 0.667, 0.603, 0.892),
    "plain rules": (0.469, 0.695, 0.892, 0.524, 0.617, 0.915),
    "asked for": (0.60, 0.80, 0.95, None, None, 0.93),
}
"""Precision, recall of all, direct, mixed, indirect, speaker of all; at overlap .8."""


@dataclass
class Tally:
    predicted: int = 0
    best_matches: int = 0
    gold: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    speaker: int = 0

    def row(self) -> tuple[float, ...]:
        hits = sum(self.found.values())
        return (
            _share(self.best_matches, self.predicted),
            _share(hits, sum(self.gold.values())),
            *(_share(self.found[kind], self.gold[kind]) for kind in KINDS),
            _share(self.speaker, hits),
        )


def reported_speech(record: dict[str, Any]) -> bool:
    return (
        record["form"] in ("clause", "according-to")
        and record["source_person"] == "third"
        and record["polarity"] == "positive"
        and not record["nested_in_quotation"]
    )


def measure(predicted: Sequence[Attribution], document: GumDocument, tally: Tally, overlap: float = 0.8) -> list[str]:
    """Adds a document to the tally; returns the identifiers of the records missed."""
    missed = []
    best = set()
    tally.predicted += len(predicted)
    for record in filter(reported_speech, document.attributions):
        tally.gold[record["directness"]] += 1
        shares = [_coverage(record, attribution) for attribution in predicted]
        top = max(range(len(shares)), key=shares.__getitem__, default=-1)
        if top < 0 or shares[top] < overlap:
            missed.append(record["id"])
            continue
        best.add(top)
        tally.found[record["directness"]] += 1
        tally.speaker += _speaker_right(record, predicted[top], document)
    tally.best_matches += len(best)
    return missed


def _coverage(record: dict[str, Any], attribution: Attribution) -> float:
    spans = [Span(start, end) for start, end in (*record["content"], *record["continuation"])]
    covered = sum(span.overlap(piece) for span in spans for piece in attribution.content)
    return covered / sum(map(len, spans))


def _speaker_right(record: dict[str, Any], attribution: Attribution, document: GumDocument) -> bool:
    wanted = [Span(start, end) for start, end in record["source"] or ()]
    if record["source_mention"] is not None:
        mention = document.raw["mentions"][record["source_mention"]]
        wanted.append(Span(mention["start"], mention["end"]))
    return attribution.source is not None and any(span.overlaps(attribution.source) for span in wanted)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def documents() -> Iterator[tuple[GumDocument, tuple[Attribution, ...]]]:
    for document in gum("news", "interview"):
        yield document, find_attributions(read(document.article))


def run() -> None:
    tallies = {(choice, overlap): Tally() for choice in ("all", "news", "interview") for overlap in (0.3, 0.8)}
    for document, predicted in documents():
        for (choice, overlap), tally in tallies.items():
            if choice in ("all", document.genre):
                measure(predicted, document, tally, overlap)
    print("Reported speech, GUM news and interviews      P    R all  direct  mixed  indirect  speaker")
    for name, figures in BASELINES.items():
        print(f"  {name:36} {_figures(figures)}")
    for (choice, overlap), tally in tallies.items():
        name = f"ours, {choice}, overlap {overlap}"
        print(f"  {name:36} {_figures(tally.row())}")


def _figures(figures: Sequence[float | None]) -> str:
    return "  ".join("  –  " if figure is None else f"{figure:5.3f}" for figure in figures)
