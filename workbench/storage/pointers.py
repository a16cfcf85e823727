"""Which rows point to which, by the schema's own foreign keys."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from workbench.storage.rows import KEYS, Row, fetch

Place = tuple[str, str]
"""A table and a key in it."""


def parents(connection: sqlite3.Connection, table: str, row: Row) -> Iterator[Place]:
    """The rows that a row, or some columns of one, point to."""
    for _, _, parent, column, *_ in _foreign_keys(connection, table):
        if row.get(column) is not None and parent in KEYS:
            yield parent, str(row[column])


def has_parents(connection: sqlite3.Connection, table: str, row: Row) -> bool:
    """Whether all that a row points to is there."""
    return all(fetch(connection, *parent) for parent in parents(connection, table, row))


def children(connection: sqlite3.Connection, table: str, key: str) -> Iterator[Place]:
    """The rows that point to a row."""
    for child, key_of_child in KEYS.items():
        for _, _, parent, column, *_ in _foreign_keys(connection, child):
            if parent == table:
                found = connection.execute(f"SELECT {key_of_child} FROM {child} WHERE {column} = ?", (key,))
                yield from ((child, str(row)) for (row,) in found.fetchall())


def _foreign_keys(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
