"""Whether a claim is a judgement, a wish or a demand, which nothing can prove true or false."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from workbench.extraction.lexicon import lexicon

_JUDGING = ("acomp", "oprd", "attr", "ROOT", "conj", "advmod", "ccomp")
_NAMED_SO = ("attr", "oprd", "appos", "ccomp")
"""Where a noun says what something is: "is a triumph", "called it a betrayal"."""


@cache
def _words(table: str, entry: str = "") -> frozenset[str]:
    found: Any = lexicon("claims")[table]
    return frozenset(found[entry] if entry else found)


def is_opinion(tokens: TokenSpan, *, voiced: bool = False) -> bool:
    """A judgement, a wish or a demand, without a figure that could be checked.

    `voiced`: it is quoted or reported; then words of moral judgement, and "he believes", do as well.
    """
    return any(
        (_judges(token) and not _stands_beside(token, tokens))
        or _demands(token)
        or _has_attitude(token, tokens, voiced=voiced)
        or _says_so_much(token)
        for token in tokens
    ) or (voiced and any(_condemns(token) for token in tokens))


def is_rhetoric(tokens: TokenSpan) -> bool:
    """Solemn talk without a fact: "the future of our continent", never "the bridge would close"."""
    words = [token for token in tokens if token.is_alpha]
    return (
        len(words) < 25
        and any(token.lemma_.lower() in _words("rhetoric") and _is_figure_of_speech(token) for token in words)
        and not any(token.like_num or (token.ent_type_ == "DATE" and token.text[:1].isdigit()) for token in tokens)
    )


def _judges(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if lemma in _words("opinion"):
        made_so = token.head.lemma_.lower() == "make" and token.dep_ in ("ccomp", "oprd", "acomp")
        named_so = token.dep_ == "amod" and token.head.lower_ == "as"
        inside = token.dep_ == "amod" and token.head.dep_ == "attr"
        return (token.dep_ in _JUDGING and not made_so) or inside or named_so
    return lemma in _words("judgement", "nouns") and token.pos_ == "NOUN" and _is_named_so(token)


def _stands_beside(token: Token, tokens: TokenSpan) -> bool:
    """Whether the judging word is not in the claim's main clause: "there is no evidence that it is *safe*"."""
    while token.head != token and tokens.start <= token.head.i < tokens.end:
        if token.dep_ in ("acl", "advcl", "relcl"):
            return True
        token = token.head
    return False


def _is_named_so(noun: Token) -> bool:
    """ "is a triumph", "called the budget a betrayal", "is no excuse"; not "denied the betrayal"."""
    if noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ in _NAMED_SO or (noun.dep_ == "pobj" and noun.head.lower_ == "as"):
        return True
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in ("call", "consider", "brand", "label")


def _demands(token: Token) -> bool:
    if token.lower_ not in _words("demand") or token.tag_ != "MD":
        return False
    must_say = token.head.lemma_ in ("say", "admit", "add", "tell")
    rule = token.lower_ == "must" and any(child.dep_ == "auxpass" for child in token.head.children)
    return not must_say and not rule


def _has_attitude(token: Token, tokens: TokenSpan, *, voiced: bool) -> bool:
    """ "we hope", "they deserve"; and, where somebody is said to say so, "she believes" at the head of it."""
    lemma = token.lemma_.lower()
    if lemma == "deserve" and token.pos_ == "VERB":
        return True
    if lemma not in _words("attitude") or token.pos_ != "VERB":
        return False
    own = ("i", "we", "he", "she", "they") if voiced and token.head.i < tokens.start else ("i", "we")
    return any(child.lower_ in own and child.dep_ == "nsubj" for child in token.children)


def _says_so_much(token: Token) -> bool:
    """ "makes no sense", "doesn't go far enough", "has gone too far": set turns of judgement."""
    if token.lower_ == "sense":
        return token.dep_ == "dobj" and token.head.lemma_ == "make"
    measured = token.head if token.head.lower_ == "enough" else token
    measure = token.lower_ == "far" and (
        measured != token or any(child.lower_ in ("enough", "too") for child in token.children)
    )
    return measure and measured.head.lemma_ == "go"


def _condemns(token: Token) -> bool:
    """ "had shown contempt for voters", "betrayed the town"."""
    lemma = token.lemma_.lower()
    if lemma in _words("judgement", "verbs"):
        return token.pos_ == "VERB"
    return lemma in _words("judgement", "moral") and token.pos_ == "NOUN" and token.dep_ == "dobj"


def _is_figure_of_speech(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and any(
        child.lower_ in ("of", "our", "their", "my", "its") or child.dep_ == "poss" for child in noun.children
    )
