"""Connecting to a case file: what is looked at before SQLite sees it, and the pragmas of every connection."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from workbench import looking, temporary
from workbench.errors import CaseFileError, DamagedCaseError
from workbench.storage import trouble
from workbench.storage.schema import APPLICATION_ID, LATEST

_MAGIC = b"SQLite format 3\x00"
SUFFIX = ".factcase"
_HEADER = 100
"""Bytes of SQLite's file header."""
BUSY = 5.0
"""Seconds to wait for another connection to let go."""


class Header(NamedTuple):
    """What a case file's first bytes tell without opening it as a database."""

    version: int


def read_header(path: Path) -> Header:
    """Look whether `path` is a case file that this program can read. Raises CaseFileError with what it is instead."""
    head = _first_bytes(path)
    if not head:
        raise DamagedCaseError(
            "“{name}” is empty. Choose another case file, or restore a backup of this one.", path=path, name=path.name
        )
    if not head.startswith(_MAGIC) or len(head) < _HEADER or _number(head, 68) != APPLICATION_ID:
        if path.suffix.lower() == SUFFIX:
            raise DamagedCaseError(
                "“{name}” is not a case file, or its beginning is damaged. Restore a backup or choose another.",
                path=path,
                name=path.name,
            )
        raise CaseFileError(
            "“{name}” is not a case file. Choose a file that ends in {suffix}.", name=path.name, suffix=SUFFIX
        )
    version = _number(head, 60)
    if version == 0:  # no file of ours, not even an unfinished one
        raise trouble.damaged(path)
    if version > LATEST:
        raise CaseFileError(
            "“{name}” was made by a newer version of this program. Update the program to open it.", name=path.name
        )
    return Header(version)


def _first_bytes(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # opening a pipe would wait for its other end
            raise CaseFileError(
                "“{name}” is no ordinary file. Choose a file that ends in {suffix}.", name=path.name, suffix=SUFFIX
            )
        with path.open("rb") as stream:
            return stream.read(_HEADER)
    except FileNotFoundError as error:
        raise CaseFileError(
            "There is no file “{name}”. Look whether it was moved or renamed.", name=path.name
        ) from error
    except IsADirectoryError as error:
        raise CaseFileError(
            "“{name}” is a folder. Choose a file that ends in .factcase.", name=path.name or path
        ) from error
    except PermissionError as error:
        raise CaseFileError("You may not read “{name}”. Ask its owner for the right to.", name=path.name) from error
    except OSError as error:
        raise CaseFileError(
            "“{name}” can't be read: {reason}. Look at the disk it is on.", name=path.name, reason=error.strerror
        ) from error


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4], "big")


def connect(path: Path, *, read_only: bool, damaged: bool = False, any_schema: bool = False) -> sqlite3.Connection:
    """A connection with foreign keys on and transactions begun by hand. The file must exist.

    From a `damaged` one text is read even where its bytes are no UTF-8, visibly spoiled; with `any_schema`, tables even
    where the schema of others makes no sense.
    """
    mode = "ro" if read_only else "rw"
    uri = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY)
    if damaged:
        connection.text_factory = lambda text: text.decode("utf-8", "backslashreplace")
    try:
        if any_schema:
            _bear_a_damaged_schema(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = OFF")
        connection.execute("PRAGMA temp_store = MEMORY")  # nothing of the case in files elsewhere
    except BaseException:
        connection.close()
        raise
    return connection


def _bear_a_damaged_schema(connection: sqlite3.Connection) -> None:
    """Let SQLite pass over what it can't make out of the schema, so that the other tables can be read."""
    connection.execute("PRAGMA writable_schema = ON")


def look_at(path: Path, *, damaged: bool = False, any_schema: bool = False) -> sqlite3.Connection:
    """A connection that only reads.

    What a crash left to be tidied up first, a rollback or a log without its index, is tidied up in a private copy that
    vanishes with the connection: the file itself is not written to. So it is where a full disk has no room for the
    log's index.
    """
    connection = connect(path, read_only=True, damaged=damaged, any_schema=any_schema)
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
            return _tidied(path, damaged, any_schema)
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _tidied(path: Path, damaged: bool, any_schema: bool) -> sqlite3.Connection:
    with temporary.folder() as folder:
        source = connect(copied(path, folder), read_only=False, damaged=damaged, any_schema=any_schema)
        try:
            return in_private(source)
        finally:
            source.close()


def copied(path: Path, folder: Path) -> Path:
    """A copy in `folder` of the file with what a crash left beside it: the last acts may stand there only."""
    copy = folder / path.name
    for found, suffix in ((path, ""), *beside(path)):
        shutil.copyfile(found, f"{copy}{suffix}")
    return copy


def beside(path: Path) -> list[tuple[Path, str]]:
    """The write-ahead log and the rollback journal that are there for a file, whatever link it is named by.

    Each with its ending. SQLite takes them to be of the file that has the name, also of one that was given it since.
    """
    real = os.path.realpath(path)
    there = ((Path(f"{real}{suffix}"), suffix) for suffix in ("-wal", "-journal"))
    return [(found, suffix) for found, suffix in there if looking.is_there(found)]


def in_private(source: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of all of `source` that only the returned connection ever sees."""
    private = sqlite3.connect("", isolation_level=None)
    private.text_factory = source.text_factory
    if source.execute("PRAGMA writable_schema").fetchone()[0]:
        _bear_a_damaged_schema(private)
    source.backup(private)
    return private


@contextmanager
def one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read in the block is of one moment, whoever writes meanwhile; inside an act, of that act."""
    inside_an_act = connection.in_transaction
    if not inside_an_act:
        connection.execute("BEGIN")
    try:
        yield
    finally:
        if not inside_an_act:
            connection.rollback()


def make_durable(connection: sqlite3.Connection, *, wal: bool) -> None:
    """Let every commit reach the disk before it returns.

    EXTRA is needed beside a rollback journal: with FULL alone a power cut can bring the deleted journal back, and with
    it the state before the commit.
    """
    if not wal:  # on the way back from this mode SQLite removes a journal that a crash left empty
        connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute(f"PRAGMA journal_mode = {'WAL' if wal else 'DELETE'}")
    connection.execute(f"PRAGMA synchronous = {'FULL' if wal else 'EXTRA'}")


def fold(connection: sqlite3.Connection) -> None:
    """Bring everything into the one file.

    While another connection reads, or the disk is full, the write-ahead log stays beside it, and nothing is lost.
    """
    try:
        empty_log(connection)
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL):
            raise


def empty_log(connection: sqlite3.Connection) -> None:
    """Bring everything into the file that was opened, wherever it is now.

    The log keeps its name when the file loses its own: left full, it would be taken for that of whatever file stands
    there next, and spoil it.
    """
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def sync_folder(folder: Path) -> None:
    """Make new and renamed names in `folder` survive a power cut, where the system lets a folder be synchronised."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
