"""The schema, as the steps that lead to it. New files take every step too, so making and upgrading can't drift apart.

How to add one: write a function with the next number below the last, decorated with `@steps()`; never change an older
one; raise `LATEST` in schema.py and keep what comes of it (`python -m workbench.storage.schema`); put a file made by
the version before into tests/data/cases. A step may add tables, indexes, triggers, and columns with a constant default:
the journal's older rows then still replay, a column they don't know taking its default. A step that changes rows must
write a journal row about it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import sqlite_utils

from workbench.storage import schema
from workbench.storage.texts import text_of

steps = sqlite_utils.Migrations("case file")

_FIRST = (
    """CREATE TABLE cases (
        id TEXT PRIMARY KEY, created TEXT NOT NULL, scale TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE drafts (
        id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, text TEXT NOT NULL,
        blocks TEXT NOT NULL, metadata TEXT NOT NULL,
        imported TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES snapshots(sha256)
    ) STRICT""",
    """CREATE TRIGGER drafts_are_never_edited BEFORE UPDATE ON drafts
       BEGIN SELECT RAISE(ABORT, 'a draft is never edited'); END""",
    """CREATE TABLE extractions (draft_id TEXT PRIMARY KEY REFERENCES drafts(id), at TEXT NOT NULL) STRICT""",
    """CREATE TABLE claims (
        id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL, claimant TEXT NOT NULL,
        restated TEXT NOT NULL, checkable INTEGER NOT NULL CHECK (checkable IN (0, 1)), check_worthiness REAL,
        reasons TEXT NOT NULL, origin TEXT NOT NULL, found_by TEXT NOT NULL,
        status TEXT NOT NULL, outcome TEXT NOT NULL, correction TEXT NOT NULL, reasoning TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE anchors (
        id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claims(id), draft_id TEXT NOT NULL REFERENCES drafts(id),
        position INTEGER NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, exact TEXT NOT NULL,
        prefix TEXT NOT NULL, suffix TEXT NOT NULL, CHECK (0 <= start_at AND start_at < end_at)
    ) STRICT""",
    "CREATE INDEX anchors_of_claim ON anchors(claim_id)",
    """CREATE TABLE facts (
        id TEXT PRIMARY KEY, draft_id TEXT NOT NULL REFERENCES drafts(id), kind TEXT NOT NULL,
        start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, CHECK (0 <= start_at AND start_at <= end_at)
    ) STRICT""",
    """CREATE TABLE dismissals (
        fact_id TEXT PRIMARY KEY REFERENCES facts(id), reason TEXT NOT NULL CHECK (reason <> '')
    ) STRICT""",
    """CREATE TABLE warnings (
        id TEXT PRIMARY KEY, draft_id TEXT NOT NULL REFERENCES drafts(id), kind TEXT NOT NULL,
        start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, message TEXT NOT NULL,
        dismissed INTEGER NOT NULL CHECK (dismissed IN (0, 1))
    ) STRICT""",
    """CREATE TABLE dates (
        id TEXT PRIMARY KEY, draft_id TEXT NOT NULL REFERENCES drafts(id), start_at INTEGER NOT NULL,
        end_at INTEGER NOT NULL, earliest TEXT NOT NULL, latest TEXT NOT NULL, how TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE sources (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, authors TEXT NOT NULL, publisher TEXT NOT NULL,
        published TEXT NOT NULL, url TEXT NOT NULL, archive_url TEXT NOT NULL, accessed TEXT NOT NULL,
        "primary" INTEGER NOT NULL CHECK ("primary" IN (0, 1)),
        confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)), contact TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE snapshots (
        sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL,
        captured TEXT NOT NULL, captured_from TEXT NOT NULL
    ) STRICT""",
    "CREATE TABLE contents (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT",
    """CREATE TABLE evidence (
        id TEXT PRIMARY KEY, source_id TEXT NOT NULL REFERENCES sources(id), locator TEXT NOT NULL,
        excerpt TEXT NOT NULL, note TEXT NOT NULL, snapshot TEXT REFERENCES snapshots(sha256), created TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX evidence_of_source ON evidence(source_id)",
    "CREATE INDEX evidence_of_snapshot ON evidence(snapshot)",
    "CREATE INDEX drafts_of_snapshot ON drafts(sha256)",
    """CREATE TABLE links (
        id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claims(id),
        evidence_id TEXT NOT NULL REFERENCES evidence(id), stance TEXT NOT NULL, UNIQUE (claim_id, evidence_id)
    ) STRICT""",
    "CREATE INDEX links_of_evidence ON links(evidence_id)",
    """CREATE TABLE queries (
        id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claims(id), "to" TEXT NOT NULL, question TEXT NOT NULL,
        answer TEXT NOT NULL, asked TEXT NOT NULL, answered TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX queries_of_claim ON queries(claim_id)",
    """CREATE TABLE sign_offs (
        id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claims(id), who TEXT NOT NULL, "when" TEXT NOT NULL,
        signed_hash TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX sign_offs_of_claim ON sign_offs(claim_id)",
    """CREATE TABLE journal (
        seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL,
        does TEXT NOT NULL CHECK (does IN ('act', 'undo', 'redo', 'fixed')), act TEXT NOT NULL, entity TEXT NOT NULL,
        of INTEGER NOT NULL, undo_next INTEGER NOT NULL, redo_next INTEGER NOT NULL,
        claims TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
    ) STRICT""",
    """CREATE TRIGGER journal_is_never_edited BEFORE UPDATE ON journal
       BEGIN SELECT RAISE(ABORT, 'the journal is never edited'); END""",
    """CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
       BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END""",
    "CREATE TABLE numbering (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL) STRICT",
    "INSERT INTO numbering VALUES (1, 0)",
    "CREATE TABLE desk (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)


@steps()
def step_1(db: sqlite_utils.Database) -> None:
    """Drafts, claims, evidence, and the journal of everything that happens to them."""
    for statement in _FIRST:
        db.execute(statement)


@steps()
def step_2(db: sqlite_utils.Database) -> None:
    """Which journal rows bear on a claim, so that its history is found without reading the whole journal."""
    db.execute(
        "CREATE TABLE mentions (claim_id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (claim_id, seq))"
        " STRICT, WITHOUT ROWID"
    )
    for statement in MENTIONING:
        db.execute(statement)


MENTIONING = (
    "INSERT INTO mentions SELECT value, seq FROM journal, json_each(claims)",
    """CREATE TRIGGER journal_mentions AFTER INSERT ON journal
       BEGIN INSERT INTO mentions SELECT value, new.seq FROM json_each(new.claims); END""",
)


@steps()
def step_3(db: sqlite_utils.Database) -> None:
    """Full-text search, kept in step by triggers, and the text of kept copies to search in."""
    db.execute("CREATE TABLE snapshot_texts (sha256 TEXT PRIMARY KEY REFERENCES contents(sha256), text TEXT) STRICT")
    for table, columns in {
        "claims": ("claimant", "restated", "correction", "reasoning"),
        "anchors": ("exact",),
        "evidence": ("locator", "excerpt", "note"),
        "sources": ("title", "authors", "publisher", "url"),
        "snapshot_texts": ("text",),
    }.items():
        for statement in _search(table, columns):
            db.execute(statement)
    kept = db.execute("SELECT sha256, media_type, content FROM snapshots JOIN contents USING (sha256)").fetchall()
    for sha256, media_type, content in kept:
        db.execute("INSERT INTO snapshot_texts VALUES (?, ?)", (sha256, text_of(content, media_type)))


@steps()
def step_4(db: sqlite_utils.Database) -> None:
    """Where in its copy's text a note's words stand, and what came of reading that text; texts are read anew."""
    db.execute("ALTER TABLE evidence ADD COLUMN place TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE snapshot_texts ADD COLUMN problem TEXT")
    for sha256, media_type, content in db.execute(
        "SELECT contents.sha256, coalesce(media_type, ''), content FROM contents LEFT JOIN snapshots USING (sha256)"
    ).fetchall():
        db.execute("UPDATE snapshot_texts SET text = ? WHERE sha256 = ?", (text_of(content, media_type), sha256))


@steps()
def step_5(db: sqlite_utils.Database) -> None:
    """What the server said of a copy that was fetched."""
    db.execute("ALTER TABLE snapshots ADD COLUMN response TEXT NOT NULL DEFAULT ''")


@steps()
def step_6(db: sqlite_utils.Database) -> None:
    """Tags of notes, the DOI of sources, and both in the full-text search."""
    db.execute("ALTER TABLE evidence ADD COLUMN tags TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE sources ADD COLUMN doi TEXT NOT NULL DEFAULT ''")
    for table, columns in {
        "evidence": ("locator", "excerpt", "note", "tags"),
        "sources": ("title", "authors", "publisher", "url", "doi"),
    }.items():
        for trigger in ("found", "lost", "reworded"):
            db.execute(f"DROP TRIGGER {table}_{trigger}")
        db.execute(f"DROP TABLE {table}_search")
        for statement in _search(table, columns):
            db.execute(statement)


def _search(table: str, columns: Sequence[str]) -> Iterator[str]:
    listed = ", ".join(columns)
    new = ", ".join(f"new.{column}" for column in columns)
    old = ", ".join(f"old.{column}" for column in columns)
    add = f"INSERT INTO {table}_search (rowid, {listed}) VALUES (new.rowid, {new})"
    drop = f"INSERT INTO {table}_search ({table}_search, rowid, {listed}) VALUES ('delete', old.rowid, {old})"
    options = f"content='{table}', tokenize='unicode61 remove_diacritics 2'"
    yield f"CREATE VIRTUAL TABLE {table}_search USING fts5({listed}, {options})"
    yield f"INSERT INTO {table}_search ({table}_search) VALUES ('rebuild')"
    yield f"CREATE TRIGGER {table}_found AFTER INSERT ON {table} BEGIN {add}; END"
    yield f"CREATE TRIGGER {table}_lost AFTER DELETE ON {table} BEGIN {drop}; END"
    yield f"CREATE TRIGGER {table}_reworded AFTER UPDATE OF {listed} ON {table} BEGIN {drop}; {add}; END"


def upgrade(connection: sqlite3.Connection, version: int | None = None) -> None:
    """Take all pending steps to `version` (None: the latest) in one transaction: the file is there, or as it was."""
    to = schema.LATEST if version is None else version
    db = sqlite_utils.Database(connection, recursive_triggers=False, execute_plugins=False)
    with db.atomic():
        steps.apply(db, stop_before=f"step_{to + 1}")
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {to}")
