"""Taking sources from a reference manager's file into the case, each only once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from workbench.domain.changes import Changes
from workbench.domain.evidence import Source
from workbench.errors import EvidenceError, Sentence
from workbench.importers.files import shown_name
from workbench.sources.bibliography import LARGEST, SUFFIXES
from workbench.sources.entries import Bibliography
from workbench.storage import evidence
from workbench.storage.case_file import CaseFile
from workbench.storage.rows import Value
from workbench.workflow.apart import Limits, never, run_apart

__all__ = ["SUFFIXES", "add_sources", "new_among", "read_file"]

SECONDS = 60.0
"""40,000 entries take twenty."""
_MEMORY = 2_000_000_000
"""Bytes of address space."""
_INSTEAD = Sentence("Export it anew, in smaller parts.")


def read_file(path: Path, *, cancelled: Callable[[], bool] = never, seconds: float = SECONDS) -> Bibliography:
    """The sources in a file of BibTeX, RIS or CSL-JSON, read in a process apart: it can be anything.

    Raises EvidenceError when it can't be read, Cancelled within about 0.1 s of `cancelled()`.
    """
    content, name = _content(path), shown_name(path)
    limits = Limits(
        EvidenceError(
            "“{name}” is broken, or takes more memory than is allowed. {instead}", name=name, instead=_INSTEAD
        ),
        EvidenceError(
            "“{name}” takes longer than {seconds} seconds to be read. {instead}",
            name=name,
            seconds=seconds,
            instead=_INSTEAD,
        ),
        seconds,
        _MEMORY,
    )
    found: Bibliography = run_apart(_read, (content, name), limits, cancelled=cancelled)
    return found


def _content(path: Path) -> bytes:
    name = shown_name(path)
    try:
        # Looked at before it is opened: opening a pipe waits for its other end.
        if not path.is_file():
            path.stat()
            raise EvidenceError("“{name}” is not an ordinary file. Choose another file.", name=name)
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)  # too large then, which the reader says
    except OSError as problem:
        raise EvidenceError(
            "“{name}” can't be read: {reason}. Choose another file.", name=name, reason=problem.strerror
        ) from problem


def _read(content: bytes, name: str, _progress: object) -> Bibliography:
    from workbench.sources.bibliography import read_bibliography

    return read_bibliography(content, name)


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
        "doi": source.doi,
    }


def _signs(source: Source) -> Iterator[str]:
    """By what a source is known again."""
    if source.url:
        address = re.sub(r"^https?://(www\.|dx\.)?|#.*$", "", source.url.strip(), flags=re.IGNORECASE)
        yield f"at {address.rstrip('/').casefold()}"
    if source.doi:
        yield f"at doi.org/{source.doi.casefold()}"
    title = "".join(re.findall(r"\w", source.title.casefold()))
    year = source.published[:4]
    yield f"titled {title} {year}" if year else f"titled {title} by {source.authors}, {source.publisher}, {source.url}"
