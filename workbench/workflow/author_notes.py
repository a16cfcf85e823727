"""The author's comments and footnotes, offered as evidence notes on the words they mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.article import AuthorNote
from workbench.domain.case import Case
from workbench.domain.changes import Changes
from workbench.domain.claim import Claim
from workbench.domain.evidence import Stance
from workbench.domain.span import Span
from workbench.importers import registry
from workbench.storage import evidence, snapshots
from workbench.storage.case_file import CaseFile
from workbench.workflow.lapsing import attend
from workbench.workflow.noting import NoteFields
from workbench.workflow.reading import read_case

_KIND = "manuscript"


@dataclass(frozen=True, slots=True)
class OfferedNote:
    """One that the case does not have yet."""

    note: AuthorNote
    words: str
    """The article's words that it marks."""
    source: str
    """Title of the source it becomes a note of."""
    claims: tuple[str, ...]
    """Identifiers of the claims at these words."""


def offered_notes(file: CaseFile) -> tuple[OfferedNote, ...]:
    """What the author wrote beside the text, as far as no evidence note says it yet; read from the kept original.

    Raises EvidenceError when the original is damaged, ArticleError when it can't be read any more.
    """
    case = read_case(file)
    with file.reading() as connection:
        original = snapshots.read_content(connection, case.draft.sha256)
    kept = case.snapshots.get(case.draft.sha256)
    imported = registry.read_original(original, kept.name if kept else "article")
    if imported.article.text != case.article.text:
        return ()  # places in another reading of the file are not places in this text
    title = f"Author's notes in {imported.name}"
    known = {(case.sources[note.source_id].title, note.excerpt, note.note) for note in case.evidence.values()}
    offered = (
        OfferedNote(note, " ".join(note.span.of(case.article.text).split()), title, _claims_at(case, note.span))
        for note in imported.notes
    )
    return tuple(one for one in offered if (title, one.words, one.note.text) not in known)


def _claims_at(case: Case, span: Span) -> tuple[str, ...]:
    return tuple(claim.id for claim in case.claims if _stands_at(claim, span))


def _stands_at(claim: Claim, span: Span) -> bool:
    return any(place.span.overlaps(span) or place.span.contains(span) for place in claim.anchors)


def take_notes(file: CaseFile, chosen: Sequence[OfferedNote]) -> Changes:
    """Make them evidence notes in one act: context for their claims, since an author's word is no proof."""
    with file.act("take in the author's notes") as act:
        sources: dict[tuple[str, str], str] = {}
        linked: set[str] = set()
        for one in chosen:
            by = (one.source, one.note.author)
            fields = NoteFields(one.source, _KIND, one.note.author, excerpt=one.words, note=one.note.text)
            sources[by] = sources.get(by) or evidence.add_source(act, fields.of_source())
            note = evidence.add_evidence(act, sources[by], fields.of_note(), "")
            for claim_id in one.claims:
                evidence.link(act, note, claim_id, Stance.CONTEXT)
            linked.update(one.claims)
        attend(act, linked)
        return act.result()
