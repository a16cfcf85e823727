"""CSL-JSON, as Zotero and citation processors write it."""

from __future__ import annotations

import json
from typing import Any

from workbench.domain.evidence import Source
from workbench.errors import EvidenceError, Sentence
from workbench.sources.entries import Bibliography, EntryError, iso_date, make_source


def read_csl_json(text: str, name: str) -> Bibliography:
    """Every item that can be read; the others each named by number, from 1, and identifier.

    Raises EvidenceError with the line when it is no JSON, or no list of items.
    """
    try:
        items = json.loads(text)
    except json.JSONDecodeError as problem:
        raise EvidenceError(
            "“{name}” is broken at line {line}, column {column}: it is no JSON. Export it again.",
            name=name,
            line=problem.lineno,
            column=problem.colno,
        ) from problem
    except RecursionError as problem:
        raise EvidenceError(
            "“{name}” is nested too deep to be a list of sources. Choose another file.", name=name
        ) from problem
    if isinstance(items, dict):
        items = items.get("items", [items])
    if not isinstance(items, list):
        raise EvidenceError("“{name}” holds no list of sources. Choose a file in CSL-JSON.", name=name)
    sources: list[Source] = []
    problems: list[Sentence] = []
    for number, item in enumerate(items, 1):
        try:
            sources.append(_source(number, item))
        except EntryError as problem:
            problems.append(problem.sentence)
    return Bibliography(tuple(sources), tuple(problems))


def _source(number: int, item: object) -> Source:
    if not isinstance(item, dict):
        raise EntryError(Sentence("Entry {number} is no source and is left out.", number=number))
    named = _text(item, "id")
    return make_source(
        _entry(number, named),
        title=_text(item, "title"),
        kind=_text(item, "type") or "document",
        authors=_names(item.get("author") or item.get("editor")),
        publisher=_text(item, "container-title") or _text(item, "publisher"),
        published=_date(item.get("issued")),
        url=_text(item, "URL"),
        doi=_text(item, "DOI"),
        accessed=_date(item.get("accessed")),
    )


def _entry(number: int, named: str) -> Sentence:
    if named:
        return Sentence("Entry {number} (“{identifier}”)", number=number, identifier=named[:60])
    return Sentence("Entry {number}", number=number)


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return str(value) if isinstance(value, str | int) else ""


def _names(given: object) -> list[str]:
    names = []
    for person in given if isinstance(given, list) else ():
        if isinstance(person, dict):
            parts = (_text(person, "non-dropping-particle"), _text(person, "family"))
            family = " ".join(part for part in parts if part)
            first = _text(person, "given")
            names.append(_text(person, "literal") or (f"{family}, {first}" if family and first else family or first))
    return names


def _date(given: object) -> str:
    if not isinstance(given, dict):
        return ""
    parts = given.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        year, month, day, *_ = [*map(str, parts[0]), "", ""]
        return iso_date(year, month, day)
    return iso_date(_text(given, "raw") or _text(given, "literal"))
