"""Quoted sentences: each sentence between quotation marks is a fact, for each may be checked against the record."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.domain.span import Span
from workbench.extraction.reading import Reading


def find_quoted(reading: Reading) -> Iterator[Span]:
    """The quoted sentences, without their marks and without "– explained X –", in order of the quotations."""
    text = reading.article.text
    sentences = [sentence for _, sentence in reading.sentences]
    first = 0
    for quotation in reading.quotations:
        while first < len(sentences) and sentences[first].end <= quotation.span.start:
            first += 1
        for piece in quotation.pieces:
            words = (
                Span(max(piece.start, quotation.words.start), min(piece.end, quotation.words.end)) if piece else piece
            )
            yield from _by_sentence(text, words, sentences, first)


def _by_sentence(text: str, words: Span, sentences: list[Span], first: int) -> Iterator[Span]:
    for index in range(first, len(sentences)):
        sentence = sentences[index]
        if sentence.start >= words.end:
            return
        both = Span(max(sentence.start, words.start), max(sentence.start, words.start, min(sentence.end, words.end)))
        both = both.trimmed(text)
        if any(character.isalnum() for character in both.of(text)):
            yield both
