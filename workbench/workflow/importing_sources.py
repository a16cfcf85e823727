"""Taking sources from a reference manager's file into the case, each only once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from workbench.domain.changes import Changes
from workbench.domain.evidence import Source
from workbench.errors import EvidenceError
from workbench.sources.bibliography import LARGEST, SUFFIXES, read_bibliography
from workbench.sources.entries import Bibliography
from workbench.storage import evidence
from workbench.storage.case_file import CaseFile
from workbench.storage.rows import Value

__all__ = ["SUFFIXES", "add_sources", "new_among", "read_file"]


def read_file(path: Path) -> Bibliography:
    """The sources in a file of BibTeX, RIS or CSL-JSON. Raises EvidenceError when it can't be read."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as problem:
        raise EvidenceError(f"“{path.name}” can't be read: {problem.strerror}. Choose another file.") from problem
    return read_bibliography(content, path.name)


def new_among(given: Iterable[Source], known: Iterable[Source]) -> tuple[Source, ...]:
    """Those that are not `known`, each once: the same address (or DOI), or the same title and year, is the same."""
    seen = {sign for source in known for sign in _signs(source)}
    new = []
    for source in given:
        signs = set(_signs(source))
        if not signs & seen:
            new.append(source)
        seen |= signs
    return tuple(new)


def add_sources(file: CaseFile, given: Sequence[Source]) -> Changes | None:
    """Add those that the case does not have, as one act; None when it has them all."""
    with file.reading() as connection:
        new = new_among(given, evidence.read_sources(connection).values())
    if not new:
        return None
    with file.act("import sources") as act:
        for source in new:
            evidence.add_source(act, _row(source))
        return act.result()


def _row(source: Source) -> dict[str, Value]:
    return {
        "title": source.title,
        "kind": source.kind,
        "authors": source.authors,
        "publisher": source.publisher,
        "published": source.published,
        "url": source.url,
        "archive_url": source.archive_url,
        "accessed": source.accessed,
        "primary": int(source.primary),
        "confidential": int(source.confidential),
        "contact": source.contact,
    }


def _signs(source: Source) -> Iterator[str]:
    """By what a source is known again."""
    if source.url:
        address = re.sub(r"^https?://(www\.|dx\.)?|#.*$", "", source.url.strip(), flags=re.IGNORECASE)
        yield f"at {address.rstrip('/').casefold()}"
    title = "".join(re.findall(r"\w", source.title.casefold()))
    year = source.published[:4]
    yield f"titled {title} {year}" if year else f"titled {title} by {source.authors}, {source.publisher}, {source.url}"
