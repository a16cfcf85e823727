"""Sources, the notes made from them, and their links to claims."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict

from workbench.domain.claim import Anchor
from workbench.domain.evidence import Evidence, Link, Source, Stance
from workbench.domain.span import Span
from workbench.domain.tags import read_tags, write_tags
from workbench.errors import EvidenceError
from workbench.storage import clock
from workbench.storage.rows import Act, Found, Row, Value

_SOURCE = (
    'id, title, kind, authors, publisher, published, url, archive_url, accessed, "primary", confidential, contact,'
)
_SOURCE += " doi"
_EVIDENCE = "id, source_id, locator, excerpt, note, coalesce(snapshot, ''), created, place, tags"


def read_sources(connection: sqlite3.Connection) -> dict[str, Source]:
    """All sources by identifier, in order of title."""
    rows = connection.execute(f"SELECT {_SOURCE} FROM sources ORDER BY title COLLATE NOCASE, id")
    return {row[0]: _source(row) for row in rows}


def _source(row: Found) -> Source:
    identifier, title, kind, authors, publisher, published, url, archive_url, accessed, *marks = row
    primary, confidential, contact, doi = marks
    return Source(
        identifier, title, kind, authors, publisher, published, url, archive_url, accessed, bool(primary),
        bool(confidential), contact, doi,
    )  # fmt: skip


def read_evidence(connection: sqlite3.Connection) -> dict[str, Evidence]:
    """All notes by identifier, in the order they were made."""
    rows = connection.execute(f"SELECT {_EVIDENCE} FROM evidence ORDER BY created, id")
    return {
        identifier: Evidence(
            identifier, source, locator, excerpt, note, sha256, created, _place(place, excerpt), read_tags(tags)
        )
        for identifier, source, locator, excerpt, note, sha256, created, place, tags in rows
    }


def _place(written: str, excerpt: str) -> Anchor | None:
    """None as well when the excerpt has been reworded since: it then is not what stands there."""
    if not written:
        return None
    found = json.loads(written)
    anchor = Anchor(Span(found["start"], found["end"]), found["exact"], found["prefix"], found["suffix"])
    return anchor if anchor.exact == excerpt else None


def place_row(place: Anchor | None) -> str:
    """The place as its column holds it: the fields of W3C's text selectors, or nothing."""
    if place is None:
        return ""
    span = {"start": place.span.start, "end": place.span.end}
    return json.dumps({**span, "exact": place.exact, "prefix": place.prefix, "suffix": place.suffix})


def read_links(connection: sqlite3.Connection) -> tuple[Link, ...]:
    """All links, in the order their notes were made."""
    rows = connection.execute(
        "SELECT claim_id, evidence_id, stance FROM links JOIN evidence ON evidence.id = evidence_id"
        " ORDER BY created, evidence_id, claim_id"
    )
    stances = {stance.value: stance for stance in Stance}
    return tuple(Link(claim_id, evidence_id, stances[stance]) for claim_id, evidence_id, stance in rows)


def add_source(act: Act, fields: Row) -> str:
    identifier = clock.new_id()
    act.insert("sources", {"id": identifier, **fields})
    return identifier


def change_source(act: Act, source_id: str, fields: Row) -> bool:
    return act.update("sources", source_id, fields)


def require_source(act: Act, source_id: str) -> None:
    """Raises EvidenceError when there is no such source."""
    if not act.connection.execute("SELECT 1 FROM sources WHERE id = ?", (source_id,)).fetchone():
        raise EvidenceError("That source is not in this case any more. Choose another one, or make a new one.")


def source_of(act: Act, evidence_id: str) -> str:
    """Raises EvidenceError when there is no such note."""
    row = act.connection.execute("SELECT source_id FROM evidence WHERE id = ?", (evidence_id,)).fetchone()
    if row is None:
        raise EvidenceError("That note is not in this case any more. Choose another one.")
    return str(row[0])


def add_evidence(act: Act, source_id: str, fields: Row, snapshot: str) -> str:
    identifier = clock.new_id()
    row = {"id": identifier, "source_id": source_id, **fields, "snapshot": snapshot or None, "created": clock.now()}
    act.insert("evidence", row)
    return identifier


def source_row(source: Source) -> Row:
    return {**asdict(source), "primary": int(source.primary), "confidential": int(source.confidential)}


def evidence_row(note: Evidence) -> Row:
    row = {**asdict(note), "snapshot": note.snapshot or None}
    return {**row, "place": place_row(note.place), "tags": write_tags(note.tags)}


def change_evidence(act: Act, evidence_id: str, fields: Row, snapshot: str = "") -> bool:
    """Set fields of a note; its snapshot stays unless another is given."""
    values: dict[str, Value] = {**fields, **({"snapshot": snapshot} if snapshot else {})}
    return act.update("evidence", evidence_id, values)


def remove_evidence(act: Act, evidence_id: str) -> None:
    """Take a note out with its links, and its source when no other note is made from it."""
    source_id = source_of(act, evidence_id)
    for (key,) in act.connection.execute("SELECT id FROM links WHERE evidence_id = ?", (evidence_id,)).fetchall():
        act.delete("links", key)
    act.delete("evidence", evidence_id)
    if not act.connection.execute("SELECT 1 FROM evidence WHERE source_id = ?", (source_id,)).fetchone():
        act.delete("sources", source_id)


def link(act: Act, evidence_id: str, claim_id: str, stance: Stance) -> None:
    """Link, or change the stance of a link."""
    key = _link(act, evidence_id, claim_id)
    if key:
        act.update("links", key, {"stance": stance.value})
        return
    row = {"id": clock.new_id(), "claim_id": claim_id, "evidence_id": evidence_id, "stance": stance.value}
    act.insert("links", row)


def unlink(act: Act, evidence_id: str, claim_id: str) -> None:
    key = _link(act, evidence_id, claim_id)
    if key:
        act.delete("links", key)


def _link(act: Act, evidence_id: str, claim_id: str) -> str:
    row = act.connection.execute(
        "SELECT id FROM links WHERE claim_id = ? AND evidence_id = ?", (claim_id, evidence_id)
    ).fetchone()
    return str(row[0]) if row else ""


def claims_of_note(act: Act, evidence_id: str) -> set[str]:
    """The claims that rest on it."""
    rows = act.connection.execute("SELECT claim_id FROM links WHERE evidence_id = ?", (evidence_id,))
    return {claim_id for (claim_id,) in rows}


def links_of_claim(act: Act, claim_id: str) -> tuple[tuple[str, Stance], ...]:
    """The claim's notes, each with its stance."""
    rows = act.connection.execute("SELECT evidence_id, stance FROM links WHERE claim_id = ?", (claim_id,))
    return tuple((evidence_id, Stance(stance)) for evidence_id, stance in rows)
