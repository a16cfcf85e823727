"""The journal read from its first row to its last, and the tables that must come of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.storage import journal
from workbench.storage.journal import NOTHING, Does, Entry
from workbench.storage.rows import KEYS, Change, Value

Rows = dict[str, dict[str, dict[str, Value]]]
"""Table, key, column."""


@dataclass
class State:
    """What the journal's rows so far make of the tables."""

    rows: Rows = field(default_factory=lambda: {table: {} for table in KEYS})
    defaults: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    """For each table its columns with what they held before anything else was written there."""
    contents: set[str] = field(default_factory=set)
    """Every kept copy that was ever taken in."""
    last_number: int = 0
    """The highest number ever given to a claim."""

    def apply(self, changes: Iterable[Change]) -> Iterator[str]:
        """Take in changes, telling those that don't fit what was there."""
        for change in changes:
            there = self.rows[change.table].get(change.key)
            if not _fits(there, change):
                yield f"{change.table} {change.key} was not as the row before says"
            if change.after is None:
                self.rows[change.table].pop(change.key, None)
            else:
                self._write(change, there)

    def _write(self, change: Change, there: dict[str, Value] | None) -> None:
        row = {**(there or self.defaults.get(change.table, {})), **(change.after or {})}
        self.rows[change.table][change.key] = row
        if change.table == "snapshots":
            self.contents.add(change.key)
        number = row.get("number")
        if change.table == "claims" and isinstance(number, int):
            self.last_number = max(self.last_number, number)


def _fits(there: Mapping[str, Value] | None, change: Change) -> bool:
    if change.before is None:
        return there is None
    return there is not None and all(there.get(column) == value for column, value in change.before.items())


def defaults(connection: sqlite3.Connection) -> dict[str, dict[str, Value]]:
    """The columns' defaults: what an older row of the journal, which doesn't know a column, means by it."""
    found: dict[str, dict[str, Value]] = {}
    for table in KEYS:
        columns = connection.execute("SELECT name, dflt_value FROM pragma_table_info(?)", (table,)).fetchall()
        found[table] = {
            name: connection.execute(f"SELECT {value}").fetchone()[0] if value else None for name, value in columns
        }
    return found


def follow(connection: sqlite3.Connection, state: State) -> Iterator[tuple[Entry, list[str]]]:
    """Each row of the journal with what is wrong with it, `state` following."""
    previous = NOTHING
    for entry in journal.entries(connection):
        wrong = list(_broken(entry, previous))
        try:
            wrong += [f"its change of {told}" for told in state.apply(entry.changes())]
        except (ValueError, TypeError, KeyError, AttributeError):
            wrong.append("its changes can't be read")
        previous = entry
        yield entry, wrong


def _broken(entry: Entry, previous: Entry) -> Iterator[str]:
    if entry.seq != previous.seq + 1:
        yield f"{entry.seq - previous.seq - 1} rows before it are missing"
    if entry.previous != previous.hash:
        yield "it does not follow on the row before it"
    if entry.hash != entry.expected_hash():
        yield "its hash is not that of its words"
    if entry.does not in tuple(Does):
        yield "it is of no known sort"


def check_replay(connection: sqlite3.Connection) -> Iterator[str]:
    """Tell where chain, journal and tables disagree."""
    state = State(defaults=defaults(connection))
    for entry, wrong in follow(connection, state):
        yield from (f"journal {entry.seq}: {told}" for told in wrong)
    if not state.rows["cases"]:
        yield "journal: its beginning is missing"
    for table, rows in state.rows.items():
        yield from _compare(connection, table, rows)
    yield from _compare_contents(connection, state.contents)
    if connection.execute("SELECT id, last FROM numbering").fetchall() != [(1, state.last_number)]:
        yield f"numbering: the last number given is {state.last_number}, and something else is written"
    for name, value in connection.execute("SELECT name, value FROM desk"):
        if name != "selected claim" or not (value == "" or _was_a_claim(connection, value)):
            yield f"desk: “{name}” is not what this program writes"


def _was_a_claim(connection: sqlite3.Connection, identifier: str) -> bool:
    return connection.execute("SELECT 1 FROM journal WHERE instr(claims, ?)", (identifier,)).fetchone() is not None


def _compare(connection: sqlite3.Connection, table: str, expected: dict[str, dict[str, Value]]) -> Iterator[str]:
    cursor = connection.execute(f"SELECT * FROM {table}")
    columns = [column[0] for column in cursor.description]
    left = dict(expected)
    for values in cursor:
        row = dict(zip(columns, values, strict=True))
        key = str(row[KEYS[table]])
        wanted = left.pop(key, None)
        if wanted is None:
            yield f"{table} {key}: the journal knows no such row"
        elif row != wanted:
            differing = ", ".join(column for column in columns if row[column] != wanted.get(column))
            yield f"{table} {key}: {differing} is not what the journal says"
    for key in left:
        yield f"{table} {key}: the row is missing"


def _compare_contents(connection: sqlite3.Connection, known: set[str]) -> Iterator[str]:
    kept = {sha256 for (sha256,) in connection.execute("SELECT sha256 FROM contents")}
    yield from (f"contents {sha256}: the journal knows no such copy" for sha256 in sorted(kept - known))
    yield from (f"contents {sha256}: the copy is missing" for sha256 in sorted(known - kept))
