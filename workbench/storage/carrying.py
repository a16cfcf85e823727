"""A case out of its file and into another: row by row with its whole history, or its present state alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, get_type_hints

from workbench.domain.case import Case
from workbench.domain.span import Span
from workbench.errors import CaseFileError
from workbench.storage import claims, clock, drafts, evidence, findings, journal, replay, rows
from workbench.storage.journal import Entry
from workbench.storage.replay import State
from workbench.storage.rows import Act, Row
from workbench.storage.snapshots import checked, put_content

_COLUMNS = get_type_hints(Entry)


def history(connection: sqlite3.Connection) -> Iterator[Mapping[str, str | int]]:
    """The journal's rows in order, each by the names of its columns."""
    return (entry._asdict() for entry in journal.entries(connection))


def contents(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """The bytes of every copy ever kept, those that undo needs included, by SHA-256 and in its order.

    Raises EvidenceError at one that is not what was kept.
    """
    rows = connection.execute("SELECT sha256, content FROM contents ORDER BY sha256")
    return ((sha256, checked(sha256, content)) for sha256, content in rows)


def kept_bytes(connection: sqlite3.Connection) -> int:
    """How much the kept copies come to."""
    return int(connection.execute("SELECT coalesce(sum(length(content)), 0) FROM contents").fetchone()[0])


def put_history(
    connection: sqlite3.Connection, written: Iterable[Mapping[str, Any]], copies: Mapping[str, bytes], selected: str
) -> None:
    """Fill an empty file with a journal's rows and with what comes of them, so that it has the old file's digest.

    Raises CaseFileError when the chain is broken, or rows or copies don't fit.
    """
    try:
        for row in written:
            journal.write(connection, _entry(row))
        state = State(defaults=replay.defaults(connection))
        kept: dict[str, Row] = {}
        for entry, wrong in replay.follow(connection, state):
            if wrong:
                raise CaseFileError(
                    "The history in this record is damaged (row {row}: {wrong}).", row=entry.seq, wrong=wrong[0]
                )
            for change in entry.changes():
                if change.table == "snapshots" and change.after:
                    kept.setdefault(change.key, change.after)
        put_state(connection, state)
        _put_contents(connection, copies, kept)
    except (sqlite3.Error, TypeError, ValueError, KeyError, OverflowError) as error:
        raise CaseFileError("The history in this record is damaged ({error}).", error=error) from error
    if selected:
        drafts.select_claim(connection, selected)


def _entry(row: Mapping[str, Any]) -> Entry:
    if row.keys() != _COLUMNS.keys():
        raise ValueError("a row has not the columns of a journal")
    if not all(type(row[name]) is kind for name, kind in _COLUMNS.items()):
        raise TypeError("a row holds what no journal holds")
    return Entry(**row)


def put_state(connection: sqlite3.Connection, state: State) -> None:
    """Write the rows that a journal came to, without acts of their own."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for table in rows.KEYS:
        for row in state.rows[table].values():
            rows.insert(connection, table, row)
    connection.execute("UPDATE numbering SET last = ?", (state.last_number,))


def _put_contents(connection: sqlite3.Connection, copies: Mapping[str, bytes], kept: Mapping[str, Row]) -> None:
    """Write the bytes of copies, as they were first `kept`. Raises ValueError for one that never was."""
    for sha256, content in copies.items():
        row = kept.get(sha256)
        if row is None or row["size"] != len(content):
            raise ValueError(f"the kept copy {sha256} is not one of this case")
        put_content(connection, sha256, content, str(row["media_type"]))


def put_case(act: Act, case: Case) -> None:
    """Write a case's present state as one act. What a case doesn't say of itself, as when it was begun, is its draft's.

    Kept copies are named without their bytes. Raises CaseFileError when a file can't hold it.
    """
    try:
        _put_case(act, case)
    except (sqlite3.IntegrityError, OverflowError) as error:
        raise CaseFileError(
            "This record can't be made a case file ({error}). Ask for it again.", error=error
        ) from error


def _put_case(act: Act, case: Case) -> None:
    draft = case.draft
    act.insert("cases", {"id": case.id, "created": draft.imported, "scale": drafts.scale_json(case.scale)})
    for copy in case.snapshots.values():
        act.insert("snapshots", asdict(copy))
    if draft.sha256 not in case.snapshots:
        unknown: Row = {
            "name": "article",
            "media_type": "application/octet-stream",
            "size": 0,
            "captured": draft.imported,
        }
        act.insert("snapshots", {"sha256": draft.sha256, **unknown, "captured_from": "", "response": ""})
    act.insert("drafts", drafts.draft_row(draft))
    if case.extracted:
        act.insert("extractions", {"draft_id": draft.id, "at": draft.imported})
    for claim in case.claims:
        claims.add_claim(act, claim, draft.id)
    _put_findings(act, case)
    _put_evidence(act, case)
    act.connection.execute("UPDATE numbering SET last = ?", (max((c.number for c in case.claims), default=0),))


def _put_findings(act: Act, case: Case) -> None:
    draft = case.draft.id
    for item in case.facts:
        act.insert("facts", {"id": item.id, "kind": item.fact.kind.value, **_place(draft, item.fact.span)})
        if item.dismissed:
            findings.dismiss_fact(act, item.id, item.dismissed)
    for one in case.warnings:
        said: Row = {"message": one.warning.message, "dismissed": int(one.dismissed)}
        place = _place(draft, one.warning.span)
        act.insert("warnings", {"id": one.id, "kind": one.warning.kind.value, **place, **said})
    for date in case.dates:
        read: Row = {"earliest": date.earliest, "latest": date.latest, "how": date.how}
        act.insert("dates", {"id": clock.new_id(), **_place(draft, date.span), **read})


def _place(draft_id: str, span: Span) -> Row:
    return {"draft_id": draft_id, "start_at": span.start, "end_at": span.end}


def _put_evidence(act: Act, case: Case) -> None:
    for source in case.sources.values():
        act.insert("sources", evidence.source_row(source))
    for note in case.evidence.values():
        act.insert("evidence", evidence.evidence_row(note))
    for link in case.links:
        evidence.link(act, link.evidence_id, link.claim_id, link.stance)
    for query in case.queries:
        act.insert("queries", {**asdict(query), "to": query.to.value})
    for sign in case.sign_offs:
        row: Row = {"id": sign.id, "claim_id": sign.claim_id, "who": sign.who, "when": sign.when}
        act.insert("sign_offs", {**row, "signed_hash": sign.signed_hash})
