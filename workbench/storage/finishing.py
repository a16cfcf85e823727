"""Files made under another name first, so that a half-made one never stands under the name people see."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench import temporary
from workbench.errors import CaseFileError
from workbench.storage import connection as connections
from workbench.storage.trouble import translated

_LONGEST_NAME = 255 - len("-journal")
"""Bytes, on Windows UTF-16 units: what common file systems take, less the longest ending put behind it."""
_PAGES = 4096
"""Pages of a step, 16 MB: a writer waits for no longer than that takes."""


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """An empty file beside `path`, readable by its owner only, gone after the block unless it was given its name.

    Raises CaseFileError when the folder can't be written to.
    """
    temporary.sweep_parts(path.parent)
    part = temporary.part(path.parent)
    try:
        handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        folder = path.absolute().parent
        raise CaseFileError(
            "Nothing can be written in “{folder}”: {reason}. Choose another folder.",
            folder=folder.name or folder,
            reason=error.strerror,
        ) from error
    os.close(handle)
    try:
        yield part
    finally:
        for left in (part, Path(f"{part}-journal"), Path(f"{part}-wal"), Path(f"{part}-shm")):
            left.unlink(missing_ok=True)


def require_new_name(path: Path) -> None:
    """Raises CaseFileError when something stands under `path` already, be it a link that leads nowhere, when what a
    crash left of a case that was there would spoil the new one, or when the name is too long for what SQLite and the
    lock put beside a case.
    """
    if len(os.fsencode(path.name) if os.name == "posix" else path.name) > _LONGEST_NAME:
        shown = path.name[:30]
        raise CaseFileError("The name “{name}…” is too long for a case file. Choose a shorter one.", name=shown)
    if os.path.lexists(path):
        raise CaseFileError("“{name}” already exists. Choose another name, or open it.", name=path.name or path)
    for left, _ in connections.beside(path):
        raise CaseFileError(
            "“{left}” is there, the last acts of a case that was called “{name}”. "
            "Move it to where that case is now, or delete it if the case is gone.",
            name=path.name,
            left=left.name,
        )


def give_name(part: Path, path: Path) -> None:
    """Let the finished file stand under its name. Raises CaseFileError when one has appeared there meanwhile."""
    _sync(part)
    try:
        os.link(part, path)
    except FileExistsError:
        require_new_name(path)
    except OSError:  # a file system without hard links
        require_new_name(path)
        part.replace(path)
    connections.sync_folder(path.parent)


def replace(part: Path, path: Path) -> None:
    """Let the finished file take the place of the one under `path`, in one step."""
    _sync(part)
    part.replace(path)
    connections.sync_folder(path.parent)


def copy_database(source: sqlite3.Connection, part: Path) -> None:
    """Copy by SQLite's backup interface: one state, though others read and write meanwhile.

    Without a write-ahead log a reader keeps writers waiting, so there it is done in steps, again from the start when an
    act comes between.
    """
    target = connections.connect(part, read_only=False)
    wal = source.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    try:
        source.backup(target, pages=-1 if wal else _PAGES, sleep=0.01)
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()


def save_copy(source: sqlite3.Connection, path: Path) -> None:
    """Copy an open case to a new file. Raises CaseFileError when `path` exists or can't be written."""
    require_new_name(path)
    with translated(path), unfinished(path) as part:
        copy_database(source, part)
        give_name(part, path)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
