"""Text that reads as machine-translated: several independent signs together, none of which says much alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import Sentence
from workbench.extraction.consistency.wording import bearing
from workbench.extraction.lexicon import reporting_forms
from workbench.extraction.reading import BlockReading, Reading
from workbench.extraction.word_lists import phrases, words

LEAST_SIGNS = 3
"""Different signs needed, one of them strong."""
_LISTED = 4
"""Signs that the message quotes."""
_NEAR = 20
"""Tokens on either side of a lower-case adjective in which capitals are looked for."""
_SPACED_MARK = re.compile(r"\w [”»](?=[\s,.;:]|$)|[”»] [.,](?=\s|$)|[a-z][a-z] [,;](?= [a-z])")
_BOTH_OF_THREE = re.compile(r"\bboth (?!of)\w+, \w+ and \w+")
_CLASS_AFTER_NAME = re.compile(r"\b[A-Z][a-z]+s [A-Z]{1,3}-\d{1,4}\b")
_NOUN_ENDINGS = ("ness", "ity", "ment", "tion")


class Sign(NamedTuple):
    """A sign of translation by machine: what it is, where, how the message puts it, and whether it is strong."""

    kind: str
    span: Span
    words: str
    strong: bool


def find(reading: Reading, _: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """One warning at the most telling place when there are enough different signs."""
    if reading.language != "en" or not reading.has_model:
        return
    signs: dict[str, Sign] = {}
    for sign in _signs(reading):
        signs.setdefault(sign.kind, sign)
    strong = [sign for sign in signs.values() if sign.strong]
    if len(signs) < LEAST_SIGNS or not strong:
        return
    listed = [*strong, *(sign for sign in signs.values() if not sign.strong)][:_LISTED]
    yield TextWarning(WarningKind.MACHINE_TRANSLATED, strong[0].span, _message([sign.words for sign in listed]))


def _message(signs: list[str]) -> Sentence:
    """Of three or four of them."""
    one, two, three, *more = signs
    if not more:
        return Sentence(
            "This reads as machine-translated: {one}, {two}, {three}. Look for the original.",
            one=one,
            two=two,
            three=three,
        )
    return Sentence(
        "This reads as machine-translated: {one}, {two}, {three}, {four}. Look for the original.",
        one=one,
        two=two,
        three=three,
        four=more[0],
    )


def _signs(reading: Reading) -> Iterator[Sign]:
    for part in bearing(reading):
        yield from _said_twice(part)
        yield from _adverb_and_noun(part)
    for part in bearing(reading):
        yield from _lower_case_nations(part)
        yield from _by_pattern(part)
    yield from _interrupted(reading)
    yield from _carried_over(reading)


def _said_twice(part: BlockReading) -> Iterator[Sign]:
    """ "Vladimir Putin he said"."""
    doc = part.doc
    for entity in doc.ents:
        end = entity.end
        if entity.label_ != "PERSON" or end + 1 >= len(doc) or doc[end].lower_ not in ("he", "she"):
            continue
        if doc[end + 1].lower_ in reporting_forms() and not doc[end].is_sent_start:
            span = part.span(doc[_with_description(doc, entity.start) : end + 2])
            yield Sign("subject twice", span, f"“{doc[entity.start : end + 2].text}”", strong=True)


def _with_description(doc: Doc, start: int) -> int:
    """Where "the russian president" before the name begins."""
    while start > 0 and _describes(doc[start - 1]) and not doc[start].is_sent_start:
        start -= 1
        if doc[start].pos_ == "DET":
            break
    return start


def _describes(token: Token) -> bool:
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "DET") and token.ent_type_ != "PERSON"


def _adverb_and_noun(part: BlockReading) -> Iterator[Sign]:
    """ "safely and effectiveness"."""
    doc = part.doc
    for position in range(len(doc) - 2):
        if doc[position + 1].lower_ != "and" or doc[position].tag_ != "RB" or not doc[position].lower_.endswith("ly"):
            continue
        noun = doc[position + 2]
        closed = position + 3 >= len(doc) or doc[position + 3].is_punct or doc[position + 3].is_quote
        if noun.tag_ == "NN" and noun.lower_.endswith(_NOUN_ENDINGS) and closed:
            words_ = doc[position : position + 3]
            yield Sign("adverb and noun", part.span(words_), f"“{words_.text}”", strong=True)


def _lower_case_nations(part: BlockReading) -> Iterator[Sign]:
    """ "russian" where English has "Russian", in a sentence that does use capitals."""
    nations = words("en", "warnings", "capitalised_adjectives")
    for token in part.doc:
        near = part.doc[max(0, token.i - _NEAR) : token.i + _NEAR] if token.text in nations else ()
        if any(other.is_title for other in near):
            yield Sign(
                "lower case", part.token_span(token), Sentence("“{word}” in lower case", word=token.text), strong=True
            )


def _by_pattern(part: BlockReading) -> Iterator[Sign]:
    text = part.doc.text
    if match := _SPACED_MARK.search(text):
        near = text[max(0, match.start() - 12) : match.end()].partition(" ")[2] or match[0]
        yield Sign(
            "space",
            Span(*match.span()).shifted(part.offset),
            Sentence("a space before a mark (… {near})", near=near),
            strong=False,
        )
    if match := _BOTH_OF_THREE.search(text):
        yield Sign("both", Span(*match.span()).shifted(part.offset), f"“{match[0]}”", strong=False)
    if match := _CLASS_AFTER_NAME.search(text):
        yield Sign("order", Span(*match.span()).shifted(part.offset), f"“{match[0]}”", strong=False)


def _interrupted(reading: Reading) -> Iterator[Sign]:
    """“We agreed – explained X – to …”: the speaker named inside the marks, as Italian and Spanish have it."""
    text = reading.article.text
    for quotation in reading.quotations:
        for interruption in quotation.interruptions:
            said = Sentence("“{words}” inside a quotation", words=interruption.of(text).strip())
            yield Sign("interruption", interruption, said, strong=False)
            return


def _carried_over(reading: Reading) -> Iterator[Sign]:
    """Turns of phrase of another language; one alone is nobody's fault, so two different ones are needed."""
    found: dict[str, Sign] = {}
    for part in bearing(reading):
        lower = part.doc.text.lower()
        for phrase in phrases("en", "warnings", "carried_over"):
            place = lower.find(phrase)
            if place >= 0:
                span = Span(place, place + len(phrase)).shifted(part.offset)
                found.setdefault(phrase, Sign("carried over", span, f"“{phrase}”", strong=False))
    if len(found) >= 2:
        yield next(iter(found.values()))
