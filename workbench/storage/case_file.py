"""An open case file: reading, and acts that are written as one transaction together with their journal row."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from workbench.errors import CaseFileError
from workbench.storage import connection as connections
from workbench.storage import journal, migrations
from workbench.storage.rows import Act
from workbench.storage.trouble import translated


class CaseFile:
    """Used from the thread that opened it. `who` is the checker's name, written into every journal row."""

    def __init__(self, path: Path, connection: sqlite3.Connection, who: str, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.who = who
        self._connection = connection
        self._identity = _identity(path)

    @classmethod
    def create(cls, path: Path, who: str, first: Callable[[CaseFile], None] | None = None) -> Self:
        """Make a new case file and open it; `first` writes what it starts with before the file gets its name.

        Raises CaseFileError when `path` exists or can't be written. A crash never leaves a half-made file under `path`.
        """
        if path.exists():
            raise CaseFileError(f"“{path.name}” already exists. Choose another name, or open it.")
        part = _unfinished(path)
        try:
            with translated(path):
                _fill(part, who, first)
            _give_name(part, path)
        finally:
            part.unlink(missing_ok=True)
        return cls.open(path, who)

    @classmethod
    def open(cls, path: Path, who: str, read_only: bool = False) -> Self:
        """Open an existing case file, upgrading an older one. Raises CaseFileError with what stands in the way."""
        header = connections.read_header(path)
        if not read_only and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise CaseFileError(
                f"“{path.name}” or its folder can't be written to. Open it read-only, or copy it to your own folder."
            )
        with translated(path):
            connection = connections.connect(path, read_only=read_only)
            if not read_only:
                if header.version < migrations.LATEST:
                    migrations.upgrade(connection)
                connections.make_durable(connection, wal=True)
            journal.last(connection)
        return cls(path, connection, who, read_only=read_only)

    def close(self) -> None:
        """Fold everything into the one file and let go of it."""
        try:
            if not self.read_only and self.is_in_place():
                with translated(self.path):
                    connections.fold(self._connection)
        finally:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the case, unchanging until the block ends."""
        with translated(self.path):
            inside_an_act = self._connection.in_transaction
            if not inside_an_act:
                self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                if not inside_an_act:
                    self._connection.rollback()

    @contextmanager
    def act(self, name: str, entity: str = "", step: Callable[[Act], journal.Step] | None = None) -> Iterator[Act]:
        """One act: its changes and its journal row become durable together when the block ends, or not at all.

        An act that changes nothing leaves no row. `entity` is what it is about, most often a claim. `step` tells, once
        the changes are made, where the act stands to undo and redo. Raises CaseFileError when it can't be written.
        """
        self._require_writable()
        with translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.execute("PRAGMA defer_foreign_keys = ON")
                act = Act(self._connection, name, entity, self.who)
                yield act
                if act.changes:
                    journal.append(act, step(act) if step else None)
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                raise
        self._require_in_place()

    @contextmanager
    def unjournaled(self) -> Iterator[sqlite3.Connection]:
        """A transaction for what is no act of the user, such as the selection. Raises CaseFileError when read-only."""
        self._require_writable()
        with translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                raise

    def is_in_place(self) -> bool:
        """Whether the file under `path` still is the one that was opened."""
        try:
            return _identity(self.path) == self._identity
        except FileNotFoundError:
            return False

    def _require_writable(self) -> None:
        if self.read_only:
            raise CaseFileError(
                f"“{self.path.name}” is open read-only, so it can't be changed. Save a copy and change that."
            )
        self._require_in_place()

    def _require_in_place(self) -> None:
        if not self.is_in_place():
            raise CaseFileError(
                f"“{self.path.name}” was deleted, moved or replaced while it was open. Save a copy of the case now: "
                "it still holds everything up to the last saved change."
            )


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _unfinished(path: Path) -> Path:
    """An empty file of our own beside `path`, readable by its owner only."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        told = f"The folder “{path.parent.name}” can't be written to: {error.strerror}. Choose another folder."
        raise CaseFileError(told) from error
    os.close(handle)
    return Path(name)


def _fill(part: Path, who: str, first: Callable[[CaseFile], None] | None) -> None:
    connection = connections.connect(part, read_only=False)
    try:
        migrations.upgrade(connection)
        connections.make_durable(connection, wal=False)
        if first:
            first(CaseFile(part, connection, who, read_only=False))
    finally:
        connection.close()


def _give_name(part: Path, path: Path) -> None:
    """Let the finished file stand under its name, refusing one that has appeared there meanwhile."""
    try:
        os.link(part, path)
    except FileExistsError as error:
        raise CaseFileError(f"“{path.name}” already exists. Choose another name, or open it.") from error
    except OSError:  # a file system without hard links
        part.replace(path)
    connections.sync_folder(path.parent)
