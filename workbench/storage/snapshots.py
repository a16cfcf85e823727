"""Kept copies: their bytes under their SHA-256, once however often they are kept.

The bytes stay when an act that brought them is undone, so that redo finds them; their row, which is journaled, goes.
"""

from __future__ import annotations

import hashlib
import sqlite3

from workbench.domain.evidence import Snapshot
from workbench.errors import EvidenceError
from workbench.storage import clock
from workbench.storage.rows import Act
from workbench.storage.texts import text_of

LARGEST = 500_000_000
"""Bytes. SQLite itself keeps no more than 1,000,000,000 in one place."""


def keep(act: Act, content: bytes, name: str, media_type: str, captured_from: str = "", response: str = "") -> str:
    """Keep a copy and return its SHA-256. Raises EvidenceError when it is too large."""
    if len(content) > LARGEST:
        raise EvidenceError(
            "“{name}” is larger than {megabytes} MB, too large for a case file. Keep it beside the file "
            "and write down where.",
            name=name,
            megabytes=LARGEST // 1_000_000,
        )
    sha256 = hashlib.sha256(content).hexdigest()
    put_content(act.connection, sha256, content, media_type)
    if not act.connection.execute("SELECT 1 FROM snapshots WHERE sha256 = ?", (sha256,)).fetchone():
        act.insert(
            "snapshots",
            {
                "sha256": sha256,
                "name": name,
                "media_type": media_type,
                "size": len(content),
                "captured": clock.now(),
                "captured_from": captured_from,
                "response": response,
            },
        )
    return sha256


def put_content(connection: sqlite3.Connection, sha256: str, content: bytes, media_type: str) -> None:
    """Write the bytes, and their text where it is plain, unless they are there."""
    if not connection.execute("SELECT 1 FROM contents WHERE sha256 = ?", (sha256,)).fetchone():
        connection.execute("INSERT INTO contents VALUES (?, ?)", (sha256, content))
        text = text_of(content, media_type)
        connection.execute("INSERT INTO snapshot_texts (sha256, text) VALUES (?, ?)", (sha256, text))


def drop_unused(act: Act, sha256: str) -> None:
    """Take out a snapshot's row when neither note nor draft needs it."""
    used = "SELECT 1 FROM evidence WHERE snapshot = ?1 UNION ALL SELECT 1 FROM drafts WHERE sha256 = ?1"
    if sha256 and not act.connection.execute(used, (sha256,)).fetchone():
        act.delete("snapshots", sha256)


def snapshot_of(act: Act, evidence_id: str) -> str:
    """SHA-256 of the note's snapshot, or an empty string."""
    row = act.connection.execute("SELECT snapshot FROM evidence WHERE id = ?", (evidence_id,)).fetchone()
    return str(row[0] or "") if row else ""


def read_snapshots(connection: sqlite3.Connection) -> dict[str, Snapshot]:
    """What is known about each kept copy, without its bytes."""
    rows = connection.execute("SELECT sha256, name, media_type, size, captured, captured_from, response FROM snapshots")
    return {row[0]: Snapshot(*row) for row in rows}


def read_content(connection: sqlite3.Connection, sha256: str) -> bytes:
    """The bytes of a kept copy. Raises EvidenceError when they are gone or are not those that were kept."""
    row = connection.execute("SELECT content FROM contents WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise EvidenceError("The kept copy is missing from the case file. Look for it in a backup.")
    return checked(sha256, bytes(row[0]))


def checked(sha256: str, content: bytes) -> bytes:
    """The bytes, which go nowhere unless they are those that were kept. Raises EvidenceError when they are not."""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise EvidenceError("The kept copy is damaged: it is not what was saved. Look for it in a backup.")
    return content
