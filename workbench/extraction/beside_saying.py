"""What the article says itself in a sentence that also reports a saying: "X resigned on Monday, *telling* …"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from workbench.extraction.clauses import trimmed
from workbench.extraction.syntax import is_finite, names_hearer

LEAST_WORDS = 3
_JOINED = ("advcl", "conj", "acl", "dep", "relcl")
"""How a saying hangs on a doing that is told beside it."""

Range = tuple[int, int]


def beside(doc: Doc, piece: Range, cues: Collection[Token], said: Collection[Range]) -> Iterator[Range]:
    """Token ranges of the clauses that the sayings in a piece hang on, each up to where the saying begins.

    `said` are the token ranges of what is said: nothing of it is the article's own.
    """
    for cue in cues:
        above, edge = _above(cue)
        if above is None or above in cues or not is_finite(above) or _within(above, said) or names_hearer(above):
            continue
        start, end = (piece[0], edge) if above.i < edge else (max(piece[0], cue.right_edge.i + 1), piece[1])
        bounds = trimmed(doc, (start, end))
        words = sum(token.is_alpha for token in doc[bounds[0] : bounds[1]])
        if words >= LEAST_WORDS and bounds[0] <= above.i < bounds[1]:
            yield bounds


def _above(cue: Token) -> tuple[Token | None, int]:
    """The verb that a saying hangs on, and the first token of the saying's own clause."""
    head = cue.head
    if cue.dep_ == "pcomp" and head.dep_ == "prep":
        edge, head = head.left_edge.i, head.head
    elif cue.dep_ in _JOINED:
        edge = cue.left_edge.i
    else:
        return None, 0
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    return head, edge


def _within(token: Token, ranges: Collection[Range]) -> bool:
    return any(start <= token.i < end for start, end in ranges)
