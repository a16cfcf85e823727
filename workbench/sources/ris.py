"""RIS, parsed by rispy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import rispy  # type: ignore[import-untyped]

from workbench.domain.evidence import Source
from workbench.errors import Sentence
from workbench.sources.entries import Bibliography, EntryError, iso_date, make_source

_KINDS = {
    "ADVS": "motion_picture",
    "ART": "graphic",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "CHART": "figure",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "DBASE": "dataset",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "GOVDOC": "report",
    "HEAR": "hearing",
    "ICOMM": "personal_communication",
    "INPR": "article-journal",
    "JOUR": "article-journal",
    "LEGAL": "legislation",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "manuscript",
    "VIDEO": "broadcast",
}
"""CSL-JSON's types for those of RIS."""
_BEGINS, _ENDS = re.compile(r"TY  ?-"), re.compile(r"ER  ?-")
_AUTHORS = ("authors", "first_authors", "secondary_authors", "tertiary_authors", "subsidiary_authors")
_TITLES = ("title", "primary_title", "translated_title", "short_title")
_PUBLISHERS = ("journal_name", "secondary_title", "alternate_title1", "publisher")


def read_ris(text: str) -> Bibliography:
    """Every entry that can be read; the others each named by the line they begin at, counted from 1."""
    sources: list[Source] = []
    problems: list[Sentence] = []
    for line, lines in _entries(text):
        try:
            sources.append(_read(line, lines))
        except EntryError as problem:
            problems.append(problem.sentence)
    return Bibliography(tuple(sources), tuple(problems))


def _entries(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each entry with its first line's number. rispy by itself passes over an entry without an end."""
    begun, lines = 0, list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        if _BEGINS.match(line.lstrip()):
            if begun:
                yield begun, lines
            begun, lines = number, []
        if begun:
            lines.append(line.lstrip())
        if begun and _ENDS.match(line.lstrip()):
            yield begun, lines
            begun = 0
    if begun:
        yield begun, lines


def _read(line: int, lines: list[str]) -> Source:
    where = Sentence("The entry at line {line}", line=line)
    if not _ENDS.match(lines[-1]):
        raise EntryError(Sentence("{where} has no end (“ER  -”) and is left out.", where=where))
    found = rispy.loads("\n".join(lines), skip_unknown_tags=True)
    if not found:
        raise EntryError(Sentence("{where} can't be read as RIS and is left out.", where=where))
    fields = found[0]
    return make_source(
        where,
        title=_first(fields, _TITLES),
        kind=_KINDS.get(fields.get("type_of_reference", ""), "document"),
        authors=next((fields[name] for name in _AUTHORS if fields.get(name)), ()),
        publisher=_first(fields, _PUBLISHERS),
        published=iso_date(_first(fields, ("date", "publication_year", "year"))),
        url=next(iter(fields.get("urls", ())), ""),
        doi=_first(fields, ("doi",)),
        accessed=iso_date(_first(fields, ("access_date",))),
    )


def _first(fields: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((str(fields[name]) for name in names if fields.get(name)), "")
