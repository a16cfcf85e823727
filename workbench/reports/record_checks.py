"""Whether the parts of a case that came from outside fit together, as those of a case file always do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from workbench.domain.case import Case
from workbench.domain.claim import Anchor, Claim
from workbench.domain.span import Span

_LARGEST_NUMBER = 1_000_000_000
_SHA256 = re.compile(r"[0-9a-f]{64}")


def require_sound(case: Case) -> None:
    """Raises ValueError, saying what is wrong first."""
    told = next(_problems(case), None)
    if told:
        raise ValueError(told)


def _problems(case: Case) -> Iterator[str]:
    yield from _repeated(case)
    yield from _misplaced(case)
    yield from _misnamed(case)
    yield from _dangling(case)
    numbers = [case.draft.number, *(claim.number for claim in (*case.claims, *case.cut))]
    if not all(0 < number <= _LARGEST_NUMBER for number in numbers):
        yield "a number is not between 1 and a thousand million"
    if not (case.id and case.draft.id):
        yield "the case has no name"


def _repeated(case: Case) -> Iterator[str]:
    for what, names in (
        ("claim", [claim.id for claim in (*case.claims, *case.cut)]),
        ("claim's number", [str(claim.number) for claim in (*case.claims, *case.cut)]),
        ("fact", [fact.id for fact in case.facts]),
        ("warning", [warning.id for warning in case.warnings]),
        ("query", [query.id for query in case.queries]),
        ("sign-off", [sign.id for sign in case.sign_offs]),
        ("link", [f"{link.claim_id} to {link.evidence_id}" for link in case.links]),
    ):
        twice = _twice(names)
        if twice is not None:
            yield f"the {what} {twice} stands there twice"


def _twice(names: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None


def _misplaced(case: Case) -> Iterator[str]:
    text = case.article.text
    for claim in case.claims:
        yield from _claim(text, claim)
    for claim in case.cut:
        if not claim.anchors:
            yield f"claim {claim.number} never stood anywhere"
    spans: Iterable[Span] = chain(
        (fact.fact.span for fact in case.facts),
        (warning.warning.span for warning in case.warnings),
        (date.span for date in case.dates),
    )
    for span in spans:
        if span.end > len(text):
            yield f"{span.start} to {span.end} lies outside the article"


def _claim(text: str, claim: Claim) -> Iterator[str]:
    if not claim.anchors:
        yield f"claim {claim.number} stands nowhere"
    for anchor in claim.anchors:
        if not anchor.span or anchor.span.end > len(text):
            yield f"claim {claim.number} lies outside the article"
        elif not _stands_there(text, anchor):
            yield f"claim {claim.number} has other words than the article at its place"


def _stands_there(text: str, anchor: Anchor) -> bool:
    start, end = anchor.span.start, anchor.span.end
    around = text[max(0, start - len(anchor.prefix)) : start], text[end : end + len(anchor.suffix)]
    return (anchor.span.of(text), *around) == (anchor.exact, anchor.prefix, anchor.suffix)


def _misnamed(case: Case) -> Iterator[str]:
    for what, named in (
        ("source", {key: source.id for key, source in case.sources.items()}),
        ("note", {key: note.id for key, note in case.evidence.items()}),
        ("kept copy", {key: copy.sha256 for key, copy in case.snapshots.items()}),
    ):
        for key, name in named.items():
            if key != name:
                yield f"the {what} {key} calls itself {name}"
    for copy in case.snapshots.values():
        if not _SHA256.fullmatch(copy.sha256) or not 0 <= copy.size < 2**62:
            yield f"the kept copy {copy.name} has no proper hash or size"
    if not _SHA256.fullmatch(case.draft.sha256):
        yield "the article has no proper hash"


def _dangling(case: Case) -> Iterator[str]:
    claims = {claim.id for claim in (*case.claims, *case.cut)}
    for link in case.links:
        if link.claim_id not in claims or link.evidence_id not in case.evidence:
            yield f"a link leads from or to nothing ({link.claim_id}, {link.evidence_id})"
    for note in case.evidence.values():
        if note.source_id not in case.sources:
            yield f"the note {note.id} has no source"
        if note.snapshot and note.snapshot not in case.snapshots:
            yield f"the note {note.id} names a kept copy that is not there"
    bearing = [(one.id, one.claim_id) for one in case.queries] + [(one.id, one.claim_id) for one in case.sign_offs]
    for name, claim_id in bearing:
        if claim_id not in claims:
            yield f"{name} is about a claim that is not there"
