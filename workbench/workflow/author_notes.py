"""The author's comments and footnotes, offered as evidence notes on the words they mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.domain.case import Case
from workbench.domain.changes import Changes
from workbench.domain.claim import Claim
from workbench.domain.evidence import Stance
from workbench.domain.imported import AuthorNote, ImportedArticle
from workbench.domain.span import Span
from workbench.storage import evidence, snapshots
from workbench.storage.case_file import CaseFile
from workbench.workflow import importing
from workbench.workflow.apart import never
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


@dataclass(frozen=True, slots=True)
class Original:
    """The author's file as the case keeps it."""

    content: bytes
    name: str


def original(file: CaseFile) -> Original:
    """Raises EvidenceError when it is damaged."""
    case = read_case(file)
    with file.reading() as connection:
        content = snapshots.read_content(connection, case.draft.sha256)
    kept = case.snapshots.get(case.draft.sha256)
    return Original(content, kept.name if kept else "article")


def read_apart(kept: Original, *, cancelled: Callable[[], bool] = never) -> ImportedArticle:
    """What stands in the author's file. Raises ArticleError when it can't be read any more, Cancelled when told to."""
    return importing.read_original(kept.content, kept.name, cancelled=cancelled)


def offered_notes(case: Case, imported: ImportedArticle) -> tuple[OfferedNote, ...]:
    """What the author wrote beside the text, as far as no evidence note of the case says it yet."""
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
    """Make them evidence notes in one act: context for their claims, since an author's word is no proof.

    They are confidential until the checker says otherwise: what is said beside a draft, by whom and in which file, was
    never meant for readers.
    """
    with file.act("take in the author's notes") as act:
        sources: dict[tuple[str, str], str] = {}
        linked: set[str] = set()
        for one in chosen:
            by = (one.source, one.note.author)
            who, text = one.note.author, one.note.text
            fields = NoteFields(one.source, _KIND, who, confidential=True, excerpt=one.words, note=text)
            sources[by] = sources.get(by) or evidence.add_source(act, fields.of_source())
            note = evidence.add_evidence(act, sources[by], fields.of_note(), "")
            for claim_id in one.claims:
                evidence.link(act, note, claim_id, Stance.CONTEXT)
            linked.update(one.claims)
        attend(act, linked)
        return act.result()
