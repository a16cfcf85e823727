"""The clause that names the speaker inside or behind what is said: "…, said Mauer, …", "…, she said.", "as X told Y,
…"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from workbench.extraction.lexicon import lexicon, reporting_verbs

_STOPS = frozenset({",", ".", "!", "?", "…", ";", "–", "—"})
_WIDTH = 14
"""Tokens such a clause has at most."""


@dataclass(frozen=True, slots=True)
class Aside:
    start: int
    end: int
    """Token bounds, commas left out."""
    source: Token


def aside_at(verb: Token) -> Aside | None:
    """The aside that a verb of saying stands in, if it is one: between two stops, with no object of its own."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    verbs = reporting_verbs("say") | {"think", "believe", "show", "find"}
    if verb.lemma_.lower() not in verbs:
        return None
    doc, sentence = verb.doc, verb.sent
    start = _stop_before(verb, sentence.start)
    end = _stop_after(verb, sentence.end)
    if start is None or end is None or end - start > _WIDTH:
        return None
    before = [token for token in doc[start : verb.i] if token.pos_ != "ADV"]
    after = list(doc[verb.i + 1 : end])
    if not before and verb.lemma_.lower() not in reporting_verbs("say"):
        return None
    source = _source(verb, before, after)
    return Aside(start, end, source) if source is not None else None


def _stop_before(verb: Token, limit: int) -> int | None:
    for place in range(verb.i - 1, max(limit, verb.i - _WIDTH) - 1, -1):
        if verb.doc[place].text in (",", "–", "—"):
            return place + 1 if place > limit else None
        if verb.doc[place].is_quote or verb.doc[place].text in (":", ";"):
            return None
    return None


def _stop_after(verb: Token, limit: int) -> int | None:
    for place in range(verb.i + 1, min(limit, verb.i + _WIDTH)):
        if verb.doc[place].text == "." and place + 1 < limit and verb.doc[place + 1].text[:1].isalnum():
            continue
        if verb.doc[place].text in _STOPS:
            return None if place + 1 < limit and verb.doc[place + 1].is_quote else place
        if verb.doc[place].is_quote or verb.doc[place].text == ":" or verb.doc[place].lower_ == "that":
            return None
    return limit if limit - verb.i < _WIDTH else None


def _source(verb: Token, before: list[Token], after: list[Token]) -> Token | None:
    """ "said Mauer" or "she said (on Tuesday)" or "as she told the BBC"; nothing else may stand there."""
    if before and before[0].lower_ == "as":
        before = before[1:]
    nouns = ("NOUN", "PROPN", "PRON")
    phrase = (*nouns, "DET", "ADJ", "NUM", "ADP", "PART", "PUNCT", "CCONJ")
    if any(token.pos_ not in phrase or token.lower_ in ("who", "which", "that", "and", "but") for token in before):
        return None
    if before and _has_object(verb, after):
        return None
    if before:
        free = all(token.pos_ in (*phrase, "ADV", "SCONJ") for token in after)
        heads = [
            token
            for token in before
            if token.pos_ in nouns and token.dep_ in ("nsubj", "ROOT", "dobj", "pobj", "appos", "conj")
        ]
        subject = [token for token in heads if token.dep_ == "nsubj"]
        found = next(iter(subject or heads), None)
        return found if free and before[0].pos_ != "ADP" else None
    if (
        not after
        or after[0].pos_ not in (*nouns, "DET", "ADJ")
        or any(token.pos_ in ("VERB", "AUX") for token in after)
    ):
        return None
    named = [token for token in after if token.ent_type_ == "PERSON" and token.text[:1].isupper()]
    if named and any(token.text == "." for token in after):
        return named[-1]
    return next((t for t in after if t.pos_ in nouns and t.dep_ not in ("compound", "nmod", "poss", "amod")), None)


def _has_object(verb: Token, after: list[Token]) -> bool:
    """ "Waters pointed out those features": it says that, not what stands before. Whoever is told is no such object."""
    told = verb.lemma_.lower() in lexicon("reporting")["phrases"]["to_somebody"] and verb.lemma_.lower() != "ask"
    if told and not any(token.dep_ == "dative" for token in after):
        return False
    objects = (token for token in after if token.dep_ == "dobj" and token.head == verb)
    return any(token.ent_type_ not in ("DATE", "TIME") for token in objects)
