"""Timestamped copies of a case, made by SQLite's backup interface, beside it or in a folder of one's own.

Kept are the ten newest, then the newest of each hour of the last day, of each day of the last thirty days, and of each
week of the last year.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from pathlib import Path

from workbench.errors import CaseFileError, DamagedCaseError
from workbench.storage import connection as connections
from workbench.storage import drafts, finishing, journal
from workbench.storage.locks import Lock
from workbench.storage.shape import require_shape
from workbench.storage.trouble import translated, understood

_STAMP = "%Y-%m-%d %H.%M.%S"
_NAME = (
    r"(?P<made>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) (?P<case>[0-9a-f]{8})"
    r"(?P<reason> before [a-z]+| damaged)?(?: \(\d+\))?"
)
NEWEST = 10
"""Backups that are kept whatever their age."""
_one_at_a_time = threading.Lock()
"""Two asked for in the same second would want the same name, and thin out each other's."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a copy holds, for a person to choose by. The counts are None in one that can't be read."""

    path: Path
    made: datetime
    """UTC."""
    reason: str
    """"", "before upgrade", "before restore" or "damaged"."""
    size: int
    """Bytes."""
    acts: int | None = None
    claims: int | None = None
    checked: int | None = None
    notes: int | None = None
    last_act: str = ""
    last_saved: str = ""
    """ISO 8601 instant, UTC."""
    digest: str = ""


def folder_of(case: Path, chosen: Path | None = None) -> Path:
    """Where the backups of a case are."""
    return chosen or case.with_name(f"{case.stem} backups")


def back_up(case: Path, chosen: Path | None = None, reason: str = "") -> Path | None:
    """Copy the case as it stands, unless the newest backup has this very state; None then.

    Uses a connection of its own, so it may run on any thread while the case is open, and waits for one that is being
    made. Older backups are thinned out. Raises CaseFileError when the case can't be read or the copy can't be written.
    """
    folder = folder_of(case, chosen)
    with _one_at_a_time, _reading(case) as connection:
        case_id = _case_id(connection, case)
        newest = _newest(case, folder, case_id)
        if newest and _digest(newest.path) == journal.last(connection).hash:
            return None
        _make_folder(folder)
        target = _free_name(folder, case.stem, case_id, reason)
        finishing.save_copy(connection, target)
        _thin(_found(case, folder, case_id), datetime.now(UTC))
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
    return tuple(_described(backup) for backup in _found(case, folder_of(case, chosen), case_id))


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


def to_keep(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """The times whose backups are kept, by the rule at the head of this module."""
    ordered = sorted(times, reverse=True)
    kept = set(ordered[:NEWEST])
    rules = ((timedelta(days=1), "%Y-%m-%d %H"), (timedelta(days=30), "%Y-%m-%d"), (timedelta(days=365), "%G-%V"))
    for age, period in rules:
        seen: set[str] = set()
        for made in ordered:
            if now - made <= age and made.strftime(period) not in seen:
                seen.add(made.strftime(period))
                kept.add(made)
    return kept


def _thin(backups: Sequence[Backup], now: datetime) -> None:
    kept = to_keep((backup.made for backup in backups), now)
    for backup in backups:
        if backup.made not in kept:
            for path in (backup.path, *(found for found, _ in connections.beside(backup.path))):
                path.unlink(missing_ok=True)


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
        newest = _newest(case, folder_of(case, chosen), case_id)
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
    _make_folder(folder)
    target = _free_name(folder, case.stem, case_id, "damaged")
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


def _found(case: Path, folder: Path, case_id: str) -> list[Backup]:
    """By the second in their names, within that by the file's own time, the newest first; an empty `case_id` stands for
    any.
    """
    pattern = re.compile(re.escape(case.stem) + " " + _NAME + re.escape(".factcase"))
    found: list[tuple[datetime, int, Backup]] = []
    for path in folder.glob("*.factcase"):
        match = pattern.fullmatch(path.name)
        if match and (not case_id or case_id.startswith(match["case"])):
            made = datetime.strptime(match["made"], _STAMP).replace(tzinfo=UTC)
            with suppress(FileNotFoundError):  # removed this moment
                about = path.stat()
                backup = Backup(path, made, (match["reason"] or "").strip(), about.st_size)
                found.append((made, about.st_mtime_ns, backup))
    return [backup for *_, backup in sorted(found, key=itemgetter(0, 1), reverse=True)]


def _newest(case: Path, folder: Path, case_id: str) -> Backup | None:
    return next((backup for backup in _found(case, folder, case_id) if backup.reason != "damaged"), None)


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


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        connections.sync_folder(folder.parent)
    except OSError as error:
        raise CaseFileError(
            "The backup folder “{name}” can't be made: {reason}. Choose another in the settings.",
            name=folder.name,
            reason=error.strerror,
        ) from error


def _free_name(folder: Path, stem: str, case_id: str, reason: str) -> Path:
    """A name that tells when, of which case (two may be called the same), and why."""
    base = " ".join(filter(None, (stem, datetime.now(UTC).strftime(_STAMP), case_id[:8], reason)))
    path, number = folder / f"{base}.factcase", 2
    while path.exists():
        path, number = folder / f"{base} ({number}).factcase", number + 1
    return path
