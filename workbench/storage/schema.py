"""What a case file of each version has in it, told without taking the steps that lead there.

Those stand in migrations.py, whose library takes longer to load than a case to open: a file that needs no step is held
against the schema kept in resources/schemas/case-file.json, which a test holds against the steps.
"""

from __future__ import annotations

import functools
import json
import sqlite3

import resources

APPLICATION_ID = 0x46435742
"""“FCWB”, at byte 68 of every case file."""

LATEST = 6
"""The version this program writes; a test holds it to the number of steps."""

SEARCHED = ("claims", "anchors", "evidence", "sources", "snapshot_texts")
"""The tables with a full-text index, `…_search`."""

KEPT = resources.path("schemas") / "case-file.json"

Schema = dict[tuple[str, str], str]
"""The statement behind each table, index and trigger, by type and name."""


@functools.cache
def expected(version: int) -> Schema:
    """The schema of a file at `version`, 1..LATEST."""
    if version == LATEST:
        return {(kind, name): sql for kind, name, sql in json.loads(KEPT.read_text("utf-8"))}
    return made_by_steps(version)


def made_by_steps(version: int) -> Schema:
    """What the steps to `version` make."""
    from workbench.storage import migrations

    model = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrations.upgrade(model, version)
        return present(model)
    finally:
        model.close()


def present(connection: sqlite3.Connection) -> Schema:
    """The schema of an open file; only the names of tables that libraries make, each version in its own words."""
    found = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    theirs = ("_sqlite_migrations", *(f"{table}_search_" for table in SEARCHED))
    return {(kind, name): "" if name.startswith(theirs) else sql for kind, name, sql in found}


def keep() -> None:
    """Write the schema that the steps make to the file that `expected` reads: `python -m workbench.storage.schema`."""
    rows = [[kind, name, sql] for (kind, name), sql in made_by_steps(LATEST).items()]
    KEPT.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    keep()
