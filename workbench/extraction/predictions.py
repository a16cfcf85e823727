"""Whether a claim looks ahead: to something that will be, may be, or is planned."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from workbench.extraction.lexicon import lexicon
from workbench.extraction.syntax import SUBJECTS, is_finite

_AHEAD = re.compile(
    r"\b(?:next|coming|tomorrow|forthcoming)\b|\bin (?:\w+ )?\w+ (?:days?|weeks?|months?|years?)'? time\b"
)
_PERIODS = frozenset({"hour", "day", "week", "month", "year"})
_PAST = ("was", "were")
_IMAGINED = frozenset({"i", "we", "you", "one", "this", "that", "which", "who", "what", "question"})


@cache
def _words(entry: str) -> frozenset[str]:
    return frozenset(lexicon("claims")["prediction"][entry])


def is_prediction(tokens: TokenSpan, *, reported: bool = False) -> bool:
    """Whether a verb looks ahead: "will", "may close", "is expected to", "is to open", "opens next month", a headline's
    "X to meet Y".

    `reported`: somebody is said to say so; then "would" and "was due to" do as well, but not under an unreal "if".
    """
    for token in tokens:
        if token.tag_ == "MD" and token.dep_ == "aux" and _is_modal_ahead(token, reported=reported):
            return True
        if (
            token.lower_ == "to"
            and token.tag_ == "TO"
            and token.i > tokens.start
            and _is_planned(token, reported=reported)
        ):
            return True
        if token.tag_ in ("VBZ", "VBP") and _is_dated_ahead(token, tokens):
            return True
        if token.lemma_ in ("forecast", "predict") and token.pos_ == "VERB" and _has_object(token):
            return True
    return _has_headline_future(tokens)


def _is_modal_ahead(modal: Token, *, reported: bool) -> bool:
    word, verb = modal.lower_, modal.head
    if any(child.dep_ == "mark" and child.lower_ == "whether" for child in verb.lefts):
        return False
    if word in _words("verbs"):
        return True
    if any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children):
        return False
    if word == "would":
        told = _follows_from_present(verb) or ((reported or _is_told_ahead(verb)) and not _is_unreal(verb))
        return told and not _is_wish(verb)
    if word == "could" and not reported and any(token.tag_ == "VBD" for token in verb.sent):
        return False
    return word in _words("possible") and _happens(verb) and not _is_denied(verb)


def _has_object(verb: Token) -> bool:
    return verb.tag_ != "VBN" and any(child.dep_ == "dobj" for child in verb.rights)


def _is_denied(verb: Token) -> bool:
    """ "could not", "neither side could"; and "so readers may see", which gives a reason."""
    return any(
        child.dep_ == "neg"
        or (child.dep_ in SUBJECTS and child.left_edge.lower_ in ("neither", "no", "nobody", "none"))
        or (child.dep_ == "mark" and child.lower_ == "so")
        for child in verb.children
    )


def _happens(verb: Token) -> bool:
    """Whether the verb tells an event: what may *be* or *seem* so may be so now, what one may *say* one is free to."""
    return verb.tag_ == "VB" and verb.lemma_ not in _words("states") and not _has_generic_subject(verb)


def _has_generic_subject(verb: Token) -> bool:
    """ "You can park here": what is allowed, not what will be."""
    return any(child.dep_ in SUBJECTS and child.lower_ in ("you", "one", "i", "we") for child in verb.children)


def _is_told_ahead(verb: Token) -> bool:
    """Whether a story in the past tells what was to come: "Voters would then choose the flag".

    Not what is imagined ("being there would help", "this would do") or stands in a plan ("a law that would ban it").
    """
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.dep_ == "csubj" or subject.lower_ in _IMAGINED:
        return False
    often = any(child.lower_ in ("often", "always", "usually", "sometimes") for child in verb.children)
    return verb.dep_ in ("ROOT", "conj", "ccomp") and subject.lemma_.lower() not in _words("plans") and not often


def _is_wish(verb: Token) -> bool:
    """ "would like to", "would rather": somebody's wish."""
    return verb.lemma_ in ("like", "prefer", "love", "want", "wish") or any(c.lower_ == "rather" for c in verb.children)


def _is_unreal(verb: Token) -> bool:
    """ "would go if he were …"."""
    return any(
        token.lower_ in ("if", "unless", "had", "were") and token.dep_ in ("mark", "aux") and token.head != verb
        for token in verb.subtree
    ) and not _follows_from_present(verb)


def _follows_from_present(verb: Token) -> bool:
    """ "If the dam *fails*, the town would be under water": a condition that can still come true."""
    return any(
        child.dep_ == "advcl"
        and any(c.lower_ in ("if", "unless") for c in child.lefts)
        and any(c.tag_ in ("VBZ", "VBP") for c in (child, *child.lefts))
        for child in verb.children
    )


def _is_planned(to: Token, *, reported: bool) -> bool:
    """ "is expected to open", "expects prices to fall", "is to open"; not "had planned to", nor "was due to", which may
    have come to nothing, unless somebody said so then."""
    before = to.nbor(-1)
    if before.lower_ in ("is", "are") and before.dep_ == "ROOT":
        return not any(c.lemma_.lower() in _words("equated") for c in before.lefts if c.dep_ in SUBJECTS)
    planning, above = before, to.head.head
    if above.lemma_.lower() in _words("expects") and to.head.dep_ in ("xcomp", "ccomp"):
        planning = above
    if planning.lemma_.lower() not in _words("phrases") or to.head.tag_ != "VB":
        return False
    helpers = {
        child.lower_ for child in (*planning.children, *planning.head.children) if child.dep_ in ("aux", "auxpass")
    }
    copula = planning.head.lower_ if planning.dep_ in ("acomp", "attr", "prep") else ""
    if "had" in helpers and planning.pos_ == "VERB":
        return False
    undone = planning.lemma_.lower() in _words("undone") and (copula in _PAST or helpers & set(_PAST))
    return reported or not undone


def _is_dated_ahead(verb: Token, tokens: TokenSpan) -> bool:
    """ "The rules come into force next month": a present verb with a time to come."""
    if verb.lemma_ in ("be", "have", "do", "say") or verb.i >= tokens.end:
        return False
    return any(
        child.ent_type_ in ("DATE", "TIME") and _is_ahead(child)
        for child in verb.subtree
        if child.i < tokens.end and child.dep_ in ("npadvmod", "pobj", "tmod", "nmod") and _hangs_on(child, verb)
    )


def _is_ahead(noun: Token) -> bool:
    phrase = noun.doc[noun.left_edge.i : noun.i + 1].text.lower()
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.lemma_.lower() in _PERIODS
    begins = noun.head.lower_ in ("on", "from") and noun.head.head.lemma_.lower() in _words("scheduled")
    dated = begins and noun.dep_ == "pobj" and not noun.lower_.endswith("days")
    return dated or bool(_AHEAD.search(phrase)) or (counted and any(child.dep_ == "nummod" for child in noun.children))


def _hangs_on(noun: Token, verb: Token) -> bool:
    head = noun.head
    while head.dep_ in ("prep", "pobj") and head.head != head:
        head = head.head
    return head == verb


def _has_headline_future(tokens: TokenSpan) -> bool:
    """ "Council to sell library": the first verb is an infinitive."""
    verbs = [token for token in tokens if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBG"]
    if not verbs or any(token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBN") for token in tokens if token.i < verbs[0].i):
        return False
    first = verbs[0]
    if is_finite(first.sent.root) or first.sent.root.tag_ == "VBN":
        return False
    to = first.i > tokens.start + 1 and first.nbor(-1).tag_ == "TO"
    return first.tag_ == "VB" and to and first.nbor(-2).pos_ in ("NOUN", "PROPN")
