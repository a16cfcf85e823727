"""ClaimBuster's sentences, read with their hashes checked and split by debate."""

from __future__ import annotations

import csv
import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

HASHES = {
    "crowdsourced.csv.gz": "22e5e633af3ac320802ad0bbfe1413feb549b2c760af53c594b974e9cb010b9f",
    "groundtruth.csv": "e9760f1ddc4ca5aaa668c607f51f8524de55d2efe4229b033472a700715fc8e7",
    "splits.csv": "946cec5e0a9a440b9db8b80a67576588c920e3ac1cc937149a787a8d6d04101a",
}
"""SHA-256 of the files this model was made from."""

HELD_OUT_DEBATES = ("1976-09-23", "1988-10-13", "2000-10-17", "2012-10-16")
"""Every eighth of the 33 debates in order of date, from the fifth on.

Never trained on: the number of epochs, the mixture of sentences and the calibration rest on them.
"""

CHECK_WORTHY = "1"


@dataclass(frozen=True)
class Sentence:
    text: str
    worthy: bool
    debate: str
    pruned: bool
    """Kept by the two pruning steps of FactFinders (2024)."""
    by_expert: bool


@dataclass(frozen=True)
class Split:
    train: list[Sentence]
    held_out: list[Sentence]


def file_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_hashes(folder: Path) -> None:
    """Raises SystemExit when a file is not the one the published figures were measured on."""
    for name, expected in HASHES.items():
        found = file_hash(folder / name)
        if found != expected:
            raise SystemExit(f"{folder / name} is another file than the one this model is made from: SHA-256 {found}.")


def read_sentences(folder: Path) -> list[Sentence]:
    """All 22,501 crowd-judged and 1,032 expert-judged sentences."""
    check_hashes(folder)
    with (folder / "splits.csv").open(encoding="utf-8", newline="") as file:
        pruned = {row["sentence_id"] for row in csv.DictReader(file) if row["pruned2024"] == "1"}
    with gzip.open(folder / "crowdsourced.csv.gz", "rt", encoding="utf-8", newline="") as file:
        sentences = [_sentence(row, pruned, by_expert=False) for row in csv.DictReader(file)]
    with (folder / "groundtruth.csv").open(encoding="utf-8", newline="") as file:
        sentences += [_sentence(row, pruned, by_expert=True) for row in csv.DictReader(file)]
    return sentences


def _sentence(row: dict[str, str], pruned: set[str], *, by_expert: bool) -> Sentence:
    return Sentence(
        text=row["text"],
        worthy=row["verdict"] == CHECK_WORTHY,
        debate=row["debate"],
        pruned=row["sentence_id"] in pruned,
        by_expert=by_expert,
    )


def split_by_debate(sentences: list[Sentence]) -> Split:
    """Train: pruned and expert sentences of 29 debates. Held out: every sentence of the other four, unpruned.

    Neighbours in a debate repeat each other, so a debate is wholly on one side. A held-out text that also stands in
    a training debate ("Thank you.") is left out of the held-out side.
    """
    train = [s for s in sentences if s.debate not in HELD_OUT_DEBATES and (s.pruned or s.by_expert)]
    known = {s.text for s in train}
    held_out = [s for s in sentences if s.debate in HELD_OUT_DEBATES and s.text not in known]
    return Split(train, held_out)
