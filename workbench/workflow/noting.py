"""Evidence notes: made from a source, with a kept copy, and linked to the claims they bear on."""

from __future__ import annotations

import mimetypes
import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.domain.changes import Changes
from workbench.domain.claim import Anchor
from workbench.domain.doi import bare_doi, is_doi
from workbench.domain.evidence import Stance
from workbench.domain.tags import write_tags
from workbench.domain.visible import shows_something
from workbench.domain.web import AddressFault, address_fault
from workbench.errors import EvidenceError
from workbench.importers.files import shown_name
from workbench.storage import claims, evidence, snapshots
from workbench.storage.case_file import CaseFile
from workbench.storage.rows import Act, Value
from workbench.workflow.lapsing import attend

"""What may stand as the address of a source: it is shown as a link, and links are opened."""


@dataclass(frozen=True)
class NoteFields:
    """What a note's form has: the source's record, then the note's own place and words."""

    title: str
    kind: str = "webpage"
    authors: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    archive_url: str = ""
    accessed: str = ""
    primary: bool = False
    confidential: bool = False
    contact: str = ""
    locator: str = ""
    excerpt: str = ""
    note: str = ""
    place: Anchor | None = None
    """Where the excerpt stands in the snapshot's text; forgotten when the excerpt or the snapshot becomes another."""
    tags: tuple[str, ...] = ()
    doi: str = ""

    def of_source(self) -> dict[str, Value]:
        own = {"locator", "excerpt", "note", "place", "tags"}
        return {
            name: int(value) if isinstance(value, bool) else value
            for name, value in vars(self).items()
            if name not in own
        }

    def of_note(self) -> dict[str, Value]:
        place = self.place if self.place and self.place.exact == self.excerpt else None
        return {
            "locator": self.locator,
            "excerpt": self.excerpt,
            "note": self.note,
            "place": evidence.place_row(place),
            "tags": write_tags(self.tags),
        }


@dataclass(frozen=True)
class SnapshotFile:
    """A copy to keep."""

    name: str
    content: bytes
    media_type: str = ""
    captured_from: str = ""
    """The address it was fetched from, if it was."""
    response: str = ""
    """When and by which addresses it was fetched, with the answer's status and headers."""

    @classmethod
    def read(cls, path: Path) -> SnapshotFile:
        """Read a file to keep. Raises EvidenceError when it is too large, a folder, or can't be read."""
        name = shown_name(path)
        try:
            # Looked at before it is opened: opening a pipe waits for its other end.
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                raise EvidenceError("“{name}” is not an ordinary file. Choose another file.", name=name)
            content = b""
            if status.st_size <= snapshots.LARGEST:
                with path.open("rb") as file:
                    content = file.read(snapshots.LARGEST + 1)
            if max(status.st_size, len(content)) > snapshots.LARGEST:
                raise EvidenceError(
                    "“{name}” is over {megabytes} MB, too large to keep here.",
                    name=name,
                    megabytes=snapshots.LARGEST // 1_000_000,
                )
        except OSError as error:
            raise EvidenceError(
                "“{name}” can't be read: {reason}. Choose another file.", name=name, reason=error.strerror
            ) from error
        return cls(name, content, mimetypes.guess_type(name)[0] or "application/octet-stream")


def add_note(
    file: CaseFile,
    fields: NoteFields,
    links: Mapping[str, Stance],
    snapshot: SnapshotFile | None = None,
    source_id: str = "",
) -> Changes:
    """Make a note and link it to claims. `source_id` makes it from a source that is there, whose record then stays.

    Raises EvidenceError without a title, CaseFileError for a claim that is not there.
    """
    with file.act("add evidence", next(iter(links), "")) as act:
        if source_id:
            evidence.require_source(act, source_id)
        else:
            source_id = evidence.add_source(act, _checked(fields).of_source())
        evidence_id = evidence.add_evidence(act, source_id, fields.of_note(), _keep(act, snapshot))
        for claim_id, stance in links.items():
            claims.require_claim(act, claim_id)
            evidence.link(act, evidence_id, claim_id, stance)
        attend(act, links)
        return act.result()


def edit_note(
    file: CaseFile,
    evidence_id: str,
    fields: NoteFields,
    snapshot: SnapshotFile | None = None,
    links: Mapping[str, Stance] | None = None,
) -> Changes:
    """Rewrite a note and its source's record, which other notes may share; a snapshot given replaces the one there.

    `links` are the claims it bears on from now on; None leaves them. Raises EvidenceError without a title, or when
    there is no such note, CaseFileError for a claim that is not there.
    """
    with file.act("edit evidence", evidence_id) as act:
        source_id = evidence.source_of(act, evidence_id)
        replaced = snapshots.snapshot_of(act, evidence_id)
        if snapshot is not None:
            fields = replace(fields, place=None)
        evidence.change_source(act, source_id, _checked(fields).of_source())
        evidence.change_evidence(act, evidence_id, fields.of_note(), _keep(act, snapshot))
        snapshots.drop_unused(act, replaced)
        if links is not None:
            _relink(act, evidence_id, links)
        attend(act, act.claims)
        return act.result()


def _relink(act: Act, evidence_id: str, links: Mapping[str, Stance]) -> None:
    for claim_id in evidence.claims_of_note(act, evidence_id) - links.keys():
        evidence.unlink(act, evidence_id, claim_id)
    for claim_id, stance in links.items():
        claims.require_claim(act, claim_id)
        evidence.link(act, evidence_id, claim_id, stance)


def quote_place(file: CaseFile, evidence_id: str, place: Anchor, claim_id: str) -> Changes:
    """Let the words at a place of a note's snapshot be evidence on a claim.

    They become the note's excerpt if it has none; otherwise those of a new note from the same source and snapshot, so
    that no other claim loses what it rests on. Raises EvidenceError or CaseFileError when note or claim is gone.
    """
    with file.act("quote from snapshot", claim_id) as act:
        source_id = evidence.source_of(act, evidence_id)
        claims.require_claim(act, claim_id)
        links = dict(evidence.links_of_claim(act, claim_id))
        stance = links.get(evidence_id, Stance.CONTEXT)
        words: dict[str, Value] = {"excerpt": place.exact, "place": evidence.place_row(place)}
        row = act.row("evidence", evidence_id)
        if row["excerpt"] not in ("", place.exact):
            fields = {"locator": "", "note": "", **words}
            evidence_id = evidence.add_evidence(act, source_id, fields, str(row["snapshot"] or ""))
        else:
            evidence.change_evidence(act, evidence_id, words)
        if evidence_id not in links:
            evidence.link(act, evidence_id, claim_id, stance)
        attend(act, {claim_id, *act.claims})
        return act.result()


def delete_note(file: CaseFile, evidence_id: str) -> Changes:
    """Take a note out, also its source and copy when nothing else needs them. Raises EvidenceError if it is gone."""
    with file.act("delete evidence", evidence_id) as act:
        kept = snapshots.snapshot_of(act, evidence_id)
        evidence.remove_evidence(act, evidence_id)
        snapshots.drop_unused(act, kept)
        attend(act, act.claims)
        return act.result()


def link(file: CaseFile, evidence_id: str, claim_id: str, stance: Stance) -> Changes:
    """Let a note bear on a claim, or change how it does. Raises UserFacingError when either is gone."""
    with file.act("link evidence", claim_id) as act:
        evidence.source_of(act, evidence_id)
        claims.require_claim(act, claim_id)
        evidence.link(act, evidence_id, claim_id, stance)
        attend(act, act.claims)
        return act.result()


def unlink(file: CaseFile, evidence_id: str, claim_id: str) -> Changes:
    """Let a note no longer bear on a claim; the note stays."""
    with file.act("unlink evidence", claim_id) as act:
        evidence.unlink(act, evidence_id, claim_id)
        attend(act, act.claims)
        return act.result()


def snapshot_bytes(file: CaseFile, sha256: str) -> bytes:
    """The kept copy. Raises EvidenceError when it has vanished or is not what was kept."""
    with file.reading() as connection:
        return snapshots.read_content(connection, sha256)


def _checked(fields: NoteFields) -> NoteFields:
    if not shows_something(fields.title):
        raise EvidenceError("Give the source a title.")
    doi = bare_doi(fields.doi)
    if doi and not is_doi(doi):
        raise EvidenceError("“{doi}” is no DOI: give one that begins with 10. and has a slash, or none.", doi=doi[:80])
    for address in (fields.url, fields.archive_url):
        if address.strip():
            _check_address(address)
    return replace(fields, doi=doi)


def _check_address(address: str) -> None:
    match address_fault(address):
        case AddressFault.NOT_OF_THE_WEB:
            raise EvidenceError(
                "“{address}” is no web address: give one that begins with http:// or https://, or none.",
                address=address.strip()[:80],
            )
        case AddressFault.HAS_PASSWORD:
            raise EvidenceError(
                "The source's address has a user name or password in it, which notes would hand on. Give it without."
            )
        case AddressFault.REORDERS:
            raise EvidenceError(
                "The source's address has characters in it that show it in another order. Type it anew, without them."
            )


def _keep(act: Act, snapshot: SnapshotFile | None) -> str:
    if snapshot is None:
        return ""
    return snapshots.keep(
        act, snapshot.content, snapshot.name, snapshot.media_type, snapshot.captured_from, snapshot.response
    )
