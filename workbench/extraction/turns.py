"""Who speaks in each block of an interview or transcript: by the label it begins with.

A label is a name, or what stands for one ("Q", "MODERATOR"), before a colon. It must come back, or be in capitals and
name a person or stand beside labels that come back; else every "Result: …" and "GDP: …" would be a turn. What follows
without a label is still the speaker's, between two turns always, behind the last one where it says "I" or "we".
Without labels nobody is taken to speak: guessed from question and answer alone, four turns in ten of GUM's interviews
went to the wrong person.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from workbench.domain.article import BlockKind
from workbench.domain.findings import Attribution
from workbench.domain.span import Span
from workbench.extraction.leads import ANSWERING, ASKING, NO_SPEAKERS, label_in, turn_label
from workbench.extraction.offices import names_office
from workbench.extraction.people import People, is_first_name, plain_name
from workbench.extraction.reading import BlockReading, Reading

HEAD = 120
"""Code points of a block in which a label stands."""
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_OTHER_LABEL = re.compile(r"\s*(?:[A-Z][a-z]+\.? )*[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}(?: \([^)\n]*\))?\.\s")
_LETTERS = frozenset({"Q", "A"})
OPENING = 3
"""Blocks at an article's beginning that say whether it is an interview, and with whom."""


@dataclass(frozen=True, slots=True)
class Turn:
    speaker: str
    """The person's fullest name in the article; empty for whoever asks, or when it can't be told."""
    label: Span
    """The label without its colon, in code points of the article."""
    start: int
    """Where the turn's own words begin, in code points of the article."""


def find_turns(reading: Reading, people: People) -> dict[int, Turn]:
    """The turns of an article, by the place of their block among `reading.parts`."""
    labels = Counter(label for part in reading.parts if (label := label_in(part.text[:HEAD])))
    known = frozenset(label for label, count in labels.items() if _comes_back(label, count, labels))
    found: dict[int, Turn] = {}
    for index, part in enumerate(reading.parts):
        label = turn_label(part.text[:HEAD], known)
        if label and part.block.kind.bears_claims and (known or _is_persons(label, people)):
            start = part.offset + part.text.index(label)
            words = Span(start + len(label) + 1, part.offset + len(part.text)).trimmed(reading.article.text)
            found[index] = Turn(_speaker(label, reading, people), Span(start, start + len(label)), words.start)
    return _with_further_paragraphs(found, reading) if known else found


def _comes_back(label: str, count: int, labels: Counter[str]) -> bool:
    """Whether a label opens several turns, "Espinoza" after "Carla Espinoza" and "A" after "Q" too."""
    if label in NO_SPEAKERS:
        return False
    names = [other for other in labels if other != label and (label.split()[-1] == other or other.split()[-1] == label)]
    return count > 1 or bool(names) or (label in _LETTERS and labels.keys() >= _LETTERS)


def _is_persons(label: str, people: People) -> bool:
    words = label.split(" (")[0]
    bare = plain_name(words)
    return (
        label.lower() in (ASKING | ANSWERING)
        or people.fullest(bare) in people.persons
        or is_first_name(bare)
        or bare != words
        or names_office(label)
    )


def _with_further_paragraphs(turns: dict[int, Turn], reading: Reading) -> dict[int, Turn]:
    found: dict[int, Turn] = {}
    last, end = None, max(turns, default=0)
    for index, part in enumerate(reading.parts):
        if index in turns:
            last = turns[index]
        elif last is not None and (part.block.kind is not BlockKind.BODY or not _goes_on(part, last, index < end)):
            last = None
        if last is not None:
            found[index] = last if index in turns else replace(last, start=part.offset)
    return found


def _goes_on(part: BlockReading, turn: Turn, between: bool) -> bool:
    """Whether a paragraph without a label is still the turn's: no stage direction, nobody else's in another manner
    ("Mr. DAVIES. Thank you."), and nothing told of its speaker."""
    if part.text.lstrip()[:1] in ("(", "[") or label_in(part.text[:HEAD]) or _OTHER_LABEL.match(part.text):
        return False
    names = {token.lower_ for token in part.doc if token.pos_ == "PROPN"}
    told = turn.speaker.split()[-1:] and turn.speaker.split()[-1].lower() in names
    return not told and (between or any(token.lower_ in _FIRST_PERSON for token in part.doc))


def _speaker(label: str, reading: Reading, people: People) -> str:
    bare, _, named = label.partition(" (")
    if label.lower() in ASKING or bare.lower() in ASKING:
        return ""
    if named:
        return people.fullest(named.rstrip(")")) if plain_name(named)[:1].isupper() else people.fullest(bare)
    if label.lower() in ANSWERING:
        return _interviewee(reading, people)
    return people.fullest(label)


def _interviewee(reading: Reading, people: People) -> str:
    """The one person whom the beginning of an interview names; empty when it names more, or none."""
    names: dict[str, None] = {}
    for part in reading.parts[:OPENING]:
        for entity in part.doc.ents:
            name = people.fullest(entity.text) if entity.label_ == "PERSON" else ""
            if name in people.persons:
                names[name] = None
    return next(iter(names)) if len(names) == 1 else ""


def turn_attributions(reading: Reading, turns: dict[int, Turn]) -> list[Attribution]:
    """Each turn of somebody who is known as that person's words."""
    found = []
    for index, turn in turns.items():
        part = reading.parts[index]
        content = Span(turn.start, part.offset + len(part.text))
        if turn.speaker and content and not part.text.rstrip().endswith("?"):
            found.append(Attribution((content,), None, turn.label, turn.speaker, direct=True))
    return found
