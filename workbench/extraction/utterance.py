"""Somebody's words or thought as first found, before the speaker's name is looked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from workbench.domain.findings import Attribution
from workbench.domain.span import Span
from workbench.extraction.reading import BlockReading


@dataclass(slots=True)
class Utterance:
    part: BlockReading
    content: list[Span]
    how: str
    """What found it, for a person: "colon", "clause of “announced”"."""
    cue: Token | None = None
    source: Span | None = None
    head: Token | None = None
    """The head of the source."""
    quoted: bool = False
    is_doing: bool = False
    """What is said is a noun for a doing: "announced the sending of troops"."""
    speaker: str = ""
    cue_part: BlockReading | None = None
    """The block that names the source, when it is not the content's."""

    @property
    def start(self) -> int:
        return min(span.start for span in self.content)

    @property
    def end(self) -> int:
        return max(span.end for span in self.content)

    @property
    def cue_span(self) -> Span | None:
        return (self.cue_part or self.part).token_span(self.cue) if self.cue is not None else None

    def attribution(self) -> Attribution:
        return Attribution(tuple(self.content), self.cue_span, self.source, self.speaker, self.quoted)

    def add(self, spans: Iterable[Span]) -> None:
        """Take in more content; spans that touch or overlap become one."""
        self.content = joined([*self.content, *spans])


def joined(spans: Iterable[Span]) -> list[Span]:
    """The stretches that the spans cover, in order, apart from each other."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span:
            found.append(span)
    return found


def without(span: Span, hole: Span) -> list[Span]:
    """What is left of a span when a stretch is taken out."""
    if not span.overlaps(hole):
        return [span]
    left = Span(span.start, max(span.start, hole.start))
    right = Span(min(span.end, hole.end), span.end)
    return [part for part in (left, right) if part]
