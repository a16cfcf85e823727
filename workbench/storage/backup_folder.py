"""What lies in a folder of backups: each a copy whose name tells when it was made, of which case, and why.

Kept are the ten newest, then the newest of each hour of the last day, of each day of the last thirty days, and of each
week of the last year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from pathlib import Path

from workbench.errors import CaseFileError
from workbench.storage import connection as connections
from workbench.storage.trouble import translated

_STAMP = "%Y-%m-%d %H.%M.%S"
_NAME = (
    r"(?P<made>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) (?P<case>[0-9a-f]{8})"
    r"(?P<reason> before [a-z]+| damaged)?(?: \(\d+\))?"
)
NEWEST = 10
"""Backups that are kept whatever their age."""


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


def found(case: Path, folder: Path, case_id: str) -> list[Backup]:
    """By the second in their names, within that by the file's own time, the newest first.

    An empty `case_id` stands for any. Raises CaseFileError when the folder can't be read.
    """
    pattern = re.compile(re.escape(case.stem) + " " + _NAME + re.escape(".factcase"))
    there: list[tuple[datetime, int, Backup]] = []
    with translated(folder):
        for path in folder.glob("*.factcase"):
            match = pattern.fullmatch(path.name)
            if match and (not case_id or case_id.startswith(match["case"])):
                with suppress(ValueError, FileNotFoundError):  # no such day, and no name of ours; removed this moment
                    made = datetime.strptime(match["made"], _STAMP).replace(tzinfo=UTC)
                    about = path.stat()
                    backup = Backup(path, made, (match["reason"] or "").strip(), about.st_size)
                    there.append((made, about.st_mtime_ns, backup))
    return [backup for *_, backup in sorted(there, key=itemgetter(0, 1), reverse=True)]


def newest(case: Path, folder: Path, case_id: str) -> Backup | None:
    """The newest that can be read as a case."""
    return next((backup for backup in found(case, folder, case_id) if backup.reason != "damaged"), None)


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


def thin(backups: Sequence[Backup], now: datetime) -> None:
    """Remove those that are not kept, with what lies beside them."""
    kept = to_keep((backup.made for backup in backups), now)
    for backup in backups:
        if backup.made not in kept:
            for path in (backup.path, *(log for log, _ in connections.beside(backup.path))):
                path.unlink(missing_ok=True)


def make(folder: Path) -> None:
    """Raises CaseFileError when it can't be made."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        connections.sync_folder(folder.parent)
    except OSError as error:
        raise CaseFileError(
            "The backup folder “{name}” can't be made: {reason}. Choose another in the settings.",
            name=folder.name,
            reason=error.strerror,
        ) from error


def free_name(folder: Path, stem: str, case_id: str, reason: str) -> Path:
    """A name that tells when, of which case (two may be called the same), and why."""
    base = " ".join(filter(None, (stem, datetime.now(UTC).strftime(_STAMP), case_id[:8], reason)))
    path, number = folder / f"{base}.factcase", 2
    while path.exists():
        path, number = folder / f"{base} ({number}).factcase", number + 1
    return path
