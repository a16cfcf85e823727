"""Facts with their dismissals, warnings, and the dates as they were read."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from workbench.domain.case import CaseFact, CaseWarning
from workbench.domain.claim import Claim
from workbench.domain.coverage import covering
from workbench.domain.findings import DateReading, Fact, FactKind, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.storage import clock
from workbench.storage.rows import Act, Row


def read_facts(connection: sqlite3.Connection, draft_id: str, claims: Sequence[Claim]) -> tuple[CaseFact, ...]:
    """The draft's facts in order of place, each with the claims that cover it."""
    rows = connection.execute(
        "SELECT id, kind, start_at, end_at, coalesce(reason, '') FROM facts LEFT JOIN dismissals ON fact_id = id"
        " WHERE draft_id = ? ORDER BY start_at, end_at, kind, id",
        (draft_id,),
    ).fetchall()
    facts = [Fact(Span(start, end), FactKind(kind)) for _, kind, start, end, _ in rows]
    places = [(anchor.span, claim.id) for claim in claims for anchor in claim.anchors]
    covered = covering([fact.span for fact in facts], places)
    return tuple(CaseFact(row[0], fact, by, row[4]) for row, fact, by in zip(rows, facts, covered, strict=True))


def add_facts(act: Act, draft_id: str, facts: Sequence[Fact]) -> None:
    """Add those that are not there yet."""
    there = set(act.connection.execute("SELECT kind, start_at, end_at FROM facts WHERE draft_id = ?", (draft_id,)))
    for fact in dict.fromkeys(facts):
        row = (fact.kind.value, fact.span.start, fact.span.end)
        if row not in there:
            values: Row = {"kind": row[0], "start_at": row[1], "end_at": row[2]}
            act.insert("facts", {"id": clock.new_id(), "draft_id": draft_id, **values})


def dismiss_fact(act: Act, fact_id: str, reason: str) -> None:
    """Dismiss, or change the reason. Raises CaseFileError when there is no such fact."""
    act.row("facts", fact_id)
    if act.connection.execute("SELECT 1 FROM dismissals WHERE fact_id = ?", (fact_id,)).fetchone():
        act.update("dismissals", fact_id, {"reason": reason})
    else:
        act.insert("dismissals", {"fact_id": fact_id, "reason": reason})


def dismissed_facts(connection: sqlite3.Connection, draft_id: str) -> list[tuple[str, Span, str]]:
    """Kind, place and reason of each dismissed fact."""
    rows = connection.execute(
        "SELECT kind, start_at, end_at, reason FROM facts JOIN dismissals ON fact_id = id WHERE draft_id = ?",
        (draft_id,),
    )
    return [(kind, Span(start, end), reason) for kind, start, end, reason in rows]


def fact_at(connection: sqlite3.Connection, draft_id: str, kind: str, span: Span) -> str | None:
    """Identifier of the fact of this kind that stands at `span`."""
    row = connection.execute(
        "SELECT id FROM facts WHERE draft_id = ? AND kind = ? AND start_at = ? AND end_at = ?",
        (draft_id, kind, span.start, span.end),
    ).fetchone()
    return str(row[0]) if row else None


def restore_fact(act: Act, fact_id: str) -> None:
    if act.connection.execute("SELECT 1 FROM dismissals WHERE fact_id = ?", (fact_id,)).fetchone():
        act.delete("dismissals", fact_id)


def read_warnings(connection: sqlite3.Connection, draft_id: str) -> tuple[CaseWarning, ...]:
    rows = connection.execute(
        "SELECT id, kind, start_at, end_at, message, dismissed FROM warnings WHERE draft_id = ?"
        " ORDER BY start_at, end_at, kind, id",
        (draft_id,),
    )
    return tuple(
        CaseWarning(identifier, TextWarning(WarningKind(kind), Span(start, end), message), bool(dismissed))
        for identifier, kind, start, end, message, dismissed in rows
    )


def add_warnings(act: Act, draft_id: str, warnings: Sequence[TextWarning]) -> None:
    """Add those that are not there yet."""
    known = "SELECT kind, start_at, end_at, message FROM warnings WHERE draft_id = ?"
    there = set(act.connection.execute(known, (draft_id,)))
    for warning in dict.fromkeys(warnings):
        row = (warning.kind.value, warning.span.start, warning.span.end, warning.message)
        if row not in there:
            values: Row = {"kind": row[0], "start_at": row[1], "end_at": row[2], "message": row[3], "dismissed": 0}
            act.insert("warnings", {"id": clock.new_id(), "draft_id": draft_id, **values})


def set_warning_dismissed(act: Act, warning_id: str, dismissed: bool) -> None:
    """Raises CaseFileError when there is no such warning."""
    act.update("warnings", warning_id, {"dismissed": int(dismissed)})


def read_dates(connection: sqlite3.Connection, draft_id: str) -> tuple[DateReading, ...]:
    rows = connection.execute(
        "SELECT start_at, end_at, earliest, latest, how FROM dates WHERE draft_id = ? ORDER BY start_at, end_at, id",
        (draft_id,),
    )
    return tuple(DateReading(Span(start, end), earliest, latest, how) for start, end, earliest, latest, how in rows)


def add_dates(act: Act, draft_id: str, dates: Sequence[DateReading]) -> None:
    """Add those that are not there yet."""
    known = "SELECT start_at, end_at, earliest, latest, how FROM dates WHERE draft_id = ?"
    there = set(act.connection.execute(known, (draft_id,)))
    for date in dict.fromkeys(dates):
        row = (date.span.start, date.span.end, date.earliest, date.latest, date.how)
        if row not in there:
            values: Row = {"start_at": row[0], "end_at": row[1], "earliest": row[2], "latest": row[3], "how": row[4]}
            act.insert("dates", {"id": clock.new_id(), "draft_id": draft_id, **values})
