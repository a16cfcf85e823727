"""Undo and redo: the row images of the journal written backwards and forwards again, as new rows of the journal."""

from __future__ import annotations

import sqlite3

from workbench.domain.changes import Changes
from workbench.storage import journal
from workbench.storage.case_file import CaseFile
from workbench.storage.journal import Does, Entry, Step
from workbench.storage.rows import Change


def undoable(connection: sqlite3.Connection) -> Entry:
    """The act that undo would take back, `journal.NOTHING` when there is none."""
    return journal.entry(connection, journal.last(connection).undo_next)


def redoable(connection: sqlite3.Connection) -> Entry:
    """The act that redo would do again, `journal.NOTHING` when there is none."""
    undoing = journal.entry(connection, journal.last(connection).redo_next)
    return journal.entry(connection, undoing.of)


def undo(file: CaseFile) -> Changes | None:
    """Take back the last act that still stands; None when there is none."""
    with file.reading() as connection:
        taken_back = undoable(connection)
        below = journal.entry(connection, taken_back.seq - 1)
        changes = tuple(change.reversed() for change in reversed(taken_back.changes()))
    if not taken_back.seq:
        return None
    return _replay(file, taken_back, changes, Step(Does.UNDO, of=taken_back.seq, undo_next=below.undo_next))


def redo(file: CaseFile) -> Changes | None:
    """Do again what undo took back last; None when there is nothing or another act came since."""
    with file.reading() as connection:
        undoing = journal.entry(connection, journal.last(connection).redo_next)
        again = journal.entry(connection, undoing.of)
        below = journal.entry(connection, undoing.seq - 1)
        changes = again.changes()
    if not again.seq:
        return None
    step = Step(Does.REDO, of=again.seq, undo_next=again.seq, redo_next=below.redo_next)
    return _replay(file, again, changes, step)


def _replay(file: CaseFile, entry: Entry, changes: tuple[Change, ...], step: Step) -> Changes:
    with file.act(entry.act, entry.entity, step) as act:
        act.connection.execute("PRAGMA defer_foreign_keys = ON")  # acts of earlier versions wrote in any order
        for change in changes:
            act.apply(change)
        there = (
            {row for (row,) in act.connection.execute("SELECT id FROM claims")} if entry.entity in act.claims else ()
        )
        select = entry.entity if entry.entity in there else ""
        return act.result(select=select, name=f"{step.does} {entry.act}")
