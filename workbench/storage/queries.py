"""Questions to author and editor, and sign-offs."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping

from workbench.domain.case import Query, QueryTo, SignOff
from workbench.errors import CaseFileError
from workbench.storage import clock
from workbench.storage.rows import Act

_QUERY = 'id, claim_id, "to", question, answer, asked, answered'


def read_queries(connection: sqlite3.Connection) -> tuple[Query, ...]:
    """All queries, in the order they were asked."""
    rows = connection.execute(f"SELECT {_QUERY} FROM queries ORDER BY asked, id")
    return tuple(Query(row[0], row[1], QueryTo(row[2]), *row[3:]) for row in rows)


def add_query(act: Act, claim_id: str, to: QueryTo, question: str) -> str:
    identifier = clock.new_id()
    row = {"id": identifier, "claim_id": claim_id, "to": to.value, "question": question}
    act.insert("queries", {**row, "answer": "", "asked": clock.now(), "answered": ""})
    return identifier


def answer_query(act: Act, query_id: str, answer: str) -> str:
    """Write the answer and return the claim's identifier. Raises CaseFileError when there is no such query."""
    row = act.connection.execute("SELECT claim_id FROM queries WHERE id = ?", (query_id,)).fetchone()
    if row is None:
        raise CaseFileError("That query is not in this case any more. Choose another one.")
    if act.row("queries", query_id)["answer"] != answer:
        act.update("queries", query_id, {"answer": answer, "answered": clock.now() if answer else ""})
    return str(row[0])


def open_queries(act: Act, claim_id: str) -> int:
    """How many queries about the claim have no answer."""
    counted = act.connection.execute("SELECT count(*) FROM queries WHERE claim_id = ? AND answer = ''", (claim_id,))
    return int(counted.fetchone()[0])


def move_queries(act: Act, claim_id: str, to_claim: str) -> None:
    for (key,) in act.connection.execute("SELECT id FROM queries WHERE claim_id = ?", (claim_id,)).fetchall():
        act.update("queries", key, {"claim_id": to_claim})


def add_sign_off(act: Act, claim_id: str, who: str, signed_hash: str) -> None:
    row = {"id": clock.new_id(), "claim_id": claim_id, "who": who, "when": clock.now(), "signed_hash": signed_hash}
    act.insert("sign_offs", row)


def read_sign_offs(connection: sqlite3.Connection, hashes: Mapping[str, Collection[str]]) -> tuple[SignOff, ...]:
    """All sign-offs in the order they were given; one stands while its claim's hash is the one that was signed."""
    rows = connection.execute('SELECT id, claim_id, who, "when", signed_hash FROM sign_offs ORDER BY "when", id')
    return tuple(
        SignOff(identifier, claim_id, who, when, signed, signed in hashes.get(claim_id, ()))
        for identifier, claim_id, who, when, signed in rows
    )


def signed_claims(connection: sqlite3.Connection) -> frozenset[str]:
    """Identifiers of the claims that anybody signed."""
    return frozenset(claim_id for (claim_id,) in connection.execute("SELECT DISTINCT claim_id FROM sign_offs"))
