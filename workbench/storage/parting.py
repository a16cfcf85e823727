"""Where two copies of a case parted, and what was done in each since.

Copies of one file share the beginning of their journal. Cases that two people began apart with the same article share
nothing but what was made of that (`same_rows`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.errors import CaseFileError
from workbench.storage import journal
from workbench.storage.journal import Does, Entry
from workbench.storage.same_rows import MAKING, same_rows

COMBINED = "combine copies"
"""The act that ends a combination; its entity is the digest of the copy that was taken in."""


@dataclass(frozen=True, slots=True)
class Parted:
    """What each did that the other does not have, oldest first."""

    here: tuple[Entry, ...]
    there: tuple[Entry, ...]
    same: Mapping[str, str] = field(default_factory=dict)
    """Identifiers there, each with the one that the same thing has here where that is another."""
    made: frozenset[tuple[str, str]] = frozenset()
    """Tables and keys here of what was made of the article in both."""


def parted(here: sqlite3.Connection, there: sqlite3.Connection, name: str) -> Parted:
    """Hold the journals of two cases against each other; `name` is the other file's, for a person.

    Raises CaseFileError when they are not of the same article, or one has a draft that the other hasn't.
    """
    ours, theirs = _rows(here), _rows(there)
    common = _common(ours, theirs)
    if not common:
        _require_same_beginning(here, there, name)
    made_here, made_there = (journal.entries_after(connection, common) for connection in (here, there))
    pairs = same_rows(here, made_here, there, made_there)
    same = {key: ours for (_, key), ours in pairs.items()}
    _require_same_drafts(here, there, same, name)
    done_here = journal.entries_after(here, max(common, _taken(theirs, ours)))
    done_there = journal.entries_after(there, max(common, _taken(ours, theirs)))
    return Parted(
        tuple(entry for entry in done_here if entry.does != Does.FIXED),
        tuple(done_there),
        same,
        frozenset((table, ours) for (table, _), ours in pairs.items()),
    )


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
        if not {act for (act,) in fixed} <= MAKING:
            raise CaseFileError(
                "“{name}” and this case have no history in common. Choose a copy of this case.", name=name
            )


def _require_same_drafts(
    here: sqlite3.Connection, there: sqlite3.Connection, same: Mapping[str, str], name: str
) -> None:
    ours, theirs = ({row for (row,) in one.execute("SELECT id FROM drafts")} for one in (here, there))
    if ours != {same.get(draft, draft) for draft in theirs}:
        raise CaseFileError(
            "“{name}” and this case have different drafts of the article. Take the newest one into both, then combine "
            "them.",
            name=name,
        )
