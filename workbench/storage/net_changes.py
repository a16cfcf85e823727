"""What a stretch of the journal comes to: each row as it was before, and as it is after it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.storage.journal import Entry
from workbench.storage.rows import Change, Row, fetch


@dataclass(frozen=True, slots=True)
class Net:
    """None where the row was not there; of a row that was only updated, the columns that were written."""

    before: Row | None
    after: Row | None

    @property
    def columns(self) -> frozenset[str]:
        """Those that are not as they were; all of a new row, none of one that has gone."""
        if self.after is None:
            return frozenset()
        before = self.before or {}
        return frozenset(column for column, value in self.after.items() if before.get(column, _NEVER) != value)


_NEVER = object()


def net_changes(entries: Iterable[Entry]) -> dict[tuple[str, str], Net]:
    """By table and key. Rows that came and went again are there with None on both sides."""
    found: dict[tuple[str, str], Net] = {}
    for entry in entries:
        for change in entry.changes():
            place = (change.table, change.key)
            known = found.get(place, Net(change.before, change.before))
            before = None if known.before is None else {**(change.before or {}), **known.before}
            after = None if change.after is None else {**(known.after or {}), **change.after}
            found[place] = Net(before, after)
    return found


def whole_changes(
    connection: sqlite3.Connection, entries: Sequence[Entry], together: Mapping[str, Sequence[frozenset[str]]]
) -> list[list[Change]]:
    """The changes of each of the newest rows of a journal; an update that writes one column of those that belong
    `together` (by table) says what all of them were after it.
    """
    rows: dict[tuple[str, str], Row] = {}
    made: list[list[Change]] = []
    for entry in reversed(entries):
        whole: list[Change] = []
        for change in reversed(entry.changes()):
            place = (change.table, change.key)
            if change.after is None:
                rows[place] = change.before or {}
                whole.append(change)
                continue
            after = rows.get(place) or fetch(connection, *place) or change.after
            groups = [group for group in together.get(change.table, ()) if group & change.after.keys()]
            more = {column: after[column] for group in groups for column in group}
            whole.append(Change(*place, change.before, {**more, **change.after}))
            rows[place] = {**after, **(change.before or {})}
        made.append(whole[::-1])
    return made[::-1]
