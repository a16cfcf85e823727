"""A name spelled two ways: "Zelensky" and "Zelenskiy", but not two people called Petersen and Peterson."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA
from spacy.tokens import Token

from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import Sentence
from workbench.extraction.reading import BlockReading, Reading
from workbench.extraction.word_lists import dictionary

LEAST_LETTERS = 5
GROUP = 40
"""Names with one beginning that are compared with each other, at most."""
_ENDINGS = ("s", "n", "an", "ian", "en", "es", "i", "ese", "ish")
"""What makes another word of a name rather than another spelling: "Russia" and "Russian"."""
_SAME_SOUND = (
    (re.compile(r"(?:iy|yy|ij|ii|y|i)(?=$|j)"), "i"),
    (re.compile(r"[yij]"), "i"),
    (re.compile(r"ck|kh|q|c(?=[aoukl])"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[aeiou])h(?=[^aeiou]|$)"), ""),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"dzh|dj"), "j"),
    (re.compile(r"tsch|tch|tsh"), "ch"),
    (re.compile(r"x"), "ks"),
)


@dataclass(slots=True)
class Spelling:
    """One way a last name is written: where, how often, and with which first names."""

    word: str
    places: list[Span] = field(default_factory=list)
    first_names: set[str] = field(default_factory=set)


def find(reading: Reading, _: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """A warning at the first place of the rarer of two spellings of one name."""
    spellings = _spellings(reading)
    groups: defaultdict[str, list[Spelling]] = defaultdict(list)
    for spelling in spellings.values():
        groups[spelling.word[:2].casefold()].append(spelling)
    for group in groups.values():
        for one, other in combinations(group[:GROUP], 2):
            if _are_one_name(one, other, reading.language):
                usual, rare = sorted(
                    (one, other), key=lambda spelling: (-len(spelling.places), spelling.places[0].start)
                )
                message = Sentence(
                    "“{rare}” here, “{usual}” elsewhere: a name spelled two ways?", rare=rare.word, usual=usual.word
                )
                yield TextWarning(WarningKind.NAME_SPELLING, rare.places[0], message)


def _spellings(reading: Reading) -> dict[str, Spelling]:
    """The last words of persons' names by how they are written, with their first names and places."""
    found: dict[str, Spelling] = {}
    for part, name in _persons(reading):
        last = name[-1]
        if len(last) < LEAST_LETTERS or last.text.isupper():
            continue
        spelling = found.setdefault(last.text, Spelling(last.text))
        spelling.places.append(part.token_span(last))
        if len(name) > 1:
            spelling.first_names.add(name[0].text.casefold())
    _add_unrecognised(reading, found)
    return found


def _add_unrecognised(reading: Reading, found: dict[str, Spelling]) -> None:
    """Adds what no dictionary has and the model takes for something else, but sounds like a person's name."""
    sounds = {sound(word.casefold()) for word in found}
    known = dictionary(reading.language).known
    for part in reading.parts:
        for token in part.doc:
            word = token.text
            if token.pos_ != "PROPN" or len(word) < LEAST_LETTERS or not _is_name(token) or token.ent_type_ == "PERSON":
                continue
            if word.isupper():
                continue
            if word.casefold() not in known and (word in found or sound(word.casefold()) in sounds):
                found.setdefault(word, Spelling(word)).places.append(part.token_span(token))


def _persons(reading: Reading) -> Iterator[tuple[BlockReading, list[Token]]]:
    """The names of persons, and what follows a first name that the model has seen elsewhere in the article."""
    first_names: set[str] = set()
    for part in reading.parts:
        for entity in part.doc.ents:
            if entity.label_ == "PERSON" and (name := [token for token in entity if _is_name(token)]):
                yield part, name
                if len(name) > 1:
                    first_names.add(name[0].text)
    for part in reading.parts:
        for token in part.doc:
            if token.text in first_names and token.ent_type_ != "PERSON" and token.i + 1 < len(part.doc):
                following = token.nbor()
                if _is_name(following) and following.pos_ == "PROPN" and not following.is_sent_start:
                    yield part, [token, following]


def _is_name(token: Token) -> bool:
    return token.is_alpha and token.text[0].isupper()


def _are_one_name(one: Spelling, other: Spelling, language: str) -> bool:
    shorter, longer = sorted((one.word.casefold(), other.word.casefold()), key=len)
    if len(longer) - len(shorter) > 2 or any(longer == shorter + ending for ending in _ENDINGS if ending not in ("i",)):
        return False
    both_named = bool(one.first_names) and bool(other.first_names)
    shared = bool(one.first_names & other.first_names)
    if both_named and not shared:
        return False
    if sound(shorter) == sound(longer):
        return True
    if OSA.distance(shorter, longer, score_cutoff=1) > 1:
        return False
    known = dictionary(language).known
    if shared:
        return True
    return len(shorter) >= 7 and not (shorter in known and longer in known)


@lru_cache(maxsize=8192)
def sound(name: str) -> str:
    """A lower-case name with what transliterations disagree on made alike: Zelensky and Zelenskiy are one."""
    for pattern, replacement in _SAME_SOUND:
        name = pattern.sub(replacement, name)
    return name
