"""Full-text search over claims, notes, sources and kept copies."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    CLAIM = "claim"
    EVIDENCE = "evidence"
    SOURCE = "source"
    SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place found. `id` is the claim's, note's or source's identifier, or the kept copy's SHA-256."""

    where: Where
    id: str
    excerpt: str
    """A few words around the place."""


_RANKED = 500
"""Rows that are ranked at most: to rank, FTS5 reads every place of every word asked for."""
_TELLING = 4
"""Letters: the beginnings that are shorter stand in so many rows that ranking by them takes longer than typing."""

_NEWEST = "WITH newest AS (SELECT id FROM drafts ORDER BY number DESC LIMIT 1)"
"""Words of earlier drafts are not those of the article any more."""

_QUERIES = {
    "claims": (Where.CLAIM, "id", ""),
    "anchors": (Where.CLAIM, "claim_id", " JOIN newest ON newest.id = anchors.draft_id"),
    "evidence": (Where.EVIDENCE, "id", ""),
    "sources": (Where.SOURCE, "id", ""),
    "snapshot_texts": (Where.SNAPSHOT, "sha256", " JOIN snapshots USING (sha256)"),
}


def search(connection: sqlite3.Connection, words: str, limit: int = 50, *, any_word: bool = False) -> tuple[Hit, ...]:
    """What holds all of `words`, or any of them: the best first of each kind, each thing once.

    Words are found by their beginnings, whatever their case and accents. `limit` counts for each kind. When a
    word has fewer than four letters or more than 500 rows of a kind match, the newest come first instead of the best,
    so that each letter typed is answered at once.
    """
    asked = _asked(words, any_word)
    telling = all(len(word) >= _TELLING for word in words.split())
    hits: dict[tuple[Where, str], Hit] = {}
    for table, (where, key, joined) in _QUERIES.items() if asked else ():
        ranked = any_word or (telling and _are_few(connection, table, asked))
        order = "rank" if ranked else f"{table}_search.rowid DESC"
        rows = connection.execute(
            f"{_NEWEST} SELECT {key}, snippet({table}_search, -1, '', '', '…', 12) FROM {table}_search"
            f" JOIN {table} ON {table}.rowid = {table}_search.rowid{joined}"
            f" WHERE {table}_search MATCH ? ORDER BY {order} LIMIT ?",
            (asked, limit),
        )
        for identifier, excerpt in rows:
            hits.setdefault((where, identifier), Hit(where, identifier, excerpt))
    return tuple(hits.values())


def _are_few(connection: sqlite3.Connection, table: str, asked: str) -> bool:
    matches = f"SELECT 1 FROM {table}_search WHERE {table}_search MATCH ? LIMIT {_RANKED + 1}"
    (count,) = connection.execute(f"SELECT count(*) FROM ({matches})", (asked,)).fetchone()
    return int(count) <= _RANKED


def _asked(words: str, any_word: bool) -> str:
    """The words as FTS5 takes them: quoted, so that nothing in them is read as an operator."""
    quoted = ['"' + word.replace('"', '""') + '"*' for word in words.replace("\x00", " ").split()]
    return (" OR " if any_word else " ").join(quoted)


def unlinked(
    connection: sqlite3.Connection, claim_id: str, notes: list[str], sources: list[str], copies: list[str]
) -> tuple[str, ...]:
    """Those of `notes`, then of the notes made from `sources` or with `copies`, that don't bear on the claim yet."""
    linked = {row[0] for row in connection.execute("SELECT evidence_id FROM links WHERE claim_id = ?", (claim_id,))}
    for source in sources:
        notes += [row[0] for row in connection.execute("SELECT id FROM evidence WHERE source_id = ?", (source,))]
    for sha256 in copies:
        notes += [row[0] for row in connection.execute("SELECT id FROM evidence WHERE snapshot = ?", (sha256,))]
    return tuple(note for note in dict.fromkeys(notes) if note not in linked)
