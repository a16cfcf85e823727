"""Where two copies of a case parted, and what was done in each since.

Copies of one file share the beginning of their journal. Cases that two people began apart with the same article share
nothing; there, what was made by opening it and looking for its claims is told to be the same by kind and place.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.errors import CaseFileError
from workbench.storage import journal
from workbench.storage.journal import Does, Entry
from workbench.storage.rows import Change, Row, Value

COMBINED = "combine copies"
"""The act that ends a combination; its entity is the digest of the copy that was taken in."""
_BEGINNING = {"new case", "find claims"}
_NATURE = {
    "cases": (),
    "drafts": (),
    "extractions": (),
    "claims": (),
    "anchors": ("position", "start_at", "end_at"),
    "facts": ("kind", "start_at", "end_at"),
    "warnings": ("kind", "message", "start_at", "end_at"),
    "dates": ("earliest", "latest", "how", "start_at", "end_at"),
}
"""What makes a row the same as one of another case, besides its table and the place of its claim."""


@dataclass(frozen=True, slots=True)
class Parted:
    """What each did that the other does not have, oldest first."""

    here: tuple[Entry, ...]
    there: tuple[Entry, ...]
    same: Mapping[str, str] = field(default_factory=dict)
    """Of cases begun apart: identifiers there, each with the one of the same thing here."""


def parted(here: sqlite3.Connection, there: sqlite3.Connection, name: str) -> Parted:
    """Hold the journals of two cases against each other; `name` is the other file's, for a person.

    Raises CaseFileError when they are not of the same article, or one has a draft that the other hasn't.
    """
    ours, theirs = _rows(here), _rows(there)
    common = _common(ours, theirs)
    if not common:
        _require_same_beginning(here, there, name)
    same = _same(journal.entries_after(here, common), journal.entries_after(there, common))
    _require_same_drafts(here, there, same, name)
    done_here = journal.entries_after(here, max(common, _taken(theirs, ours)))
    done_there = journal.entries_after(there, max(common, _taken(ours, theirs)))
    return Parted(tuple(entry for entry in done_here if entry.does != Does.FIXED), tuple(done_there), same)


def _rows(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Hash, act and entity of each row of the journal."""
    return connection.execute("SELECT hash, act, entity FROM journal ORDER BY seq").fetchall()


def _common(ours: Sequence[tuple[str, str, str]], theirs: Sequence[tuple[str, str, str]]) -> int:
    """How many rows both begin with."""
    for seq, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if one[0] != other[0]:
            return seq
    return min(len(ours), len(theirs))


def _taken(ours: Sequence[tuple[str, str, str]], theirs: Sequence[tuple[str, str, str]]) -> int:
    """How many rows of `theirs` an earlier combination has taken into `ours`."""
    taken = {entity for _, act, entity in ours if act == COMBINED}
    return max((seq for seq, (digest, *_) in enumerate(theirs, start=1) if digest in taken), default=0)


def _require_same_beginning(here: sqlite3.Connection, there: sqlite3.Connection, name: str) -> None:
    first = "SELECT text FROM drafts ORDER BY number LIMIT 1"
    if here.execute(first).fetchone() != there.execute(first).fetchone():
        raise CaseFileError("“{name}” is a case of another article. Choose a copy of this case.", name=name)
    for connection in (here, there):
        fixed = connection.execute("SELECT act FROM journal WHERE does = ?", (Does.FIXED,))
        if not {act for (act,) in fixed} <= _BEGINNING:
            raise CaseFileError(
                "“{name}” and this case have no history in common. Choose a copy of this case.", name=name
            )


def _require_same_drafts(
    here: sqlite3.Connection, there: sqlite3.Connection, same: Mapping[str, str], name: str
) -> None:
    ours, theirs = ({row for (row,) in one.execute("SELECT id FROM drafts")} for one in (here, there))
    if ours != {same.get(draft, draft) for draft in theirs}:
        raise CaseFileError(
            "“{name}” and this case have different drafts of the article: copies are combined before a new draft is "
            "taken in.",
            name=name,
        )


def _same(here: Iterable[Entry], there: Iterable[Entry]) -> dict[str, str]:
    """Identifiers of what was made of the article in both, each there with the one here."""
    ours, theirs = (dict(_begun(entries)) for entries in (here, there))
    return {theirs[nature]: key for nature, key in ours.items() if nature in theirs}


def _begun(entries: Iterable[Entry]) -> Iterator[tuple[tuple[Value, ...], str]]:
    """What a row is, without its identifier and times, and its key: of rows that opening an article and looking for
    its claims made.
    """
    fixed = [entry for entry in entries if entry.does == Does.FIXED and entry.act in _BEGINNING]
    made = [change for entry in fixed for change in entry.changes() if change.before is None and change.after]
    places = {str(row["claim_id"]): row for row in _rows_of(made, "anchors") if row["position"] == 0}
    for change in made:
        row = change.after or {}
        own = places.get(change.key if change.table == "claims" else str(row.get("claim_id")), {})
        told = (row[column] for column in _NATURE.get(change.table, ()))
        if change.table in _NATURE:
            yield (change.table, own.get("start_at"), own.get("end_at"), *told), change.key


def _rows_of(changes: Iterable[Change], table: str) -> Iterator[Row]:
    return (change.after for change in changes if change.table == table and change.after)
