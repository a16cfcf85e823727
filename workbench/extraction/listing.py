"""What was found, as claims in order of place: each stretch once, a quotation that stands twice with its repeats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbench.domain.claim import ClaimKind
from workbench.domain.findings import FoundClaim
from workbench.domain.span import Span
from workbench.extraction.kinds import is_checkable, kind_of
from workbench.extraction.reading import BlockReading


@dataclass(frozen=True, slots=True)
class Draft:
    part: BlockReading
    span: Span
    found_by: str
    claimant: str = ""
    quoted: bool = False
    said: bool = False
    """Somebody is reported to say so, named or not."""
    kind: ClaimKind | None = None
    """None where the words tell it."""


def listed(text: str, drafts: Iterable[Draft]) -> tuple[FoundClaim, ...]:
    """The claims in the order that a case numbers them in, each stretch once.

    The same quotation at two places is one claim, with its repeats.
    """
    found: dict[Span, FoundClaim] = {}
    by_words: dict[str, Span] = {}
    for draft in sorted(drafts, key=lambda one: (one.span.start, -one.span.end)):
        span = draft.span.trimmed(text)
        if not span or span in found or not any(map(str.isalnum, span.of(text))):
            continue
        words = " ".join("".join(c if c.isalnum() else " " for c in span.of(text).lower()).split())
        first = by_words.get(words) if draft.quoted else None
        if first is not None and found[first].claimant in ("", draft.claimant):
            if span not in found[first].repeats:
                found[first] = _repeated(found[first], span, draft.claimant)
            continue
        if draft.quoted:
            by_words.setdefault(words, span)
        reported = draft.said or bool(draft.claimant)
        kind = draft.kind or kind_of(draft.part.tokens(span), quoted=draft.quoted, reported=reported)
        found[span] = FoundClaim(span, kind, draft.claimant, is_checkable(kind), found_by=draft.found_by)
    return tuple(found[span] for span in sorted(found))


def _repeated(claim: FoundClaim, at: Span, claimant: str) -> FoundClaim:
    return replace(claim, repeats=(*claim.repeats, at), claimant=claim.claimant or claimant)
