"""Whether an open file has the tables that its version must have: after that, what SQLite misses is a bug of ours."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from workbench.errors import DamagedCaseError
from workbench.storage import schema
from workbench.storage.trouble import damaged


def require_shape(connection: sqlite3.Connection, path: Path, version: int, *, to_write: bool = False) -> None:
    """Raises DamagedCaseError when a table is not as we made it, or, to write, anything else is not either.

    A trigger that is not ours would change the case with every act, unseen.
    """
    ours, present = schema.expected(version), schema.present(connection)
    needed = {key: sql for key, sql in ours.items() if to_write or key[0] == "table"}
    if any(present.get(key) != sql for key, sql in needed.items()):
        raise damaged(path)
    if to_write and any(kind in ("trigger", "view") and (kind, name) not in ours for kind, name in present):
        raise DamagedCaseError(
            "“{name}” was altered by another program, which could change it with every act. "
            "Restore a backup, or rescue what can be read into a new file.",
            path=path,
            name=path.name,
        )
