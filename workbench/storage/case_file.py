"""An open case file: reading, and acts that are written as one transaction together with their journal row."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from workbench.errors import CaseFileError, Sentence
from workbench.storage import backups, finishing, journal, schema, verify
from workbench.storage import connection as connections
from workbench.storage.locks import Lock, unwritable
from workbench.storage.places import Place, place_of
from workbench.storage.rows import Act
from workbench.storage.shape import require_shape
from workbench.storage.trouble import ODD_ROWS, damaged, problem_of, translated


class CaseFile:
    """Used from the thread that opened it. `who` is the checker's name, written into every journal row."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, who: str, *, read_only: bool, lock: Lock | None = None
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.who = who
        self._connection = connection
        self._lock = lock
        self._identity = _identity(path)

    @classmethod
    def create(cls, path: Path, who: str, first: Callable[[CaseFile], None] | None = None) -> Self:
        """Make a new case file and open it; `first` writes what it starts with before the file gets its name.

        Raises CaseFileError when `path` exists or can't be written. A crash never leaves a half-made file under `path`.
        """
        finishing.require_new_name(path)
        with translated(path), finishing.unfinished(path) as part:
            _fill(part, who, first)
            finishing.give_name(part, path)
        return cls.open(path, who)

    @classmethod
    def open(
        cls,
        path: Path,
        who: str,
        read_only: bool = False,
        *,
        take_over: bool = False,
        backup_folder: Path | None = None,
    ) -> Self:
        """Open an existing case file, upgrading an older one after a backup of it to `backup_folder` (None: beside it).

        `take_over` opens it although a record says that somebody on another machine has it. Raises OnlyReadableError
        when it can be opened read-only instead, CaseFileError with anything else that stands in the way.
        """
        header = connections.read_header(path)
        if read_only:
            with translated(path):
                return cls(path, _to_look_at(path, header.version), who, read_only=True)
        _require_rights(path)
        with ExitStack() as undone, translated(path):
            lock = Lock.take(path, who, over=take_over)
            undone.callback(lock.release)
            connection = connections.connect(path, read_only=False)
            undone.callback(connection.close)
            if header.version < schema.LATEST:
                require_shape(connection, path, header.version)
                _upgrade(connection, path, backup_folder)
            require_shape(connection, path, schema.LATEST, to_write=True)
            connections.make_durable(connection, wal=place_of(path).is_safe)
            file = cls(path, connection, who, read_only=False, lock=lock)
            undone.pop_all()
        return file

    @property
    def place(self) -> Place:
        """What kind of place the file is in, with a warning for a cloud folder or network share."""
        return place_of(self.path)

    def close(self) -> None:
        """Fold everything into the one file and let go of it."""
        try:
            if not self.read_only:
                with translated(self.path):
                    self._fold()
        finally:
            self._connection.close()
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the case, unchanging until the block ends. Raises DamagedCaseError when rows make no sense."""
        with self._understood(), connections.one_state(self._connection):
            yield self._connection

    @contextmanager
    def act(self, name: str, entity: str = "", step: journal.Step | None = None) -> Iterator[Act]:
        """One act: its changes and its journal row become durable together when the block ends, or not at all.

        An act that changes nothing leaves no row. `entity` is what it is about, most often a claim; `step` is given by
        undo and redo and by what can't be undone. A row goes in after those it points to, and out before them: having
        SQLite check its keys at the end would make it prepare each statement of each act anew. Raises CaseFileError
        when it can't be written.
        """
        with self.acting() as connection:
            act = Act(connection, name, entity, self.who)
            yield act
            if act.changes:
                journal.append(act, step)

    @contextmanager
    def acting(self) -> Iterator[sqlite3.Connection]:
        """A transaction of several acts, each written into the journal by the block. Raises CaseFileError as `act`."""
        with self._writing():
            yield self._connection

    @contextmanager
    def unjournaled(self) -> Iterator[sqlite3.Connection]:
        """A transaction for what is no act of the user, such as the selection. Raises CaseFileError when read-only."""
        wal = self._connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        if wal:  # what need not survive a power cut need not wait for the disk; the log stays whole either way
            self._connection.execute("PRAGMA synchronous = NORMAL")
        try:
            with self._writing():
                yield self._connection
        finally:
            if wal:
                self._connection.execute("PRAGMA synchronous = FULL")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise CaseFileError(
                "“{name}” is open read-only, so it can't be changed. Save a copy and change that.", name=self.path.name
            )
        self._require_in_place()
        with self._understood():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                raise
        self._require_in_place()

    @contextmanager
    def _understood(self) -> Iterator[None]:
        """Raise DamagedCaseError when the file is not sound and that is why; in a sound one it is a bug of ours."""
        with translated(self.path):
            try:
                yield
            except (sqlite3.IntegrityError, sqlite3.OperationalError, *ODD_ROWS) as error:
                known = isinstance(error, sqlite3.Error) and problem_of(error, self.path)
                if known or verify.is_sound(self._connection):
                    raise
                raise damaged(self.path) from error

    def save_copy(self, path: Path) -> None:
        """Write the case as it stands to a new file, also when its own file has gone. Raises CaseFileError."""
        finishing.save_copy(self._connection, path)

    def is_in_place(self) -> bool:
        """Whether the file under `path` still is the one that was opened."""
        try:
            return _identity(self.path) == self._identity
        except OSError:
            return False

    def _fold(self) -> None:
        if self.is_in_place():
            connections.fold(self._connection)
        else:
            connections.empty_log(self._connection)

    def _require_in_place(self) -> None:
        if not self.is_in_place():
            with suppress(CaseFileError), translated(self.path):
                connections.empty_log(self._connection)
            raise CaseFileError(
                "“{name}” was deleted, moved or replaced while it was open. Save a copy of the case now: "
                "it still holds everything up to the last saved change.",
                name=self.path.name,
            )


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _require_rights(path: Path) -> None:
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise unwritable(path, Sentence("“{name}” or its folder can't be written to.", name=path.name))


def _to_look_at(path: Path, version: int) -> sqlite3.Connection:
    """A connection that can't write; of an older file, to an upgraded copy that only this connection ever sees."""
    with ExitStack() as undone:
        connection = connections.look_at(path)
        undone.callback(connection.close)
        require_shape(connection, path, version)
        if version < schema.LATEST:
            connection = connections.in_private(connection)
            _take_steps(connection)
        else:
            undone.pop_all()
    connection.execute("PRAGMA query_only = ON")
    return connection


def _take_steps(connection: sqlite3.Connection) -> None:
    """All that are pending. Their library is loaded only for this: that takes longer than to open a case."""
    from workbench.storage import migrations

    migrations.upgrade(connection)


def _upgrade(connection: sqlite3.Connection, path: Path, backup_folder: Path | None) -> None:
    connections.make_durable(connection, wal=False)
    backups.back_up(path, backup_folder, reason="before upgrade")
    _take_steps(connection)


def _fill(part: Path, who: str, first: Callable[[CaseFile], None] | None) -> None:
    connection = connections.connect(part, read_only=False)
    try:
        _take_steps(connection)
        connections.make_durable(connection, wal=False)
        if first:
            first(CaseFile(part, connection, who, read_only=False))
    finally:
        connection.close()
