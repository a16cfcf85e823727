"""What the article says itself, cut into clauses that can each be wrong alone.

- "X announced the sending of troops" is the article's statement that X did, and X's that it will be so: one claim, X's.
- "At the end of talks with X" takes the talks for granted: a claim, though it has no verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as TokenSpan

from workbench.domain.article import BlockKind
from workbench.domain.span import Span
from workbench.extraction.beside_saying import beside, left_over
from workbench.extraction.clauses import clauses, trimmed
from workbench.extraction.kinds import is_labelled_date, is_labelled_figure, is_short_fact, is_statistic
from workbench.extraction.lexicon import lexicon
from workbench.extraction.listing import Draft
from workbench.extraction.notices import is_disclosure, is_label, is_live_title, says_nothing
from workbench.extraction.quotations import Quotation
from workbench.extraction.reading import BlockReading
from workbench.extraction.syntax import SUBJECTS, is_purpose
from workbench.extraction.turns import Turn
from workbench.extraction.utterance import Utterance

LEAST_UNREAD = 5
"""Tokens of a sentence that is a claim though no verb was found in it."""


class Narration:
    """The sentences of a block, beside what is said and quoted in it. `turn`: whose, in an interview."""

    def __init__(
        self,
        text: str,
        part: BlockReading,
        utterances: Sequence[Utterance],
        quotations: Sequence[Quotation],
        turn: Turn | None,
    ) -> None:
        self.text = text
        self.part = part
        self.quotations = quotations
        self.turn = turn
        self.doings = [one for one in utterances if one.is_doing]
        self.sayings = [one for one in utterances if not one.is_doing]

    def run(self, sentence: Span) -> Iterator[Draft]:
        """What the article says itself in a sentence."""
        tokens = self.part.tokens(sentence)
        headline = self.part.block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.STANDFIRST)
        words = sentence.of(self.text)
        if not len(tokens) or says_nothing(words) or (is_label(words) and not _has_clause(tokens)):
            return
        if headline and not _is_telling_headline(tokens):
            return
        bounds = self._before_label(tokens)
        yield from self._event(tokens)
        told = self.part.doc[slice(*bounds)]
        if is_labelled_figure(told) or is_labelled_date(told):
            yield self._own(told, headline)
            return
        if sum(token.is_alpha for token in told) < (2 if headline else 3) and not is_short_fact(told):
            return
        pieces = clauses(self.part.doc, bounds)
        if self._is_unread(told, headline):
            yield self._own(told, headline)
            return
        for start, end in pieces:
            piece = self.part.doc[start:end]
            if not is_disclosure(piece.text) and not (
                piece.root.pos_ == "NOUN" and is_disclosure(_who_clause(piece.text))
            ):
                yield from self._told_in(piece, [other for other in pieces if other != (start, end)], headline)

    def _is_unread(self, told: TokenSpan, headline: bool) -> bool:
        """ "Labour accused ministers of sleeping." where the parser found no verb: a sentence all the same."""
        closed = told.end < len(self.part.doc) and self.part.doc[told.end].text == "."
        if headline or not closed or len(told) < LEAST_UNREAD or _has_verb(told):
            return False
        verbs = any(token.tag_ == "VBN" and token.dep_ == "amod" and token.i > told.start for token in told)
        return verbs and told.root.pos_ in ("NOUN", "PROPN") and not self._said_in(told) and self._is_own(told, 0.6)

    def _told_in(self, piece: TokenSpan, others: Sequence[tuple[int, int]], headline: bool) -> Iterator[Draft]:
        """What a clause tells, whether it holds a doing, a saying, or neither."""
        doings = [one for one in self.doings if one.cue is not None and piece.start <= one.cue.i < piece.end]
        if doings:
            yield from (self._done(one, piece) for one in doings)
        elif headline and self._says_in_passing(piece):
            yield self._own(piece, headline)
        elif sayings := self._said_in(piece):
            yield from self._beside(piece, sayings, others)
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

    def _beside(
        self, piece: TokenSpan, sayings: Sequence[Utterance], others: Sequence[tuple[int, int]]
    ) -> Iterator[Draft]:
        cues = [one.cue for one in sayings if one.cue is not None]
        if any(map(is_purpose, cues)):
            return
        contents = [self.part.tokens(content) for one in self.sayings for content in one.content]
        said = [(tokens.start, tokens.end) for tokens in contents]
        whole = piece.start, piece.end
        told = list(beside(self.part.doc, whole, cues, said))
        told.extend(left_over(self.part.doc, whole, cues, [*said, *told, *others, *self._sources(sayings)]))
        for start, end in told:
            yield self._own(self.part.doc[start:end], headline=False)

    def _sources(self, sayings: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
        for one in sayings:
            tokens = self.part.tokens(one.source) if one.source is not None else None
            if tokens is not None and len(tokens):
                yield tokens.start, tokens.end

    def _done(self, one: Utterance, piece: TokenSpan) -> Draft:
        """ "X announced the sending of troops", as far as it stands in this clause and behind any other saying."""
        assert one.cue is not None
        others = [other.cue.i + 1 for other in self.sayings if other.cue is not None and other.cue.i < one.cue.i]
        top = one.cue.head if one.cue.tag_ == "VB" and one.cue.dep_ in ("xcomp", "advcl") else one.cue
        start = max([piece.start, top.left_edge.i, *(place for place in others if place > piece.start)])
        further = [other.cue.i for other in self.sayings if other.cue is not None and other.cue.head == one.cue]
        end = min([piece.end, one.cue.right_edge.i + 1, *(place for place in further if place > one.cue.i)])
        bounds = trimmed(self.part.doc, (start, max(one.cue.i + 2, end)))
        span = self.part.span(self.part.doc[slice(*bounds)])
        quoted = any(span.contains(quotation.span) for quotation in self.quotations)
        return Draft(self.part, span, one.how, one.speaker, quoted)

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


def _who_clause(words: str) -> str:
    """ "who was not involved" of "a nutritionist at Aston who was not involved"; empty without one."""
    return words[words.find(" who ") + 1 :] if " who " in words else ""


def _has_clause(tokens: TokenSpan) -> bool:
    return any(token.dep_ in SUBJECTS for token in tokens) and _has_verb(tokens)


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
