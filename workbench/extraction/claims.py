"""Claims: the stretches a fact-checker would underline, with who makes them and what found them.

- What somebody is reported to say is a claim of theirs, without "that"; a long direct quotation gives one for each
  sentence.
- What the article says itself: see `narrated`; in a language without a model, `figured`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan

from workbench.domain.findings import FoundClaim
from workbench.domain.span import Span
from workbench.extraction.clauses import clauses
from workbench.extraction.figured import find_figured
from workbench.extraction.kinds import is_share_of_people
from workbench.extraction.listing import Draft, listed
from workbench.extraction.narrated import Narration
from workbench.extraction.notices import is_correction
from workbench.extraction.quotations import Quotation
from workbench.extraction.reading import BlockReading, Reading
from workbench.extraction.speakers import Speakers
from workbench.extraction.turns import Turn
from workbench.extraction.unfinished import is_unfinished
from workbench.extraction.utterance import Utterance

PHRASE = 3
"""Words that make a phrase in marks a quotation where somebody is said to say it."""
FIRST_WITHOUT_SPACES = "\u0e00"
"""Where the scripts begin that part no words, from Thai on to the ideographs."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "one", "another", "others"})
WHOLE_QUOTATION = 200
"""Up to so many code points a quotation of several sentences is one claim."""


def find_claims(
    reading: Reading, utterances: Sequence[Utterance], turns: Mapping[int, Turn] | None = None
) -> tuple[FoundClaim, ...]:
    """Every claim in order of place; the same quotation at several places once, with its repeats. Not ranked yet.

    `turns`: an interview's, when they are found already.
    """
    if turns is None:
        turns = Speakers(reading).turns
    drafts: list[Draft] = []
    by_part: dict[int, list[Utterance]] = {}
    for one in utterances:
        by_part.setdefault(id(one.part), []).append(one)
    further = [one for one in utterances if one.end > one.part.offset + len(one.part.text)]
    quotations = [one for one in reading.quotations if one.depth == 0 and not one.scare]
    phrases = [one for one in reading.quotations if one.depth == 0 and one.scare]
    for index, part in enumerate(reading.parts):
        if part.block.kind.bears_claims and not is_correction(part.text):
            own = by_part.get(id(part), [])
            claims = _PartClaims(reading, part, own, _within(quotations, part), turns.get(index))
            claims.phrases = _within(phrases, part)
            claims.taken_up = [one for one in further if one.part is not part and one.start < part.offset < one.end]
            drafts.extend(claims.run())
    if not reading.has_model:
        drafts.extend(find_figured(reading))
    told = (_without_pronoun(draft) for draft in drafts if not is_unfinished(draft.part.tokens(draft.span)))
    return listed(reading.article.text, told)


def _without_pronoun(draft: Draft) -> Draft:
    """A pronoun that nobody was found for names no claimant."""
    return replace(draft, claimant="") if draft.claimant.lower() in _PRONOUNS else draft


def _within(quotations: Sequence[Quotation], part: BlockReading) -> list[Quotation]:
    first = bisect_left(quotations, part.offset, key=lambda one: one.span.start)
    last = bisect_left(quotations, part.offset + len(part.text), key=lambda one: one.span.start)
    return list(quotations[first:last])


class _PartClaims:
    def __init__(
        self,
        reading: Reading,
        part: BlockReading,
        utterances: Sequence[Utterance],
        quotations: Sequence[Quotation],
        turn: Turn | None,
    ) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.part = part
        self.utterances = utterances
        self.quotations = quotations
        told = [one for one in utterances if not _is_survey(one)]
        self.narration = Narration(self.text, part, told, quotations, turn)
        self.sayings = [one for one in told if not one.is_doing]
        self.phrases: list[Quotation] = []
        """What is only set apart in the block, a word or a few."""
        self.taken_up: list[Utterance] = []
        """Those of blocks before whose quotation goes on in this one."""

    def run(self) -> Iterator[Draft]:
        for one in (*self.taken_up, *self.sayings):
            for extent in self._extents(one):
                yield from self._said(one, extent)
        yield from self._unattributed()
        if self.reading.has_model:
            for sentence in self.part.sentences:
                yield from self.narration.run(sentence)

    def _extents(self, one: Utterance) -> list[Span]:
        """The content with what interrupts it: a quotation whole, an aside's sentence whole."""
        content = [span for span in one.content if self._in_part(span)]
        whole = [q.span for q in self.quotations if any(span.overlaps(q.span) for span in content)]
        rest = [span for span in content if not any(self._fills(q, span) for q in whole)]
        whole = self._with_interrupted(one, whole)
        extents = [span for span in whole if not any(other.contains(span) for other in rest)] + rest
        if len(rest) > 1 and not whole:
            extents = [Span(rest[0].start, rest[-1].end)]
        return sorted(set(extents))

    def _fills(self, quoted: Span, span: Span) -> bool:
        """Whether no word of the span stands outside the quotation."""
        outside = (self.text[span.start : quoted.start], self.text[max(quoted.end, span.start) : span.end])
        return span.overlaps(quoted) and not any(c.isalnum() for c in "".join(outside))

    def _with_interrupted(self, one: Utterance, quoted: list[Span]) -> list[Span]:
        """ "“You will have it,” he said, “before the year is out.”" is one quotation."""
        found: list[Span] = []
        cue = one.cue_span
        for span in quoted:
            between = cue is not None and found and found[-1].end <= cue.start and cue.end <= span.start
            first = next((c for c in self._seen(span) if c.isalpha()), "")
            if between and first.islower() and self._seen(found[-1])[-2:].strip("”\"’'»")[-1:] not in (".", "!", "?"):
                found[-1] = Span(found[-1].start, span.end)
            else:
                found.append(span)
        return found

    def _seen(self, span: Span) -> str:
        """The words as they were analysed, with marks for what was read in the wrong encoding."""
        return self.part.text[span.start - self.part.offset : span.end - self.part.offset].rstrip()

    def _in_part(self, span: Span) -> bool:
        return self.part.offset <= span.start and span.end <= self.part.offset + len(self.part.text)

    def _said(self, one: Utterance, extent: Span) -> Iterator[Draft]:
        direct = self._is_direct(extent)
        pieces = self._sentences_in(extent) if direct else self._clauses_in(extent)
        for piece in pieces:
            if not direct or self._is_long_enough(piece.of(self.text)):
                quoted = direct or not self.reading.has_model or self._quotes(piece)
                yield Draft(self.part, piece, one.how, one.speaker, quoted, said=True)

    def _is_long_enough(self, quoted: str) -> bool:
        """Whether words somebody is named for are more than a "Yes"; without a model short ones count too."""
        if self.reading.has_model:
            return len(quoted.split()) >= 3
        return len(quoted.split()) >= 2 or sum(c.isalpha() and c >= FIRST_WITHOUT_SPACES for c in quoted) >= 4

    def _quotes(self, piece: Span) -> bool:
        """Whether words of it stand in marks, also a phrase of a few words that is no sentence."""
        if any(piece.overlaps(quotation.span) for quotation in self.quotations):
            return True
        return any(piece.contains(one.span) and len(one.words.of(self.text).split()) >= PHRASE for one in self.phrases)

    def _is_direct(self, extent: Span) -> bool:
        return sum(extent.overlap(quotation.span) for quotation in self.quotations) >= 0.75 * len(extent)

    def _sentences_in(self, extent: Span) -> list[Span]:
        """A quotation whole when it is short, else its sentences; its marks belong to the first and last."""
        extent = self._without_that(extent)
        if len(extent) <= WHOLE_QUOTATION:
            return [extent]
        return [
            Span(max(extent.start, sentence.start), min(extent.end, sentence.end)).trimmed(self.text)
            for sentence in self.part.sentences
            if sentence.overlap(extent) > 2
        ]

    def _without_that(self, extent: Span) -> Span:
        tokens = self.part.tokens(extent)
        if len(tokens) and tokens[0].lower_ == "that" and tokens[0].dep_ in ("mark", "det", "advmod"):
            return Span(self.part.token_span(tokens[0]).end, extent.end).trimmed(self.text)
        return extent

    def _clauses_in(self, extent: Span) -> Iterator[Span]:
        for sentence in self.part.sentences:
            if sentence.overlap(extent) < 3:
                continue
            piece = Span(max(extent.start, sentence.start), min(extent.end, sentence.end))
            tokens = self.part.tokens(piece)
            for start, end in clauses(self.part.doc, (tokens.start, tokens.end)):
                span = self.part.span(self.part.doc[_behind_that(tokens, start) : end])
                yield self._with_marks(span) if span else piece

    def _with_marks(self, span: Span) -> Span:
        """A piece that ends or begins at a quotation's words takes its mark in."""
        for quotation in self.quotations:
            if span.end == quotation.words.end and span.start <= quotation.span.start:
                return Span(span.start, quotation.span.end)
        return span

    def _unattributed(self) -> Iterator[Draft]:
        spoken = [span for one in (*self.taken_up, *self.utterances) for span in one.content]
        for quotation in self.quotations:
            if any(span.overlaps(quotation.span) for span in spoken) or not self._is_sentence(quotation):
                continue
            for piece in self._sentences_in(quotation.span):
                yield Draft(self.part, piece, "quotation nobody is named for", "", quoted=True)

    def _is_sentence(self, quotation: Quotation) -> bool:
        """Whether it can be somebody's statement, not a title or a term."""
        if not self.reading.has_model:
            quoted = quotation.words.of(self.text)
            return len(quoted.split()) >= 4 or sum(c.isalpha() and not c.isascii() for c in quoted) >= 8
        tokens = self.part.tokens(quotation.words)
        words = [token for token in tokens if token.is_alpha]
        capitals = sum(token.text[0].isupper() for token in words)
        return len(words) >= 4 and capitals < 0.6 * len(words) and any(token.pos_ in ("VERB", "AUX") for token in words)


def _behind_that(said: TokenSpan, start: int) -> int:
    """A piece's beginning without the "that" which begins what is said: "hinted *that* pacer Lockie Ferguson"."""
    doc = said.doc
    if start != said.start or doc[start].lower_ != "that" or not start or start + 1 >= said.end:
        return start
    joins = doc[start - 1].pos_ == "VERB" and doc[start + 1].pos_ not in ("VERB", "AUX", "ADP", "PUNCT")
    return start + 1 if joins else start


def _is_survey(one: Utterance) -> bool:
    """Whether the point is how many say it: "62% of residents said they were in favour" is a claim of the article's."""
    if one.quoted or one.source is None:
        return False
    return is_share_of_people((one.cue_part or one.part).tokens(one.source))
