"""Offices and descriptions: "the Belarusian President" and "the russian president Vladimir Putin" compared by what
they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from workbench.extraction.lexicon import lexicon
from workbench.extraction.syntax import phrase

_IDLE = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "'s",
        "’s",
        "and",
        "for",
        "in",
        "at",
        "its",
        "his",
        "her",
        "their",
        "former",
        "own",
        "new",
        "young",
        "old",
    }
)


_LESSER = frozenset({"deputy", "vice", "shadow", "assistant", "acting"})
"""Words that make another office of one: the shadow minister is not the minister."""


@dataclass(frozen=True, slots=True)
class Office:
    roles: frozenset[str]
    """What the person is: one word for an office in all its names."""
    rest: frozenset[str]
    """Country, organisation, and other words of the description."""

    def match(self, wanted: Office) -> int:
        """How well this held office fits a description; 0 when they may well be different people."""
        shared = self.roles & wanted.roles
        if not shared:
            return 0
        common = self.rest & wanted.rest
        if self.rest & _LESSER != wanted.rest & _LESSER:
            return 0
        if 2 * len(common) < len(wanted.rest):
            return 0
        return 2 * len(shared) + 3 * len(common)


def _is_prime(token: Token) -> bool:
    """Whether "minister" only ends "prime minister", an office of its own."""
    return token.lower_ == "minister" and token.i > 0 and token.nbor(-1).lower_ == "prime"


@cache
def _roles() -> dict[str, str]:
    return {word: office for office, words in lexicon("people")["offices"].items() for word in words}


@cache
def _countries() -> dict[str, str]:
    people = lexicon("people")
    return {**people["seats"], **people["demonyms"]}


def office(tokens: Iterator[Token] | list[Token]) -> Office:
    """The office that the words of a noun phrase name."""
    roles, rest = set(), set()
    words = [token for token in tokens if not token.is_punct and token.lower_ not in _IDLE and not _is_prime(token)]
    for token in words:
        word = token.lower_
        role = _roles().get(word) or _roles().get(token.lemma_.lower()) or _compound_role(word)
        if role:
            roles.add(role)
        else:
            rest.add(_countries().get(word, token.lemma_.lower()))
    text = " ".join(token.lower_ for token in words)
    rest.update(country for name, country in _countries().items() if " " in name and name in text)
    return Office(frozenset(roles), frozenset(rest))


def is_office(token: Token) -> bool:
    """Whether a noun says what a person is: "minister", "spokeswoman"."""
    return token.lemma_.lower() in _roles() or bool(_compound_role(token.lower_))


def names_office(words: str) -> bool:
    """Whether a label says what somebody is: "COUNCILLOR VEY", "CHAIR"."""
    return any(word in _roles() for word in words.lower().split())


def _compound_role(word: str) -> str:
    for ending in ("man", "woman", "person"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word
    return ""


def offices_of(entity: TokenSpan) -> Iterator[Office]:
    """What the words around a person's name say the person is."""
    root = entity.root
    before = []
    for token in reversed(entity.doc[max(0, root.left_edge.i) : entity.start]):
        if token.is_punct or token.pos_ in ("VERB", "AUX", "ADP", "PRON") or token.ent_type_ == "PERSON":
            break
        before.append(token)
    if before:
        yield office(before)
    if root.dep_ == "appos" and root.head.ent_type_ != "PERSON":
        yield office([t for t in entity.doc[slice(*phrase(root.head))] if not entity.start <= t.i < entity.end])
    for child in root.rights:
        if child.dep_ == "appos" and child.ent_type_ != "PERSON":
            yield office(list(entity.doc[slice(*phrase(child))]))
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        for child in root.head.children:
            if child.dep_ == "attr":
                yield office(list(entity.doc[slice(*phrase(child))]))
