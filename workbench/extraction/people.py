"""The people of an article: every name it uses, gathered under the fullest form, with the offices and genders it
shows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from workbench.domain.article import BlockKind
from workbench.extraction.leads import ASKING
from workbench.extraction.lexicon import lexicon
from workbench.extraction.offices import Office, is_office, office, offices_of
from workbench.extraction.persons import persons_in
from workbench.extraction.reading import BlockReading, Reading
from workbench.extraction.syntax import phrase

_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|prof|professor|sir|lord|lady|dame|president|prime minister|senator|sen|rep|gov|governor|"
    r"minister|king|queen|prince|princess|pope|judge|justice|general|gen|col|capt|captain|sgt|officer|rev|chancellor)\.?\s+)+",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Person:
    name: str
    """The fullest form in the article."""
    gender: str = ""
    """"male", "female", or empty."""
    offices: list[Office] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    """In code points of the article."""
    person: str
    subject: bool
    quoted: bool


@cache
def _first_names() -> dict[str, str]:
    gender = lexicon("people")["gender"]
    both = set(gender["male"]) & set(gender["female"])
    return {name: kind for kind in ("male", "female") for name in gender[kind] if name not in both}


@cache
def _gendered_titles() -> dict[str, str]:
    gender = lexicon("people")["gender"]
    return {title: kind for kind in ("male", "female") for title in gender[f"{kind}_titles"]}


def plain_name(words: str) -> str:
    """A name without title, possessive and surrounding marks."""
    name = re.sub(r"[’']s?$", "", " ".join(words.split()).strip(" ,.;:“”\"'‘’()–—-"))
    return _TITLES.sub("", name)


def is_first_name(name: str) -> bool:
    """Whether a name of several words begins with a first name that is known."""
    words = name.lower().split()
    return len(words) > 1 and words[0] in _first_names()


def gender_of_title(name: str) -> str:
    """ "male", "female", or empty: what the first word of a name shows."""
    return _gendered_titles().get(name.split()[0].lower().rstrip("."), "")


class People:
    """Who is who. `fullest` answers for a name in any form."""

    def __init__(self, reading: Reading) -> None:
        self.persons: dict[str, Person] = {}
        self.mentions: list[Mention] = []
        self._by_word: dict[str, list[str]] = defaultdict(list)
        self._spelled: dict[str, str] = {}
        names = [(part, entity) for part in reading.parts for entity in _persons(part)]
        self._named: dict[int, list[TokenSpan]] = defaultdict(list)
        for part, entity in names:
            self._named[id(part.doc)].append(entity)
        for _, entity in sorted(
            names, key=lambda pair: (-len(plain_name(pair[1].text).split()), pair[1].text.isupper())
        ):
            self._enter(plain_name(entity.text))
        quoted = [quotation.span for quotation in reading.quotations if quotation.depth == 0]
        pointer = 0
        self.described: dict[str, str] = {}
        """People known by their office alone, with the gender that its word shows."""
        for part, entity in names:
            place = part.span(entity)
            while pointer < len(quoted) and quoted[pointer].end <= place.start:
                pointer += 1
            inside = pointer < len(quoted) and quoted[pointer].contains(place)
            self._note(part, entity, inside)
        self._describe(reading)

    def _enter(self, name: str) -> None:
        words = name.split()
        if not words or (len(words) == 1 and self._by_word.get(words[0].lower())) or name.lower() in self._spelled:
            return
        for known in self.persons:
            if len(words) > 1 and _is_short_form(words, known.split()):
                return
        self._spelled[name.lower()] = name
        self.persons[name] = Person(name, _first_names().get(words[0].lower(), "") if len(words) > 1 else "")
        for word in dict.fromkeys(words if len(words) < 3 else (words[0], *words[1:])):
            self._by_word[word.lower()].append(name)

    def _note(self, part: BlockReading, entity: TokenSpan, quoted: bool) -> None:
        name = self.fullest(entity.text)
        person = self.persons.get(name)
        if person is None:
            return
        for word in (token.lower_.rstrip(".") for token in part.doc[max(0, entity.start - 2) : entity.start + 1]):
            person.gender = person.gender or _gendered_titles().get(word, "")
        if not quoted:
            person.offices.extend(offices_of(entity))
        root = entity.root
        subject = root.dep_ in ("nsubj", "nsubjpass") or (
            root.dep_ in ("appos", "dep", "ROOT") and root.i < root.sent.root.i
        )
        self.mentions.append(Mention(part.span(entity).start, name, subject, quoted))

    def _describe(self, reading: Reading) -> None:
        """People who are subjects by their office alone: "The minister confirmed it."."""
        for part in reading.parts:
            for token in part.doc:
                if token.dep_ != "nsubj" or token.tag_ != "NN" or not is_office(token) or _is_joined(token):
                    continue
                start, end = phrase(token)
                words = part.doc[start:end]
                if not any(inner.ent_type_ == "PERSON" for inner in words):
                    name = self.with_office(office(list(words))) or " ".join(words.text.split())
                    if name not in self.persons:
                        self.described[name] = _gendered_titles().get(token.lower_, "")
                    self.mentions.append(Mention(part.token_span(token).start, name, True, False))
        self.mentions.sort(key=lambda mention: mention.start)

    def named_in(self, doc: Doc) -> Sequence[TokenSpan]:
        """The people's names in a block, in order, without their titles."""
        return self._named.get(id(doc), ())

    def fullest(self, words: str) -> str:
        """The fullest form of a name; the words themselves when nobody of that name, or more than one, is known."""
        name = plain_name(words)
        if name in self.persons:
            return name
        if name.isupper() and name.lower() in self._spelled:
            return self._spelled[name.lower()]
        parts = name.split()
        if not parts:
            return ""
        if len(parts) > 1:
            longer = [known for known in self.persons if _is_short_form(parts, known.split())]
            return longer[0] if len(longer) == 1 else name
        known = self._by_word.get(parts[0].lower(), [])
        family = [full for full in known if full.split()[-1].lower() == parts[0].lower()]
        choice = family or known
        return choice[0] if len(choice) == 1 else name

    def with_office(self, office: Office) -> str:
        """The one person who holds the office that a description names ("the Belarusian President"), else empty."""
        scores = {
            name: max((held.match(office) for held in person.offices), default=0)
            for name, person in self.persons.items()
        }
        best = max(scores.values(), default=0)
        holders = [name for name, score in scores.items() if score == best]
        return holders[0] if best > 0 and len(holders) == 1 else ""


def _is_short_form(short: list[str], full: list[str]) -> bool:
    """ "Jane Doe" of "Jane Mary Doe": same first and last word, the rest in between."""
    return len(short) < len(full) and short[0] == full[0] and short[-1] == full[-1]


def _is_joined(head: Token) -> bool:
    """ "The mayor and her deputy" are several."""
    return any(child.dep_ == "conj" for child in head.children)


def _is_name(words: str) -> bool:
    name = plain_name(words)
    return (
        bool(name)
        and name.lower() not in ASKING
        and any(map(str.isupper, name.split()[-1]))
        and not any(character.isdigit() for character in name)
    )


def _persons(part: BlockReading) -> Iterable[TokenSpan]:
    if part.block.kind in (BlockKind.BYLINE, BlockKind.SOURCE, BlockKind.BOILERPLATE, BlockKind.KICKER):
        return ()
    told = part.block.kind not in (BlockKind.HEADLINE, BlockKind.SUBHEAD)
    return [name for name in persons_in(part.doc, titled=told) if _is_name(name.text)]
