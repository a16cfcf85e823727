"""Who speaks in each block of an interview or transcript: by the label it begins with.

A label is a name, or what stands for one ("Q", "MODERATOR"), before a colon. In capitals once is enough; else it must
come back, or every sentence of the kind "Result: …" would be a turn. Without labels nobody is taken to speak: guessed
from question and answer alone, four turns in ten of GUM's interviews went to the wrong person.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from workbench.domain.findings import Attribution
from workbench.domain.span import Span
from workbench.extraction.leads import ANSWERING, ASKING, label_in, turn_label
from workbench.extraction.people import People
from workbench.extraction.reading import Reading

HEAD = 120
"""Code points of a block in which a label stands."""
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
    labels = Counter(label_in(part.text[:HEAD]) for part in reading.parts)
    known = frozenset(label for label, count in labels.items() if label and count > 1)
    found: dict[int, Turn] = {}
    for index, part in enumerate(reading.parts):
        label = turn_label(part.text[:HEAD], known)
        if label and part.block.kind.bears_claims:
            start = part.offset + part.text.index(label)
            words = Span(start + len(label) + 1, part.offset + len(part.text)).trimmed(reading.article.text)
            found[index] = Turn(_speaker(label, reading, people), Span(start, start + len(label)), words.start)
    return found


def _speaker(label: str, reading: Reading, people: People) -> str:
    if label.lower() in ASKING:
        return ""
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
