"""What a check rests on: sources, notes made from them, and the kept copies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.claim import Anchor


class Stance(StrEnum):
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Source:
    """Where evidence comes from, with the fields of a bibliographic record. One source serves many notes."""

    id: str
    title: str
    kind: str = "webpage"
    """A CSL-JSON type: report, article-newspaper, webpage, dataset, interview, speech, broadcast …"""
    authors: str = ""
    publisher: str = ""
    published: str = ""
    """ISO 8601 date, may be partial."""
    url: str = ""
    archive_url: str = ""
    accessed: str = ""
    primary: bool = False
    confidential: bool = False
    contact: str = ""
    doi: str = ""
    """Without the resolver's address: “10.1000/182”."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A kept copy. Its bytes are in the case file under `sha256`."""

    sha256: str
    name: str
    media_type: str
    size: int
    """Bytes."""
    captured: str
    """ISO 8601 instant, UTC."""
    captured_from: str = ""
    response: str = ""
    """Of a copy that was fetched: when, by which addresses, and what the server said of it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One note: what one place in one source says. Linked to claims by `Link`."""

    id: str
    source_id: str
    locator: str = ""
    """Page, paragraph, timestamp, table."""
    excerpt: str = ""
    """The words relied on, quoted."""
    note: str = ""
    """The checker's own words."""
    snapshot: str = ""
    """SHA-256 of a snapshot, or empty."""
    created: str = ""
    """ISO 8601 instant, UTC."""
    place: Anchor | None = None
    """Where the excerpt stands in the snapshot's text; None when it wasn't taken from there."""
    tags: tuple[str, ...] = ()
    """By which the desk finds it again, as `tags.proper` leaves them. No check rests on them."""


@dataclass(frozen=True, slots=True)
class Link:
    """A note bears on a claim."""

    claim_id: str
    evidence_id: str
    stance: Stance
