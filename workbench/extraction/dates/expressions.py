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
            kept[_KEPT] = tuple(_in_part(part, reading.language))
        found.extend(kept[_KEPT])
    return found


def _in_part(part: BlockReading, language: str) -> Iterator[Expression]:
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
        yield Expression(Span(start, end).shifted(part.offset), text[start:end], shape, _is_to_come(part, start, end))


def _is_something_else(part: BlockReading, match: re.Match[str], shape: Shape) -> bool:
    """Whether what looks like a date is a name, a verb or a number."""
    text = part.doc.text
    if shape is Shape.YEAR:
        return not _is_year(part, match)
    if shape is Shape.MONTH:
        return not _is_month(part, match)
    if shape is Shape.WEEKDAY:
        return _in_title(text, match.start()) or bool(
            re.match(r"\s(?:Night|Morning|Times|Post|Mail)\b", text[match.end() :][:9])
        )
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
    text = part.doc.text
    if _in_title(text, match.start()):
        return False
    if " " in match[0] or match[0] not in AMBIGUOUS_MONTHS:
        return True
    token = _token_at(part, match.start())
    before = _word_before(text, match.start())
    if token is not None and (token.ent_type_ in ("PERSON", "ORG", "GPE") or token.pos_ in ("AUX", "VERB")):
        return False
    return before in words("en", "dates", "before_year")


def _is_year(part: BlockReading, match: re.Match[str]) -> bool:
    """Four digits are a year after "in", "since" …, in brackets, or, from 1900 on, where they count nothing."""
    text = part.doc.text
    before = _word_before(text, match.start())
    if re.match(r"[\s-]?(?:%|percent|per cent|million|billion|thousand)", text[match.end() :][:12]):
        return False
    if _counts_something(part, match.end()):
        return False
    if before in words("en", "dates", "before_year") or text[match.start() - 1 : match.start()] == "(":
        return True
    year = int(match[0][-4:])
    return 1900 <= year <= 2099 and before not in (
        "no",
        "number",
        "room",
        "page",
        "pp",
        "flight",
        "channel",
        "chapter",
        "section",
    )


def _counts_something(part: BlockReading, end: int) -> bool:
    following = re.match(r"[\s-]([A-Za-z]+)", part.doc.text[end : end + 30])
    if following is None:
        return False
    if following[1].lower() in words("en", "dates", "counted"):
        return True
    token = _token_at(part, end + 1)
    return token is not None and token.tag_ == "NNS" and not (token.i > 1 and token.nbor(-2).lower_ == "the")


def _word_before(text: str, start: int) -> str:
    match = re.search(r"([A-Za-z]+)[\s,-]*$", text[max(0, start - 20) : start])
    return match[1].lower() if match else ""


def _token_at(part: BlockReading, place: int) -> Token | None:
    if not 0 <= place < len(part.doc.text):
        return None
    found = part.doc.char_span(place, place + 1, alignment_mode="expand")
    return found[0] if found is not None and len(found) else None


def _is_to_come(part: BlockReading, start: int, end: int) -> bool:
    """Whether the verb that the expression belongs to says that it is still to come: "will", "is to", "plans to"."""
    if not part.doc.has_annotation("DEP"):
        return False
    found = part.doc.char_span(start, end, alignment_mode="expand")
    if found is None or not len(found):
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
    return verb.head is not verb and (
        verb.head.pos_ == "AUX" or verb.head.lemma_ in words("en", "dates", "future_verbs")
    )
