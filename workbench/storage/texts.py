"""The texts of kept copies, to search in and to hold quotations against. Made from the bytes, so no part of the record.

Plain UTF-8 is read here and now. Everything else waits (its text is NULL) until it has been read in a process of its
own, which then writes its text, or the sentence that says why there is none.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

LONGEST = 20_000_000
"""Code points kept of one copy's text."""

_PLAIN = ("application/json", "application/xml")
_PAGES = ("text/html", "text/rtf", "text/xml")


@dataclass(frozen=True, slots=True)
class KeptText:
    """A copy's text, and in `problem` what keeps some or all of it from being read; empty when nothing does."""

    text: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A copy whose text has not been read yet."""

    sha256: str
    name: str
    media_type: str
    size: int
    """Bytes."""


def text_of(content: bytes, media_type: str) -> str | None:
    """The text of plain UTF-8; None for what has to be read apart: other kinds and encodings, and very long texts."""
    kind = media_type.partition(";")[0].strip().lower()
    is_plain = kind in _PLAIN or (kind.startswith("text/") and kind not in _PAGES)
    if not is_plain or len(content) > LONGEST or b"\x00" in content:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def next_waiting(connection: sqlite3.Connection) -> Waiting | None:
    """A copy kept with a note whose text has not been read yet, or None."""
    row = connection.execute(
        "SELECT sha256, name, media_type, size FROM snapshots JOIN snapshot_texts USING (sha256)"
        " WHERE text IS NULL AND problem IS NULL AND sha256 IN (SELECT snapshot FROM evidence)"
        " ORDER BY captured, sha256 LIMIT 1"
    ).fetchone()
    return Waiting(*row) if row else None


def put_text(connection: sqlite3.Connection, sha256: str, read: KeptText) -> None:
    """Write the text of a copy that waited for it; one that has its text stays as it is."""
    connection.execute(
        "UPDATE snapshot_texts SET text = ?, problem = ? WHERE sha256 = ? AND text IS NULL AND problem IS NULL",
        (read.text[:LONGEST], read.problem, sha256),
    )


def read_texts(connection: sqlite3.Connection) -> dict[str, KeptText | None]:
    """The texts of all copies kept with notes, by SHA-256; None for one that has not been read yet."""
    rows = connection.execute(
        "SELECT sha256, text, coalesce(problem, '') FROM snapshot_texts"
        " WHERE sha256 IN (SELECT snapshot FROM evidence) ORDER BY sha256"
    )
    return {sha256: None if text is None else KeptText(text, problem) for sha256, text, problem in rows}


def read_text(connection: sqlite3.Connection, sha256: str) -> KeptText | None:
    """The text of one copy; None when it has not been read yet, or there is no such copy."""
    row = connection.execute(
        "SELECT text, coalesce(problem, '') FROM snapshot_texts WHERE sha256 = ?", (sha256,)
    ).fetchone()
    return KeptText(*row) if row and row[0] is not None else None
