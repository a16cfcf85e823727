"""A small case to try storage on: an article about a bridge, four claims found in it, one note."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.case import Case
from workbench.domain.claim import Claim, ClaimKind
from workbench.domain.evidence import Stance
from workbench.domain.findings import (
    DateReading,
    Fact,
    FactKind,
    Findings,
    FoundClaim,
    TextWarning,
    WarningKind,
)
from workbench.domain.imported import ImportedArticle
from workbench.domain.rating import Outcome, RatingScale, Tone
from workbench.domain.span import Span
from workbench.storage.case_file import CaseFile
from workbench.workflow.checking import edit_claim
from workbench.workflow.noting import NoteFields, SnapshotFile, add_note
from workbench.workflow.opening import add_findings, new_case, read_case

TEXT = (
    "Bridge reopens after four years\n\n"
    "The bridge was closed in 2019, the council said. 🌉 “It cost 12 million euros,” Mayor Ada Holm told reporters. "
    "More than 30,000 cars cross it every day. “It cost 12 million euros,” she said again."
)
SCALE = RatingScale(
    "editorial",
    "Editorial",
    True,
    (Outcome("ok", "OK", Tone.GOOD), Outcome("change", "Change to …", Tone.MIXED, wants_correction=True)),
)
ROSA, JONAS = "Rosa Hartmann", "Jonas Lind"
ORDER = SnapshotFile(
    "order.txt", b"Traffic order 17: closed from 3 March 2019.", "text/plain", "https://example.org/17"
)


def place(words: str) -> Span:
    """Where the words first stand in the article."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


COST = place("It cost 12 million euros")
AGAIN = Span(TEXT.rindex("It cost"), TEXT.rindex("It cost") + len(COST))
FOUND = Findings(
    claims=(
        FoundClaim(place("Bridge reopens after four years"), ClaimKind.STATEMENT, check_worthiness=0.4),
        FoundClaim(
            place("The bridge was closed in 2019"), ClaimKind.STATEMENT, "the council", True, 0.7, ("a year",), "said"
        ),
        FoundClaim(COST, ClaimKind.QUOTATION, "Ada Holm", check_worthiness=0.9, repeats=(AGAIN,)),
        FoundClaim(place("More than 30,000 cars cross it every day."), ClaimKind.STATISTIC, check_worthiness=0.8),
    ),
    facts=(
        Fact(place("four years"), FactKind.NUMBER),
        Fact(place("2019"), FactKind.DATE),
        Fact(place("12 million euros"), FactKind.NUMBER),
        Fact(place("Mayor Ada Holm"), FactKind.NAME),
        Fact(Span(AGAIN.start + 8, AGAIN.end), FactKind.NUMBER),
    ),
    warnings=(TextWarning(WarningKind.MARKS, place("🌉"), "An emoji stands before the quotation mark."),),
    dates=(DateReading(place("2019"), "2019-01-01", "2019-12-31", "a year"),),
)


def imported(text: str = TEXT) -> ImportedArticle:
    blocks = (Block(BlockKind.HEADLINE, Span(0, 31)), Block(BlockKind.BODY, Span(33, len(text))))
    return ImportedArticle(Article(text, blocks, Metadata(language="en")), text.encode(), "text/plain", "bridge.txt")


def begin(folder: Path, who: str = ROSA) -> CaseFile:
    """A new case with its claims found, open in `folder`."""
    file = new_case(imported(), folder / "bridge.factcase", who=who, scale=SCALE)
    add_findings(file, FOUND)
    return file


def with_note(folder: Path) -> CaseFile:
    """The same with a note, from a kept copy, on the second and third claim."""
    file = begin(folder)
    _, closed, cost, _ = read_case(file).claims
    fields = NoteFields("Traffic order 17", "legislation", publisher="City council", primary=True, locator="p. 1")
    add_note(file, fields, {closed.id: Stance.SUPPORTS, cost.id: Stance.CONTEXT}, ORDER)
    return file


def shortened() -> ImportedArticle:
    """A later draft without the sentence that says when the bridge was closed."""
    text = TEXT.replace("The bridge was closed in 2019, the council said. 🌉 ", "")
    blocks = (Block(BlockKind.HEADLINE, Span(0, 31)), Block(BlockKind.BODY, Span(33, len(text))))
    return ImportedArticle(Article(text, blocks, Metadata(language="en")), text.encode(), "text/plain", "bridge.txt")


def claim(file: CaseFile, number: int) -> Claim:
    """The claim of that number, as the case file has it now."""
    return next(found for found in read_case(file).claims if found.number == number)


def only_note(case: Case) -> str:
    (identifier,) = case.evidence
    return identifier


def contents(path: Path, *, with_journal: bool = False) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, the search index among them, sorted; the journal only if asked for."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    unlike = {"_sqlite_migrations"} | (set() if with_journal else {"journal", "mentions"})
    tables = [name for name in names if name not in unlike and "_search" not in name]
    found = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in tables}
    connection.close()
    return found


def left_by_a_crash(folder: Path, reasoning: str = "saved") -> Path:
    """A case as a crash leaves it, with acts that stand only in the write-ahead log beside it."""
    with begin(folder) as file:
        edit_claim(file, claim(file, 1).id, reasoning=reasoning)
        crashed = folder / "crashed"
        crashed.mkdir()
        for suffix in ("", "-wal"):
            shutil.copy(f"{file.path}{suffix}", crashed)
    return crashed / file.path.name


def copy(path: Path, name: str) -> Path:
    """A copy of a closed case beside it."""
    return Path(shutil.copy(path, path.parent / name))


def altered(path: Path, *statements: str) -> Path:
    """The file after somebody ran SQL on it with a tool of their own: no key, check or trigger of ours in the way."""
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in ("foreign_keys = OFF", "ignore_check_constraints = ON", "synchronous = OFF"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()
    return path
