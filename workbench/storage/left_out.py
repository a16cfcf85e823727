"""What a combination could not take in."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.storage.net_changes import Net
from workbench.storage.pointers import Place
from workbench.storage.rows import Row, Value, fetch


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was deleted in one copy and worked on in the other. Either `claim`, a number, or `title`, a source's."""

    claim: int
    title: str
    deleted_here: bool


class LeavingOut:
    """Collects it, each claim and source once, by the name it has here."""

    def __init__(self, here: sqlite3.Connection, ours: Mapping[Place, Net]) -> None:
        self._here, self._ours = here, ours
        self._found: dict[LeftOut, None] = {}

    @property
    def found(self) -> tuple[LeftOut, ...]:
        return tuple(self._found)

    def add(self, table: str, row: Row, *, deleted_here: bool) -> None:
        """`row` is of a claim or note, or of something that belongs to one; anything else is not worth telling."""
        claim = row.get("number") if table == "claims" else self._of("claims", row.get("claim_id"), "number")
        title = row.get("title") or self._of("sources", row.get("source_id"), "title")
        if claim or title:
            self._found[LeftOut(int(claim or 0), "" if claim else str(title), deleted_here)] = None

    def _of(self, table: str, key: Value, column: str) -> Value:
        """What a row says, or said before it was deleted here; None when there never was such a row."""
        gone = self._ours.get((table, str(key)))
        row = fetch(self._here, table, str(key)) or (gone and gone.before)
        return (row or {}).get(column)
