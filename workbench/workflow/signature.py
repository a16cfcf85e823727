"""What a sign-off is given for: the claim's content and the evidence it rests on, as one hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from workbench.domain.claim import Claim
from workbench.domain.evidence import Evidence, Link, Source


def content_hash(
    claim: Claim, links: Iterable[Link], evidence: Mapping[str, Evidence], sources: Mapping[str, Source], scale_id: str
) -> str:
    """SHA-256 of everything that a signature vouches for: not the status, the claim's number or the notes' tags.

    Nor where in the article the claim's words stand: in a new draft they may have moved.
    """
    words = [anchor.exact for anchor in claim.anchors]
    return _hash(claim, words, links, evidence, sources, scale_id)


def placed_content_hash(
    claim: Claim, links: Iterable[Link], evidence: Mapping[str, Evidence], sources: Mapping[str, Source], scale_id: str
) -> str:
    """The same with the places of the words, as claims were signed before there were later drafts."""
    words = [[anchor.span.start, anchor.span.end, anchor.exact] for anchor in claim.anchors]
    return _hash(claim, words, links, evidence, sources, scale_id)


def _hash(
    claim: Claim,
    words: Sequence[object],
    links: Iterable[Link],
    evidence: Mapping[str, Evidence],
    sources: Mapping[str, Source],
    scale_id: str,
) -> str:
    said = [
        claim.kind,
        claim.claimant,
        claim.restated,
        claim.checkable,
        [scale_id, claim.outcome],
        claim.correction,
        claim.reasoning,
        words,
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
