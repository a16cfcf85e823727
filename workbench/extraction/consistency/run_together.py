"""Words run together: "Iskanderdelivered", "war.The", "saidthat".

A word stands for two when no dictionary has it, it occurs once in the article, and it can be cut so that one half could
hardly be part of a name or a new word. Compounds that are merely new ("livestreaming") are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import Sentence
from workbench.extraction.consistency.wording import bearing
from workbench.extraction.lexicon import reporting_forms
from workbench.extraction.reading import Reading
from workbench.extraction.word_lists import dictionary, words

_WORD = re.compile(r"(?<![\w@#./\\:_’'-])[A-Za-z]{6,40}(?![\w@/\\_’'-]|\.\w)")
_ANY_WORD = re.compile(r"[A-Za-z]{3,40}")
_GLUED_MARK = re.compile(
    r"(?<![\w.@/-])(?P<first>[A-Za-z]{2,20})(?P<mark>[.!?,;]?[”»]|[.!?,;])(?P<second>[A-Z]?[a-z]{1,20})(?![\w.@/])"
)
_CAMEL = re.compile(r"([A-Za-z][a-z]{2,})([A-Z][a-z]{2,})")
_INFLECTED = ("ed", "ing", "ly")
_LEAST_ENDING = 7
"""Letters of an inflected word that a longer one ends in hardly by chance."""


def find(reading: Reading, _: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """A warning for each place where the space between two words was lost."""
    if not dictionary(reading.language).known:
        return
    texts = [(part.doc.text, part.offset) for part in bearing(reading)]
    counts = Counter(word for text, _ in texts for word in _ANY_WORD.findall(text))
    for text, offset in texts:
        for match in _WORD.finditer(text):
            if counts[match[0]] == 1 and (parts := _cut(match[0], counts, reading.language)):
                yield _warning(Span(*match.span()).shifted(offset), match[0], parts)
        for match in _GLUED_MARK.finditer(text):
            if _is_glued(match, reading.language):
                span = Span(*match.span()).shifted(offset)
                yield _warning(span, match[0], f"{match['first']}{match['mark']} {match['second']}")


def _warning(span: Span, word: str, parts: str) -> TextWarning:
    message = Sentence("“{word}” looks like two words run together: “{parts}”.", word=word, parts=parts)
    return TextWarning(WarningKind.WORDS_RUN_TOGETHER, span, message)


def _is_glued(match: re.Match[str], language: str) -> bool:
    """Whether a sentence or clause ends at the mark and another begins: both halves are words."""
    known, common = dictionary(language)
    first, second = match["first"].lower(), match["second"]
    if match["mark"] in ".!?" and not (second[0].isupper() and match["first"][1:].islower()):
        return False
    if match["mark"] in ",;" and second[0].isupper():
        return False
    least = 3 if match["mark"] in ",;" else 2
    return len(first) >= least and len(second) >= 2 and first in known and second.lower() in common


def _cut(word: str, counts: Counter[str], language: str) -> str:
    """The word as two, empty when it is one."""
    lower = word.lower()
    known, common = dictionary(language)
    if lower in known or lower.removesuffix("s") in known:
        return ""
    if word.isupper():
        return ""
    if camel := _CAMEL.fullmatch(word):
        return _cut_camel(camel, counts, common)
    if not word[1:].islower():
        return ""
    return (
        _cut_verb(word, counts, common)
        or _cut_ending(word, language)
        or (_cut_small_word(word, language) if word.islower() else "")
    )


def _cut_camel(match: re.Match[str], counts: Counter[str], common: frozenset[str]) -> str:
    """ "deliveredThe" or "RussiaUkraine", not "iPhone", "PayPal" or "McDonald"."""
    first, second = match[1], match[2]
    if first.islower():
        fits = first in common and (second.lower() in common or second in counts)
    else:
        fits = first in counts and second in counts
    return f"{first} {second}" if fits else ""


def _cut_verb(word: str, counts: Counter[str], common: frozenset[str]) -> str:
    """ "Obamasaid" in an article that speaks of Obama."""
    for place in range(4, len(word) - 3):
        start, end = word[:place], word[place:]
        is_verb = end in reporting_forms() or (len(end) >= 5 and end.endswith(_INFLECTED) and end in common)
        if is_verb and start[0].isupper() and counts[start]:
            return f"{start} {end}"
    return ""


def _cut_ending(word: str, language: str) -> str:
    """ "Iskanderdelivered": a name or word that ends in a long inflected word."""
    known, common = dictionary(language)
    lower = word.lower()
    for place in range(3, len(word) - _LEAST_ENDING + 1):
        start, end = lower[:place], lower[place:]
        if end not in common or not end.endswith(_INFLECTED) or start in words(language, "warnings", "word_beginnings"):
            continue
        if word[0].isupper() and start in known:
            return ""
        if (word[0].isupper() and place >= 4) or (
            word.islower() and place >= 5 and start in common and not end.endswith("ing")
        ):
            return f"{word[:place]} {word[place:]}"
    return ""


def _cut_small_word(word: str, language: str) -> str:
    """ "ofthe" and "saidthat" in lower case: a small word before or after an everyday one."""
    common = dictionary(language).common
    for small in words(language, "warnings", "glued_before"):
        if word.startswith(small) and len(word) >= len(small) + 4 and word[len(small) :] in common:
            return f"{small} {word[len(small) :]}"
    for small in words(language, "warnings", "glued_after"):
        if word.endswith(small) and len(word) >= len(small) + 3 and word[: -len(small)] in common:
            return f"{word[: -len(small)]} {small}"
    return ""
