"""What a line of an article looks like, taken by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from workbench.importers.lexicon import (
    boilerplate_anywhere,
    boilerplate_beginnings,
    boilerplate_lines,
    boilerplate_to_readers,
    credit_beginnings,
    credit_words,
    months,
    weekdays,
)

_STOPS = ".!?…。！？．؟۔।॥։።"
_CLOSING = "”’\"'»«“‘」』›)]）】*¹²³_ \u00a0"
_UNSPACED = "[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]"
"""Compiled when there is such a character: that takes longer than all other patterns here."""
_EDGES = re.compile(r"^[\W_]+|[^\w):：]+$")
_WORD_CHARACTER = re.compile(r"[^\W_]")
_COUNT = re.compile(r"[\s(]*[\d.,]+\s*[km]?\)?$")
_ABBREVIATION_AT_END = re.compile(r"(?:\b[^\W\d_]\.){2,}$")
_LIST_ITEM = re.compile(r"(?:[-*•●▪◦‣·–—]|\(?\d{1,3}[.)])\s+\S")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_NAME_PARTS = re.compile(r"[\s,;|·•/–—()&:+]+")
_IN_A_PLACE = re.compile(r"\s+(?:in|à|en|a)\s+[^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*){0,2}$")
_BETWEEN_NAMES = re.compile(r"\s*[,;|&/·]\s*|\s+(?:and|und|et|y|e|и|і|i|en|och|og|ja|és|și|ve)\s+|\s+[–—-]\s+")
_MARKS_IN_NAMES = dict.fromkeys(map(ord, "-.'’"))
_SPEAKER = re.compile(r"[^\W\d_][^\n:：.!?“”\"«»]{0,40}[:：](?=\s|$|[“\"«„「])")
_QUOTATION_HEADING = re.compile(r"[^“”\"«»„:\n]{1,60}: ?[“\"«„‘].*[”\"»“’]$")
_READER = re.compile(r"\b(?:you|your|our|us|we)\b")
_LABEL_END = ":："
_MOST_NAMES = 16
_LONGEST_CREDIT = 25
"""Words."""
_MOST_OTHER_WORDS = 3
"""In small letters, that a credit has besides names and who did what."""


def size(line: str) -> int:
    """About how many words: two characters of a script that doesn't part words count as one."""
    return len(line.split()) + (len(re.findall(_UNSPACED, line)) // 2 if _may_be_unspaced(line) else 0)


def _may_be_unspaced(line: str) -> bool:
    return not line.isascii() and any("\u0e00" <= one < "\u1800" or one >= "\u3040" for one in set(line))


def ends_sentence(line: str) -> bool:
    """Whether the line ends with a full stop, behind closing marks if need be."""
    return line.rstrip(_CLOSING).endswith(tuple(_STOPS))


def is_prose(line: str) -> bool:
    """Whether this reads as running text: a sentence of some length, or long at all."""
    words = size(line)
    return words >= 30 or (words >= 12 and ends_sentence(line))


def reads_as_title(line: str, most: int) -> bool:
    """Whether this could stand over an article or a part of it: at most `most` words, not closed by a full stop."""
    if size(line) > most or len(line) > 12 * most or (line.count("\n") > 1):
        return False
    end = line.rstrip(_CLOSING)
    return end.endswith(("?", "？", "؟")) or not ends_sentence(line) or bool(_ABBREVIATION_AT_END.search(line))


def is_list_item(line: str) -> bool:
    return bool(_LIST_ITEM.match(line))


def speaker_label(line: str) -> str:
    """“MODERATOR” of “MODERATOR: …”, as in transcripts; empty where a line does not begin so."""
    match = _SPEAKER.match(line)
    return match[0][:-1] if match else ""


def is_quotation_heading(line: str) -> bool:
    """“Putin: “We will …””: a name, a colon, and a quotation to the end."""
    return bool(_QUOTATION_HEADING.match(line)) and not ends_sentence(line)


def bare(line: str) -> str:
    """Lower case, single spaces, without the marks, arrows and emoji around the words."""
    return _EDGES.sub("", " ".join(line.lower().split()))


def is_boilerplate(line: str) -> bool:
    """Whether a line belongs to the page: “Follow us”, “Read also: …”, a rule of asterisks."""
    words = size(line)
    if words > 30:
        return False
    core = bare(line)
    if not _WORD_CHARACTER.search(core):
        return True
    return (
        core.rstrip(":： ") in boilerplate_lines()
        or (_COUNT.sub("", core) or "-") in boilerplate_lines()
        or boilerplate_beginnings().length_in(core) > 0
        or any(phrase in f"{core}." for phrase in boilerplate_anywhere())
        or (bool(_READER.search(core)) and any(phrase in core for phrase in boilerplate_to_readers()))
    )


def is_credit(line: str) -> bool:
    """Whether a line says where article or picture come from: “Source: …”, “Photo: …”, “(AP)”, a bare address."""
    words = size(line)
    if words > _LONGEST_CREDIT:
        return False
    core = bare(line)
    length = credit_beginnings("sources").length_in(core)
    if length and core[length:].lstrip().startswith(tuple(_LABEL_END)):
        return words <= 12 or not ends_sentence(line)
    opening = credit_beginnings("credit_beginnings").length_in(line.lower().lstrip("(（ "))
    return (opening > 0 and not _tells(line)) or _is_agencies(core) or bool(_ADDRESS.fullmatch(line))


def _tells(line: str) -> bool:
    """Whether "Reporting by the BBC showed that 300 had died" goes on with more than names and who did what."""
    words = [word for word in _NAME_PARTS.split(line) if word[:1].islower()]
    return ends_sentence(line) and sum(word not in _credit_vocabulary() for word in words) > _MOST_OTHER_WORDS


@lru_cache(maxsize=1)
def _credit_vocabulary() -> frozenset[str]:
    beginnings = " ".join((*credit_words("credit_beginnings"), *credit_words("bylines"))).split()
    return frozenset((*beginnings, *credit_words("particles"), *credit_words("roles"), *credit_words("date_words")))


def _is_agencies(core: str) -> bool:
    """“AP”, “dpa/AFP”, and with a writer's short sign “vos/dpa”."""
    names = [name.strip() for name in re.split(r"[/,;+()]", core) if name.strip()]
    known = [name in credit_words("agencies") for name in names]
    return any(known) and all(is_known or len(name) <= 4 for name, is_known in zip(names, known, strict=True))


def is_signed(line: str) -> bool:
    """Whether a line begins as a byline does (“By …”, “Author: …”, “Von …”) and goes on with names."""
    plain = line.strip("()（）【】[] ")
    lower = plain.lower()
    length = credit_beginnings("bylines").length_in(lower)
    if not length:
        return False
    rest = plain[length:].lstrip()
    if rest.startswith(("：", ":", "／", "/")):
        return 0 < size(rest[1:]) <= 14 and not is_prose(rest)
    return plain[length : length + 1].isspace() and is_names(rest)


def is_names(line: str) -> bool:
    """Whether the words are names, with the little words, roles, agencies, dates and addresses among them."""
    if is_prose(line) or len(line) > 200:
        return False
    parts = [part for part in _NAME_PARTS.split(_ADDRESS.sub(" ", line)) if part]
    if not 1 <= len(parts) <= _MOST_NAMES:
        return False
    names = [part for part in parts if _is_name(part)]
    uncased = not any(part.lower() != part.upper() for part in parts)
    if uncased:
        return len(parts) <= 6 and not ends_sentence(line)
    return bool(names) and all(part in names or _goes_with_names(part) for part in parts)


def is_bare_byline(line: str) -> bool:
    """Names without a “By”: “Ann Lee and Bo Chen”, “Ann Lee, Reuters”. Titles in Capitals Look Much the Same, so
    the first has to be a first and a last name, and what follows likewise, or say the writer's role or agency.
    """
    names = _IN_A_PLACE.sub("", line)
    first, *others = [group.split() for group in _BETWEEN_NAMES.split(names) if group.strip()] or [[]]
    return _is_full_name(first) and all(_is_full_name(group) or is_role(" ".join(group)) for group in others)


def _is_full_name(words: Sequence[str]) -> bool:
    """Two names, and initials and the like of “van” among them."""
    names = [word for word in words if len(word.strip(".")) > 1 and word.lower() not in credit_words("particles")]
    return (
        len(names) == 2
        and all(word[0].isupper() or word in credit_words("particles") for word in words)
        and all(_is_name(name) and not _says_more(name.lower()) for name in names)
    )


def _says_more(word: str) -> bool:
    """Whether a capitalised word is something else than a name: a role, a month or weekday, an agency."""
    listed = (credit_words("roles"), credit_words("agencies"), credit_words("date_words"), credit_words("sections"))
    return word in months() or word in weekdays() or any(word in words for words in listed)


def is_role(line: str) -> bool:
    """“Staff Writer”, “BBC News, Northport”: a role or an agency, and names."""
    words = [word.lower().strip(".()") for word in _NAME_PARTS.split(line)]
    known = [word in credit_words("roles") or word in credit_words("agencies") for word in words]
    return len(words) <= 6 and any(known) and is_names(line)


def is_section(line: str) -> bool:
    """Whether a line is the name of a section (“Politics”), or a path of such (“News › World”)."""
    parts = [part.strip() for part in re.split(r"[›»>|/•·]", line.lower()) if part.strip()]
    return 0 < len(parts) <= 4 and parts[0] in credit_words("sections") and all(len(part) <= 30 for part in parts)


@lru_cache(maxsize=1024)
def _is_name(part: str) -> bool:
    return part[0].isupper() and part.translate(_MARKS_IN_NAMES).isalpha()


@lru_cache(maxsize=1024)
def _goes_with_names(part: str) -> bool:
    plain = part.lower().strip(".,")
    return (
        plain in credit_words("particles")
        or plain in credit_words("roles")
        or plain in credit_words("agencies")
        or plain in credit_words("date_words")
        or plain in months()
        or plain[:1].isdigit()
        or part.startswith("@")
    )
