"""The history of a claim and of the case, and putting an earlier wording back."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.domain.changes import Changes
from workbench.errors import CaseFileError
from workbench.storage import history as storage
from workbench.storage import journal
from workbench.storage.case_file import CaseFile
from workbench.storage.history import Event
from workbench.workflow.lapsing import attend


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a difference: `kept`, or only in the text before, or only in the text after."""

    text: str
    before: bool
    after: bool


def read_history(
    file: CaseFile, claim_id: str = "", *, before: int = sys.maxsize, limit: int = 100
) -> tuple[Event, ...]:
    """The newest `limit` acts, the newest first, on a claim or, without one, on the whole case.

    `before` is the `seq` of the last event already shown, to read on from there. Claims since deleted have theirs too.
    """
    with file.reading() as connection:
        return tuple(storage.events(connection, claim_id, before, limit))


def checkers(file: CaseFile) -> tuple[str, ...]:
    """Who checked: the names of all who acted in the case, in the order in which they came to it."""
    with file.reading() as connection:
        return journal.writers(connection)


def restore_wording(file: CaseFile, seq: int) -> Changes:
    """Put back the words that the act numbered `seq` replaced, as a new act that undo takes back like any other.

    Raises CaseFileError when that act replaced no words, or they stand so now.
    """
    with file.act("restore earlier wording") as act:
        if not storage.restore_wording(act, seq):
            raise CaseFileError("There is no earlier wording to put back there. Choose another line of the history.")
        act.entity = min(act.claims, default="")
        attend(act, act.claims)
        return act.result(select=act.entity)


def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """The readable difference, word by word; the pieces of either side put together give that text again."""
    old, new = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (before, after))
    pieces: list[Piece] = []
    for kind, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("".join(old[i:j]), True, True))
            continue
        pieces += [Piece("".join(old[i:j]), True, False)] if j > i else []
        pieces += [Piece("".join(new[k:m]), False, True)] if m > k else []
    return tuple(pieces)
