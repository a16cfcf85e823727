"""The one place where SQLite's errors become sentences for the person at the desk.

Only what the user's world can cause is translated; a constraint that fails or a misused connection is a bug of ours
and travels on as it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import CaseFileError, DamagedCaseError

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_TOLD_BY_WORDS = ("decode to UTF-8", "unsupported file format")
"""Damage for which there is no code of its own: Python's of text, SQLite's of the file's header."""
ODD_ROWS = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError)
"""What comes of reading rows that this program never writes: no JSON, an unknown kind, a place beyond the text."""


def damaged(path: Path) -> DamagedCaseError:
    """What to raise about a file that is damaged."""
    return DamagedCaseError(
        "“{name}” is damaged. Restore a backup, or rescue what can be read into a new file.", path=path, name=path.name
    )


def problem_of(error: sqlite3.Error, path: Path) -> CaseFileError | None:
    """What to raise in place of `error`; None when it is a bug of ours."""
    code = _code(error)
    return damaged(path) if code in _DAMAGE else _problems(path.name).get(code)


def _problems(name: str) -> dict[int, CaseFileError]:
    """What to raise about the file called so, by SQLite's primary result codes."""
    in_use = CaseFileError(
        "Another program is using “{name}”, so the last change was not saved. Close it there and try again.", name=name
    )
    return {
        sqlite3.SQLITE_BUSY: in_use,
        sqlite3.SQLITE_LOCKED: in_use,
        sqlite3.SQLITE_FULL: CaseFileError(
            "The disk with “{name}” is full, so the change was not saved. Free some space and try again.", name=name
        ),
        sqlite3.SQLITE_READONLY: CaseFileError(
            "“{name}” can't be written to. Copy it to your own folder and go on there.", name=name
        ),
        sqlite3.SQLITE_PERM: CaseFileError(
            "You may not write to “{name}”. Ask for the right to, or copy it to your own folder.", name=name
        ),
        sqlite3.SQLITE_CANTOPEN: CaseFileError(
            "“{name}” or its folder can't be used. See whether it is there and may be written to.", name=name
        ),
        sqlite3.SQLITE_IOERR: CaseFileError(
            "The disk with “{name}” reports an error, so the change was not saved. Save a copy.", name=name
        ),
        sqlite3.SQLITE_TOOBIG: CaseFileError(
            "That is too big to be kept in a case file. Keep it beside the file and note where it is."
        ),
    }


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; that of damage where only the words tell it."""
    if any(words in str(error) for words in _TOLD_BY_WORDS):
        return sqlite3.SQLITE_CORRUPT
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:  # no room for the index of the write-ahead log
        return sqlite3.SQLITE_FULL
    return code & 0xFF


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Raise DamagedCaseError where rows hold what this program never writes."""
    try:
        yield
    except ODD_ROWS as error:
        raise damaged(path) from error


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise CaseFileError in place of a SQLite error that the user's world caused."""
    try:
        yield
    except sqlite3.Error as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error
    except UnicodeDecodeError as error:  # of a message of SQLite's own that quotes the damage
        raise damaged(path) from error
    except OSError as error:
        raise CaseFileError(
            "“{name}” can't be used: {reason}. Look at its folder and the disk it is on.",
            name=path.name,
            reason=error.strerror,
        ) from error
