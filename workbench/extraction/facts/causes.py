"""Causal statements: "because of the war", "due to a strike", "The strike led to the closure"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from workbench.extraction.token_places import tokens_between
from workbench.extraction.word_lists import phrases

REACH = 40
"""Tokens a causal statement spans at most."""
OBJECTS = frozenset({"dobj", "obj", "prep", "ccomp", "xcomp", "agent", "dative", "prt"})


def find_causes(doc: Doc, language: str) -> Iterator[tuple[int, int]]:
    """Start and end in `doc.text` of each causal statement, in order and apart.

    After a connective it is the connective with what depends on it; with a verb, subject, verb and object. Without
    syntax, only connectives, up to the next punctuation mark.
    """
    found = sorted({*_connectives(doc, language), *_verbs(doc, language)})
    last = 0
    for start, end in found:
        if start >= last and end > start:
            yield start, end
            last = end


def _connectives(doc: Doc, language: str) -> Iterator[tuple[int, int]]:
    lower = doc.text.lower()
    if len(lower) != len(doc.text):
        return
    for match in _pattern(language).finditer(lower):
        tokens = tokens_between(doc, *match.span())
        if not len(tokens) or _is_plan(doc, tokens.end):
            continue
        yield match.start(), max(match.end(), _end(doc, _complement_end(doc, tokens.start, tokens.end)))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    choices = sorted(phrases(language, "facts", "causes"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, choices))})(?!\w)") if choices else re.compile(r"(?!)")


def _is_plan(doc: Doc, position: int) -> bool:
    """ "due to | meet on Monday" is a plan, not a cause."""
    return position < len(doc) and doc[position].tag_ == "VB"


def _complement_end(doc: Doc, start: int, end: int) -> int:
    """Index after the last token that depends on the connective, within its sentence and `REACH`."""
    limit = min(len(doc), start + REACH)
    furthest = end
    for token in doc[start:end] if doc[start].dep_ else ():
        furthest = max(furthest, token.right_edge.i + 1)
        if token.dep_ in ("mark", "advmod") and token.head.i >= end:
            furthest = max(furthest, token.head.right_edge.i + 1)
    if furthest == end:
        while furthest < limit and not (doc[furthest].is_punct or doc[furthest].is_sent_start):
            furthest += 1
    return _within_sentence(doc, start, min(furthest, limit))


def _within_sentence(doc: Doc, start: int, end: int) -> int:
    for position in range(start + 1, end):
        if doc[position].is_sent_start:
            return position
    return end


def _end(doc: Doc, position: int) -> int:
    """Offset of the end of the last token before `position` that isn't punctuation."""
    while position > 0 and (doc[position - 1].is_punct or doc[position - 1].is_space or doc[position - 1].is_quote):
        position -= 1
    return doc[position - 1].idx + len(doc[position - 1]) if position else 0


@cache
def _causal(language: str) -> dict[str, str]:
    """Lemma → the preposition or particle it needs, empty for none."""
    parts = (phrase.split() for phrase in phrases(language, "facts", "causal_verbs"))
    return {words[0]: " ".join(words[1:]) for words in parts}


def _verbs(doc: Doc, language: str) -> Iterator[tuple[int, int]]:
    verbs = _causal(language)
    for token in doc:
        if token.pos_ != "VERB" or token.lemma_ not in verbs:
            continue
        needed = verbs[token.lemma_].split()
        if needed and not _follows(token, needed):
            continue
        yield _subject_start(token), _end(doc, _object_end(token))


def _follows(verb: Token, needed: list[str]) -> bool:
    after = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 4]]
    return after[: len(needed)] == needed or after[1 : len(needed) + 1] == needed


def _subject_start(verb: Token) -> int:
    for child in verb.lefts:
        if child.dep_ in ("nsubj", "nsubjpass") and verb.i - child.left_edge.i <= REACH // 2:
            return child.left_edge.idx
    return verb.idx


def _object_end(verb: Token) -> int:
    ends = [child.right_edge.i + 1 for child in verb.rights if child.dep_ in OBJECTS]
    end = max(ends, default=verb.i + 1)
    return _within_sentence(verb.doc, verb.i, min(end, verb.i + REACH))
