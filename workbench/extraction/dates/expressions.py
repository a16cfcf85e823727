"""Where dates and times are spoken of: finding the expressions, before anything is made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from workbench.domain.span import Span
from workbench.extraction.dates import english, other_languages
from workbench.extraction.dates.english import Shape
from workbench.extraction.reading import BlockReading, Reading
from workbench.extraction.token_places import token_at, tokens_between
from workbench.extraction.word_lists import phrases, words

AMBIGUOUS_MONTHS = frozenset({"March", "April", "May", "June", "August"})
"""Months that are also words or names of persons."""


_KEPT = "date expressions"


@dataclass(frozen=True, slots=True)
class Expression:
    """A date or time expression. `to_come`: its clause speaks of the future."""

    span: Span
    text: str
    shape: Shape
    to_come: bool = False


def find_expressions(reading: Reading) -> list[Expression]:
    """The expressions of all blocks that bear claims, in order and apart. Looked for once, kept with the docs."""
    found: list[Expression] = []
    for part in reading.parts:
        if not part.block.kind.bears_claims:
            continue
        kept = part.doc.user_data
        if _KEPT not in kept:
            kept[_KEPT] = tuple(_in_part(part, reading.language, has_syntax=reading.has_model))
        found.extend(kept[_KEPT])
    return found


def _in_part(part: BlockReading, language: str, *, has_syntax: bool) -> Iterator[Expression]:
    text = part.doc.text
    if language in ("en", ""):
        if not english.TRIGGER.search(text.lower()):
            return
        pattern = english.pattern()
    else:
        pattern = other_languages.pattern(language)
    for match in pattern.finditer(text):
        shape = english.shape_of(match)
        if _is_something_else(part, match, shape):
            continue
        start, end = match.span()
        end -= len(match[0]) - len(match[0].rstrip())
        to_come = has_syntax and _is_to_come(
            part, start, end
        )  # spaCy may crash when asked for a syntax that isn't there
        yield Expression(Span(start, end).shifted(part.offset), text[start:end], shape, to_come)


def _is_something_else(part: BlockReading, match: re.Match[str], shape: Shape) -> bool:
    """Whether what looks like a date is a name, a verb or a number."""
    text = match.string
    if shape is Shape.YEAR:
        return not _is_year(part, match)
    if shape is Shape.MONTH:
        return not _is_month(part, match)
    if shape is Shape.WEEKDAY:
        after = text[match.end() : match.end() + 12]
        return _in_title(text, match.start()) or bool(re.match(r"\s(?:Live|Fever|Football|Times|Post|Mail)\b", after))
    return False


def _in_title(text: str, start: int) -> bool:
    near = text[max(0, start - 12) : start + 24]
    place = start - max(0, start - 12)
    return any(
        found <= place < found + len(title)
        for title in phrases("en", "dates", "not_dates")
        if (found := near.find(title)) >= 0
    )


def _is_month(part: BlockReading, match: re.Match[str]) -> bool:
    text = match.string
    if _in_title(text, match.start()):
        return False
    if " " in match[0] or match[0] not in AMBIGUOUS_MONTHS:
        return True
    token = token_at(part.doc, match.start())
    before = _word_before(text, match.start())
    if token is not None and (token.ent_type_ in ("PERSON", "ORG", "GPE") or token.pos_ in ("AUX", "VERB")):
        return False
    return before in words("en", "dates", "before_year")


def _is_year(part: BlockReading, match: re.Match[str]) -> bool:
    """Four digits are a year after "in", "since" …, in brackets, or, from 1900 on, where they count nothing."""
    text = match.string
    before = _word_before(text, match.start())
    if re.match(r"[\s-]?(?:%|percent|per cent|million|billion|thousand)", text[match.end() : match.end() + 12]):
        return False
    if _counts_something(part, match):
        return False
    if before in words("en", "dates", "before_year") or text[match.start() - 1 : match.start()] == "(":
        return True
    year = int(match[0][-4:])
    return 1900 <= year <= 2099 and before not in words("en", "dates", "before_number")


def _counts_something(part: BlockReading, match: re.Match[str]) -> bool:
    end = match.end()
    following = re.match(r"[\s-]([A-Za-z]+)", match.string[end : end + 30])
    if following is None:
        return False
    if following[1].lower() in words("en", "dates", "counted"):
        return True
    token = token_at(part.doc, end + 1)
    return token is not None and token.tag_ == "NNS" and not (token.i > 1 and token.nbor(-2).lower_ == "the")


def _word_before(text: str, start: int) -> str:
    match = re.search(r"([A-Za-z]+)[\s,-]*$", text[max(0, start - 20) : start])
    return match[1].lower() if match else ""


def _is_to_come(part: BlockReading, start: int, end: int) -> bool:
    """Whether the verb that the expression belongs to says that it is still to come: "will", "is to", "plans to"."""
    found = tokens_between(part.doc, start, end)
    if not len(found):
        return False
    token = found.root
    for _ in range(4):
        if token.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return _speaks_of_future(token)


def _speaks_of_future(verb: Token) -> bool:
    if any(child.lower_ in words("en", "dates", "future") for child in verb.lefts):
        return True
    if not any(child.lower_ == "to" and child.tag_ == "TO" for child in verb.lefts):
        return False
    return verb.head.i != verb.i and (
        verb.head.pos_ == "AUX" or verb.head.lemma_ in words("en", "dates", "future_verbs")
    )
