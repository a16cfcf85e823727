"""What "it said" and "they said" stand for: the ministry, the researchers that spoke just before.

Only where one answer is left: an organisation that does something in between makes "it" uncertain, and then the word
stays as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from workbench.extraction.reading import BlockReading, Reading
from workbench.extraction.syntax import phrase
from workbench.extraction.utterance import Utterance

REACH = 400
"""Code points that "it" and "they" look back."""
_ONE = ("NN", "NNP")
_MANY = ("NNS", "NNPS")


@dataclass(frozen=True, slots=True)
class _Source:
    start: int
    """In code points of the article."""
    name: str
    tag: str
    part: BlockReading
    end: int
    """Where what it says ends, in code points of the article: who is talked about there is no rival."""


class Others:
    """The sources of an article that are no single persons, in order of place."""

    def __init__(self, reading: Reading) -> None:
        self._order = {id(part): index for index, part in enumerate(reading.parts)}
        self._noted: list[_Source] = []

    def note(self, one: Utterance, name: str, *, is_person: bool) -> None:
        """Remember who was named as a source."""
        if one.head is None or one.source is None or one.head.tag_ not in (*_ONE, *_MANY):
            return
        if is_person and one.head.tag_ in _ONE:
            return
        part = one.cue_part or one.part
        self._noted.append(_Source(one.source.start, name, _number(one.head), part, max(one.end, one.source.end)))

    def meant_by(self, one: Utterance) -> str:
        """Whom an "it" or "they" that says something stands for; empty when that is uncertain."""
        assert one.source is not None
        assert one.head is not None
        part = one.cue_part or one.part
        wanted = _ONE if one.head.lower_ == "it" else _MANY
        last = next((source for source in reversed(self._noted) if source.tag in wanted), None)
        if last is None or not one.source.start - REACH <= last.start < one.source.start:
            return ""
        if self._order[id(part)] - self._order[id(last.part)] > 1:
            return ""
        rivals = {name for name in self._between(last, part, one.head.i, wanted) if name != last.name}
        return "" if rivals else last.name

    @staticmethod
    def _between(last: _Source, part: BlockReading, place: int, wanted: tuple[str, ...]) -> Iterator[str]:
        """The other subjects between the last source and the pronoun that it could stand for."""
        for token in part.doc[:place]:
            if token.idx + part.offset < last.end:
                continue
            doer = token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("ROOT", "conj")
            if doer and token.tag_ in wanted and (wanted is _MANY or token.ent_type_ in ("ORG", "GPE")):
                start, end = phrase(token)
                yield " ".join(part.doc[start:end].text.split())


def _number(head: Token) -> str:
    return "NNS" if any(child.dep_ == "conj" for child in head.children) else head.tag_
