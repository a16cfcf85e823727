"""What kind of claim a stretch of text makes, told by its words; and whether it can be checked at all."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from workbench.domain.claim import ClaimKind
from workbench.extraction.lexicon import lexicon

_FIGURES = frozenset({"PERCENT", "MONEY", "QUANTITY"})


@cache
def _words(table: str, entry: str = "") -> frozenset[str]:
    found: Any = lexicon("claims")[table]
    return frozenset(found[entry] if entry else found)


def kind_of(tokens: TokenSpan, *, quoted: bool, reported: bool = False) -> ClaimKind:
    """The kind of a claim. `quoted`: words of it stand in quotation marks; `reported`: somebody else is said to say
    so."""
    if is_statistic(tokens):
        return ClaimKind.STATISTIC
    if is_opinion(tokens) or ((quoted or reported) and _is_rhetoric(tokens)):
        return ClaimKind.OPINION
    if quoted:
        return ClaimKind.QUOTATION
    if is_prediction(tokens):
        return ClaimKind.PREDICTION
    return ClaimKind.STATEMENT


def is_checkable(kind: ClaimKind) -> bool:
    """An opinion can't be true or false; only whether somebody holds it."""
    return kind is not ClaimKind.OPINION


def is_statistic(tokens: TokenSpan) -> bool:
    """A figure that counts or measures; a date, an age or a name with a figure in it is none."""
    for token in tokens:
        if token.ent_type_ in _FIGURES and token.like_num:
            return True
        if token.like_num and token.ent_type_ == "CARDINAL" and not _is_one(token) and _counts(token):
            return True
    return False


def _is_one(token: Token) -> bool:
    return token.lower_ in ("one", "1", "two") or not token.text[:1].isdigit()


def _counts(token: Token) -> bool:
    return token.dep_ in ("nummod", "pobj", "dobj", "nsubj", "nsubjpass", "attr", "compound", "quantmod", "npadvmod")


def is_prediction(tokens: TokenSpan) -> bool:
    """Whether the main verb looks ahead: "will", "is expected to", a headline's "X to meet Y"."""
    verbs, phrases = _words("prediction", "verbs"), _words("prediction", "phrases")
    for token in tokens:
        if token.lower_ in verbs and token.dep_ == "aux":
            return True
        if token.lower_ == "to" and token.tag_ == "TO" and token.i > tokens.start:
            before = tokens.doc[token.i - 1]
            if before.lemma_.lower() in phrases:
                return True
    return _has_headline_future(tokens)


def _has_headline_future(tokens: TokenSpan) -> bool:
    finite = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in tokens)
    return not finite and any(token.tag_ == "TO" and token.i > tokens.start for token in tokens)


def is_opinion(tokens: TokenSpan) -> bool:
    """A judgement, a wish or a demand, without a figure that could be checked."""
    opinion, attitude, demand = _words("opinion"), _words("attitude"), _words("demand")
    for token in tokens:
        lemma = token.lemma_.lower()
        if lemma in opinion and token.dep_ in ("acomp", "oprd", "attr", "ROOT", "conj", "advmod", "ccomp"):
            return True
        if lemma in opinion and token.dep_ == "amod" and token.head.dep_ == "attr":
            return True
        if token.lower_ in demand and token.tag_ == "MD" and not _must_say(token):
            return True
        if lemma in attitude and any(child.lower_ in ("i", "we") and child.dep_ == "nsubj" for child in token.children):
            return True
    return False


def _must_say(token: Token) -> bool:
    return token.head.lemma_.lower() in ("say", "admit", "add", "tell")


def _is_rhetoric(tokens: TokenSpan) -> bool:
    words = [token for token in tokens if token.is_alpha]
    return (
        len(words) < 25
        and sum(token.lemma_.lower() in _words("rhetoric") for token in words) > 0
        and not any(token.like_num or (token.ent_type_ == "DATE" and token.text[:1].isdigit()) for token in tokens)
    )
