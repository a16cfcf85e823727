"""What kind of claim a stretch of text makes, told by its words; and whether it can be checked at all."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from workbench.domain.claim import ClaimKind
from workbench.extraction.lexicon import lexicon
from workbench.extraction.opinions import is_opinion, is_rhetoric
from workbench.extraction.predictions import is_prediction

_FIGURES = frozenset({"PERCENT", "MONEY", "QUANTITY"})
LONGEST_LABEL = 6
"""Words before the colon of a line in a table or timeline."""
LEAST_DATED = 3
"""Words behind a date and a colon that tell what happened then."""
_TOLD = ("VBD", "VBZ", "VBP", "MD")


@cache
def _words(table: str, entry: str = "") -> frozenset[str]:
    found: Any = lexicon("claims")[table]
    return frozenset(found[entry] if entry else found)


def kind_of(tokens: TokenSpan, *, quoted: bool, reported: bool = False) -> ClaimKind:
    """The kind of a claim. `quoted`: words of it stand in quotation marks; `reported`: somebody else is said to say
    so."""
    if is_statistic(tokens) or is_labelled_figure(tokens):
        return ClaimKind.STATISTIC
    voiced = quoted or reported
    if is_opinion(tokens, voiced=voiced) or (voiced and is_rhetoric(tokens)):
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
    return any(map(_is_figure, tokens))


def _is_figure(token: Token) -> bool:
    if token.ent_type_ in _FIGURES and token.like_num:
        return True
    if token.lower_ in _words("statistic", "shares") and _is_share(token):
        return True
    if token.lower_ in _words("statistic", "counts") and _counts_subject(token):
        return True
    if token.lemma_.lower() in _words("statistic", "multiplies") and _multiplies(token):
        return True
    if token.like_num and _is_one_in_so_many(token):
        return True
    return token.like_num and token.ent_type_ == "CARDINAL" and not _is_one(token) and _counts(token)


def is_short_fact(tokens: TokenSpan) -> bool:
    """ "Tax rose 5%", "Sales halved": two words and a figure, or a verb that is one, say it all."""
    words = [token for token in tokens if token.is_alpha or token.like_num]
    told = [token for token in words if token.is_alpha]
    if len(words) < 2 or not told or told[0].pos_ == "PRON":
        return False
    multiplied = words[-1].lemma_.lower() in _words("statistic", "multiplies") and words[-1].tag_ in ("VBD", "VBN")
    measured = any(token.like_num for token in words) and any(token.tag_ in _TOLD for token in told[1:])
    return multiplied or measured


def is_labelled_figure(tokens: TokenSpan) -> bool:
    """ "Attendance: 11,482", "GDP: up 3%": a line of a table, which has no verb."""
    label, behind = _at_colon(tokens)
    if not any(token.is_alpha for token in label) or any(
        token.lower_ in _words("labels", "contacts") for token in label
    ):
        return False
    figures = (token for token in behind[:4] if any(map(str.isdigit, token.text)))
    first = next(figures, None)
    return first is not None and first.ent_type_ not in ("DATE", "TIME") and not any(t.tag_ in _TOLD for t in behind)


def is_labelled_date(tokens: TokenSpan) -> bool:
    """ "1941: no census because of the war": a line of a timeline."""
    label, behind = _at_colon(tokens)
    dated = all(token.ent_type_ == "DATE" or (token.like_num and len(token) == 4) for token in label)
    return bool(label) and dated and sum(token.is_alpha for token in behind) >= LEAST_DATED


def _at_colon(tokens: TokenSpan) -> tuple[list[Token], list[Token]]:
    """The words before and behind the first colon of a short line; none before when there is no label."""
    colon = next((place for place, token in enumerate(tokens) if token.text == ":"), 0)
    label = [token for token in tokens[:colon] if not token.is_punct and token.tag_ != "SYM"]
    fits = 0 < len(label) <= LONGEST_LABEL and not any(token.tag_ in _TOLD or token.pos_ == "PRON" for token in label)
    return (label, list(tokens[colon + 1 :])) if fits else ([], [])


def is_share_of_people(tokens: TokenSpan) -> bool:
    """Whether a phrase counts who says something: "62% of residents", "one in five nurses"."""
    return any(
        (token.ent_type_ == "PERCENT" and token.like_num)
        or (token.lower_ in _words("statistic", "shares") and _is_share(token))
        or (token.like_num and _is_one_in_so_many(token))
        for token in tokens
    )


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


def _multiplies(verb: Token) -> bool:
    """ "exports have doubled", "the plan would halve waiting times"; not "a doubled guard"."""
    return verb.pos_ == "VERB" and verb.dep_ not in ("amod", "compound")


def _is_one_in_so_many(token: Token) -> bool:
    """ "one in five pupils", "seven out of 10"."""
    after = token.doc[token.i + 1 : token.i + 4]
    words = [other.lower_ for other in after]
    if words[:1] == ["in"]:
        return len(after) > 1 and after[1].like_num and after[1].ent_type_ not in ("DATE", "TIME")
    return words[:2] == ["out", "of"] and len(after) > 2 and after[2].like_num


def _is_one(token: Token) -> bool:
    return token.lower_ in ("one", "1", "two") or not token.text[:1].isdigit()


def _counts(token: Token) -> bool:
    return token.dep_ in ("nummod", "pobj", "dobj", "nsubj", "nsubjpass", "attr", "compound", "quantmod", "npadvmod")
