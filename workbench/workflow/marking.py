"""Where claims stand in the article, and which facts and warnings need no claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.domain.changes import Changes
from workbench.domain.claim import Anchor, Claim, ClaimKind, Origin
from workbench.domain.span import Span
from workbench.errors import CaseFileError
from workbench.storage import claims, clock, drafts, evidence, findings, queries
from workbench.storage.case_file import CaseFile
from workbench.storage.rows import Act
from workbench.workflow.lapsing import attend, reword


def add_claim(file: CaseFile, span: Span, kind: ClaimKind = ClaimKind.STATEMENT) -> Changes:
    """Make a claim by hand from the words at `span`, without the white space at their ends.

    Raises CaseFileError when no words are left.
    """
    with file.act("new claim") as act:
        draft_id, text = drafts.draft_text(act.connection)
        anchor = _anchor(text, span.trimmed(text) if span.end <= len(text) else span)
        claim = Claim(clock.new_id(), claims.next_number(act), (anchor,), kind, origin=Origin.BY_HAND)
        act.entity = claim.id
        claims.add_claim(act, claim, draft_id)
        return act.result(select=claim.id)


def delete_claim(file: CaseFile, claim_id: str) -> Changes:
    """Take a claim out; its notes stay in the case. Raises CaseFileError when there is no such claim."""
    with file.act("delete claim", claim_id) as act:
        claims.require_claim(act, claim_id)
        claims.remove_claim(act, claim_id)
        return act.result()


def set_bounds(file: CaseFile, claim_id: str, span: Span) -> Changes:
    """Let the claim's own place be exactly `span`. Raises CaseFileError when no words stand there."""
    with file.act("move bounds", claim_id) as act:
        draft_id, text = drafts.draft_text(act.connection)
        before = claims.standing_claim(act.connection, claim_id, draft_id).exact
        if claims.move_anchor(act, claim_id, draft_id, _anchor(text, span)):
            attend(act, [claim_id])
            reword(act, claim_id, before, span.of(text))
        return act.result(select=claim_id)


def split_claim(file: CaseFile, claim_id: str, at: int) -> Changes:
    """Split a claim at a place inside it, in code points of the article.

    The claim keeps its first words, its check and its number; the rest becomes a new claim, still to check, by the same
    claimant and resting on the same notes. Raises CaseFileError when `at` leaves one half without words.
    """
    with file.act("split claim", claim_id) as act:
        draft_id, text = drafts.draft_text(act.connection)
        claim = claims.standing_claim(act.connection, claim_id, draft_id)
        if not claim.span.start < at < claim.span.end:
            raise CaseFileError("Put the cursor inside the claim, at the place where it is to be split.")
        first, second = (
            _anchor(text, part.trimmed(text)) for part in (Span(claim.span.start, at), Span(at, claim.span.end))
        )
        claims.move_anchor(act, claim_id, draft_id, first)
        rest = Claim(
            clock.new_id(), claims.next_number(act), (second,), claim.kind, claim.claimant, checkable=claim.checkable,
            check_worthiness=claim.check_worthiness, reasons=claim.reasons, origin=claim.origin,
            found_by=claim.found_by,
        )  # fmt: skip
        claims.add_claim(act, rest, draft_id)
        for evidence_id, stance in evidence.links_of_claim(act, claim_id):
            evidence.link(act, evidence_id, rest.id, stance)
        attend(act, [claim_id])
        return act.result(select=rest.id)


def merge_claims(file: CaseFile, claim_ids: Sequence[str]) -> Changes:
    """Make one claim of several: the one that stands first keeps its number and spans all their words.

    Nothing written is lost: texts are put together, notes, queries and further places move over. What was found keeps
    what it was found with: the highest check-worthiness with its reasons and, for words marked by hand, the kind.
    Raises CaseFileError when there are fewer than two claims.
    """
    with file.act("merge claims") as act:
        draft_id, text = drafts.draft_text(act.connection)
        merged = [claims.standing_claim(act.connection, claim_id, draft_id) for claim_id in dict.fromkeys(claim_ids)]
        if len(merged) < 2:
            raise CaseFileError("Select at least two claims to merge.")
        kept, *others = sorted(merged, key=lambda claim: (claim.span.start, claim.span.end, claim.number))
        act.entity = kept.id
        span = Span(kept.span.start, max(claim.span.end for claim in merged))
        _take_over(act, kept, others, draft_id, span)
        claims.move_anchor(act, kept.id, draft_id, _anchor(text, span))
        _put_texts_together(act, kept, others)
        _keep_findings(act, kept, merged)
        attend(act, [kept.id])
        return act.result(select=kept.id)


def _take_over(act: Act, kept: Claim, others: Iterable[Claim], draft_id: str, span: Span) -> None:
    """Move what belongs to `others` over to `kept`, and take them out."""
    linked = dict(evidence.links_of_claim(act, kept.id))
    places = {anchor.span for anchor in kept.anchors}
    for other in others:
        for anchor in other.anchors[1:]:
            if anchor.span not in places and not span.contains(anchor.span):
                claims.add_anchor(act, kept.id, draft_id, len(places), anchor)
                places.add(anchor.span)
        for evidence_id, stance in evidence.links_of_claim(act, other.id):
            if evidence_id not in linked:
                evidence.link(act, evidence_id, kept.id, stance)
                linked[evidence_id] = stance
        queries.move_queries(act, other.id, kept.id)
        claims.remove_claim(act, other.id)


def _put_texts_together(act: Act, kept: Claim, others: Sequence[Claim]) -> None:
    everyone = (kept, *others)
    claims.change_claim(
        act,
        kept.id,
        claimant=next((claim.claimant for claim in everyone if claim.claimant), ""),
        restated=_joined((claim.restated for claim in everyone), " "),
        correction=_joined((claim.correction for claim in everyone), "\n\n"),
        reasoning=_joined((claim.reasoning for claim in everyone), "\n\n"),
    )


def _keep_findings(act: Act, kept: Claim, merged: Sequence[Claim]) -> None:
    worthiest = max(merged, key=lambda claim: -1 if claim.check_worthiness is None else claim.check_worthiness)
    claims.set_worthiness(act, kept.id, worthiest.check_worthiness, worthiest.reasons)
    found = [claim for claim in (worthiest, *merged) if claim.origin is Origin.FOUND]
    if kept.origin is Origin.BY_HAND and found:
        # A kind that a person chose stays; the one that every claim by hand begins with was not chosen.
        kind = found[0].kind if kept.kind is ClaimKind.STATEMENT else kept.kind
        claims.change_claim(act, kept.id, kind=kind.value, origin=Origin.FOUND.value, found_by=found[0].found_by)


def _joined(texts: Iterable[str], between: str) -> str:
    return between.join(dict.fromkeys(text for text in texts if text))


def repeat_claim(file: CaseFile, claim_id: str, span: Span) -> Changes:
    """Note that the claim also stands at `span`. Raises CaseFileError when no words stand there."""
    with file.act("mark repetition", claim_id) as act:
        draft_id, text = drafts.draft_text(act.connection)
        claim = claims.standing_claim(act.connection, claim_id, draft_id)
        anchor = _anchor(text, span.trimmed(text) if span.end <= len(text) else span)
        if anchor.span not in {known.span for known in claim.anchors}:
            claims.add_anchor(act, claim_id, draft_id, len(claim.anchors), anchor)
            attend(act, [claim_id])
        return act.result(select=claim_id)


def remove_place(file: CaseFile, claim_id: str, span: Span) -> Changes:
    """The claim doesn't stand at `span` after all, one of its places besides its own.

    Raises CaseFileError when none of these is there.
    """
    with file.act("remove repetition", claim_id) as act:
        claims.require_claim(act, claim_id)
        draft_id, _ = drafts.draft_text(act.connection)
        if not claims.remove_anchor(act, claim_id, draft_id, span):
            raise CaseFileError("The claim is not repeated there. Choose one of its other places.")
        attend(act, [claim_id])
        return act.result(select=claim_id)


def dismiss_fact(file: CaseFile, fact_id: str, reason: str) -> Changes:
    """Say why a fact needs no check. Raises CaseFileError without a reason, or when there is no such fact."""
    if not reason.strip():
        raise CaseFileError("Give a reason for leaving this fact unchecked.")
    with file.act("dismiss fact", fact_id) as act:
        findings.dismiss_fact(act, fact_id, reason.strip())
        return act.result()


def restore_fact(file: CaseFile, fact_id: str) -> Changes:
    """Count a dismissed fact as left again."""
    with file.act("restore fact", fact_id) as act:
        findings.restore_fact(act, fact_id)
        return act.result()


def dismiss_warning(file: CaseFile, warning_id: str) -> Changes:
    """Put a warning away. Raises CaseFileError when there is no such warning."""
    with file.act("dismiss warning", warning_id) as act:
        findings.set_warning_dismissed(act, warning_id, True)
        return act.result()


def restore_warning(file: CaseFile, warning_id: str) -> Changes:
    """Show a dismissed warning again."""
    with file.act("restore warning", warning_id) as act:
        findings.set_warning_dismissed(act, warning_id, False)
        return act.result()


def _anchor(text: str, span: Span) -> Anchor:
    if span.end > len(text) or not span.of(text).strip():
        raise CaseFileError("Select some words of the article first.")
    return Anchor.at(text, span)
