"""Sentence bounds by rules, set before spaCy parses, so that a sentence never crosses a block or breaks inside “Mr. …”.

A sentence ends at a full stop, question or exclamation mark or ellipsis, with the marks that close behind it, when what
follows can begin a sentence: a capital, a figure, an opening mark. Not after an abbreviation, an initial, or a list
number; not where the words behind a closing mark name the speaker ("“Really?” asked Smith").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from workbench.domain.span import Span
from workbench.extraction.leads import lead_end
from workbench.extraction.lexicon import lexicon, reporting_forms

LONGEST = 6_000
"""Code points analysed at once; a longer block is cut at a sentence's end, else at white space, else anywhere."""

_END = re.compile(
    r"(?P<end>[.!?…。！？]{1,8})(?P<marks>[\s]?[”’»›」』\"')\]]*)(?P<space>\s+)(?P<next>[“„‘«‹「\"'(\[–—-]*\s?\S)"
)
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_STAMP = re.compile(
    r"\s(?=(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s+(?:GMT|BST|CET|CEST|ET|UTC))?\s+[–—:|-]\s)"
)
_BULLET = re.compile(r"\s(?=[•▪◦‣●]\s)")
_LAST_WORD = re.compile(r"(?:^|[\s(“\"'‘«])([^\s(“\"'‘«]*)$")
_SMALL_WORD = re.compile(r"[^\W\d_A-Z]{3,}\s[A-Z]$")
"""What makes a letter no initial: "vitamin A.", "plan B."."""
_SPEAKER = re.compile(r"(?:[\w.’'-]+\s){0,4}?(?:" + "|".join(map(re.escape, reporting_forms())) + r")\b")


def pieces_of(text: str, block: Span) -> Iterator[Span]:
    """A block as it is, or cut into stretches of at most `LONGEST` code points."""
    start = block.start
    while block.end - start > LONGEST:
        end = _cut(text, start, start + LONGEST)
        piece = Span(start, end).trimmed(text)
        if piece:
            yield piece
        start = end
    rest = Span(start, block.end).trimmed(text)
    if rest:
        yield rest


def _cut(text: str, start: int, limit: int) -> int:
    stretch = text[start:limit]
    ends = list(_END.finditer(stretch, len(stretch) * 3 // 4))
    if ends:
        return start + ends[-1].start("next")
    space = stretch.rfind(" ", len(stretch) // 2)
    return start + space + 1 if space > 0 else limit


def sentence_starts(text: str) -> set[int]:
    """Where sentences begin in a block's text, in its own code points; 0 is always one."""
    starts = {0, lead_end(text)}
    for found in _END.finditer(text):
        if _ends_sentence(text, found):
            starts.add(found.start("next"))
    starts.update(found.end() for found in _EMPTY_LINE.finditer(text))
    starts.update(found.end() for found in _STAMP.finditer(text))
    starts.update(found.end() for found in _BULLET.finditer(text))
    return starts


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    follows = found["next"][-1]
    if follows.islower() or follows in ",;:.!?…–—-)":
        return False
    marks = found["marks"].strip()
    if not marks and found["end"] == "." and _is_abbreviation(text, found.start("end"), found):
        return False
    names_speaker = marks and follows.isalpha() and _SPEAKER.match(text, found.end("space"))
    return not (names_speaker and marks[-1] not in ")]")


def _is_abbreviation(text: str, stop: int, found: re.Match[str]) -> bool:
    word = _LAST_WORD.search(text, max(0, stop - 30), stop)
    before = word[1] if word else ""
    lists = lexicon("abbreviations")
    if before.lower() in lists["titles"]:
        return True
    if len(before) == 1 and before.isupper():
        letter = before != "I" and found["next"][-1].isalpha()
        return letter and not (_SMALL_WORD.search(text, max(0, stop - 30), stop) and _begins_commonly(text, found))
    if before.isdigit() and len(before) <= 2 and stop - len(before) == 0:
        return True
    if before.lower() in lists["before_figures"]:
        return found["next"][-1].isdigit()
    return before.lower() in lists["any"] and not _begins_commonly(text, found)


def _begins_commonly(text: str, found: re.Match[str]) -> bool:
    """Whether the next word is one that begins sentences ("the U.S. The …")."""
    word = re.compile(r"\w+").match(text, found.end() - 1)
    return word is not None and word[0] in lexicon("abbreviations")["begins"]


def mark_sentences(doc: Doc, text: str) -> None:
    """Set every token's sentence start by the rules, for the parser to keep to.

    `text` is the doc's as it stands in the article.
    """
    starts = sorted(sentence_starts(text))
    pending = 0
    for token in doc:
        begins = pending < len(starts) and token.idx >= starts[pending]
        while pending < len(starts) and token.idx >= starts[pending]:
            pending += 1
        if token.i:
            token.is_sent_start = begins
