"""Rated claims as schema.org ClaimReview in JSON-LD, with the fields that Google's Fact Check Explorer requires.

`url`, where the check is published, is required there and nothing stands in for it: when the options name no address
the field is missing, and the file has to be given it before publication. `gaps` says so to the person.
"""

from __future__ import annotations

import json
from functools import reduce
from typing import Any

from workbench.domain.case import Case
from workbench.domain.claim import Claim
from workbench.domain.rating import Outcome, RatingScale
from workbench.errors import Sentence
from workbench.reports.content import Notes
from workbench.reports.links import is_web
from workbench.reports.options import NotesOptions

_ADVISED = 75
"""Google advises claimReviewed to be under this many characters."""


def write_claim_review(notes: Notes) -> bytes:
    """One ClaimReview for each claim that has an outcome, as a JSON-LD graph in UTF-8."""
    graph = [_review(notes, claim) for claim in notes.case.claims if claim.outcome]
    document = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def gaps(case: Case, options: NotesOptions) -> str:
    """What Google's Fact Check Explorer will miss in the file, in a sentence; empty when nothing is missing."""
    if not any(claim.outcome for claim in case.claims):
        return Sentence("No claim has an outcome yet, so there is no review in the file.")
    missing = []
    if not is_web(options.review_url):
        missing.append(Sentence("the address where the check is published, without which it is not read"))
    if not (options.house.name or options.checked_by or any(sign.who for sign in case.sign_offs)):
        missing.append(Sentence("the name of who publishes it"))
    if not missing:
        return ""
    both = reduce(lambda before, one: Sentence("{before} and {one}", before=before, one=one), missing)
    return Sentence("The ClaimReview lacks {missing}: give it and export again.", missing=both)


def _review(notes: Notes, claim: Claim) -> dict[str, Any]:
    options = notes.options
    review: dict[str, Any] = {"@type": "ClaimReview", "claimReviewed": _short(claim.restated or claim.exact)}
    if is_web(options.review_url):
        review["url"] = f"{options.review_url}#claim-{claim.number}"
    if notes.case.last_saved:
        review["datePublished"] = notes.case.last_saved[:10]
    review["author"] = _organisation(options.house.name or " and ".join(notes.checkers))
    review["itemReviewed"] = _item(notes, claim)
    review["reviewRating"] = _rating(notes.case.scale, claim.outcome)
    if claim.reasoning:
        review["reviewBody"] = claim.reasoning
    return {key: value for key, value in review.items() if value}


def _organisation(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name} if name else {}


def _item(notes: Notes, claim: Claim) -> dict[str, Any]:
    known = notes.case.article.metadata
    who = claim.claimant or known.author or known.outlet
    article: dict[str, Any] = {"@type": "NewsArticle", "headline": notes.title}
    if is_web(known.url):
        article["url"] = known.url
    if known.published:
        article["datePublished"] = known.published
    item: dict[str, Any] = {"@type": "Claim", "appearance": article}
    if who:
        item["author"] = {"@type": "Person" if claim.claimant or known.author else "Organization", "name": who}
    if known.published:
        item["datePublished"] = known.published
    return item


def _rating(scale: RatingScale, outcome_id: str) -> dict[str, Any]:
    outcome = scale.outcome(outcome_id)
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": outcome.label if outcome else outcome_id}
    if outcome and outcome.value is not None:
        rating |= _values(scale, outcome)
    return rating


def _values(scale: RatingScale, outcome: Outcome) -> dict[str, Any]:
    values = [other.value for other in scale.outcomes if other.value is not None]
    return {"ratingValue": outcome.value, "bestRating": max(values), "worstRating": min(values)}


def _short(text: str) -> str:
    """At a word's end, under the advised length."""
    text = " ".join(text.split())
    if len(text) < _ADVISED:
        return text
    return text[: _ADVISED - 2].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"
