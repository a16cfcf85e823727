"""Which rows of two cases are of the same thing though each has identifiers of its own.

That is what opening an article, looking for its claims and taking in a new draft made in both: it is told to be the
same by kind and place.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

from workbench.storage.journal import Does, Entry
from workbench.storage.rows import Change, Row

MAKING = frozenset({"new case", "find claims", "new draft"})
"""The acts that make such rows."""
_TOLD = {
    "cases": (),
    "drafts": (),
    "extractions": (),
    "claims": (),
    "anchors": ("position",),
    "facts": ("kind", "start_at", "end_at"),
    "warnings": ("kind", "message", "start_at", "end_at"),
    "dates": ("earliest", "latest", "how", "start_at", "end_at"),
}
"""What makes a row the same, besides its draft's text and its claim; by table."""
Nature = tuple[object, ...]


def same_rows(
    here: sqlite3.Connection, done_here: Iterable[Entry], there: sqlite3.Connection, done_there: Iterable[Entry]
) -> dict[tuple[str, str], str]:
    """By table and key there, the key of the same row here."""
    ours, theirs = dict(_made(here, done_here)), dict(_made(there, done_there))
    return {(str(nature[0]), key): ours[nature] for nature, key in theirs.items() if nature in ours}


def _made(connection: sqlite3.Connection, entries: Iterable[Entry]) -> Iterator[tuple[Nature, str]]:
    """What each row made is, and its key."""
    texts = {
        draft_id: hashlib.sha256(text.encode()).hexdigest()
        for draft_id, text in connection.execute("SELECT id, text FROM drafts")
    }
    making = [entry for entry in entries if entry.does == Does.FIXED and entry.act in MAKING]
    changes = [change for entry in making for change in entry.changes() if change.before is None and change.after]
    found = {change.key for change in changes if change.table == "claims"}
    claims: dict[object, Nature] = {}
    """Where the claims that were found stood first."""
    for row in _rows(changes, "anchors"):
        if row["claim_id"] in found and row["position"] == 0:
            claims.setdefault(row["claim_id"], (texts[str(row["draft_id"])], row["start_at"], row["end_at"]))
    for change in changes:
        row = change.after or {}
        if change.table not in _TOLD:
            continue
        draft = change.key if change.table == "drafts" else str(row.get("draft_id", ""))
        claim = change.key if change.table == "claims" else row.get("claim_id")
        told = (row[column] for column in _TOLD[change.table])
        yield (change.table, texts.get(draft), claims.get(claim, claim), *told), change.key


def _rows(changes: Iterable[Change], table: str) -> Iterator[Row]:
    return (change.after for change in changes if change.table == table and change.after)
