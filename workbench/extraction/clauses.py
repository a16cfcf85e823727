"""Cuts a sentence into the clauses that can each be wrong by itself.

A clause is cut off when it has a verb of its own with a subject of its own and is joined by "and", a colon or a
semicolon, or set off by a comma (", in the same areas where the offensive had begun", ", while exports fell"). A
condition ("if …") stays with what depends on it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from workbench.extraction.kinds import is_short_fact
from workbench.extraction.syntax import SUBJECTS, is_finite, phrase

_KEEPS = frozenset({"if", "unless", "whether", "so", "than", "that", "until", "lest", "provided"})
"""Words that bind a clause to the one it depends on."""
_EDGE = frozenset({"and", "but", "or", "nor"})
_STOPS = frozenset({",", ";", ":", "–", "—", "-", "•"})
SHORT = 8
"""Tokens up to which a noun is repeated with the relative clause about it."""
LONGEST = 200
"""Tokens of a sentence above which it is hardly one, and left whole."""
LONG = 8
"""Words from which a second verb of the same subject is cut off."""

Range = tuple[int, int]


def clauses(doc: Doc, bounds: Range) -> list[Range]:
    """Token ranges of the clauses within a stretch of one or more sentences, in order; they may overlap."""
    if bounds[1] - bounds[0] > LONGEST:
        return [trimmed(doc, bounds)]
    found = [piece for part in _at_colons(doc, *bounds) for piece in _clauses_of(doc, part)]
    return sorted(set(found)) or [trimmed(doc, bounds)]


def _clauses_of(doc: Doc, bounds: Range) -> list[Range]:
    heads: dict[int, Range] = {}
    members: dict[int, list[int]] = {}
    inside = range(*bounds)
    for token in doc[bounds[0] : bounds[1]]:
        cut = _cut_at(token, inside)
        if cut is not None:
            heads[token.i] = cut
    if not heads:
        whole = trimmed(doc, bounds)
        return [whole] if _says_something(doc, whole) else []
    for token in doc[bounds[0] : bounds[1]]:
        members.setdefault(_owner(token, heads, inside), []).append(token.i)
    pieces = (trimmed(doc, (_with_noun(doc, owner, own[0], inside), own[-1] + 1)) for owner, own in members.items())
    return [piece for piece in pieces if _says_something(doc, piece)]


def _owner(token: Token, heads: dict[int, Range], inside: range) -> int:
    """The nearest head above the token whose piece holds it; -1 for the main clause."""
    place = token.i
    for _ in range(60):
        if token.i in heads and heads[token.i][0] <= place < heads[token.i][1]:
            return token.i
        if token.head == token or token.head.i not in inside:
            break
        token = token.head
    return next((head for head, (start, end) in heads.items() if start <= place < end), -1)


def _cut_at(token: Token, inside: range) -> Range | None:
    """The range of the clause that this verb heads, if it is to be cut off."""
    if token.pos_ not in ("VERB", "AUX") or not is_finite(token) or token.head == token:
        return None
    start, end = max(token.left_edge.i, inside.start), min(token.right_edge.i + 1, inside.stop)
    has_subject = any(child.dep_ in SUBJECTS for child in token.children)
    if token.dep_ == "conj" and token.head.i in inside:
        return (start, end) if has_subject or _is_long(token, start, end) else None
    if token.dep_ in ("parataxis", "ccomp") and has_subject and _stands_off(token.doc, start, end, inside):
        return start, end
    if token.dep_ == "advcl" and has_subject:
        mark = next((child.lower_ for child in token.children if child.dep_ == "mark"), "")
        wh = any(child.lower_ in _KEEPS for child in token.children)
        return (start, end) if mark not in _KEEPS and not wh and _set_off(token.doc, start, end, inside) else None
    if token.dep_ == "relcl":
        return _relative(token, start, end, inside)
    return None


def _is_long(token: Token, start: int, end: int) -> bool:
    return end - start >= LONG and token.i - token.sent.start >= LONG and is_finite(token.head)


def _stands_off(doc: Doc, start: int, end: int, inside: range) -> bool:
    """Joined by a colon, semicolon or dash."""
    before = doc[start - 1].text if start > inside.start else ""
    after = doc[end].text if end < inside.stop else ""
    return bool({before, after} & {":", ";", "–", "—"})


def _set_off(doc: Doc, start: int, end: int, inside: range) -> bool:
    before = start > inside.start and doc[start - 1].text in (",", "–", "—", "-", "(")
    return before or (start == inside.start and end < inside.stop and doc[end].text == ",")


def _relative(token: Token, start: int, end: int, inside: range) -> Range | None:
    """A relative clause behind a comma, with its noun where that stands behind the comma too."""
    top = token.head
    for _ in range(3):
        edge = top.left_edge.i
        if edge > inside.start and token.doc[edge - 1].text in (",", "–", "—"):
            return edge, end
        if top.dep_ not in ("pobj", "prep", "appos", "dobj"):
            break
        top = top.head
    if start > inside.start and token.doc[start - 1].text in (",", "–", "—", "("):
        return start, end
    return None


def _with_noun(doc: Doc, head: int, start: int, inside: range) -> int:
    """The start of a relative clause's noun right before the comma, when it is short: "Clara One, which opened in
    May"."""
    if head < 0 or doc[head].dep_ != "relcl" or doc[head].head.i != start - 2:
        return start
    if doc[head].head.ent_type_ in ("DATE", "TIME"):
        return start
    noun = max(phrase(doc[head].head)[0], inside.start)
    return noun if start - SHORT <= noun < start else start


def _at_colons(doc: Doc, start: int, end: int) -> Iterator[Range]:
    """A stretch as it is, or its parts at a colon or semicolon where both have a verb."""
    finite = [token.i for token in doc[start:end] if token.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    for token in doc[start + 1 : max(start + 1, end - 1)]:
        if token.text in (":", ";") and finite and start <= _at_or_after(finite, start) < token.i < finite[-1]:
            yield start, token.i
            start = token.i + 1
    yield start, end


def _at_or_after(places: list[int], start: int) -> int:
    """The first of the places from `start` on; -1 when there is none."""
    index = bisect_left(places, start)
    return places[index] if index < len(places) else -1


def _says_something(doc: Doc, piece: Range) -> bool:
    tokens = doc[piece[0] : piece[1]]
    if sum(token.is_alpha for token in tokens) < 3:
        return is_short_fact(tokens)
    return any(token.pos_ in ("VERB", "AUX") for token in tokens)


def trimmed(doc: Doc, piece: Range) -> Range:
    """Without the conjunctions, commas and white space at its ends."""
    start, end = piece
    while start < end and (_joins(doc[start]) or _is_conjunction(doc[start])):
        start += 1
    while end > start and (_joins(doc[end - 1]) or doc[end - 1].text == "."):
        end -= 1
    return start, end


def _is_conjunction(that: Token) -> bool:
    """Whether "that" opens a clause, also where the parser has it point: "testified that director Ann Lee …"."""
    if that.lower_ != "that":
        return False
    noun = that.head.head if that.head.dep_ == "compound" else that.head
    return that.dep_ == "mark" or (that.dep_ == "det" and noun.tag_ in ("NNP", "NNPS", "NNS"))


def _joins(token: Token) -> bool:
    return token.text in _STOPS or token.is_space or token.lower_ in _EDGE
