"""The journal: each act's row, chained to the one before by its hash.

`hash` is the SHA-256 of the row's canonical JSON, which includes the hash of the row before it. The chain shows that no
row was changed, taken out or slipped in while the last hash is known from elsewhere (the notes carry it). It can't show
that the whole journal was not written anew by somebody who also has the program: for that the digest must be kept, or
time-stamped, outside the file.

`undo_next` is the act that undo would take back after this row, `redo_next` the undoing that redo would take back;
0 for none. Kept in each row, they make the next undo known at once however long the journal is.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from workbench.storage import clock
from workbench.storage.rows import Act, Change


class Does(StrEnum):
    """What a row is to undo and redo; a `fixed` one (import, extraction) is never undone."""

    ACT = "act"
    UNDO = "undo"
    REDO = "redo"
    FIXED = "fixed"


class Entry(NamedTuple):
    """A journal row, its columns in order."""

    seq: int
    at: str
    who: str
    does: str
    act: str
    entity: str
    of: int
    undo_next: int
    redo_next: int
    claims: str
    """The claims it bears on, a JSON list."""
    before: str
    after: str
    previous: str
    hash: str

    def expected_hash(self) -> str:
        return _hash(self[:-1])

    def claim_ids(self) -> tuple[str, ...]:
        """The claims it bears on; none when that can't be read, as its hash then tells."""
        try:
            return tuple(map(str, json.loads(self.claims)))
        except (ValueError, TypeError):
            return ()

    def changes(self) -> tuple[Change, ...]:
        """The row changes. Raises ValueError when the JSON is not as this module writes it."""
        pairs = zip(json.loads(self.before), json.loads(self.after), strict=True)
        return tuple(Change(table, key, old, new) for (table, key, old), (_, _, new) in pairs)


_COLUMNS = ", ".join(Entry._fields)
NOTHING = Entry(0, "", "", Does.FIXED, "", "", 0, 0, 0, "[]", "[]", "[]", "", "")
"""Stands before the first row."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a new row stands to undo and redo."""

    does: Does
    of: int = 0
    undo_next: int = 0
    redo_next: int = 0
    is_bottom: bool = False
    """Of a fixed row: whether undo and redo go back no further, since what came before it is about another draft."""


def last(connection: sqlite3.Connection) -> Entry:
    """The newest row, `NOTHING` in an empty journal."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return Entry(*row) if row else NOTHING


def entry(connection: sqlite3.Connection, seq: int) -> Entry:
    """The row numbered `seq`, `NOTHING` when there is none."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM journal WHERE seq = ?", (seq,)).fetchone()
    return Entry(*row) if row else NOTHING


def entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """All rows in order, read as they are wanted."""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY seq"):
        yield Entry(*row)


def entries_after(connection: sqlite3.Connection, seq: int) -> Iterator[Entry]:
    """The rows numbered higher than `seq`, in order, read as they are wanted."""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM journal WHERE seq > ? ORDER BY seq", (seq,)):
        yield Entry(*row)


def append(act: Act, step: Step | None = None, at: str = "") -> None:
    """Write the act's row; `step` is given by undo and redo and by what can't be undone.

    `at` is the ISO 8601 instant, UTC, of an act done elsewhere; an empty one stands for now.
    """
    newest = act.connection.execute("SELECT seq, undo_next, redo_next, hash FROM journal ORDER BY seq DESC LIMIT 1")
    last_seq, undo_next, redo_next, previous = newest.fetchone() or (0, 0, 0, "")
    seq = last_seq + 1
    if step is None:
        step = Step(Does.ACT, undo_next=seq)
    elif step.does is Does.FIXED and not step.is_bottom:
        step = Step(Does.FIXED, undo_next=undo_next, redo_next=redo_next)
    before = _canonical([(change.table, change.key, change.before) for change in act.changes])
    after = _canonical([(change.table, change.key, change.after) for change in act.changes])
    row = (
        seq, at or clock.now(), act.who, step.does, act.name, act.entity, step.of, step.undo_next,
        step.redo_next or (seq if step.does is Does.UNDO else 0), _canonical(sorted(act.claims)), before, after,
        previous,
    )  # fmt: skip
    write(act.connection, Entry(*row, _hash(row)))


def write(connection: sqlite3.Connection, written: Entry) -> None:
    """Write a row as it is."""
    connection.execute(_INSERT, written)


_INSERT = f"INSERT INTO journal ({_COLUMNS}) VALUES ({', '.join('?' * len(Entry._fields))})"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=repr)
"""Of canonical JSON. `repr` is for the bytes a damaged row may hold: it then has a hash still, a wrong one."""


def _canonical(value: Sequence[object]) -> str:
    return _ENCODER.encode(value)


def _hash(row: Sequence[object]) -> str:
    return hashlib.sha256(_canonical(row).encode()).hexdigest()


def writers(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Names of those who acted in the case, by their first act. Reads the whole journal."""
    rows = connection.execute(
        "SELECT who FROM journal WHERE does = ? AND who <> '' GROUP BY who ORDER BY MIN(seq)", (Does.ACT,)
    )
    return tuple(row[0] for row in rows)
