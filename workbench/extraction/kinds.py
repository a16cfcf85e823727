"""What kind of claim a stretch of text makes, told by its words; and whether it can be checked at all."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from workbench.domain.claim import ClaimKind
from workbench.extraction.lexicon import lexicon

_FIGURES = frozenset({"PERCENT", "MONEY", "QUANTITY"})
_JUDGING = ("acomp", "oprd", "attr", "ROOT", "conj", "advmod", "ccomp")


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
    if is_prediction(tokens, reported=reported):
        return ClaimKind.PREDICTION
    return ClaimKind.STATEMENT


def is_checkable(kind: ClaimKind) -> bool:
    """An opinion can't be true or false; only whether somebody holds it."""
    return kind is not ClaimKind.OPINION


def is_statistic(tokens: TokenSpan) -> bool:
    """A figure that counts or measures; a date, an age or a name with a figure in it is none. A number in words is one
    where it says how many did it, or what share."""
    for token in tokens:
        if token.ent_type_ in _FIGURES and token.like_num:
            return True
        if token.lower_ in _words("statistic", "shares") and _is_share(token):
            return True
        if token.lower_ in _words("statistic", "counts") and _counts_subject(token):
            return True
        if token.like_num and token.ent_type_ == "CARDINAL" and not _is_one(token) and _counts(token):
            return True
    return False


def _is_share(token: Token) -> bool:
    """ "half of all children", "two thirds of those asked"."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in ("of", "the", "all")


def _counts_subject(token: Token) -> bool:
    """ "Five players were booked", "hundreds of people came": the number opens the clause's subject."""
    if token.ent_type_ in ("DATE", "TIME", "ORDINAL"):
        return False
    noun = token.head if token.dep_ in ("nummod", "compound", "quantmod") else token
    if noun.dep_ in ("nummod", "quantmod"):
        noun = noun.head
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.left_edge.i >= token.i - 2


def _is_one(token: Token) -> bool:
    return token.lower_ in ("one", "1", "two") or not token.text[:1].isdigit()


def _counts(token: Token) -> bool:
    return token.dep_ in ("nummod", "pobj", "dobj", "nsubj", "nsubjpass", "attr", "compound", "quantmod", "npadvmod")


def is_prediction(tokens: TokenSpan, *, reported: bool = False) -> bool:
    """Whether a verb looks ahead: "will", "is expected to", "is to open", a headline's "X to meet Y".

    `reported`: somebody is said to say so; then "would" does as well, but not under an "if".
    """
    verbs, phrases = _words("prediction", "verbs"), _words("prediction", "phrases")
    for token in tokens:
        if token.lower_ in verbs and token.dep_ == "aux":
            return True
        if reported and token.lower_ == "would" and token.dep_ == "aux" and not _is_unreal(token.head):
            return True
        if token.lower_ == "to" and token.tag_ == "TO" and token.i > tokens.start:
            before = tokens.doc[token.i - 1]
            if before.lemma_.lower() in phrases or (before.lower_ in ("is", "are") and before.dep_ == "ROOT"):
                return True
    return _has_headline_future(tokens)


def _is_unreal(verb: Token) -> bool:
    """ "would have been", "would go if …"."""
    return any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children) or any(
        token.lower_ in ("if", "unless", "had", "were") and token.dep_ in ("mark", "aux") and token.head != verb
        for token in verb.subtree
    )


def _has_headline_future(tokens: TokenSpan) -> bool:
    """ "Council to sell library": the first verb is an infinitive."""
    verbs = [token for token in tokens if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBG"]
    if not verbs or any(token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBN") for token in tokens if token.i < verbs[0].i):
        return False
    first = verbs[0]
    to = first.i > tokens.start + 1 and first.nbor(-1).tag_ == "TO"
    return first.tag_ == "VB" and to and first.nbor(-2).pos_ in ("NOUN", "PROPN")


def is_opinion(tokens: TokenSpan) -> bool:
    """A judgement, a wish or a demand, without a figure that could be checked."""
    opinion, attitude, demand = _words("opinion"), _words("attitude"), _words("demand")
    for token in tokens:
        lemma = token.lemma_.lower()
        if lemma in opinion and token.dep_ in _JUDGING and not _is_made_so(token):
            return True
        if lemma in opinion and token.dep_ == "amod" and token.head.dep_ == "attr":
            return True
        if token.lower_ in demand and token.tag_ == "MD" and not _must_say(token) and not _is_rule(token):
            return True
        if lemma in attitude and any(child.lower_ in ("i", "we") and child.dep_ == "nsubj" for child in token.children):
            return True
    return False


def _is_made_so(token: Token) -> bool:
    """ "making it easier to stay": a change that can be checked, no judgement."""
    return token.head.lemma_.lower() == "make" and token.dep_ in ("ccomp", "oprd", "acomp")


def _is_rule(token: Token) -> bool:
    """ "forms must be completed in English": what a rule asks of nobody named."""
    return token.lower_ == "must" and any(child.dep_ == "auxpass" for child in token.head.children)


def _must_say(token: Token) -> bool:
    return token.head.lemma_.lower() in ("say", "admit", "add", "tell")


def _is_rhetoric(tokens: TokenSpan) -> bool:
    """Solemn talk without a fact: "the future of our continent", never "the bridge would close"."""
    words = [token for token in tokens if token.is_alpha]
    return (
        len(words) < 25
        and any(token.lemma_.lower() in _words("rhetoric") and _is_figure_of_speech(token) for token in words)
        and not any(token.like_num or (token.ent_type_ == "DATE" and token.text[:1].isdigit()) for token in tokens)
    )


def _is_figure_of_speech(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and any(
        child.lower_ in ("of", "our", "their", "my", "its") or child.dep_ == "poss" for child in noun.children
    )
