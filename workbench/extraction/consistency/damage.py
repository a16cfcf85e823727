"""Damaged text: characters lost or misread, invisible ones inside words, letters of two alphabets in one word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ftfy import fix_encoding
from ftfy.badness import BADNESS_RE

from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import Sentence
from workbench.extraction.reading import Reading
from workbench.extraction.word_lists import dictionary

_LOST = re.compile("\ufffd+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+")
_INVISIBLE = re.compile(r"(?<=[^\W\d_])[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]+(?=[^\W\d_])")
_MIXED = re.compile(r"[A-Za-zÀ-ɏ]{0,30}+[Ͱ-ϿЀ-ӿ]+[A-Za-zÀ-ɏ]|[A-Za-zÀ-ɏ]{2}[Ͱ-ϿЀ-ӿ]")
_BROKEN = re.compile(r"(?<![\w-])(?P<before>[^\W\d_]{2,20})-\n(?P<after>[^\W\d_]{2,20})(?![\w-])")
_JOINS = frozenset({"and", "or", "to"})
_WORD_REACH = 30
"""Code points looked at on either side of a damaged place for the word it stands in."""
_LOOKALIKES = frozenset("АВЕЅІЈКМНОРСТУХаеорсухіјѕԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧορνυικα")
"""Cyrillic and Greek letters that look like Latin ones (Unicode's confusables, the plain cases)."""


def find(reading: Reading, _: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """A warning for each damaged place, neighbours in one word taken together."""
    text = reading.article.text
    if "-\n" in text:
        yield from _broken(text)
    if text.isascii() and not _CONTROL.search(text):
        return
    misread = list(_misread(text))
    yield from misread
    places = {warning.span for warning in misread}
    yield from (warning for warning in _control(text) if warning.span not in places)
    for family in (_lost, _invisible, _mixed):
        yield from family(text)


def _warning(span: Span, message: Sentence) -> TextWarning:
    return TextWarning(WarningKind.DAMAGE, span, message)


def _lost(text: str) -> Iterator[TextWarning]:
    for word in _words_around(text, _LOST):
        yield _warning(
            word,
            Sentence(
                "A character was lost in “{word}”: the replacement mark � stands in its place.", word=word.of(text)
            ),
        )


def _control(text: str) -> Iterator[TextWarning]:
    for word in _words_around(text, _CONTROL):
        code = next(ord(character) for character in word.of(text) if _CONTROL.match(character))
        yield _warning(
            word, Sentence("There is a control character (U+{code}) here that no text should hold.", code=f"{code:04X}")
        )


def _invisible(text: str) -> Iterator[TextWarning]:
    for word in _words_around(text, _INVISIBLE):
        seen = _INVISIBLE.sub("", word.of(text))
        yield _warning(
            word,
            Sentence("An invisible character stands inside “{word}”: a search for the word won’t find it.", word=seen),
        )


def _misread(text: str) -> Iterator[TextWarning]:
    for word in _words_around(text, BADNESS_RE):
        damaged = word.of(text)
        mended = fix_encoding(damaged)
        if mended != damaged and "\ufffd" not in mended:
            yield _warning(
                word,
                Sentence(
                    "{word} was read in the wrong encoding; it was probably {mended}",
                    word=_visible(damaged),
                    mended=mended,
                ),
            )
        else:
            yield _warning(word, Sentence("{word} was read in the wrong encoding", word=_visible(damaged)))


def _broken(text: str) -> Iterator[TextWarning]:
    """Words broken with a hyphen at the end of a line within a paragraph: "Mon-\\nday"."""
    for match in _BROKEN.finditer(text):
        whole = match["before"] + match["after"]
        if whole.lower() in dictionary("en").known and match["after"].lower() not in _JOINS:
            yield _warning(
                Span(*match.span()),
                Sentence("“{word}” is broken at the end of a line: a search for the word won’t find it.", word=whole),
            )


def _mixed(text: str) -> Iterator[TextWarning]:
    for word in _words_around(text, _MIXED):
        letters = [character for character in word.of(text) if character.isalpha()]
        foreign = [character for character in letters if _script(character) != "LATIN"]
        alike = bool(foreign) and all(character in _LOOKALIKES for character in foreign)
        if len(letters) >= 4 and len(foreign) < len(letters) and alike:
            strange = foreign[0]
            script = Sentence("Greek") if _script(strange) == "GREEK" else Sentence("Cyrillic")
            yield _warning(
                word,
                Sentence(
                    "“{word}” mixes alphabets: its “{letter}” is {script}, not Latin, "
                    "so a search for the word won’t find it.",
                    word=word.of(text),
                    letter=strange,
                    script=script,
                ),
            )


@lru_cache(maxsize=1024)
def _script(character: str) -> str:
    return unicodedata.name(character, "UNKNOWN").split()[0]


def _words_around(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    """The words that matches stand in, each once, in order."""
    last = 0
    for match in pattern.finditer(text):
        if match.start() < last:
            continue
        start, end = match.span()
        lowest, highest = max(last, start - _WORD_REACH), min(len(text), end + _WORD_REACH)
        while start > lowest and not text[start - 1].isspace():
            start -= 1
        while end < highest and not text[end].isspace():
            end += 1
        last = end
        yield Span(start, end)


def _visible(text: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in text)
