"""A quotation in the headline whose words are not in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from workbench.domain.article import BlockKind
from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import Sentence
from workbench.extraction.consistency.wording import same_words, shown, speaker_of
from workbench.extraction.reading import Reading

LEAST_WORDS = 3
"""Shorter ones are words set apart, which need only be echoed in the body."""
LEAST_LIKENESS = 45
"""rapidfuzz's scale, 0..100: below it nothing in the body is worth showing."""
SAME_SPEAKER = 10
"""What a candidate from the same speaker gains on that scale."""
CANDIDATES = 2000
_ELLIPSIS = re.compile(r"…|\.\.\.|\[[^\]]{0,20}\]|\(\.\.\.\)")


def find(reading: Reading, attributions: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """A warning for each quotation of a headline that stands neither in the standfirst nor in the body."""
    headlines = [block.span for block in reading.article.blocks if block.kind is BlockKind.HEADLINE]
    body = [block.span for block in reading.article.blocks if block.kind in (BlockKind.BODY, BlockKind.STANDFIRST)]
    if not headlines or not any(block.kind is BlockKind.BODY for block in reading.article.blocks):
        return
    text = reading.article.text
    words = ""
    for quotation in reading.quotations:
        headline = next((span for span in headlines if span.contains(quotation.span)), None)
        if quotation.depth or headline is None or _is_title(headline.of(text), quotation.words.of(text)):
            continue
        words = words or f" {' '.join(same_words(' '.join(span.of(text) for span in body)))} "
        pieces = [same_words(piece) for piece in _ELLIPSIS.split(quotation.words.of(text))]
        if sum(map(len, pieces)) < LEAST_WORDS:
            if (
                quotation.opening
                and quotation.closing
                and not _is_echoed([w for piece in pieces for w in piece], words)
            ):
                yield TextWarning(WarningKind.HEADLINE_QUOTATION, quotation.span, _set_apart(quotation.words.of(text)))
            continue
        if all(f" {' '.join(piece)} " in words for piece in pieces if piece):
            continue
        yield TextWarning(
            WarningKind.HEADLINE_QUOTATION, quotation.span, _message(reading, quotation.words, body, attributions)
        )


def _is_echoed(quoted: list[str], body: str) -> bool:
    """Whether each of a word or two in the headline's marks is in the body in any form ("cover-up": "covered up")."""
    return all(f" {word[: max(4, len(word) - 3)]}" in body for word in quoted if len(word) > 2)


def _set_apart(words: str) -> Sentence:
    return Sentence(
        "“{words}” is in quotation marks in the headline, but nobody says so in the article: whose word is it?",
        words=shown(words),
    )


def _is_title(headline: str, quoted: str) -> bool:
    """Whether the words are the name of a work: capitalised throughout in a headline that isn't."""
    long = [word for word in quoted.split() if len(word) >= 4]
    rest = [word for word in headline.replace(quoted, " ").split() if len(word) >= 4]
    return all(word[0].isupper() for word in long) and any(word[0].islower() for word in rest)


def _message(reading: Reading, words: Span, body: list[Span], attributions: tuple[Attribution, ...]) -> Sentence:
    text = reading.article.text
    quoted = shown(words.of(text))
    nearest = _nearest(reading, words, body, attributions)
    if nearest is None:
        return Sentence(
            "“{words}” is quoted in the headline, but these words are not in the article, nor any near them.",
            words=quoted,
        )
    return Sentence(
        "“{words}” is quoted in the headline, but these words are not in the article; "
        "the nearest there are “{nearest}”.",
        words=quoted,
        nearest=shown(nearest.of(text)),
    )


def _nearest(reading: Reading, words: Span, body: list[Span], attributions: tuple[Attribution, ...]) -> Span | None:
    """The quotation or sentence of the body most like these words, one of the same speaker before others."""
    text = reading.article.text
    quoted = [quotation.words for quotation in reading.quotations if not quotation.scare]
    contents = [piece for attribution in attributions for piece in attribution.content]
    sentences = [sentence for _, sentence in reading.sentences]
    places = [place for place in dict.fromkeys([*quoted, *contents, *sentences]) if _within(place, body)][:CANDIDATES]
    choices = [" ".join(same_words(place.of(text))) for place in places]
    wanted = " ".join(same_words(words.of(text)))
    speaker = speaker_of(words, attributions)
    best, most = None, float(LEAST_LIKENESS)
    for _, score, index in process.extract(wanted, choices, scorer=fuzz.token_set_ratio, limit=10):
        if speaker and speaker_of(places[index], attributions) == speaker:
            score += SAME_SPEAKER
        if score > most:
            best, most = places[index], score
    return best


def _within(place: Span, blocks: list[Span]) -> bool:
    return any(block.contains(place) for block in blocks)
