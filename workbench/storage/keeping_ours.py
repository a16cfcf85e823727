"""What was changed here, put back where a copy's acts have written over it."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.domain.claim import Status
from workbench.storage.history import Difference, differences
from workbench.storage.net_changes import Net
from workbench.storage.pointers import Place
from workbench.storage.rows import Act, Change, Row, fetch

TOGETHER = {
    "anchors": (frozenset({"position", "start_at", "end_at", "exact", "prefix", "suffix"}),),
    "claims": (frozenset({"outcome", "correction"}),),
    "evidence": (frozenset({"excerpt", "place", "snapshot"}),),
    "queries": (frozenset({"answer", "answered"}),),
}
"""Columns that make sense only together: they are taken from one side or the other."""
_BEGUN = (Status.TO_CHECK, Status.CHECKING)
"""Give way to a status that says more."""


def keep_ours(act: Act, ours: Mapping[Place, Net], stood: Mapping[Place, Row | None]) -> list[tuple[str, Difference]]:
    """Put the rows back as they `stood`, in the columns that were changed here.

    Tells what is put back, each with the claim it is of or "": before it as it is there, after it as it is here.
    """
    told: list[tuple[str, Difference]] = []
    for (table, key), row in stood.items():
        now = fetch(act.connection, table, key)
        if row is None or now is None:
            continue
        columns = ours[table, key].columns
        columns = columns.union(*(group for group in TOGETHER.get(table, ()) if group & columns))
        differing = {column for column in columns if now[column] != row[column]}
        if table == "claims" and row["status"] in _BEGUN:
            differing.discard("status")
        act.update(table, key, {column: row[column] for column in differing})
        if table == "claims" and now["status"] in _BEGUN:
            differing.discard("status")
        if not differing:
            continue
        change = Change(table, key, *({column: side[column] for column in differing} for side in (now, row)))
        claim = key if table == "claims" else str(now.get("claim_id", ""))
        told += ((claim, difference) for difference in differences(act.connection, change))
    return told
