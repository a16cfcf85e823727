"""What the article says itself in a sentence that also reports a saying: "X resigned on Monday, *telling* …", "…, the
ministry said, *raising an earlier toll of 38*"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from workbench.extraction.clauses import trimmed
from workbench.extraction.syntax import SUBJECTS, is_finite, names_hearer, subject_of

LEAST_WORDS = 3
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_VERBAL = (*_FINITE, "VBG")
_RELATIVE = ("WDT", "WP", "WRB")
_FIGURES = ("CARDINAL", "MONEY", "PERCENT", "QUANTITY")
_BELOW = ("relcl", "acl", "advcl")
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


def left_over(doc: Doc, piece: Range, cues: Collection[Token], taken: Collection[Range]) -> Iterator[Range]:
    """Token ranges of what else stands in a piece beside its sayings and what is `taken` already: a clause with subject
    and verb, or a participle with a figure."""
    free = [not doc[place].is_quote for place in range(*piece)]
    for start, end in (*taken, *(inner for cue in cues for inner in _core(cue))):
        for place in range(max(start, piece[0]), min(end, piece[1])):
            free[place - piece[0]] = False
    start = piece[0]
    for place in range(piece[0], piece[1] + 1):
        if place == piece[1] or not free[place - piece[0]]:
            bounds = trimmed(doc, (start, place)) if place - start >= LEAST_WORDS else (start, start)
            words = doc[bounds[0] : bounds[1]]
            if len(words) >= LEAST_WORDS and _is_set_off(words) and _tells(words, begins=start == piece[0]):
                yield bounds
            start = place + 1


def _core(cue: Token) -> Iterator[Range]:
    """The saying itself: its verb, its subject, and what else hangs on it without a verb of its own."""
    yield cue.i, cue.i + 1
    for child in cue.children:
        below = child.left_edge.i, child.right_edge.i + 1
        if child.dep_ in SUBJECTS or not any(token.tag_ in _VERBAL for token in cue.doc[slice(*below)]):
            yield below


def _is_set_off(run: TokenSpan) -> bool:
    """Whether stops or conjunctions part it from what stands around; else it is a clause cut in two."""
    joins = run[0].dep_ in ("cc", "mark")
    before = run.doc[run.start - 1] if run.start > run[0].sent.start and not joins else None
    behind = run.doc[run.end] if run.end < run[0].sent.end else None
    beside = (before, behind)
    return all(
        token is None
        or (token.is_punct and not token.is_quote)
        or token.dep_ in ("cc", "mark")
        or token.tag_ in _RELATIVE
        for token in beside
    )


def _tells(run: TokenSpan, *, begins: bool) -> bool:
    """`begins`: the piece begins with it; then its subject may stand in the piece before."""
    first = run[0]
    figures = any(token.like_num and token.ent_type_ in _FIGURES for token in run)
    if first.tag_ in ("VBG", "VBN"):
        return figures
    if begins and first.tag_ in _FINITE:
        return True
    return any(
        token.pos_ in ("VERB", "AUX")
        and (figures or token.dep_ not in _BELOW)
        and (token.dep_ != "ccomp" or token.i < token.head.i)
        and is_finite(token)
        and (subject := subject_of(token)) is not None
        and run.start <= subject.i < run.end
        for token in run
    )


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
