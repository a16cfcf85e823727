"""What happens to a check when its claim changes afterwards.

Whatever changes a second-checked claim, its place or the evidence it rests on, sets its status to “changed, needs
attention”; so do other words of the article in a claim that is checked once. A sign-off lapses by itself, since it is
given for the content as it stood (`signature`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.domain.claim import Status
from workbench.storage import claims
from workbench.storage.rows import Act, Change


def attend(act: Act, claim_ids: Iterable[str]) -> None:
    """Mark those of the changed claims that somebody had checked a second time."""
    if all(map(_is_only_tags, act.changes)):
        return
    for claim_id in sorted(claim_ids):
        if claims.status_of(act.connection, claim_id) is Status.SECOND_CHECKED:
            claims.change_claim(act, claim_id, status=Status.CHANGED.value)


def reword(act: Act, claim_id: str, before: str, after: str) -> None:
    """Mark a checked claim that has other words now; a stop or a mark more or less is none."""
    if _words(before) != _words(after) and claims.status_of(act.connection, claim_id) is Status.CHECKED:
        claims.change_claim(act, claim_id, status=Status.CHANGED.value)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _is_only_tags(change: Change) -> bool:
    """Tags are for finding a note again: no check rests on them."""
    return change.table == "evidence" and bool(change.before and change.after) and set(change.after or ()) == {"tags"}
