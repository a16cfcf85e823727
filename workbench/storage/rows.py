"""Rows as the journal sees them: every write goes through an `Act`, which remembers each row before and after."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.domain.changes import Area, Changes
from workbench.errors import CaseFileError

Value = str | int | float | None
Row = Mapping[str, Value]
Found = tuple[Any, ...]
"""A row as SQLite gives it: the schema is STRICT, so each column has its type."""

KEYS = {
    "cases": "id",
    "snapshots": "sha256",
    "drafts": "id",
    "extractions": "draft_id",
    "claims": "id",
    "anchors": "id",
    "facts": "id",
    "dismissals": "fact_id",
    "warnings": "id",
    "dates": "id",
    "sources": "id",
    "evidence": "id",
    "links": "id",
    "queries": "id",
    "sign_offs": "id",
}
"""The journaled tables and their keys, parents before children."""

AREAS = {
    "claims": {Area.CLAIMS},
    "anchors": {Area.CLAIMS, Area.FACTS},
    "facts": {Area.FACTS},
    "dismissals": {Area.FACTS},
    "warnings": {Area.WARNINGS},
    "sources": {Area.EVIDENCE},
    "snapshots": {Area.EVIDENCE},
    "evidence": {Area.EVIDENCE},
    "links": {Area.EVIDENCE, Area.CLAIMS},
    "queries": {Area.QUERIES, Area.CLAIMS},
    "sign_offs": {Area.CLAIMS},
}


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after: None where it was not there; of an update only the columns that differ."""

    table: str
    key: str
    before: Row | None
    after: Row | None

    def reversed(self) -> Change:
        return Change(self.table, self.key, self.after, self.before)


class Act:
    """One act of the user while its transaction is open."""

    def __init__(self, connection: sqlite3.Connection, name: str, entity: str, who: str) -> None:
        self.connection = connection
        self.name = name
        self.entity = entity
        self.who = who
        self.changes: list[Change] = []
        self.claims: set[str] = set()
        """Claims that the act bears on, for history and for the views."""

    def insert(self, table: str, row: Row) -> None:
        """Write a new row. Raises sqlite3.IntegrityError when its key is taken."""
        row = {column: storable(value) for column, value in row.items()}
        key = str(row[KEYS[table]])
        insert(self.connection, table, row)
        self._note(Change(table, key, None, row), row)

    def update(self, table: str, key: str, values: Row) -> bool:
        """Write the columns that differ; False when none does. Raises CaseFileError when there is no such row."""
        present = self.row(table, key)
        wanted = {column: storable(value) for column, value in values.items()}
        differing = {column: value for column, value in wanted.items() if present[column] != value}
        if differing:
            update(self.connection, table, key, differing)
            self._note(Change(table, key, {column: present[column] for column in differing}, differing), present)
            self.claims.update(_resting(self.connection, table, key))
        return bool(differing)

    def delete(self, table: str, key: str) -> None:
        """Take a row out. Raises CaseFileError when there is no such row."""
        present = self.row(table, key)
        delete(self.connection, table, key)
        self._note(Change(table, key, present, None), present)

    def row(self, table: str, key: str) -> dict[str, Value]:
        """The row as it stands now. Raises CaseFileError when there is none."""
        present = fetch(self.connection, table, key)
        if present is None:
            raise CaseFileError("What you want to change is not in this case any more. Choose something else.")
        return present

    def apply(self, change: Change) -> None:
        """Write a remembered change, as undo and redo do."""
        if change.after is None:
            self.delete(change.table, change.key)
        elif change.before is None:
            self.insert(change.table, change.after)
        else:
            self.update(change.table, change.key, change.after)

    def _note(self, change: Change, row: Row) -> None:
        self.changes.append(change)
        claim = change.key if change.table == "claims" else row.get("claim_id")
        if claim:
            self.claims.add(str(claim))

    def result(self, *, select: str = "", name: str = "") -> Changes:
        """What to tell the views about this act."""
        areas: set[Area] = set()
        for table in {change.table for change in self.changes}:
            areas |= AREAS.get(table, {Area.CASE})
        return Changes(name or self.name, frozenset(areas), frozenset(self.claims), select)


def storable(value: Value) -> Value:
    """Halves of surrogate pairs, which a paste can bring and no encoding has, become U+FFFD."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value


def _resting(connection: sqlite3.Connection, table: str, key: str) -> set[str]:
    """The claims that rest on a note or source."""
    conditions = {"evidence": "evidence.id", "sources": "source_id"}
    if table not in conditions:
        return set()
    joined = "SELECT claim_id FROM links JOIN evidence ON evidence.id = evidence_id WHERE"
    return {claim for (claim,) in connection.execute(f"{joined} {conditions[table]} = ?", (key,))}


def fetch(connection: sqlite3.Connection, table: str, key: str) -> dict[str, Value] | None:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE {KEYS[table]} = ?", (key,))
    found = cursor.fetchone()
    return dict(zip((column[0] for column in cursor.description), found, strict=True)) if found else None


def insert(connection: sqlite3.Connection, table: str, row: Row) -> None:
    columns = ", ".join(map(_quoted, row))
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row.values()))


def update(connection: sqlite3.Connection, table: str, key: str, values: Row) -> None:
    columns = ", ".join(f"{_quoted(column)} = ?" for column in values)
    connection.execute(f"UPDATE {table} SET {columns} WHERE {KEYS[table]} = ?", (*values.values(), key))


def delete(connection: sqlite3.Connection, table: str, key: str) -> None:
    connection.execute(f"DELETE FROM {table} WHERE {KEYS[table]} = ?", (key,))


def _quoted(column: str) -> str:
    """Columns are named by the journal too, and that of a record or of another's file can name anything."""
    return '"' + column.replace('"', '""') + '"'
