"""A copy's acts done again in another copy of the case, each as a row of its own under the name of who did it.

Where both changed the same, what stands here is put back by the last act, so the other words are in the history. What
was deleted in one copy and worked on in the other stays as it is here, and is told.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from workbench.storage import claims, journal, snapshots
from workbench.storage.history import Difference
from workbench.storage.journal import Does, Entry, Step
from workbench.storage.keeping_ours import TOGETHER, keep_ours
from workbench.storage.left_out import LeavingOut, LeftOut
from workbench.storage.net_changes import net_changes, whole_changes
from workbench.storage.parting import Parted
from workbench.storage.pointers import Place, children, has_parents
from workbench.storage.rows import Act, Change, Row, Value, fetch

_TWINS = {
    "anchors": ("claim_id", "draft_id", "start_at", "end_at"),
    "links": ("claim_id", "evidence_id"),
    "sign_offs": ("claim_id", "who", "signed_hash"),
}
"""Columns by which two rows with keys of their own say the same."""


class Combination:
    """The acts of `there` as they are taken into `here`, inside one transaction."""

    def __init__(self, here: sqlite3.Connection, there: sqlite3.Connection, parted: Parted) -> None:
        self._here, self._there, self._parted = here, there, parted
        self._ours = net_changes(parted.here)
        self._stood = {place: fetch(here, *place) for place in self._ours}
        self._numbers: dict[str, int] = {}
        """Those that claims made there have here."""
        self._left_out = LeavingOut(here, self._ours)
        self.acts = 0
        here.execute("PRAGMA defer_foreign_keys = ON")

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        return self._left_out.found

    def take_all(self) -> None:
        """Do the acts again, in their order."""
        whole = whole_changes(self._there, self._parted.there, TOGETHER)
        for entry, changes in zip(self._parted.there, whole, strict=True):
            self._take(entry, changes)

    def _take(self, entry: Entry, done: Sequence[Change]) -> None:
        name = entry.act if entry.does in (Does.ACT, Does.FIXED) else f"{entry.does} {entry.act}"
        act = Act(self._here, name, str(self._same(entry.entity)), entry.who)
        changes = [self._translated(change) for change in done]
        if entry.does == Does.FIXED:
            changes = [change for change in changes if change.before or self._is_news(change)]
        going = self._going(changes)
        for change in changes:
            if change.before is None:
                self._insert(act, change)
            elif change.after is not None:
                self._update(act, change)
            elif (change.table, change.key) in going:
                self._delete(act, change)
        if act.changes:
            self.acts += entry.does != Does.FIXED
            journal.append(act, Step(Does.FIXED if entry.does == Does.FIXED else Does.ACT, is_bottom=True), entry.at)

    def _is_news(self, change: Change) -> bool:
        return (change.table, change.key) not in self._parted.made

    def _same(self, value: Value) -> Value:
        return self._parted.same.get(value, value) if isinstance(value, str) else value

    def _translated(self, change: Change) -> Change:
        before, after = (
            None if row is None else {column: self._same(value) for column, value in row.items()}
            for row in (change.before, change.after)
        )
        return Change(change.table, str(self._same(change.key)), before, after)

    def _going(self, changes: Sequence[Change]) -> frozenset[Place]:
        """The rows that an act takes out. Not one that was worked on here, nor one that another points to that stays;
        and of a claim or note that stays nothing that belongs to it.
        """
        going = frozenset((change.table, change.key) for change in changes if change.after is None)
        staying = {place for place in going if self._stood.get(place) is not None}
        while more := {place for place in going - staying if set(children(self._here, *place)) - (going - staying)}:
            staying |= more
        for change in changes:
            if (change.table, change.key) in staying:
                self._left_out.add(change.table, change.before or {}, deleted_here=False)
        return frozenset() if any(table in ("claims", "evidence") for table, _ in staying) else going - staying

    def _delete(self, act: Act, change: Change) -> None:
        there = fetch(self._here, change.table, change.key)
        if there is not None:
            act.delete(change.table, change.key)
            if change.table == "claims":
                self._numbers[change.key] = int(there["number"] or 0)

    def _insert(self, act: Act, change: Change) -> None:
        row = dict(change.after or {})
        known = change.key if fetch(self._here, change.table, change.key) else self._twin(change.table, row)
        if known:
            if change.table in ("dismissals", "links"):
                act.update(change.table, known, {c: row[c] for c in ("reason", "stance") if c in row})
        elif not has_parents(self._here, change.table, row):
            self._left_out.add(change.table, row, deleted_here=True)
        elif not self._is_deleted(change):
            self._complete(act, change, row)
            act.insert(change.table, row)

    def _complete(self, act: Act, change: Change, row: dict[str, Value]) -> None:
        """Give a claim the number it has here, and a kept copy its bytes."""
        if change.table == "claims":
            if change.key not in self._numbers:
                self._numbers[change.key] = claims.next_number(act)
            row["number"] = self._numbers[change.key]
        elif change.table == "snapshots":
            content = snapshots.read_content(self._there, change.key)
            snapshots.put_content(self._here, change.key, content, str(row["media_type"]))

    def _is_deleted(self, change: Change) -> bool:
        ours = self._ours.get((change.table, change.key))
        return ours is not None and ours.after is None and ours.before is not None

    def _twin(self, table: str, row: Row) -> str:
        """The key of the row here that says the same, empty when there is none."""
        columns = _TWINS.get(table, ())
        if not columns:
            return ""
        said = " AND ".join(f"{column} = ?" for column in columns)
        values = tuple(row[column] for column in columns)
        found = self._here.execute(f"SELECT id FROM {table} WHERE {said}", values).fetchone()
        return str(found[0]) if found else ""

    def _update(self, act: Act, change: Change) -> None:
        key, row = change.key, {**(change.after or {})}
        row.pop("number", None)
        if fetch(self._here, change.table, key) is None:
            there = fetch(self._there, change.table, key)
            key = self._twin(change.table, {c: self._same(value) for c, value in there.items()}) if there else ""
        if not key or fetch(self._here, change.table, key) is None:
            gone = self._ours.get((change.table, change.key))
            self._left_out.add(change.table, (gone and gone.before) or {}, deleted_here=True)
        elif has_parents(self._here, change.table, row):
            act.update(change.table, key, row)
        else:
            self._left_out.add(change.table, row, deleted_here=True)

    def keep_ours(self, act: Act) -> list[tuple[str, Difference]]:
        """Put back what was changed here and stands otherwise now; tells each with its claim, if it is of one."""
        return keep_ours(act, self._ours, self._stood)
