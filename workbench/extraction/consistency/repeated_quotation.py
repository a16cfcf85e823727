"""The same quotation twice with different words, or given to different speakers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import Sentence
from workbench.extraction.consistency.wording import SUMMARY, same_words, shown, speaker_of
from workbench.extraction.reading import Reading

LEAST_WORDS = 5
LIKENESS_IN_SUMMARY = 0.6
"""Share of words in common (Indel similarity) above which a summary repeats the body's sentence."""
LIKENESS_IN_BODY = 0.8
SHARED_WORDS = 3
"""Words of four letters and more that two sentences must share to be compared at all."""
COMMON = 12
"""A word in more quoted sentences than this tells nothing about which two are the same."""
_NAME = re.compile(
    r"(?!(?:The|A|An|His|Her|Their|Its|One|Some|It|He|She|They|We|I)\b)[^\W\da-z_][\w.’'-]*"
    r"(?:,? (?:and|of|de|von|van|al|bin|[^\W\da-z_][\w.’'-]*))*"
)
"""Words that are names, of one person or several; "The poster" and "the head of the Kremlin" aren't."""
MOST = 1500
"""Quoted sentences compared in one article."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted sentence: where it stands, its words, who says it, and whether a summary of the article quotes it."""

    span: Span
    words: tuple[str, ...]
    speaker: str
    in_summary: bool


def find(reading: Reading, attributions: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """A warning at the later of two quoted sentences that are one, so far as words go, but not the same."""
    sentences = list(_quoted(reading, attributions))[:MOST]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        best, likeness = None, 0.0
        for other in _candidates(sentence, places):
            found = _likeness(sentences[other], sentence)
            if found > likeness:
                best, likeness = sentences[other], found
        if best is not None and (message := _message(reading.article.text, best, sentence)):
            yield TextWarning(WarningKind.REPEATED_QUOTATION, sentence.span, message)
        for word in {word for word in sentence.words if len(word) >= 4}:
            places[word].append(index)


def _quoted(reading: Reading, attributions: tuple[Attribution, ...]) -> Iterator[Quoted]:
    text = reading.article.text
    sentences = list(reading.sentences)
    first = 0
    for quotation in reading.quotations:
        while first < len(sentences) and sentences[first][1].end <= quotation.span.start:
            first += 1
        if quotation.scare or quotation.depth:
            continue
        for part, sentence in sentences[first:]:
            if sentence.start >= quotation.span.end:
                break
            pieces = [both for piece in quotation.pieces if (both := _both(piece, sentence))]
            words = tuple(same_words(" ".join(piece.of(text) for piece in pieces)))
            if len(words) >= LEAST_WORDS:
                span = Span(pieces[0].start, pieces[-1].end).trimmed(text)
                yield Quoted(span, words, speaker_of(span, attributions), part.block.kind in SUMMARY)


def _both(one: Span, other: Span) -> Span:
    start = max(one.start, other.start)
    return Span(start, max(start, min(one.end, other.end)))


def _candidates(sentence: Quoted, places: dict[str, list[int]]) -> Iterator[int]:
    """Earlier sentences that share enough telling words."""
    shared: defaultdict[int, int] = defaultdict(int)
    for word in set(sentence.words):
        found = places.get(word, ())
        if len(found) <= COMMON:
            for index in found:
                shared[index] += 1
    return (index for index, count in shared.items() if count >= SHARED_WORDS)


def _likeness(one: Quoted, other: Quoted) -> float:
    """Share of words in common, 0 when too few to be the same sentence."""
    least = LIKENESS_IN_SUMMARY if one.in_summary != other.in_summary else LIKENESS_IN_BODY
    likeness = Indel.normalized_similarity(one.words, other.words, score_cutoff=least)
    if likeness < least and not _holds(one.words, other.words):
        return 0.0
    return max(likeness, least)


def _holds(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one is quoted in part by the other, in the same words."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _message(text: str, one: Quoted, other: Quoted) -> Sentence | None:
    """What differs; None when nothing does."""
    differ = not _same_speaker(one.speaker, other.speaker)
    if _holds(one.words, other.words):
        if not differ:
            return None
        return Sentence(
            "These words are given to {speaker} here, and to {other} in “{words}”.",
            speaker=other.speaker,
            other=one.speaker,
            words=shown(one.span.of(text)),
        )
    here, before = shown(other.span.of(text)), shown(one.span.of(text))
    if not differ:
        return Sentence(
            "The same quotation in different words: “{here}” here, “{before}” before.", here=here, before=before
        )
    return Sentence(
        "The same quotation in different words: “{here}” here, “{before}” before, and given to {speaker} here, "
        "to {other} there.",
        here=here,
        before=before,
        speaker=other.speaker,
        other=one.speaker,
    )


def _same_speaker(one: str, other: str) -> bool:
    """Whether two names may be of the same person. Speakers that aren't names may be anybody."""
    if not (_NAME.fullmatch(one) and _NAME.fullmatch(other)):
        return True
    if (" and " in one) != (" and " in other):
        return False
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return shorter[-1] in longer or longer[-1] in shorter
