"""Who says a quotation in a language without a model: by the words right beside it, where a lexicon knows them.

"„…“, sagte Anna Kern" and "Anne Petit a affirmé : « … »". Nothing else is read, no indirect speech, no pronoun.
A surname alone is the person whose name ended with it before.

To add a language: `resources/lexicons/<tag>/reporting.toml`, with `said`, or `joined` where nothing parts the words.
"""

from __future__ import annotations

import re
from functools import cache

from workbench.domain.span import Span
from workbench.extraction.quotations import Quotation
from workbench.extraction.reading import BlockReading, Reading
from workbench.extraction.utterance import Utterance
from workbench.extraction.word_lists import ordered, words

REACH = 90
"""Code points looked at on either side of a quotation."""
_NAME = r"(?:[^\W\d_a-zß-öø-ÿа-яё](?:[\w’'-]{0,2}\.(?=\s)|[\w’'-]*))"
_ROLE = r"(?:[^\W\d_][\w’'-]*)"
_ARTICLES = "articles"


def can_attribute(language: str) -> bool:
    """Whether there are words for this language."""
    return bool(words(language, "reporting", "said") or words(language, "reporting", "joined"))


def find_plain(reading: Reading) -> list[Utterance]:
    """The quotations whose speaker stands right beside them, in order of place."""
    if not can_attribute(reading.language):
        return []
    found: list[Utterance] = []
    names: dict[str, str] = {}
    for quotation in reading.quotations:
        part = (
            next((one for one in reading.parts if _holds(one, quotation.span)), None) if quotation.depth == 0 else None
        )
        source = _source(reading, part, quotation) if part is not None else None
        if source is None and found and _goes_on(reading, found[-1], quotation):
            found[-1].add([quotation.span])
        if part is None or source is None:
            continue
        speaker = " ".join(source.of(reading.article.text).split())
        last = speaker.split()[-1]
        if speaker == last:
            speaker = names.get(last, speaker)
        else:
            names[last] = speaker
        found.append(
            Utterance(part, [quotation.span], "words beside the quotation", source=source, quoted=True, speaker=speaker)
        )
    return found


def _goes_on(reading: Reading, last: Utterance, quotation: Quotation) -> bool:
    """Whether nothing but stops stands between a speaker and the next quotation: "„…“, so Roth, „…“"."""
    between = (
        Span(last.source.end, quotation.span.start) if last.source and last.source.end < quotation.span.start else None
    )
    return between is not None and quotation.depth == 0 and not between.of(reading.article.text).strip(" ,.:;–—-")


def _holds(part: BlockReading, span: Span) -> bool:
    return part.offset <= span.start and span.end <= part.offset + len(part.text)


def _source(reading: Reading, part: BlockReading, quotation: Quotation) -> Span | None:
    start, end = quotation.span.start - part.offset, quotation.span.end - part.offset
    after, before = (_joined if words(reading.language, "reporting", "joined") else _patterns)(reading.language)
    behind = after.match(part.text, end, end + REACH)
    ahead = None if behind else before.search(part.text, max(0, start - REACH), start)
    found = behind or ahead
    return Span(*found.span("source")).shifted(part.offset) if found else None


@cache
def _joined(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The same where nothing parts the words: "“…”财政部长王伟说", "「…」と鈴木大臣は述べた"."""
    said = "|".join(map(re.escape, ordered(language, "reporting", "joined")))
    opening = "|".join(map(re.escape, ordered(language, "reporting", "quoting")))
    source = r"(?P<source>[^\W\d_]{2,14}?)"
    after = re.compile(rf"[，,、]?(?:{opening}){source}(?:{said})")
    before = re.compile(rf"(?:^|(?<=[。！？\n])){source}(?:{said})[^。！？“”「」]{{0,12}}[：:，、]?$")
    return after, before


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Behind a quotation and before one."""
    said = "|".join(re.escape(word).replace(r"\-", r"\s") for word in ordered(language, "reporting", "said"))
    articles = "|".join(re.escape(word) for word in ordered(language, "reporting", _ARTICLES)) or "(?!)"
    roles = (
        rf"(?:(?:{articles})(?:\s|(?<=[’'])))?(?:{_ROLE}\s){{0,3}}?"
        if articles != "(?!)"
        else rf"(?:{_ROLE}\s){{0,3}}?"
    )
    source = rf"(?P<source>{roles}{_NAME}(?:\s{_NAME}){{0,3}})"
    after = re.compile(rf"\s?[,–—-]?\s?[–—-]?\s?(?:{said})\s{source}(?![\w’'])")
    before = re.compile(
        rf"(?:(?<=[.!?…]\s)|^|(?<=\n)){source}\s(?:[^\W\d_]+\s){{0,2}}?(?:{said})(?:\s[^.:!?«»“”„\"]{{1,60}})?\s?:\s?$"
    )
    return after, before
