"""SQLite's errors in words; our own bugs as they are."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.errors import CaseFileError, DamagedCaseError
from workbench.storage.trouble import translated, understood

CASE = Path("budget.factcase")


def fail(error: Exception) -> None:
    raise error


def locked(folder: Path) -> None:
    holder = sqlite3.connect(folder / "a.db", isolation_level=None)
    holder.execute("CREATE TABLE a (b)")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        sqlite3.connect(folder / "a.db", timeout=0).execute("SELECT * FROM a")
    finally:
        holder.close()


def not_a_database(folder: Path) -> None:
    (folder / "a.db").write_bytes(b"no database at all" * 100)
    sqlite3.connect(folder / "a.db").execute("SELECT * FROM sqlite_master")


def written_read_only(folder: Path) -> None:
    sqlite3.connect(folder / "a.db").execute("CREATE TABLE a (b)").connection.close()
    sqlite3.connect(f"file:{folder}/a.db?mode=ro", uri=True).execute("INSERT INTO a VALUES (1)")


def full(folder: Path) -> None:
    connection = sqlite3.connect(folder / "a.db")
    connection.execute("PRAGMA max_page_count = 3")
    connection.execute("CREATE TABLE a (b)")
    connection.execute("INSERT INTO a VALUES (zeroblob(100000))")


def no_letters(folder: Path) -> None:
    sqlite3.connect(folder / "a.db").execute("SELECT CAST(x'ff' AS TEXT)").fetchall()


@pytest.mark.parametrize(
    ("go_wrong", "told"),
    [
        (locked, r"Another program is using “budget.factcase”.*not saved"),
        (not_a_database, "“budget.factcase” is damaged"),
        (written_read_only, "“budget.factcase” can't be written to"),
        (full, "full.*not saved"),
        (no_letters, "“budget.factcase” is damaged"),
        (lambda _: fail(OSError(errno.EIO, "Input/output error")), "Input/output error"),
    ],
)
def test_what_the_world_did_is_told_in_a_sentence(
    tmp_path: Path, go_wrong: Callable[[Path], object], told: str
) -> None:
    with pytest.raises(CaseFileError, match=told) as raised, translated(CASE):
        go_wrong(tmp_path)
    assert isinstance(raised.value, DamagedCaseError) == ("damaged" in told)
    assert raised.value.message.endswith(".")
    assert raised.value.__cause__ is not None


@pytest.mark.parametrize("statement", ["SELECT nonsense", "INSERT INTO a VALUES (1), (1)"])
def test_a_bug_of_ours_stays_one(statement: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE a (b UNIQUE)")
    with pytest.raises(sqlite3.Error), translated(CASE):
        connection.execute(statement)


def test_rows_that_this_program_never_wrote_are_damage() -> None:
    with pytest.raises(DamagedCaseError, match="Restore a backup"), understood(CASE):
        int("twelve")
