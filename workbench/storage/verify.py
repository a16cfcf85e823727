"""Proof that a case file is what its journal says: nothing changed by other means, nothing missing, nothing slipped in.

What the chain can't prove: that the whole journal was not written anew with this program's own rules. The digest must
be known from elsewhere (the notes carry it) to show that. Outside the chain are only the selected claim, the times at
which schema steps were taken, and unused bytes of the file.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from workbench.storage import connection as connections
from workbench.storage import journal, replay, schema
from workbench.storage.searchable import check_search, check_texts
from workbench.storage.trouble import ODD_ROWS, translated

_MOST = 1000
"""Findings reported; a file with more is damaged through and through."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`findings` is empty for a sound file. `digest` is the last journal row's hash, "" when it can't be read."""

    findings: tuple[str, ...]
    digest: str
    acts: int

    @property
    def is_sound(self) -> bool:
        return not self.findings


def verify(path: Path) -> Verdict:
    """Check everything that can be checked; reads the whole file. Raises CaseFileError when it is no case file."""
    header = connections.read_header(path)
    with translated(path):
        connection = connections.look_at(path, damaged=True)
        try:
            with connections.one_state(connection):  # it may be open elsewhere, and acts go on
                connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()  # a lock in the way is no damage
                findings = [*_size(connection, path), *islice(_findings(connection, header.version), _MOST)]
                return Verdict(tuple(dict.fromkeys(findings)), *_end(connection))
        finally:
            connection.close()


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether an open case of the latest version has nothing that `verify` would tell; reads all of it."""
    with connections.one_state(connection):
        return next(_findings(connection, schema.LATEST), None) is None


def _findings(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    checks: tuple[Callable[[sqlite3.Connection], Iterator[str]], ...] = (
        _integrity,
        lambda found: _schema(found, version),
        _foreign_keys,
        replay.check_replay,
        _snapshots,
        _anchors,
        *((_mentions,) if version >= 2 else ()),
        *((lambda found: check_search(found, version),) if version >= 3 else ()),
        *((check_texts,) if version >= 4 else ()),
    )
    for check in checks:
        try:
            yield from check(connection)
        except (sqlite3.Error, *ODD_ROWS) as error:  # of this file anything can be expected
            yield f"database: {error}"


def _end(connection: sqlite3.Connection) -> tuple[str, int]:
    try:
        newest = journal.last(connection)
    except (sqlite3.Error, *ODD_ROWS):  # told by the checks already
        return "", 0
    return newest.hash, newest.seq


def _integrity(connection: sqlite3.Connection) -> Iterator[str]:
    for (told,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
        if told != "ok":
            yield f"database: {told}"


def _size(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    """Of a file at rest: of one that is open, or was when a crash came, the newest pages may be elsewhere yet."""
    is_private = not connection.execute("PRAGMA database_list").fetchone()[2]
    if is_private or connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return
    (said,) = connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
    there = path.stat().st_size
    if there != said:
        yield f"database: the file has {there} bytes where {said} are said to be"


def _schema(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    expected, present = schema.expected(version), schema.present(connection)
    for name in sorted(expected.keys() | present.keys()):
        if expected.get(name) != present.get(name):
            what = "is missing" if name not in present else "was added" if name not in expected else "was altered"
            yield f"schema: {' '.join(name)} {what}"
    taken = [name for (name,) in connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
    if taken != [f"step_{number}" for number in range(1, version + 1)]:
        yield f"_sqlite_migrations: the steps recorded are not those to version {version}"


def _foreign_keys(connection: sqlite3.Connection) -> Iterator[str]:
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table}: row {rowid} points to a row of {parent} that is not there"


def _snapshots(connection: sqlite3.Connection) -> Iterator[str]:
    for sha256, content in connection.execute("SELECT sha256, content FROM contents"):
        if hashlib.sha256(content).hexdigest() != sha256:
            yield f"contents {sha256}: the bytes are not those that were kept"
    missing = "SELECT sha256, name FROM snapshots WHERE sha256 NOT IN (SELECT sha256 FROM contents)"
    for sha256, name in connection.execute(missing):
        yield f"snapshots {sha256}: the bytes of “{name}” are missing"
    for sha256, size, length in connection.execute(
        "SELECT sha256, size, length(content) FROM snapshots JOIN contents USING (sha256) WHERE size <> length(content)"
    ):
        yield f"snapshots {sha256}: {length} bytes are kept where {size} are said to be"


def _anchors(connection: sqlite3.Connection) -> Iterator[str]:
    texts = dict(connection.execute("SELECT id, text FROM drafts"))
    rows = connection.execute("SELECT id, draft_id, start_at, end_at, exact, prefix, suffix FROM anchors")
    for identifier, draft_id, start, end, exact, prefix, suffix in rows:
        text = texts.get(draft_id, "")
        before, after = text[max(0, start - len(prefix)) : start], text[end : end + len(suffix)]
        if (text[start:end], before, after) != (exact, prefix, suffix):
            yield f"anchors {identifier}: the draft has other words at {start}–{end}"


def _mentions(connection: sqlite3.Connection) -> Iterator[str]:
    indexed = set(connection.execute("SELECT claim_id, seq FROM mentions"))
    for entry in journal.entries(connection):
        for claim_id in entry.claim_ids():
            if (claim_id, entry.seq) not in indexed:
                yield f"mentions {claim_id}: the history misses act {entry.seq}"
            indexed.discard((claim_id, entry.seq))
    yield from (f"mentions {claim_id}: the history invents act {seq}" for claim_id, seq in sorted(indexed))
