"""What BibTeX, RIS and CSL-JSON have in common: an entry becomes a source, or a sentence that says why not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.doi import bare_doi, doi_address, is_doi
from workbench.domain.evidence import Source
from workbench.domain.visible import shows_something
from workbench.domain.web import AddressFault, address_fault
from workbench.errors import Sentence

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class EntryError(Exception):
    """One entry can't be taken in; the sentence names it and says why. Caught in this package."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What a file of sources holds. The sources have no identifiers yet."""

    sources: tuple[Source, ...]
    problems: tuple[Sentence, ...] = ()
    """One sentence for each entry that is left out or taken in part, with its line or number."""


def make_source(
    where: Sentence,
    *,
    title: str,
    kind: str,
    authors: Iterable[str] = (),
    publisher: str = "",
    published: str = "",
    url: str = "",
    doi: str = "",
    accessed: str = "",
) -> Source:
    """A source of an entry's fields; a DOI also stands for the address where none is given. `where` names the entry.

    Raises EntryError without a title, or with an address that isn't one of the web.
    """
    title, url = plain(title), url.strip()
    if not shows_something(title):
        raise EntryError(Sentence("{where} has no title and is left out.", where=where))
    fault = address_fault(url) if url else None
    if fault is AddressFault.NOT_OF_THE_WEB:
        raise EntryError(
            Sentence(
                "{where} has an address that is not one of the web, “{address}”, and is left out.",
                where=where,
                address=plain(url)[:60],
            )
        )
    if fault:
        raise EntryError(
            Sentence("{where} has a user name or reordering marks in its address and is left out.", where=where)
        )
    doi = bare_doi(doi) or (bare_doi(url) if is_doi(bare_doi(url)) else "")
    names = "; ".join(name for name in map(plain, authors) if name)
    address = url or doi_address(doi)
    return Source("", title, kind, names, plain(publisher), published, address, accessed=accessed, doi=doi)


def plain(words: str) -> str:
    """In one line."""
    return " ".join(words.split())


def iso_date(given: str, month: str = "", day: str = "") -> str:
    """An ISO 8601 date, partial where no more is known; words that hold no year stay as they are.

    `given` is a year or a whole date, “2020/03/05/” too; `month` a number or an English name.
    """
    found = _DATE.match(given.strip())
    if found is None:
        return plain(given)
    year, own_month, own_day = found.groups()
    number = _month(own_month or month)
    if not number:
        return year
    last = own_day or (day.strip() if day.strip().isdigit() else "")
    return f"{year}-{number:02}-{int(last):02}" if last and 1 <= int(last) <= 31 else f"{year}-{number:02}"


def _month(given: str) -> int:
    given = given.strip().lower()
    if given.isdecimal():
        return int(given) if 1 <= int(given) <= 12 else 0
    return _MONTHS.index(given[:3]) + 1 if given[:3] in _MONTHS else 0
