"""Names with their titles, and places: what the model calls a name, what it missed, and who that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from workbench.domain.article import BlockKind
from workbench.domain.findings import Fact, FactKind
from workbench.domain.span import Span
from workbench.extraction.reading import BlockReading, Reading
from workbench.extraction.word_lists import phrases, words

NAMES = frozenset({"PERSON", "ORG", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
_AFTER_COMMA = frozenset({"inc", "inc.", "ltd", "ltd.", "llc", "jr", "jr.", "sr", "sr."})
_AT_PLACES = frozenset({"in", "at", "near", "outside", "across", "around", "through", "north", "south", "east", "west"})
TITLE_REACH = 8
"""Tokens looked at before a name for its title."""
APPOSITION_REACH = 12
"""Tokens looked at after a name and a comma."""


def find_names(reading: Reading) -> list[Fact]:
    """Names and places in order of place, none inside another. Empty when the language has no model."""
    known = _capitalised_names(reading)
    found = [fact for part in reading.parts if part.block.kind.bears_claims for fact in _in_part(part, known)]
    places = _places(reading.article.text, found)
    families = _family_names(reading)
    return [_as_article_uses_it(fact, fact.span.of(reading.article.text), places, families) for fact in found]


def _as_article_uses_it(fact: Fact, words: str, places: frozenset[str], families: frozenset[str]) -> Fact:
    if words in families:
        return replace(fact, kind=FactKind.NAME)
    return replace(fact, kind=FactKind.PLACE) if words in places else fact


def _family_names(reading: Reading) -> frozenset[str]:
    """Last words of people's full names that the article never uses as a place ("in London"): Jack London is London."""
    people, places = set[str](), set[str]()
    for part in reading.parts:
        for entity in part.doc.ents:
            last = entity[-1].text
            if entity.label_ == "PERSON" and len(entity) > 1 and last[:1].isupper():
                people.add(last)
            elif len(entity) == 1 and entity.start and part.doc[entity.start - 1].lower_ in _AT_PLACES:
                places.add(last)
    return frozenset(people - places)


def _places(text: str, found: Iterable[Fact]) -> frozenset[str]:
    """Words that are a place more often than a name: the model may change its mind about "Minsk" within an article."""
    balance = Counter[str]()
    for fact in found:
        balance[fact.span.of(text)] += 1 if fact.kind is FactKind.PLACE else -1
    return frozenset(words for words, surplus in balance.items() if surplus > 0)


def _capitalised_names(reading: Reading) -> frozenset[str]:
    """Words that the model called (part of) a person's, body's or country's name anywhere in the article."""
    return frozenset(
        token.text
        for part in reading.parts
        for entity in part.doc.ents
        if entity.label_ in ("PERSON", "ORG", "GPE")
        for token in entity
        if token.pos_ == "PROPN" and token.text[:1].isupper()
    )


def _in_part(part: BlockReading, known: frozenset[str]) -> Iterator[Fact]:
    taken = [False] * len(part.doc)
    found: list[tuple[int, int, FactKind]] = []
    for entity in part.doc.ents:
        for token in entity:
            taken[token.i] = True
        if entity.label_ in NAMES or entity.label_ in PLACES:
            if len(entity) == 1 and _is_unit(entity[0]):
                continue
            kind = FactKind.PLACE if entity.label_ in PLACES else FactKind.NAME
            found.extend((*bounds, kind) for bounds in map(_trimmed, _between_commas(entity)) if bounds is not None)
    found.extend(_missed(part, taken, known))
    persons = {entity.start for entity in part.doc.ents if entity.label_ == "PERSON"}
    for start, end, kind in _outermost(part.doc, _with_titles(part.doc, sorted(found), persons)):
        yield Fact(_from_first_letter(part, start, end), kind)


def _is_unit(token: Token) -> bool:
    """ "3.2 GW" measures; GW is no name there."""
    return token.i > 0 and token.nbor(-1).like_num and token.text in words("en", "facts", "units")


def _from_first_letter(part: BlockReading, start: int, end: int) -> Span:
    """The tokens without emoji and the like glued to the first of them."""
    span = part.span(part.doc[start:end])
    first = part.doc[start].text
    glued = next((place for place, character in enumerate(first) if character.isalnum()), 0)
    return Span(span.start + glued, span.end)


def _goes_on(token: Token) -> bool:
    """Whether a name right before this word takes it in: "Ana | McDonald", not "Lukashenko | the president"."""
    return (
        token.pos_ == "PROPN" and token.text[:1].isupper() and token.lower_ not in _titles() and not token.is_sent_start
    )


def _outermost(doc: Doc, found: Iterable[tuple[int, int, FactKind]]) -> list[tuple[int, int, FactKind]]:
    """Names in order, apart: "Russian" goes up in "Russian president Vladimir Putin", "Ana" and "McDonald" in one."""
    kept: list[tuple[int, int, FactKind]] = []
    for start, end, kind in found:
        while kept and kept[-1][0] >= start and kept[-1][1] <= end:
            kept.pop()
        start = max(start, kept[-1][1] if kept else 0)
        if kept and kept[-1][1] == start < end and kept[-1][2] is kind is FactKind.NAME and _goes_on(doc[start]):
            start = kept.pop()[0]
        if start < end:
            kept.append((start, end, kind))
    return kept


def _between_commas(entity: TokenSpan) -> Iterator[TokenSpan]:
    """The entity, in two where the model took two names parted by a comma for one; "Smith, Inc." stays one."""
    start = entity.start
    for token in entity:
        if token.text == "," and token.i + 1 < entity.end and token.nbor().lower_ not in _AFTER_COMMA:
            yield entity.doc[start : token.i]
            start = token.i + 1
    yield entity.doc[start : entity.end]


def _trimmed(entity: TokenSpan) -> tuple[int, int] | None:
    """The entity without article, possessive ending, and punctuation at its ends; None when no letter is left."""
    start, end = entity.start, entity.end
    doc = entity.doc
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ in ("the", "a", "an")):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].tag_ == "POS"):
        end -= 1
    if not any(character.isalnum() for token in doc[start:end] for character in token.text):
        return None
    return start, end


def _missed(part: BlockReading, taken: Sequence[bool], known: frozenset[str]) -> Iterator[tuple[int, int, FactKind]]:
    """Runs of capitalised proper nouns that the model called no entity.

    In a headline every word may be capitalised, so there only names known from the rest of the article count.
    """
    run: list[Token] = []
    strict = part.block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD)
    for token in part.doc:
        fits = not taken[token.i] and token.pos_ == "PROPN" and token.text[:1].isupper() and not token.is_sent_start
        if token.text in known and not taken[token.i] and token.pos_ in ("PROPN", "NOUN"):
            fits = True
        if fits and not _is_unit(token) and (token.text in known or not (strict or _is_no_name(token))):
            run.append(token)
        elif run:
            yield run[0].i, run[-1].i + 1, FactKind.NAME
            run = []
    if run:
        yield run[0].i, run[-1].i + 1, FactKind.NAME


def _is_no_name(token: Token) -> bool:
    return len(token) < 2 or token.lower_ in words("en", "facts", "not_names") or token.lower_ in _titles()


@cache
def _titles() -> frozenset[str]:
    return words("en", "facts", "titles")


@cache
def _title_phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in phrases("en", "facts", "title_phrases"))


def _with_titles(
    doc: Doc, found: Iterable[tuple[int, int, FactKind]], persons: set[int]
) -> Iterator[tuple[int, int, FactKind]]:
    """Each name with the title before it, and a person's with the apposition after it."""
    for start, end, kind in found:
        if kind is FactKind.PLACE:
            yield start, end, kind
            continue
        before = _title_start(doc, start)
        named = before < start or start in persons or any(doc[i].ent_type_ == "PERSON" for i in range(start, end))
        yield before, (_apposition_end(doc, end) if named else end), kind


def _title_start(doc: Doc, start: int) -> int:
    """Where "the russian president" before a name begins; `start` itself when no title stands right before it."""
    if start == 0 or doc[start].is_sent_start or not _ends_title(doc, start):
        return start
    first = start - 1
    lowest = max(0, start - TITLE_REACH)
    while first > lowest and _modifies_title(doc[first - 1]) and not doc[first].is_sent_start:
        first -= 1
    while first < start - 1 and doc[first].tag_ in ("POS", "HYPH"):
        first += 1
    if (
        first > lowest
        and not doc[first].is_sent_start
        and doc[first - 1].lower_ in ("the", "a", "an", "his", "her", "its", "their", "our", "my")
    ):
        first -= 1
    return first


def _ends_title(doc: Doc, end: int) -> bool:
    if doc[end - 1].lower_ in _titles():
        return True
    return any(tuple(token.lower_ for token in doc[max(0, end - size) : end]) in _title_phrases() for size in (2, 3))


def _modifies_title(token: Token) -> bool:
    if token.pos_ in ("ADJ", "NOUN", "PROPN") or token.tag_ in ("POS", "HYPH"):
        return True
    return token.lower_ == "of" and token.i > 0 and _ends_title(token.doc, token.i)


def _apposition_end(doc: Doc, end: int) -> int:
    """Where ", chief executive of Acme" after a name ends; `end` itself when there is no such thing."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return end
    position = end + 1
    if doc[position].like_num and position + 1 < len(doc) and doc[position + 1].text == ",":
        position += 2
    limit = min(len(doc), position + APPOSITION_REACH)
    first, has_title = position, False
    while position < limit and _belongs_to_apposition(doc[position]):
        if position - first < 6 and doc[position].lower_ in _titles() and doc[position].pos_ in ("NOUN", "PROPN"):
            has_title = True
        position += 1
    closed = position < len(doc) and (doc[position].is_punct or doc[position].is_space)
    return position if has_title and closed else end


def _belongs_to_apposition(token: Token) -> bool:
    if token.is_sent_start or token.ent_type_ == "PERSON":
        return False
    return token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART") or token.tag_ in ("PRP$", "HYPH", "POS")
