"""Attribution: whose words or thoughts the article gives, each with content, cue, source and speaker.

Quotations and the syntax of indirect speech are read apart, then brought together by their cue: the words of "he
said the plan was “madness” and would fail" are one utterance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.domain.findings import Attribution
from workbench.domain.span import Span
from workbench.extraction.direct import WINDOW, cue_in_block_before, cue_of, gap, leads_in, utterance
from workbench.extraction.headline_labels import find_headline_labels
from workbench.extraction.indirect import find_indirect
from workbench.extraction.labels import signature
from workbench.extraction.lexicon import reporting_verbs
from workbench.extraction.notices import is_correction
from workbench.extraction.plain_attribution import find_plain
from workbench.extraction.quotations import Quotation
from workbench.extraction.reading import BlockReading, Reading
from workbench.extraction.speakers import Speakers
from workbench.extraction.utterance import Utterance

SHORT = 20
"""A quotation of fewer code points that nobody is named for is nobody's."""


def find_attributions(reading: Reading) -> tuple[Attribution, ...]:
    """Every attribution in order of place."""
    return tuple(one.attribution() for one in find_utterances(reading))


def find_utterances(reading: Reading, speakers: Speakers | None = None) -> list[Utterance]:
    """Every utterance in order of place. `speakers`: the article's, when they are made already."""
    if not reading.has_model:
        return find_plain(reading)
    speakers = speakers or Speakers(reading)
    quotations: dict[int, list[Quotation]] = defaultdict(list)
    for quotation in reading.quotations:
        place = _part_of(reading.parts, quotation.span)
        if place is not None and quotation.depth == 0:
            quotations[place].append(quotation)
    found: list[Utterance] = []
    for index, part in enumerate(reading.parts):
        beside = (
            reading.parts[index - 1] if index else None,
            reading.parts[index + 1] if index + 1 < len(reading.parts) else None,
        )
        if is_correction(part.text):
            continue
        found.extend(_Paragraph(reading, part, beside, quotations[index], found).run())
    for one in sorted(found, key=lambda one: one.source.start if one.source else one.start):
        one.speaker = speakers.name(one)
    found.extend(find_headline_labels(reading, speakers, found))
    return sorted(_without_own_thoughts(found), key=lambda one: one.start)


def _without_own_thoughts(found: Sequence[Utterance]) -> Iterator[Utterance]:
    """Without what is said as one's own thought: "Kern said *she believes* the port is open" is one utterance."""
    by_part: dict[int, list[Utterance]] = defaultdict(list)
    for one in found:
        by_part[id(one.part)].append(one)
    return (one for one in found if not any(_holds(other, one) for other in by_part[id(one.part)]))


def _holds(saying: Utterance, thought: Utterance) -> bool:
    """Whether the speaker of the saying says it as a thought of their own."""
    cue = thought.cue_span
    if (
        cue is None
        or thought.cue is None
        or (thought.quoted and not all(any(s.contains(t) for s in saying.content) for t in thought.content))
        or thought.cue.lemma_.lower() not in reporting_verbs("think")
    ):
        return False
    inside = any(span.contains(cue) for span in saying.content)
    return inside and saying is not thought and saying.speaker == thought.speaker


def _part_of(parts: Sequence[BlockReading], span: Span) -> int | None:
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high) // 2
        if parts[middle].offset <= span.start:
            low = middle + 1
        else:
            high = middle
    index = low - 1
    return index if index >= 0 and span.end <= parts[index].offset + len(parts[index].text) else None


class _Paragraph:
    """Brings the quotations and the indirect speech of one block together."""

    def __init__(
        self,
        reading: Reading,
        part: BlockReading,
        beside: tuple[BlockReading | None, BlockReading | None],
        quotations: list[Quotation],
        earlier: Sequence[Utterance],
    ) -> None:
        self.text = reading.article.text
        self.part = part
        self.before, self.after = beside
        self.quotations = quotations
        self.earlier = earlier
        self.found: list[Utterance] = []

    def run(self) -> list[Utterance]:
        indirect = [one for one in find_indirect(self.part) if not self._is_quoted(one)]
        unclaimed = []
        for quotation in self.quotations:
            if quotation.taken_up and self._continues(quotation):
                self.earlier[-1].add(quotation.pieces)
                continue
            cue = None if quotation.scare else cue_of(self.part, quotation)
            if cue is None:
                unclaimed.append(quotation)
                continue
            same = self._with_cue(cue.token.i) if cue.token is not None else None
            if same is not None:
                same.add(quotation.pieces)
            else:
                self.found.append(utterance(self.part, quotation, cue))
        for one in indirect:
            self._take_in(one)
        for quotation in unclaimed:
            self._place(quotation)
        return self.found

    def _is_quoted(self, one: Utterance) -> bool:
        cue = one.cue_span
        return cue is not None and any(
            quotation.span.contains(cue) and not self._interrupts(quotation, cue) for quotation in self.quotations
        )

    @staticmethod
    def _interrupts(quotation: Quotation, cue: Span) -> bool:
        return any(interruption.contains(cue) for interruption in quotation.interruptions)

    def _with_cue(self, index: int) -> Utterance | None:
        return next((one for one in self.found if one.cue is not None and one.cue.i == index), None)

    def _take_in(self, one: Utterance) -> None:
        same = self._with_cue(one.cue.i) if one.cue is not None else None
        if same is None and self._is_anothers(one):
            return
        for quotation in self.quotations:
            if any(span.overlaps(quotation.span) for span in one.content):
                one.add(quotation.pieces)
        if same is None:
            self.found.append(one)
        elif same.quoted and same.cue is not None:
            behind = self.part.token_span(same.cue).end
            same.add(span for span in one.content if span.start >= behind and self._has_finite(span))
        else:
            same.add(one.content)

    def _is_anothers(self, one: Utterance) -> bool:
        """Whether all of it stands in one quotation that a word nearer to it says whose it is."""
        holding = [q.span for q in self.quotations if all(q.span.contains(span) for span in one.content)]
        return any(
            other.cue is not None and other.quoted and any(span.overlaps(whole) for span in other.content)
            for whole in holding
            for other in self.found
        )

    def _has_finite(self, span: Span) -> bool:
        return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in self.part.tokens(span))

    def _place(self, quotation: Quotation) -> None:
        """A quotation whose own sentence names nobody."""
        for one in self.found:
            if any(span.overlaps(quotation.span) for span in one.content):
                one.add(quotation.pieces)
                return
        if quotation.scare:
            return
        before = max(
            (one for one in self.found if one.start < quotation.span.start), key=lambda one: one.end, default=None
        )
        if before is not None and self._follows(before, quotation):
            before.add(quotation.pieces)
        elif before is None and self._continues(quotation):
            self.earlier[-1].add(quotation.pieces)
        else:
            self._from_sentence_before(quotation, before)

    def _follows(self, before: Utterance, quotation: Quotation) -> bool:
        """Whether only the speaker clause stands between: "“…,” he said. “…”"."""
        end = max([before.end, *(span.end for span in (before.cue_span, before.source) if span is not None)])
        sentence = next((s for s in self.part.sentences if s.start < end <= s.end), None)
        reach = max(end, sentence.end) if sentence is not None and sentence.end <= quotation.span.start else end
        return not gap(self.text, min(reach, quotation.span.start), quotation.span.start)

    def _continues(self, quotation: Quotation) -> bool:
        """Whether the block before ended in an open quotation that this one takes up."""
        if not self.earlier or quotation.span.start != self.part.block.span.start:
            return False
        last = self.earlier[-1]
        return last.quoted and last.part is not self.part and not gap(self.text, last.end, quotation.span.start)

    def _from_sentence_before(self, quotation: Quotation, last: Utterance | None) -> None:
        """The speaker of a quotation that stands alone: who spoke last in the paragraph, else at the end of the one
        before."""
        if len(quotation.words) < SHORT:
            return
        if last is not None and last.source is not None:
            self._found_alone(quotation, last, "the speaker before")
        elif self._fills_block(quotation) or self._is_led_into(quotation):
            self._from_block_beside(quotation)

    def _from_block_beside(self, quotation: Quotation) -> None:
        signed = signature(list(self.after.doc[:WINDOW])) if self.after is not None else None
        lead = cue_in_block_before(self.before) if self.before is not None and signed is None else None
        for part, cue in ((self.after, signed), (self.before, lead)):
            if part is not None and cue is not None:
                one = utterance(part, quotation, cue)
                one.part, one.cue_part = self.part, part
                self.found.append(one)
                return
        if self.earlier and self.before is not None and self.earlier[-1].part is self.before:
            self._found_alone(quotation, self.earlier[-1], "the speaker before")

    def _found_alone(self, quotation: Quotation, last: Utterance, how: str) -> None:
        alone = Utterance(self.part, list(quotation.pieces), how, None, last.source, last.head, quoted=True)
        alone.cue_part = last.cue_part or last.part
        self.found.append(alone)

    def _is_led_into(self, quotation: Quotation) -> bool:
        return quotation.span.start == self.part.block.span.start and self.before is not None and leads_in(self.before)

    def _fills_block(self, quotation: Quotation) -> bool:
        own = self.part.block.span
        return quotation.span.start == own.start and len(quotation.span) >= 0.85 * len(own)
