"""Search in a case of 100,000 notes, as one types: the time of each letter's search, on the case file.

    python -m benchmarks.search [NOTES]

The words come as often as words do (Zipf), so that some stand in most notes and most in few. Target: 50 ms at the 95th
percentile.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path

from benchmarks.storage import large_case
from workbench.domain.evidence import Stance
from workbench.storage import evidence
from workbench.storage.case_file import CaseFile
from workbench.workflow.noting import NoteFields
from workbench.workflow.opening import read_case
from workbench.workflow.searching import find_words

NOTES = 100_000
CLAIMS = 2_000
_SYLLABLES = [first + second for first in "bcdfghklmnprst" for second in "aeiou"]
_QUERIES = 150


def vocabulary(dice: random.Random) -> tuple[list[str], list[float]]:
    """20,000 words and how often each comes, summed up."""
    words = list(dict.fromkeys("".join(dice.choices(_SYLLABLES, k=dice.randint(1, 4))) for _ in range(40_000)))[:20_000]
    return words, list(accumulate(1 / place for place in range(1, len(words) + 1)))


def fill(file: CaseFile, notes: int, dice: random.Random) -> list[str]:
    """Add `notes` notes of about 40 words; returns the words that are typed: those of notes, so common ones often."""
    words, weights = vocabulary(dice)
    claims = [claim.id for claim in read_case(file).claims]

    def said(count: int) -> str:
        return " ".join(dice.choices(words, cum_weights=weights, k=count))

    with file.act("add notes") as act:
        for number in range(notes):
            fields = NoteFields(
                said(6),
                publisher=said(2),
                locator=f"p. {number}",
                excerpt=said(25),
                note=said(10),
                tags=(said(1), said(1)),
            )
            source = evidence.add_source(act, fields.of_source())
            note = evidence.add_evidence(act, source, fields.of_note(), "")
            evidence.link(act, note, claims[number % len(claims)], Stance.SUPPORTS)
    return [said(dice.randint(1, 3)) for _ in range(_QUERIES)]


def keystrokes(typed: list[str]) -> list[str]:
    """What stands in the field after each letter."""
    return [words[:end] for words in typed for end in range(1, len(words) + 1) if not words[end - 1].isspace()]


def milliseconds(file: CaseFile, words: str) -> float:
    began = time.perf_counter()
    find_words(file, words)
    return (time.perf_counter() - began) * 1e3


def main() -> int:
    notes = int(sys.argv[1]) if len(sys.argv) > 1 else NOTES
    dice = random.Random(4)
    with tempfile.TemporaryDirectory() as folder, large_case(Path(folder) / "search.factcase", CLAIMS, 0) as file:
        typed = fill(file, notes, dice)
        took = {words: milliseconds(file, words) for words in keystrokes(typed)}
    ordered = sorted(took.values())
    p95 = statistics.quantiles(ordered, n=20)[-1]
    worst = max(took, key=lambda words: took[words])
    print(f"{notes:,} notes, {len(took):,} searches: median {statistics.median(ordered):.1f} ms", end=", ")
    print(f"95th percentile {p95:.1f} ms, slowest {ordered[-1]:.1f} ms (“{worst}”)")
    return 0 if p95 <= 50 else 1


if __name__ == "__main__":
    sys.exit(main())
