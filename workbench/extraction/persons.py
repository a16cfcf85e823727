"""The people named in a block: what the model calls a person, mended where a title or a name of several parts misled
it ("Det Insp | Alan Prior", "Ursula von der | Leyen", "spokesperson Supriya Nair" as a product, "the minister of
Transport Matteo Salvini" of a translation)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from workbench.extraction.word_lists import dictionary, words

LEAST_BEHIND_OFFICE = 3
"""Words of a run that holds what the office is of, and a first and a last name."""
MOST_NAMES = 4
"""Words of a name behind its title."""


def persons_in(doc: Doc, *, titled: bool = True) -> Iterator[TokenSpan]:
    """The names of people in order, without their titles. `titled`: look also where only a title tells; a headline
    in capitals shows nothing there."""
    end = 0
    entities = {entity.start: entity for entity in doc.ents if entity.label_ == "PERSON"}
    found: TokenSpan | None
    for token in doc:
        if token.i < end:
            continue
        found = _behind_office(token) if titled else None
        entity = entities.get(token.i)
        if found is None and entity is not None:
            found = None if _is_between_brackets(entity) else _without_title(_whole(entity) if titled else entity)
            end = entity.end
        elif found is None and token.ent_type_ != "PERSON":
            found = _behind_title(token) if titled else None
        if found is not None:
            yield found
            end = max(end, found.end)


def is_title(token: Token) -> bool:
    """Whether a word can stand before a name and say who that is: "Councilwoman", "Det", "spokesman"."""
    return token.lower_ in words("en", "facts", "titles") or token.lower_.rstrip(".") in words("en", "facts", "titles")


def _whole(entity: TokenSpan) -> TokenSpan:
    """The entity up to the word that its last one only goes before."""
    head = entity[-1].head
    behind = entity.doc[entity.end : head.i + 1]
    goes_on = entity[-1].dep_ == "compound" and 0 < len(behind) <= MOST_NAMES and all(map(_is_name, behind))
    return entity.doc[entity.start : head.i + 1] if goes_on else entity


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.text.replace("-", "").isalpha()


def _is_between_brackets(entity: TokenSpan) -> bool:
    """ "Cllr Meera Joshi (Lib Dem)": what stands in brackets behind a name is the person's party or place."""
    doc = entity.doc
    return (
        entity.start > 1 and entity.end < len(doc) and doc[entity.start - 1].text == "(" and doc[entity.end].text == ")"
    )


def _without_title(entity: TokenSpan) -> TokenSpan:
    """ "Cllr Brian Tutt" → "Brian Tutt"; a title before a single name stays for `plain_name` to judge."""
    start = entity.start
    while entity.end - start > 2 and (is_title(entity.doc[start]) or _is_rank(entity.doc[start])):
        start += 1
    return entity.doc[start : entity.end]


def _is_rank(token: Token) -> bool:
    """ "DI Karl Freeman", "PC Ann Lee": letters before a name that has two words without them."""
    return token.text.isupper() and 2 <= len(token) <= 4 and not token.nbor().text.isupper()


def _behind_title(token: Token) -> TokenSpan | None:
    """The name that begins at this token, when a title right before it says that somebody is named."""
    doc = token.doc
    if not _is_name(token) or token.is_sent_start or not is_title(doc[token.i - 1]) or is_title(token):
        return None
    end = token.i + 1
    while end < len(doc) and _is_name(doc[end]) and not doc[end].is_sent_start:
        end += 1
    name = doc[token.i : end]
    if not 2 <= len(name) <= MOST_NAMES or any(other.ent_type_ == "PERSON" for other in name):
        return None
    plain = doc[token.i - 1].text[:1].islower()
    return name if plain or not _is_common(name[0]) else None


def _behind_office(token: Token) -> TokenSpan | None:
    """The name that ends a run of names behind "of": "the secretary of the Cgil *Maurizio Landini*"."""
    doc = token.doc
    if not _is_name(token) or (token.i and _is_name(token.nbor(-1))):
        return None
    end = token.i + 1
    while end < len(doc) and _is_name(doc[end]) and not doc[end].is_sent_start:
        end += 1
    run, name = doc[token.i : end], doc[end - 2 : end]
    if len(run) < LEAST_BEHIND_OFFICE or is_title(name[0].nbor(-1)) or any(map(_is_common, name)):
        return None
    above = [noun for noun in run[-1].ancestors if noun.pos_ in ("NOUN", "PROPN") and noun.i < run.start]
    governed = any(word.dep_ == "pobj" and word.head.lower_ in ("of", "to", "for") for word in run)
    return name if governed and any(map(is_title, above)) and name[1].ent_type_ not in ("GPE", "LOC", "FAC") else None


def _is_common(token: Token) -> bool:
    return token.lower_ in dictionary("en").common
