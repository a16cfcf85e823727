"""A note being written: where it begins, and what was typed when it was left unfiled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from workbench.domain.article import Metadata
from workbench.domain.case import Case
from workbench.domain.doi import bare_doi, doi_address, is_doi
from workbench.domain.evidence import Evidence, Source, Stance
from workbench.domain.web import is_web_address
from workbench.errors import ArticleError
from workbench.workflow.importing import read_article
from workbench.workflow.noting import NoteFields, SnapshotFile

_PAGES = (".html", ".htm", ".xhtml")
_PATIENCE = 10.0
"""Seconds for what a saved page says of itself; without it there is less to guess from, that is all."""


@dataclass(frozen=True)
class NoteDraft:
    """Everything the note's form holds."""

    fields: NoteFields
    links: Mapping[str, Stance] = field(default_factory=dict)
    snapshot: SnapshotFile | None = None
    source_id: str = ""
    """A source of the case to reuse, or empty."""


def fields_of(source: Source, note: Evidence | None = None) -> NoteFields:
    """The form's fields as a source and a note of it have them."""
    return NoteFields(
        title=source.title,
        kind=source.kind,
        authors=source.authors,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        archive_url=source.archive_url,
        accessed=source.accessed,
        primary=source.primary,
        confidential=source.confidential,
        contact=source.contact,
        locator=note.locator if note else "",
        excerpt=note.excerpt if note else "",
        note=note.note if note else "",
        place=note.place if note else None,
        tags=note.tags if note else (),
        doi=source.doi,
    )


def of_note(case: Case, evidence_id: str) -> NoteDraft:
    """An existing note, to be edited. Raises KeyError when the case has no such note."""
    note = case.evidence[evidence_id]
    links = {link.claim_id: link.stance for link in case.links if link.evidence_id == evidence_id}
    return NoteDraft(fields_of(case.sources[note.source_id], note), links)


def new(claim_id: str) -> NoteDraft:
    """An empty note on a claim. It supports the claim until the checker says otherwise."""
    today = date.today().isoformat()
    return NoteDraft(NoteFields("", accessed=today), {claim_id: Stance.SUPPORTS})


def begun_with(claim_id: str, thing: Path | str, *, cancelled: Callable[[], bool] = lambda: False) -> NoteDraft:
    """A note begun with a dropped file, a dropped or pasted address, or words. What is guessed can be corrected.

    A file can take its time, and is not for the window's thread. Raises EvidenceError for one that can't be kept,
    Cancelled when told to.
    """
    if isinstance(thing, Path):
        return _with_file(new(claim_id), thing, cancelled)
    empty = new(claim_id)
    words = thing.strip()
    if is_doi(bare_doi(words)):
        return replace(empty, fields=with_address(empty.fields, doi_address(bare_doi(words))))
    if is_web_address(words):
        return replace(empty, fields=with_address(empty.fields, words))
    return replace(empty, fields=replace(empty.fields, excerpt=words))


def with_address(fields: NoteFields, address: str) -> NoteFields:
    """The site for a publisher, the last part of the path for a title, a date in it for the day of publication."""
    parts = urlsplit(address)
    site = (parts.hostname or "").removeprefix("www.")
    last = re.sub(r"\.\w{2,5}$", "", unquote(parts.path).rstrip("/").rpartition("/")[2])
    day = re.search(r"\b(?:19|20)\d\d-\d\d-\d\d\b", last)
    doi = bare_doi(address) if "doi.org" in site else ""
    title = " ".join(re.split(r"[-_\s]+", last.replace(day.group(), "") if day else last)).strip()
    return replace(
        fields,
        url=address,
        doi=doi if is_doi(doi) else "",
        publisher="" if is_doi(doi) else site,
        published=day.group() if day else "",
        title="" if is_doi(doi) else title[:1].upper() + title[1:] or site,
    )


def _with_file(draft: NoteDraft, path: Path, cancelled: Callable[[], bool]) -> NoteDraft:
    snapshot = SnapshotFile.read(path)
    known = _page_metadata(path, cancelled) if path.suffix.lower() in _PAGES else Metadata()
    fields = replace(
        draft.fields,
        title=known.title or path.stem.replace("_", " "),
        publisher=known.outlet,
        authors=known.author,
        url=known.url,
        published=known.published,
        kind="webpage" if path.suffix.lower() in _PAGES else "document",
    )
    return replace(draft, fields=fields, snapshot=snapshot)


def _page_metadata(path: Path, cancelled: Callable[[], bool]) -> Metadata:
    try:
        return read_article(path, cancelled=cancelled, seconds=_PATIENCE).article.metadata
    except ArticleError:
        # A page without an article in it is still a snapshot worth keeping; only nothing is guessed.
        return Metadata()


class KeptDrafts:
    """Notes left unfiled, by case and by what they were on, for as long as the program runs."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], NoteDraft] = {}

    def keep(self, case_id: str, on: str, draft: NoteDraft) -> None:
        self._kept[case_id, on] = draft

    def take(self, case_id: str, on: str) -> NoteDraft | None:
        """What was kept for this claim or note; it is kept no longer."""
        return self._kept.pop((case_id, on), None)
