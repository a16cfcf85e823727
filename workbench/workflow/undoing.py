"""Undo and redo, unlimited and also after the file was closed."""

from __future__ import annotations

from workbench.domain.changes import Changes
from workbench.storage import undo as steps
from workbench.storage.case_file import CaseFile


def undo(file: CaseFile) -> Changes | None:
    """Take back the last act that stands, None when there is none. New cases and found claims are never taken back."""
    return steps.undo(file)


def redo(file: CaseFile) -> Changes | None:
    """Do again what was undone last; None when there is nothing, or when another act came since."""
    return steps.redo(file)


def undo_name(file: CaseFile) -> str:
    """Name of the act that undo would take back ("link evidence"), empty when there is none."""
    with file.reading() as connection:
        return steps.undoable(connection).act


def redo_name(file: CaseFile) -> str:
    """Name of the act that redo would do again, empty when there is none."""
    with file.reading() as connection:
        return steps.redoable(connection).act
