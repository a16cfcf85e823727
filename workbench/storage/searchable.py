"""Whether the texts of kept copies are theirs, and the full-text index says what its tables say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from workbench.storage import schema
from workbench.storage.texts import text_of

_SHADOWS = ("data", "idx", "docsize", "config")


def check_texts(connection: sqlite3.Connection) -> Iterator[str]:
    """Compare the texts of kept copies with their bytes."""
    rows = connection.execute(
        "SELECT contents.sha256, content, media_type, snapshot_texts.rowid, text, problem FROM contents"
        " LEFT JOIN snapshots USING (sha256) LEFT JOIN snapshot_texts USING (sha256)"
    )
    for sha256, content, media_type, row, text, problem in rows:
        if row is None or (media_type is not None and not _is_text_of(content, media_type, text, problem)):
            yield f"snapshot_texts {sha256}: the text is not that of the copy"


def check_search(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    """Let FTS5 check each index of a file at schema `version` on a private copy of it.

    FTS5 checks by a command that must write, so the tables are copied into a temporary database first.
    """
    ours = schema.expected(version)
    for table in schema.SEARCHED:
        if not _agrees(connection, table, ours["table", f"{table}_search"]):
            yield f"{table}_search: the search index does not say what {table} says"


def _is_text_of(content: bytes, media_type: str, text: str | None, problem: str | None) -> bool:
    """Whether it can be: of what was read apart, only that there is a text at all."""
    plain = text_of(content, media_type)
    return (text is not None and plain is None) if problem is not None else text == plain


def _agrees(connection: sqlite3.Connection, table: str, index: str) -> bool:
    """`index` is the statement that makes it."""
    model = sqlite3.connect("", isolation_level=None)
    try:
        model.execute("PRAGMA foreign_keys = OFF")
        model.execute(index)
        columns = [name for (name,) in model.execute("SELECT name FROM pragma_table_info(?)", (f"{table}_search",))]
        model.execute(f"CREATE TABLE {table} (rowid INTEGER PRIMARY KEY, {', '.join(columns)})")
        configured = f"SELECT k, v FROM {table}_search_config ORDER BY k"
        if connection.execute(configured).fetchall() != model.execute(configured).fetchall():
            return False  # an index reads it once only, so the check below would miss it
        _copy(connection, model, table, ("rowid", *columns))
        for shadow in _SHADOWS:
            model.execute(f"DELETE FROM {table}_search_{shadow}")
            _copy(connection, model, f"{table}_search_{shadow}", ("*",))
        model.execute(f"INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    finally:
        model.close()
    return True


def _copy(connection: sqlite3.Connection, model: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> None:
    cursor = connection.execute(f"SELECT {', '.join(columns)} FROM {table}")
    named = ", ".join(column[0] for column in cursor.description)
    marks = ", ".join("?" * len(cursor.description))
    model.executemany(f"INSERT INTO {table} ({named}) VALUES ({marks})", cursor)
