"""What a sign-off is given for: the claim's content and the evidence it rests on, as one hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from workbench.domain.claim import Claim
from workbench.domain.evidence import Evidence, Link, Source


def content_hash(
    claim: Claim, links: Iterable[Link], evidence: Mapping[str, Evidence], sources: Mapping[str, Source], scale_id: str
) -> str:
    """SHA-256 of everything that a signature vouches for: not the status, the claim's number or the notes' tags."""
    said = [
        claim.kind,
        claim.claimant,
        claim.restated,
        claim.checkable,
        [scale_id, claim.outcome],
        claim.correction,
        claim.reasoning,
        [[anchor.span.start, anchor.span.end, anchor.exact] for anchor in claim.anchors],
        sorted(_note(link, evidence[link.evidence_id], sources) for link in links),
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _note(link: Link, note: Evidence, sources: Mapping[str, Source]) -> list[str | bool | int]:
    source = sources[note.source_id]
    about: list[str | bool | int] = [note.id, link.stance, note.locator, note.excerpt, note.note, note.snapshot]
    if note.place:
        about += [note.place.span.start, note.place.exact]
    record = [source.title, source.kind, source.authors, source.publisher, source.published, source.url]
    record += [source.archive_url, source.accessed]
    marks: list[str | bool | int] = [source.primary, source.confidential, source.contact]
    return [*about, *record, *marks, *([source.doi] if source.doi else [])]
