"""Claims: the stretches a fact-checker would underline, with who makes them and what found them.

- What somebody is reported to say is a claim of theirs, without "that"; a long direct quotation gives one for each
  sentence.
- What the article says itself is cut into clauses that can each be wrong alone.
- "X announced the sending of troops" is the article's statement that X did, and X's that it will be so: one claim, X's.
- "At the end of talks with X" takes the talks for granted: a claim, though it has no verb.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan

from workbench.domain.article import BlockKind
from workbench.domain.findings import FoundClaim
from workbench.domain.span import Span
from workbench.extraction.beside_saying import beside
from workbench.extraction.clauses import clauses, trimmed
from workbench.extraction.kinds import is_checkable, is_statistic, kind_of
from workbench.extraction.lexicon import lexicon
from workbench.extraction.notices import is_correction, is_disclosure, is_live_title, says_nothing
from workbench.extraction.quotations import Quotation
from workbench.extraction.reading import BlockReading, Reading
from workbench.extraction.speakers import Speakers
from workbench.extraction.turns import Turn
from workbench.extraction.utterance import Utterance

WHOLE_QUOTATION = 200
"""Up to so many code points a quotation of several sentences is one claim."""


@dataclass(frozen=True, slots=True)
class Draft:
    part: BlockReading
    span: Span
    found_by: str
    claimant: str = ""
    quoted: bool = False
    said: bool = False
    """Somebody is reported to say so, named or not."""


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
    quotations = [one for one in reading.quotations if one.depth == 0 and not one.scare]
    for index, part in enumerate(reading.parts):
        if part.block.kind.bears_claims and not is_correction(part.text):
            own = by_part.get(id(part), [])
            drafts.extend(_PartClaims(reading, part, own, _within(quotations, part), turns.get(index)).run())
    return _listed(reading.article.text, drafts)


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
        self.turn = turn
        self.doings = [one for one in utterances if one.is_doing]
        self.sayings = [one for one in utterances if not one.is_doing]

    def run(self) -> Iterator[Draft]:
        for one in self.sayings:
            for extent in self._extents(one):
                yield from self._said(one, extent)
        yield from self._unattributed()
        if self.reading.has_model:
            for sentence in self.part.sentences:
                yield from self._narrated(sentence)

    def _extents(self, one: Utterance) -> list[Span]:
        """The content with what interrupts it: a quotation whole, an aside's sentence whole."""
        whole = [q.span for q in self.quotations if any(span.overlaps(q.span) for span in one.content)]
        rest = [span for span in one.content if not any(span.overlaps(q) and q.contains(span) for q in whole)]
        whole = self._with_interrupted(one, whole)
        extents = [span for span in whole if not any(other.contains(span) for other in rest)] + rest
        if len(rest) > 1 and not whole:
            extents = [Span(rest[0].start, rest[-1].end)]
        return [span for span in sorted(set(extents)) if self._in_part(span)]

    def _with_interrupted(self, one: Utterance, quoted: list[Span]) -> list[Span]:
        """ "“You will have it,” he said, “before the year is out.”" is one quotation."""
        found: list[Span] = []
        cue = one.cue_span
        for span in quoted:
            between = cue is not None and found and found[-1].end <= cue.start and cue.end <= span.start
            first = next((c for c in span.of(self.text) if c.isalpha()), "")
            if (
                between
                and first.islower()
                and self.text[found[-1].end - 2 : found[-1].end].strip("”\"’'»")[-1:] not in (".", "!", "?")
            ):
                found[-1] = Span(found[-1].start, span.end)
            else:
                found.append(span)
        return found

    def _in_part(self, span: Span) -> bool:
        return self.part.offset <= span.start and span.end <= self.part.offset + len(self.part.text)

    def _said(self, one: Utterance, extent: Span) -> Iterator[Draft]:
        direct = self._is_direct(extent)
        pieces = self._sentences_in(extent) if direct else self._clauses_in(extent)
        for piece in pieces:
            if len(piece.of(self.text).split()) >= 3 or not direct:
                quoted = direct or not self.reading.has_model or any(piece.overlaps(q.span) for q in self.quotations)
                yield Draft(self.part, piece, one.how, one.speaker, quoted, said=True)

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
                span = self.part.span(self.part.doc[start:end])
                yield self._with_marks(span) if span else piece

    def _with_marks(self, span: Span) -> Span:
        """A piece that ends or begins at a quotation's words takes its mark in."""
        for quotation in self.quotations:
            if span.end == quotation.words.end and span.start <= quotation.span.start:
                return Span(span.start, quotation.span.end)
        return span

    def _unattributed(self) -> Iterator[Draft]:
        spoken = [span for one in self.utterances for span in one.content]
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

    def _narrated(self, sentence: Span) -> Iterator[Draft]:
        """What the article says itself in a sentence."""
        words = sentence.of(self.text)
        tokens = self.part.tokens(sentence)
        headline = self.part.block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.STANDFIRST)
        if not len(tokens) or says_nothing(words) or (headline and not _is_telling_headline(tokens)):
            return
        bounds = self._before_label(tokens)
        yield from self._event(tokens)
        if sum(token.is_alpha for token in self.part.doc[slice(*bounds)]) < (2 if headline else 3):
            return
        for start, end in clauses(self.part.doc, bounds):
            piece = self.part.doc[start:end]
            if is_disclosure(piece.text):
                continue
            doings = [one for one in self.doings if one.cue is not None and start <= one.cue.i < end]
            if doings:
                yield from (self._done(one, piece) for one in doings)
            elif headline and self._says_in_passing(piece):
                yield self._own(piece, headline)
            elif sayings := self._said_in(piece):
                yield from self._beside(piece, sayings)
            elif (
                len(piece)
                and self._is_own(piece, 0.6 if headline else 0.4)
                and (headline or _has_verb(piece) or is_statistic(piece))
            ):
                yield self._own(piece, headline)

    def _before_label(self, tokens: TokenSpan) -> tuple[int, int]:
        """The sentence without the "Putin: “…”" at its end."""
        start, end = tokens.start, tokens.end
        for one in self.sayings:
            if one.cue is None and one.head is not None and one.source is not None and start <= one.head.i < end:
                label = self.part.tokens(one.source)
                if len(label) and one.start >= one.source.end:
                    end = min(end, max(label.start, start))
        return trimmed(self.part.doc, (start, end))

    def _is_own(self, piece: TokenSpan, most: float) -> bool:
        """Whether less than so large a share of it is somebody's words."""
        span = self.part.span(piece)
        said = sum(span.overlap(content) for one in self.sayings for content in one.content)
        quoted = sum(span.overlap(quotation.span) for quotation in self.quotations)
        return max(said, quoted) < most * len(span)

    def _said_in(self, piece: TokenSpan) -> list[Utterance]:
        return [one for one in self.sayings if one.cue is not None and piece.start <= one.cue.i < piece.end]

    def _says_in_passing(self, piece: TokenSpan) -> bool:
        """ "Council backs cuts as mayor warns of ‘dark winter’": most of a headline is told, not said."""
        span = self.part.span(piece)
        said = sum(span.overlap(content) for one in self.sayings for content in one.content)
        return bool(said) and bool(self._said_in(piece)) and said < 0.4 * len(span)

    def _beside(self, piece: TokenSpan, sayings: Sequence[Utterance]) -> Iterator[Draft]:
        cues = [one.cue for one in sayings if one.cue is not None]
        contents = [self.part.tokens(content) for one in self.sayings for content in one.content]
        said = [(tokens.start, tokens.end) for tokens in contents]
        for start, end in beside(self.part.doc, (piece.start, piece.end), cues, said):
            yield self._own(self.part.doc[start:end], headline=False)

    def _done(self, one: Utterance, piece: TokenSpan) -> Draft:
        """ "X announced the sending of troops", as far as it stands in this clause and behind any other saying."""
        assert one.cue is not None
        others = [other.cue.i + 1 for other in self.sayings if other.cue is not None and other.cue.i < one.cue.i]
        start = max([piece.start, one.cue.left_edge.i, *(place for place in others if place > piece.start)])
        bounds = trimmed(self.part.doc, (start, max(one.cue.i + 2, min(piece.end, one.cue.right_edge.i + 1))))
        return Draft(self.part, self.part.span(self.part.doc[slice(*bounds)]), one.how, one.speaker)

    def _own(self, piece: TokenSpan, headline: bool) -> Draft:
        whole = piece.start == piece[0].sent.start and piece.end >= piece[-1].sent.end - 1
        how = "headline" if headline else "sentence" if whole else "clause with a verb of its own"
        span = self.part.span(piece)
        if self.turn is None:
            return Draft(self.part, span, how)
        span = Span(min(max(span.start, self.turn.start), span.end - 1), span.end)
        speaker = self.turn.speaker
        return Draft(self.part, span, f"turn of {speaker}" if speaker else how, speaker)

    def _event(self, tokens: TokenSpan) -> Iterator[Draft]:
        """ "At the end of talks with X, …": an event taken for granted."""
        events = lexicon("claims")["events"]
        first = tokens[0]
        if first.dep_ != "prep" or first.lower_ not in events["before"]:
            return
        bounds = (first.i, min(first.right_edge.i + 1, tokens.end))
        phrase = self.part.doc[slice(*bounds)]
        named = any(token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") for token in phrase)
        event = any(token.lemma_.lower() in events["nouns"] for token in phrase)
        if named and event and len(phrase) >= 5 and phrase.end < tokens.end - 3:
            yield Draft(self.part, self.part.span(phrase), "event taken for granted")


def _has_verb(piece: TokenSpan) -> bool:
    return any(
        token.tag_ in ("VBD", "VBZ", "VBP", "MD") or (token.dep_ == "ROOT" and token.tag_ == "VBN") for token in piece
    )


def _is_telling_headline(tokens: TokenSpan) -> bool:
    """Whether a headline asserts something: it has a verb, and is no "What we know so far" or "Storm live: …"."""
    if is_live_title(tokens.text):
        return False
    words = [token for token in tokens if token.is_alpha or token.like_num]
    if len(words) < 3 or words[0].tag_ in ("WP", "WRB", "WDT") or words[0].lower_ in ("about", "how"):
        return False
    return any(token.pos_ in ("VERB", "AUX") for token in words) or any(token.like_num for token in words)


def _listed(text: str, drafts: Iterable[Draft]) -> tuple[FoundClaim, ...]:
    """The drafts in order, each stretch once; the same quotation at two places once, with its repeats."""
    found: dict[Span, FoundClaim] = {}
    by_words: dict[str, Span] = {}
    for draft in sorted(drafts, key=lambda one: (one.span.start, -one.span.end)):
        span = draft.span.trimmed(text)
        if not span or span in found or not any(map(str.isalnum, span.of(text))):
            continue
        words = " ".join("".join(c if c.isalnum() else " " for c in span.of(text).lower()).split())
        first = by_words.get(words) if draft.quoted else None
        if first is not None and found[first].claimant in ("", draft.claimant):
            if span not in found[first].repeats:
                found[first] = _repeated(found[first], span, draft.claimant)
            continue
        if draft.quoted:
            by_words.setdefault(words, span)
        kind = kind_of(draft.part.tokens(span), quoted=draft.quoted, reported=draft.said or bool(draft.claimant))
        found[span] = FoundClaim(span, kind, draft.claimant, is_checkable(kind), found_by=draft.found_by)
    return tuple(found[span] for span in sorted(found, key=lambda one: (one.start, -one.end)))


def _repeated(claim: FoundClaim, at: Span, claimant: str) -> FoundClaim:
    return replace(claim, repeats=(*claim.repeats, at), claimant=claim.claimant or claimant)
