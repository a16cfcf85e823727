"""What the case file costs: an act against SQLite's bare insert, opening a large case, taking in a copy of it.

    python -m benchmarks.storage [FOLDER]

FOLDER (default: a temporary one) decides the disk. Figures are medians.

The bare insert is the least that could be kept: SQLite alone, with the connection and pragmas of a case, one
transaction a row, as many bytes as an act's journal row. It waits for the disk once, as an act does. An act besides
reads what it changes, changes it, keeps the full-text index in step and hashes its row: six pages (edit) or three
(link) where the insert writes one. The ratio is that work against one wait for the disk: the quicker the disk, the
higher it is.

All take turns, twice: as after opening, while the write-ahead logs grow, and when they have their full length and are
written over, which the disk does sooner, so that the same work counts for more.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.claim import ClaimKind
from workbench.domain.evidence import Stance
from workbench.domain.findings import Fact, FactKind, Findings, FoundClaim
from workbench.domain.imported import ImportedArticle
from workbench.domain.rating import Outcome, RatingScale, Tone
from workbench.domain.span import Span
from workbench.storage import connection as connections
from workbench.storage import evidence
from workbench.storage.case_file import CaseFile
from workbench.workflow.checking import edit_claim
from workbench.workflow.combining import combine
from workbench.workflow.noting import NoteFields, link
from workbench.workflow.opening import add_findings, new_case, open_case, read_case

SCALE = RatingScale("editorial", "Editorial", True, (Outcome("ok", "OK", Tone.GOOD),))
SENTENCE = "The council spent 12 million euros on bridge number {:05}. "
GROWING = 100
"""Rounds in which both logs still grow: SQLite folds one at 1,000 pages."""
WARM = 1_100
"""Inserts until the bare insert's log has its full length."""
ACTS = 600
COPIED = 1_000


def large_case(path: Path, claims: int, notes: int) -> CaseFile:
    """A case whose every sentence is a claim with five facts, and `notes` notes linked to them in turn."""
    text = "".join(SENTENCE.format(number) for number in range(claims)).rstrip()
    width = len(SENTENCE.format(0))
    article = Article(text, (Block(BlockKind.BODY, Span(0, len(text))),))
    file = new_case(ImportedArticle(article, text.encode(), "text/plain", "large.txt"), path, who="R. H.", scale=SCALE)
    places = [Span(start, start + width - 1) for start in range(0, len(text), width)]
    found = tuple(FoundClaim(place, ClaimKind.STATISTIC, "the council") for place in places)
    facts = tuple(
        Fact(Span(place.start + at, place.start + at + 3), FactKind.NUMBER)
        for place in places
        for at in (0, 10, 18, 30, 40)
    )
    add_findings(file, Findings(found, facts=facts))
    identifiers = [claim.id for claim in read_case(file).claims]
    with file.act("add notes") as act:
        for number in range(notes):
            fields = NoteFields(
                f"Budget report {number}", locator=f"p. {number}", excerpt="12 million euros were spent"
            )
            source = evidence.add_source(act, fields.of_source())
            note = evidence.add_evidence(act, source, fields.of_note(), "")
            evidence.link(act, note, identifiers[number % claims], Stance.SUPPORTS)
    return file


def seconds(work: Callable[[int], object], number: int) -> float:
    began = time.perf_counter()
    work(number)
    return time.perf_counter() - began


def bare_insert(path: Path) -> Callable[[int], object]:
    path.touch()
    connection = connections.connect(path, read_only=False)
    connections.make_durable(connection, wal=True)
    connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT) STRICT")
    return lambda number: connection.execute("INSERT INTO notes (words) VALUES (?)", (f"{number:07}" * 100,))


def compare_acts(folder: Path) -> None:
    """In turns, so that all meet the same disk."""
    file = large_case(folder / "acts.factcase", 50, 50)
    case = read_case(file)
    claim, note = case.claims[0].id, next(iter(case.evidence))
    works: tuple[Callable[[int], object], ...] = (
        bare_insert(folder / "bare.db"),
        lambda number: edit_claim(file, claim, reasoning=f"as of {number}"),
        lambda number: link(file, note, claim, list(Stance)[number % 3]),
    )
    tell("logs growing", works, range(GROWING))
    for number in range(GROWING, WARM):
        works[0](number)
    tell("logs at full length", works, range(WARM, WARM + ACTS))
    file.close()


def tell(when: str, works: Sequence[Callable[[int], object]], numbers: Iterable[int]) -> None:
    rounds = [[seconds(work, number) for work in works] for number in numbers]
    plain, edit, linked = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{when}: bare insert {plain * 1e3:.2f} ms", end="; ")
    print(f"edit claim {edit * 1e3:.2f} ms = {edit / plain:.2f} times", end="; ")
    print(f"link evidence {linked * 1e3:.2f} ms = {linked / plain:.2f} times")


def open_large(folder: Path) -> None:
    path = folder / "large.factcase"
    large_case(path, 2_000, 10_000).close()

    def opening(_: int) -> None:
        with open_case(path, who="R. H.") as file:
            read_case(file)

    took = statistics.median(seconds(opening, number) for number in range(7))
    tracemalloc.start()
    opening(0)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    size = path.stat().st_size
    print(f"2,000 claims, 10,000 facts, 10,000 notes ({size / 1e6:.0f} MB): opened and read in {took:.3f} s", end=", ")
    print(f"{peak / 1e6:.0f} MB at the peak")


def combine_large(folder: Path) -> None:
    """A copy of a large case, each with `COPIED` acts since they parted, half of them on the same claims."""
    path = folder / "ours.factcase"
    large_case(path, 2_000, 10_000).close()
    copy = Path(shutil.copy(path, folder / "theirs.factcase"))
    for number, (chosen, who) in enumerate(((path, "R. H."), (copy, "J. L."))):
        with open_case(chosen, who=who) as file:
            for claim in read_case(file).claims[number * COPIED // 2 :][:COPIED]:
                edit_claim(file, claim.id, reasoning=f"as {who} found")
    with open_case(path, who="R. H.") as file:
        took = seconds(lambda _: combine(file, copy), 0)
    print(f"{COPIED:,} acts of a colleague's copy of that case taken in, {COPIED // 2} against acts here: {took:.1f} s")


def main() -> None:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        compare_acts(Path(folder))
        open_large(Path(folder))
        combine_large(Path(folder))


if __name__ == "__main__":
    main()
