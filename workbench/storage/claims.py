"""Claims, and the anchors that say where they stand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable

from workbench.domain.claim import Anchor, Claim, ClaimKind, Origin, Status
from workbench.domain.span import Span
from workbench.errors import CaseFileError
from workbench.storage import clock
from workbench.storage.rows import Act, Found, Value

_COLUMNS = (
    "id, number, kind, claimant, restated, checkable, check_worthiness, reasons, origin, found_by, status, outcome,"
    " correction, reasoning"
)


def _gone() -> CaseFileError:
    return CaseFileError("That claim is not in this case any more. Choose another one.")


def read_claims(
    connection: sqlite3.Connection, draft_id: str, only: Collection[str] | None = None
) -> tuple[Claim, ...]:
    """The claims that stand in the draft, or those of the identifiers in `only`, in order of place."""
    chosen = "" if only is None else " AND claim_id IN (SELECT value FROM json_each(?))"
    wanted = () if only is None else (json.dumps(sorted(only)),)
    anchors: dict[str, list[Anchor]] = {}
    found = connection.execute(
        "SELECT claim_id, start_at, end_at, exact, prefix, suffix FROM anchors"
        f" WHERE draft_id = ?{chosen} ORDER BY position, start_at, id",
        (draft_id, *wanted),
    )
    for claim_id, start, end, exact, prefix, suffix in found:
        anchors.setdefault(claim_id, []).append(Anchor(Span(start, end), exact, prefix, suffix))
    rows = connection.execute(f"SELECT {_COLUMNS} FROM claims WHERE true{chosen.replace('claim_id', 'id')}", wanted)
    return in_order(_claim(row, anchors[row[0]]) for row in rows if row[0] in anchors)


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """By place, then by number."""
    return tuple(sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.number)))


def read_claim(connection: sqlite3.Connection, claim_id: str) -> Claim:
    """One claim, where it stands in the newest draft that has it. Raises CaseFileError when there is none."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM claims WHERE id = ?", (claim_id,)).fetchone()
    if row is None:
        raise _gone()
    found = connection.execute(
        "SELECT start_at, end_at, exact, prefix, suffix FROM anchors WHERE claim_id = ? AND draft_id ="
        " (SELECT draft_id FROM anchors JOIN drafts ON drafts.id = draft_id WHERE claim_id = ?"
        " ORDER BY drafts.number DESC LIMIT 1) ORDER BY position, start_at, anchors.id",
        (claim_id, claim_id),
    )
    return _claim(row, [Anchor(Span(start, end), exact, prefix, suffix) for start, end, exact, prefix, suffix in found])


def standing_claim(connection: sqlite3.Connection, claim_id: str, draft_id: str) -> Claim:
    """One claim that stands in this draft. Raises CaseFileError when there is none."""
    found = read_claims(connection, draft_id, [claim_id])
    if not found:
        raise _gone()
    return found[0]


def read_cut(connection: sqlite3.Connection, draft_id: str) -> tuple[Claim, ...]:
    """The claims that stand in an earlier draft and not in this one, by number, each where it stood last."""
    rows = connection.execute(
        "SELECT id FROM claims WHERE id NOT IN (SELECT claim_id FROM anchors WHERE draft_id = ?) ORDER BY number",
        (draft_id,),
    ).fetchall()
    return tuple(read_claim(connection, claim_id) for (claim_id,) in rows)


def status_of(connection: sqlite3.Connection, claim_id: str) -> Status:
    """Where a claim's check stands. Raises CaseFileError when there is no claim of that identifier."""
    row = connection.execute("SELECT status FROM claims WHERE id = ?", (claim_id,)).fetchone()
    if row is None:
        raise _gone()
    return Status(row[0])


def require_claim(act: Act, claim_id: str) -> None:
    """Raises CaseFileError when there is no claim of that identifier."""
    status_of(act.connection, claim_id)


def _claim(row: Found, anchors: Iterable[Anchor]) -> Claim:
    identifier, number, kind, claimant, restated, checkable, worth, reasons, origin, found_by, status, *said = row
    outcome, correction, reasoning = said
    return Claim(
        identifier, number, tuple(anchors), ClaimKind(kind), claimant, restated, bool(checkable), worth,
        tuple(json.loads(reasons)), Origin(origin), found_by, Status(status), outcome, correction, reasoning,
    )  # fmt: skip


def add_claim(act: Act, claim: Claim, draft_id: str) -> None:
    act.insert(
        "claims",
        {
            "id": claim.id,
            "number": claim.number,
            "kind": claim.kind.value,
            "claimant": claim.claimant,
            "restated": claim.restated,
            "checkable": int(claim.checkable),
            "check_worthiness": claim.check_worthiness,
            "reasons": json.dumps(claim.reasons, ensure_ascii=False),
            "origin": claim.origin.value,
            "found_by": claim.found_by,
            "status": claim.status.value,
            "outcome": claim.outcome,
            "correction": claim.correction,
            "reasoning": claim.reasoning,
        },
    )
    for position, anchor in enumerate(claim.anchors):
        add_anchor(act, claim.id, draft_id, position, anchor)


def add_anchor(act: Act, claim_id: str, draft_id: str, position: int, anchor: Anchor) -> None:
    place = {"id": clock.new_id(), "claim_id": claim_id, "draft_id": draft_id}
    act.insert("anchors", {**place, "position": position, **_anchor_row(anchor)})


def move_anchor(act: Act, claim_id: str, draft_id: str, anchor: Anchor) -> bool:
    """Let the claim's own place be another; False when it is there already."""
    row = act.connection.execute(
        "SELECT id FROM anchors WHERE claim_id = ? AND draft_id = ? ORDER BY position LIMIT 1", (claim_id, draft_id)
    ).fetchone()
    return act.update("anchors", row[0], _anchor_row(anchor))


def remove_anchor(act: Act, claim_id: str, draft_id: str, span: Span) -> bool:
    """Take out one of the places after the claim's own; False when none of them is exactly `span`."""
    _, *repeats = act.connection.execute(
        "SELECT id, start_at, end_at FROM anchors WHERE claim_id = ? AND draft_id = ? ORDER BY position, start_at, id",
        (claim_id, draft_id),
    ).fetchall()
    gone = next((place for place, row in enumerate(repeats) if (row[1], row[2]) == (span.start, span.end)), None)
    if gone is None:
        return False
    act.delete("anchors", repeats[gone][0])
    for place, row in enumerate(repeats[gone + 1 :], start=gone + 1):
        act.update("anchors", row[0], {"position": place})
    return True


def _anchor_row(anchor: Anchor) -> dict[str, Value]:
    return {
        "start_at": anchor.span.start,
        "end_at": anchor.span.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def change_claim(act: Act, claim_id: str, **values: Value) -> bool:
    """Set fields of a claim; False when they stand so already."""
    return act.update("claims", claim_id, values)


def set_worthiness(act: Act, claim_id: str, worth: float | None, reasons: Iterable[str]) -> bool:
    """Say how check-worthy a claim is and why; False when it stands so already."""
    told = json.dumps(tuple(reasons), ensure_ascii=False)
    return change_claim(act, claim_id, check_worthiness=worth, reasons=told)


def remove_claim(act: Act, claim_id: str) -> None:
    """Take a claim out together with its anchors, links, queries and sign-offs; the notes stay."""
    for table in ("sign_offs", "queries", "links", "anchors"):
        for (key,) in act.connection.execute(f"SELECT id FROM {table} WHERE claim_id = ?", (claim_id,)).fetchall():
            act.delete(table, key)
    act.delete("claims", claim_id)


def next_number(act: Act) -> int:
    """A number that no claim of this case ever had, not even one since deleted or undone."""
    act.connection.execute("UPDATE numbering SET last = last + 1")
    return int(act.connection.execute("SELECT last FROM numbering").fetchone()[0])
