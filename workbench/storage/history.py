"""What happened to a claim or the case: the journal's rows as who, when, what, before and after."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, fields

from workbench.domain.evidence import Source
from workbench.storage import journal
from workbench.storage.journal import Entry
from workbench.storage.rows import Act, Change, Row, fetch

_UNSAID = frozenset({"id", "claim_id", "evidence_id", "draft_id", "source_id", "signed_hash"})
_UNSAID |= {"prefix", "suffix", "position", "start_at", "end_at", "created", "asked", "answered", "when"}
_UNSAID |= {"origin", "reasons", "check_worthiness", "found_by", "place", "response", "sha256"}
"""Columns that a person has no use for in a history."""
_NOUNS = {
    "cases": "case",
    "drafts": "draft",
    "extractions": "search for claims",
    "claims": "claim",
    "anchors": "words",
    "facts": "fact",
    "dismissals": "dismissal",
    "warnings": "warning",
    "dates": "date",
    "sources": "source",
    "evidence": "note",
    "links": "link",
    "snapshots": "kept copy",
    "queries": "query",
    "sign_offs": "sign-off",
}
REWORDED = {
    "claims": frozenset(["kind", "claimant", "restated", "checkable", "outcome", "correction", "reasoning"]),
    "evidence": frozenset(["locator", "excerpt", "note", "tags"]),
    "sources": frozenset(field.name for field in fields(Source)) - {"id"},
}
"""What can be put back as it was, by table."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after, as words; empty where there was nothing."""

    thing: str
    """What it is a field of: "claim", "note", "source", "link" …"""
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Event:
    """One act. `act` has "undo" or "redo" before the name of what was undone or redone."""

    seq: int
    at: str
    """ISO 8601 instant, UTC."""
    who: str
    act: str
    claims: tuple[str, ...]
    """Identifiers of the claims it bears on."""
    differences: tuple[Difference, ...]
    can_restore: bool
    """Whether `restore_wording` has something to put back."""


def events(connection: sqlite3.Connection, claim_id: str, before: int, limit: int) -> Iterator[Event]:
    """The newest `limit` acts before the row numbered `before`; an empty `claim_id` stands for the whole case."""
    if claim_id:
        query = "SELECT seq FROM mentions WHERE claim_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?"
        rows = connection.execute(query, (claim_id, before, limit))
    else:
        rows = connection.execute("SELECT seq FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT ?", (before, limit))
    for (seq,) in rows.fetchall():
        yield _event(connection, journal.entry(connection, seq), claim_id)


def _event(connection: sqlite3.Connection, entry: Entry, claim_id: str) -> Event:
    changes = [change for change in entry.changes() if _bears_on(connection, change, claim_id)]
    told = tuple(difference for change in changes for difference in differences(connection, change))
    name = entry.act if entry.does in ("act", "fixed") else f"{entry.does} {entry.act}"
    restorable = any(_earlier(change) for change in changes)
    claims = tuple(row[0] for row in connection.execute("SELECT value FROM json_each(?)", (entry.claims,)))
    return Event(entry.seq, entry.at, entry.who, name, claims, told, restorable)


def _bears_on(connection: sqlite3.Connection, change: Change, claim_id: str) -> bool:
    """Whether a change is about the claim or its notes, rather than about something else the same act touched."""
    if not claim_id or change.table in ("evidence", "sources", "snapshots"):
        return True
    if change.table == "claims":
        return change.key == claim_id
    row = {**(change.before or {}), **(change.after or {})}
    if change.table in ("anchors", "links", "queries", "sign_offs") and "claim_id" not in row:
        row = fetch(connection, change.table, change.key) or {}
    return row.get("claim_id") == claim_id


def differences(connection: sqlite3.Connection, change: Change) -> Iterator[Difference]:
    """What a row change comes to for a person."""
    before, after = change.before or {}, change.after or {}
    thing = _NOUNS[change.table]
    if change.table == "links":
        note = _note_title(connection, {**before, **after})
        yield Difference(thing, note, str(before.get("stance", "")), str(after.get("stance", "")))
        return
    for column in {**before, **after} if change.table != "drafts" else ():
        old, new = before.get(column), after.get(column)
        if column not in _UNSAID and old != new and (old or new):
            yield Difference(thing, column.replace("_", " "), _said(old), _said(new))


def _said(value: str | int | float | None) -> str:
    return "" if value is None else str(value)


def _note_title(connection: sqlite3.Connection, link: Row) -> str:
    row = connection.execute(
        "SELECT title FROM sources JOIN evidence ON source_id = sources.id WHERE evidence.id = ?",
        (link.get("evidence_id"),),
    ).fetchone()
    return str(row[0]) if row else "note"


def _earlier(change: Change) -> dict[str, str | int | float | None]:
    if change.before is None or change.after is None:
        return {}
    return {column: value for column, value in change.before.items() if column in REWORDED.get(change.table, ())}


def restore_wording(act: Act, seq: int) -> bool:
    """Put back what the act numbered `seq` reworded, where that still exists; False when nothing differs."""
    restored = False
    for change in journal.entry(act.connection, seq).changes():
        values = _earlier(change)
        if values and fetch(act.connection, change.table, change.key):
            restored |= act.update(change.table, change.key, values)
    return restored
