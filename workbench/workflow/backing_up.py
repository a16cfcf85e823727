"""Backups, restoring one, and saving what a damaged file still holds."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import CaseFileError
from workbench.storage import backups
from workbench.storage import rescue as rescuing
from workbench.storage.backup_folder import Backup
from workbench.storage.case_file import CaseFile
from workbench.storage.rescue import Rescued
from workbench.storage.trouble import ODD_ROWS
from workbench.workflow.reading import read_case


def back_up(path: Path, folder: Path | None = None) -> Path | None:
    """Copy the case to `folder` (None: beside it) unless nothing changed since the newest backup; None then.

    May run on any thread while the case is open: on opening and on a timer. Raises CaseFileError.
    """
    return backups.back_up(path, folder)


def list_backups(path: Path, folder: Path | None = None) -> tuple[Backup, ...]:
    """The backups of a case, the newest first, each with what it holds."""
    return backups.list_backups(path, folder)


def restore(path: Path, backup: Path, *, who: str, folder: Path | None = None) -> Path | None:
    """Put a backup in the place of the case, which must be closed; returns where the present one is kept.

    Raises CaseFileError when the backup can't be read or is of another case.
    """
    return backups.restore(path, backup, who, folder)


def save_copy(file: CaseFile, path: Path) -> None:
    """Write the open case to a new file, also when its own was deleted. Raises CaseFileError."""
    file.save_copy(path)


def rescue(path: Path, target: Path, *, who: str) -> Rescued:
    """Write what can still be read of a damaged case to a new file. Raises CaseFileError."""
    for from_tables in (True, False):
        rescued = rescuing.rescue(path, target, who, from_tables=from_tables)
        if _makes_sense(target):
            return rescued
        target.unlink()
    raise rescuing.too_little(path)


def _makes_sense(path: Path) -> bool:
    try:
        with CaseFile.open(path, "", read_only=True) as file:
            read_case(file)
    except (CaseFileError, *ODD_ROWS):
        return False
    return True
