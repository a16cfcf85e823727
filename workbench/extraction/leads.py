"""What stands before a block's first sentence: dateline, bullet, time stamp, the label of a turn, but not of a figure
("GDP: up 3%")."""

from __future__ import annotations

import re

_TIME = r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s+(?:GMT|BST|UTC|C?ES?T|[ECMP][SD]?T))?"
_DAY = r"[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s[A-Z][a-z]+(?:\s\d{4})?"
_DATELINE = re.compile(
    rf"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{{2,40}}(?:,\s[A-Z][\w .]{{1,25}}){{0,2}}(?:,?\s(?:{_DAY}))?"
    r"\s*(?:\([^)\n]{1,30}\)\s*)?(?:--?|–|—)\s+(?=\S)"
    r"|\([A-ZÀ-Þ][\w .-]{1,25}\)\s*(?:--?|–|—)\s+(?=\S)"
    r"|[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]+){0,2}\s*"
    r"\((?:[A-Z][\w ./-]{1,20}|(?:dpa|epd|ots|sda|apa|afp|ansa|pap)[\w./-]{0,12})\)\s*(?:--?|–|—)\s+(?=\S)"
)
_BULLET = re.compile(r"(?:[•▪◦‣●■►*·]|[-–—]|\(?\d{1,2}[.)]|\(?[a-z][)])\s+(?=\S)")
_STAMP = re.compile(rf"{_TIME}\s*(?:[:|–—-]\s+|\s)(?=[A-ZÀ-Þ“\"‘«„])")
_CAPITALS = re.compile(r"([A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}(?:\s?\([^)\n]{1,40}\))?):\s+(?=\S)")
_LETTER = re.compile(r"([QA])[:.]\s+(?=\S)")
_NAME = re.compile(r"((?:[A-ZÀ-Þ][\w.'’-]*)(?:\s[A-ZÀ-Þ][\w.'’-]*){0,3}):\s+(?=[A-ZÀ-Þ0-9])")
_FIGURE = re.compile(
    r"(?:(?:up|down|about|around|over|under|nearly) )?[-+−±]?[£$€¥]?\d[\d.,]*"
    r"(?:\s?%|\s(?:per ?cent|million|billion|trillion|bn|m|points?)\b|\s*(?:\n|$))"
)
NO_SPEAKERS = frozenset({"PHOTO", "VIDEO", "WATCH", "READ", "UPDATE", "NOTE", "SOURCE", "CORRECTION", "BREAKING"})
ASKING = frozenset({"q", "me", "question", "interviewer", "moderator", "host", "reporter"})
"""Labels of whoever asks, lower case; no names."""
ANSWERING = frozenset({"a", "answer"})


def lead_end(text: str) -> int:
    """Where a block's first sentence begins, behind bullet, time stamp, dateline or the label of a turn; 0 without
    these."""
    end = 0
    for pattern in (_BULLET, _STAMP, _DATELINE):
        found = pattern.match(text, end)
        if found:
            end = found.end()
    label = _CAPITALS.match(text, end)
    return label.end() if label and not _FIGURE.match(text, label.end()) else end


def turn_label(text: str, known: frozenset[str] = frozenset()) -> str:
    """Who speaks in a block that begins like a transcript's turn: a label in capitals, or one that is `known`; else
    empty."""
    label = label_in(text)
    if not label or label in NO_SPEAKERS or (len(label) == 1 and label not in known):
        return ""
    return label if label.isupper() or label[: label.find(" (")].isupper() or label in known else ""


def label_in(text: str) -> str:
    """The words before a colon at the start of a block that could label a turn, capitals or not."""
    found = _CAPITALS.match(text) or _LETTER.match(text) or _NAME.match(text)
    return found[1] if found and not _FIGURE.match(text, found.end()) else ""
