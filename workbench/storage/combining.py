"""A copy's acts done again in another copy of the case, each as a row of its own under the name of who did it.

Where both changed the same, what stands here is put back by the last act, so the other words are in the history. What
was deleted in one copy and worked on in the other stays as it is here, and is told.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.claim import Status
from workbench.storage import claims, journal, snapshots
from workbench.storage.history import Difference, differences
from workbench.storage.journal import Does, Entry, Step
from workbench.storage.net_changes import net_changes, whole_changes
from workbench.storage.parting import Parted
from workbench.storage.rows import KEYS, Act, Change, Row, Value, fetch

_TOGETHER = {
    "anchors": (frozenset({"position", "start_at", "end_at", "exact", "prefix", "suffix"}),),
    "claims": (frozenset({"outcome", "correction"}),),
    "evidence": (frozenset({"excerpt", "place", "snapshot"}),),
    "queries": (frozenset({"answer", "answered"}),),
}
"""Columns that make sense only together: they are taken from one side or the other."""
_TWINS = {
    "anchors": ("claim_id", "draft_id", "start_at", "end_at"),
    "links": ("claim_id", "evidence_id"),
    "sign_offs": ("claim_id", "who", "signed_hash"),
}
"""Columns by which two rows with keys of their own say the same."""
_BEGUN = (Status.TO_CHECK, Status.CHECKING)
"""Give way to a status that says more."""

Place = tuple[str, str]
"""A table and a key in it."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was deleted in one copy and worked on in the other. Either `claim`, a number, or `title`, a source's."""

    claim: int
    title: str
    deleted_here: bool


class Combination:
    """The acts of `there` as they are taken into `here`, inside one transaction."""

    def __init__(self, here: sqlite3.Connection, there: sqlite3.Connection, parted: Parted) -> None:
        self._here, self._there, self._parted = here, there, parted
        self._ours = net_changes(parted.here)
        self._stood = {place: fetch(here, *place) for place in self._ours}
        self._numbers: dict[str, int] = {}
        """Those that claims made there have here."""
        self.left_out: dict[LeftOut, None] = {}
        self.acts = 0
        here.execute("PRAGMA defer_foreign_keys = ON")

    def _parents(self, table: str, row: Row) -> Iterator[Place]:
        """The rows that a row points to."""
        for _, _, parent, column, *_ in self._foreign_keys(table):
            if row.get(column) is not None and parent in KEYS:
                yield parent, str(row[column])

    def _foreign_keys(self, table: str) -> list[tuple[Any, ...]]:
        return self._here.execute(f"PRAGMA foreign_key_list({table})").fetchall()

    def take_all(self) -> None:
        """Do the acts again, in their order."""
        whole = whole_changes(self._there, self._parted.there, _TOGETHER)
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
        while more := {place for place in going - staying if set(self._children(*place)) - (going - staying)}:
            staying |= more
        for change in changes:
            if (change.table, change.key) in staying:
                self._leave_out(change.table, change.before or {}, deleted_here=False)
        return frozenset() if any(table in ("claims", "evidence") for table, _ in staying) else going - staying

    def _children(self, table: str, key: str) -> Iterator[Place]:
        """The rows that point to a row."""
        for child, key_of_child in KEYS.items():
            for _, _, parent, column, *_ in self._foreign_keys(child):
                if parent == table:
                    found = self._here.execute(f"SELECT {key_of_child} FROM {child} WHERE {column} = ?", (key,))
                    yield from ((child, str(row)) for (row,) in found.fetchall())

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
        elif not self._has_all(change.table, row):
            self._leave_out(change.table, row, deleted_here=True)
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

    def _has_all(self, table: str, row: Row) -> bool:
        return all(fetch(self._here, *parent) for parent in self._parents(table, row))

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
            self._leave_out(change.table, (gone and gone.before) or {}, deleted_here=True)
        elif self._has_all(change.table, row):
            act.update(change.table, key, row)
        else:
            self._leave_out(change.table, row, deleted_here=True)

    def _leave_out(self, table: str, row: Row, *, deleted_here: bool) -> None:
        claim = row.get("number") if table == "claims" else self._of("claims", row.get("claim_id"), "number")
        title = row.get("title") or self._of("sources", row.get("source_id"), "title")
        if claim or title:
            self.left_out[LeftOut(int(claim or 0), "" if claim else str(title), deleted_here)] = None

    def _of(self, table: str, key: Value, column: str) -> Value:
        """What a row says or said, in either copy; None when there never was such a row."""
        gone = self._ours.get((table, str(key)))
        row = fetch(self._here, table, str(key)) or (gone and gone.before) or fetch(self._there, table, str(key))
        return (row or {}).get(column)

    def keep_ours(self, act: Act) -> tuple[tuple[str, Difference], ...]:
        """Put back what was changed here and stands otherwise now; tells each with its claim, if it is of one."""
        told: list[tuple[str, Difference]] = []
        for (table, key), stood in self._stood.items():
            now = fetch(self._here, table, key)
            if stood is None or now is None:
                continue
            columns = self._ours[table, key].columns
            columns = columns.union(*(group for group in _TOGETHER.get(table, ()) if group & columns))
            differing = {column for column in columns if now[column] != stood[column]}
            status = {"status"} & differing if table == "claims" else set()
            if status and stood["status"] in _BEGUN:
                differing.discard("status")
            if not differing:
                continue
            act.update(table, key, {column: stood[column] for column in differing})
            if status and now["status"] in _BEGUN:
                differing.discard("status")
            change = Change(table, key, {c: now[c] for c in differing}, {c: stood[c] for c in differing})
            claim = key if table == "claims" else str(now.get("claim_id", ""))
            told += ((claim, difference) for difference in differences(self._here, change))
        return tuple(told)
