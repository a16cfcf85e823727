"""How long a quotation takes to be held against 100 snapshots of 10,000 words: aim under 1 s, reading included.

    python -m benchmarks.quote_check

The snapshots are made of 8,000 words, drawn as often as words are in English (Zipf's law), with typographic marks.
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from benchmarks.storage import large_case
from workbench.domain.evidence import Stance
from workbench.sources.quote_check import Verdict, check_quote
from workbench.workflow.noting import NoteFields, SnapshotFile, add_note
from workbench.workflow.opening import read_case
from workbench.workflow.quoting import check_quotation

SNAPSHOTS, WORDS, VOCABULARY = 100, 10_000, 8_000
COMMON = "the of and to a in that is it was not for on with as he at by had are but from or have an they"
SYLLABLES = "bu tra mo ke lo vis dra pen ho get di nu der ta mark sur ling té rung ment"


def vocabulary() -> list[str]:
    made = random.Random(0)
    words = dict.fromkeys(COMMON.split())
    while len(words) < VOCABULARY:
        words["".join(made.choices(SYLLABLES.split(), k=made.randint(2, 4)))] = None
    return list(words)


def text_of(seed: int, known: list[str]) -> str:
    draw = random.Random(seed)
    words = draw.choices(known, [1 / rank for rank in range(1, len(known) + 1)], k=WORDS)
    return ". ".join(" ".join(words[at : at + 18]).capitalize() for at in range(0, WORDS, 18)) + " – “end”."


def main() -> None:
    known = vocabulary()
    texts = [text_of(seed, known) for seed in range(SNAPSHOTS)]
    words = texts[57].split()
    quotations = {
        "the same": " ".join(words[5000:5025]),
        "two words changed": " ".join([*words[5000:5010], "walrus", *words[5011:5020], "oyster", *words[5021:5025]]),
        "with an ellipsis": " ".join([*words[5000:5010], "…", *words[5020:5030]]),
        "nowhere": "we shall never again go down to the river without a map of it and a boat",
        "three small words": "it was not",
    }
    for name, quotation in quotations.items():
        began = time.perf_counter()
        found = [check_quote(quotation, text).verdict for text in texts]
        took = time.perf_counter() - began
        print(f"{name:20} {took:6.3f} s   {SNAPSHOTS - found.count(Verdict.NOT_FOUND)} found")
    with tempfile.TemporaryDirectory() as folder, large_case(Path(folder) / "large.factcase", 10, 0) as file:
        claim = read_case(file).claims[0].id
        for number, text in enumerate(texts):
            copy = SnapshotFile(f"{number}.txt", text.encode(), "text/plain")
            add_note(file, NoteFields(f"Source {number}"), {claim: Stance.CONTEXT}, copy)
        began = time.perf_counter()
        check_quotation(file, claim)
        print(f"{'from the case file':20} {time.perf_counter() - began:6.3f} s")


if __name__ == "__main__":
    main()
