"""A correction as change marks: which words of the claim go, which come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_WORDS_COMPARED = 400
"""Longer texts are replaced whole: comparing them word by word takes time and helps nobody."""
_ALIKE = 0.4
"""Share of words kept, under which a correction is a new text or a remark rather than an edit."""


@dataclass(frozen=True, slots=True)
class Change:
    """In place of `removed` (code points from `start`, may be empty) comes `inserted` (may be empty)."""

    start: int
    removed: str
    inserted: str

    @property
    def end(self) -> int:
        return self.start + len(self.removed)


def changes(old: str, new: str) -> tuple[Change, ...]:
    """What turns `old` into `new`, in order of place; one change of the whole when they have little in common."""
    if not new or old == new:
        return ()
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if max(len(before), len(after)) > _WORDS_COMPARED or matcher.ratio() < _ALIKE:
        return (Change(0, old, new),)
    starts = [0]
    for word in before:
        starts.append(starts[-1] + len(word))
    edits = [
        Change(starts[i1], "".join(before[i1:i2]), "".join(after[j1:j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]
    return tuple(_joined(edits, old))


def _joined(edits: list[Change], old: str) -> list[Change]:
    """Edits with nothing but white space between them read better as one."""
    joined: list[Change] = []
    for edit in edits:
        gap = old[joined[-1].end : edit.start] if joined else "-"
        if gap.strip():
            joined.append(edit)
        else:
            last = joined.pop()
            joined.append(Change(last.start, last.removed + gap + edit.removed, last.inserted + gap + edit.inserted))
    return joined
