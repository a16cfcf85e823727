"""Timestamped copies of a case, made by SQLite's backup interface, beside it or in a folder of one's own; and putting
one in its place.
"""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import CaseFileError, DamagedCaseError
from workbench.storage import backup_folder, drafts, finishing, journal
from workbench.storage import connection as connections
from workbench.storage.backup_folder import Backup, folder_of
from workbench.storage.locks import Lock
from workbench.storage.shape import require_shape
from workbench.storage.trouble import translated, understood

_one_at_a_time = threading.Lock()
"""Two asked for in the same second would want the same name, and thin out each other's."""


def back_up(case: Path, chosen: Path | None = None, reason: str = "") -> Path | None:
    """Copy the case as it stands, unless the newest backup has this very state; None then.

    Uses a connection of its own, so it may run on any thread while the case is open, and waits for one that is being
    made. Older backups are thinned out. Raises CaseFileError when the case can't be read or the copy can't be written.
    """
    folder = folder_of(case, chosen)
    with _one_at_a_time, _reading(case) as connection:
        case_id = _case_id(connection, case)
        newest = backup_folder.newest(case, folder, case_id)
        if newest and _digest(newest.path) == journal.last(connection).hash:
            return None
        backup_folder.make(folder)
        target = backup_folder.free_name(folder, case.stem, case_id, reason)
        finishing.save_copy(connection, target)
        backup_folder.thin(backup_folder.found(case, folder, case_id), datetime.now(UTC))
    return target


def list_backups(case: Path, chosen: Path | None = None) -> tuple[Backup, ...]:
    """The backups of a case with what each holds, the newest first.

    Of a case too damaged to tell its identifier, all those made under its name.
    """
    try:
        with _reading(case) as connection:
            case_id = _case_id(connection, case)
    except CaseFileError:
        case_id = ""
    return tuple(map(_described, backup_folder.found(case, folder_of(case, chosen), case_id)))


def restore(case: Path, backup: Path, who: str, chosen: Path | None = None) -> Path | None:
    """Put a backup in the place of the case, which must be closed; returns where the present one is kept.

    Raises CaseFileError when the backup can't be read or is of another case, OnlyReadableError when somebody has the
    case open.
    """
    lock = Lock.take(case, who)
    try:
        with _reading(backup) as connection, translated(case), finishing.unfinished(case.resolve()) as part:
            finishing.copy_database(connection, part)
            kept = _keep_present(case, _case_id(connection, backup), chosen)
            finishing.replace(part, case.resolve())
            return kept
    finally:
        lock.release()


def _keep_present(case: Path, case_id: str, chosen: Path | None) -> Path | None:
    """Back the present case up, or, when it can't be read, keep its bytes; nothing of it stays beside the other.

    Raises CaseFileError while somebody reads it: its log would stay, and be taken for that of the other.
    """
    if not case.exists():
        return _keep_bytes(case, folder_of(case, chosen), case_id) if connections.beside(case) else None
    if not _is_readable(case):
        return _keep_bytes(case, folder_of(case, chosen), case_id)
    try:
        with _reading(case) as connection:
            if _case_id(connection, case) != case_id:
                raise CaseFileError("That backup is of another case. Open it by itself instead.")
        newest = backup_folder.newest(case, folder_of(case, chosen), case_id)
        kept = back_up(case, chosen, reason="before restore") or (newest.path if newest else None)
        connection = connections.connect(case, read_only=False)
        try:
            connections.fold(connection)
        finally:
            connection.close()
        if connections.beside(case):
            raise CaseFileError(
                "“{name}” is being read elsewhere, so no backup can take its place. Close it there and try again.",
                name=case.name,
            )
    except (DamagedCaseError, sqlite3.DatabaseError):
        kept = _keep_bytes(case, folder_of(case, chosen), case_id)
    return kept


def _is_readable(case: Path) -> bool:
    try:
        connections.read_header(case)
    except CaseFileError:
        return False
    return True


def _keep_bytes(case: Path, folder: Path, case_id: str) -> Path:
    backup_folder.make(folder)
    target = backup_folder.free_name(folder, case.stem, case_id, "damaged")
    if case.exists():
        shutil.copy2(case, target)
    for left, suffix in connections.beside(case):
        shutil.move(left, Path(f"{target}{suffix}"))
    Path(f"{case.resolve()}-shm").unlink(missing_ok=True)
    return target


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    header = connections.read_header(path)
    with translated(path):
        connection = connections.look_at(path)
        try:
            require_shape(connection, path, header.version)
            yield connection
        finally:
            connection.close()


def _case_id(connection: sqlite3.Connection, path: Path) -> str:
    with understood(path):
        return drafts.case_id(connection)


def _described(backup: Backup) -> Backup:
    try:
        with _reading(backup.path) as connection:
            newest = journal.last(connection)
            claims, checked, notes = connection.execute(
                "SELECT count(*), count(*) FILTER (WHERE status IN ('checked', 'second-checked')),"
                " (SELECT count(*) FROM evidence) FROM claims"
            ).fetchone()
    except CaseFileError:
        return backup
    return Backup(
        backup.path, backup.made, backup.reason, backup.size, newest.seq, claims, checked, notes, newest.act,
        newest.at, newest.hash,
    )  # fmt: skip


def _digest(backup: Path) -> str:
    try:
        with _reading(backup) as connection:
            return journal.last(connection).hash
    except CaseFileError:
        return ""
