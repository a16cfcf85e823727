"""The publish gate: what is still open before notes go out. It informs; it forbids nothing.

How to add a rule: name it and its reasons in `workbench.domain.open_points`; write a function that takes a `_Reading`
and yields an `OpenPoint` for each claim (or place) it is about; add a row to `RULES`, at the place where it is to stand
in the list; give rule and reasons their words in `ui.models.gate_words`. A rule is pure: it reads the case and nothing
else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from urllib.parse import urlsplit

from workbench.domain.case import Case, Query, SignOff
from workbench.domain.claim import Claim, ClaimKind, Status
from workbench.domain.evidence import Evidence, Source, Stance
from workbench.domain.open_points import OpenPoint, Reason, Rule
from workbench.domain.rating import Tone

_ASKED_IN = frozenset({"interview", "personal_communication"})
"""Kinds of source that are somebody's answer to a question."""
_NAMES_TWO = 2


@dataclass(frozen=True, slots=True)
class GateOptions:
    """`independent`: how many secondary sources stand for a primary one. KSJ asks for three, AFP for two."""

    independent: int = 3


@dataclass(slots=True)
class _Reading:
    """The case with what rules ask for laid out by claim, so that each rule reads it once."""

    case: Case
    options: GateOptions
    notes: dict[str, list[tuple[Evidence, Source, Stance]]] = field(default_factory=lambda: defaultdict(list))
    queries: dict[str, list[Query]] = field(default_factory=lambda: defaultdict(list))
    signatures: dict[str, list[SignOff]] = field(default_factory=lambda: defaultdict(list))
    kept: set[str] = field(default_factory=set)
    """Sources of which at least one note has a kept copy."""

    def __post_init__(self) -> None:
        for link in self.case.links:
            note = self.case.evidence[link.evidence_id]
            self.notes[link.claim_id].append((note, self.case.sources[note.source_id], link.stance))
        for query in self.case.queries:
            self.queries[query.claim_id].append(query)
        for signature in self.case.sign_offs:
            self.signatures[signature.claim_id].append(signature)
        self.kept = {note.source_id for note in self.case.evidence.values() if note.snapshot}

    def checkable(self) -> Iterator[Claim]:
        return (claim for claim in self.case.claims if claim.checkable)

    def bearing(self, claim: Claim) -> list[Source]:
        """Sources of the notes that support or contradict the claim; context proves nothing."""
        return [source for _, source, stance in self.notes.get(claim.id, ()) if stance is not Stance.CONTEXT]


def open_points(case: Case, options: GateOptions | None = None) -> tuple[OpenPoint, ...]:
    """All that is open, in the order of `RULES`, within a rule in order of place."""
    reading = _Reading(case, options or GateOptions())
    return tuple(point for look in RULES.values() for point in look(reading))


def _about(reason: Reason, rule: Rule, claim: Claim) -> OpenPoint:
    return OpenPoint(rule, reason, claim.id, claim.span)


def _not_done(reading: _Reading) -> Iterator[OpenPoint]:
    for claim in reading.case.claims:
        if not claim.status.is_done:
            yield replace(_about(Reason.NOT_DONE, Rule.NOT_DONE, claim), status=claim.status)


def _changed(reading: _Reading) -> Iterator[OpenPoint]:
    """A name that signed again since is not asked for once more."""
    for claim in reading.case.claims:
        signed = reading.signatures.get(claim.id, ())
        standing = {signature.who for signature in signed if signature.stands}
        lapsed = tuple(dict.fromkeys(one.who for one in signed if not one.stands and one.who not in standing))
        if lapsed:
            yield replace(_about(Reason.LAPSED, Rule.CHANGED, claim), names=lapsed)
        elif claim.status is Status.CHANGED:
            yield _about(Reason.CHANGED, Rule.CHANGED, claim)


def _second_name(reading: _Reading) -> Iterator[OpenPoint]:
    for claim in reading.case.claims:
        names = {signature.who for signature in reading.signatures.get(claim.id, ()) if signature.stands}
        if claim.status is Status.SECOND_CHECKED and len(names) < _NAMES_TWO:
            reason = Reason.TOO_FEW_SIGNED if names else Reason.NOBODY_SIGNED
            yield replace(_about(reason, Rule.SECOND_NAME, claim), names=tuple(sorted(names)))


def _no_outcome(reading: _Reading) -> Iterator[OpenPoint]:
    for claim in reading.checkable():
        if not claim.outcome:
            yield _about(Reason.NO_OUTCOME, Rule.NO_OUTCOME, claim)


def _no_correction(reading: _Reading) -> Iterator[OpenPoint]:
    for claim in reading.case.claims:
        outcome = reading.case.scale.outcome(claim.outcome)
        if outcome and outcome.wants_correction and not claim.correction.strip():
            yield replace(_about(Reason.NO_CORRECTION, Rule.NO_CORRECTION, claim), words=outcome.label)


def _no_evidence(reading: _Reading) -> Iterator[OpenPoint]:
    for claim in reading.checkable():
        if not reading.bearing(claim):
            reason = Reason.ONLY_CONTEXT if reading.notes.get(claim.id) else Reason.NO_NOTE
            yield _about(reason, Rule.NO_EVIDENCE, claim)


def _secondary(reading: _Reading) -> Iterator[OpenPoint]:
    """KSJ: primary, or at least three secondary sources; AFP: two. Two pages of one publisher are one source."""
    wanted = reading.options.independent
    for claim in reading.checkable():
        sources = reading.bearing(claim)
        independent = {_voice(source) for source in sources}
        if sources and not any(source.primary for source in sources) and len(independent) < wanted:
            point = _about(Reason.SECONDARY, Rule.SECONDARY, claim)
            yield replace(point, count=len(independent), wanted=wanted)


def _voice(source: Source) -> str:
    """Who speaks in a source: its publisher, else its site, else itself."""
    return source.publisher.strip().casefold() or (_host(source.url) or source.id)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # an address nobody can go to, as “http://[”
        return ""


def _not_asked(reading: _Reading) -> Iterator[OpenPoint]:
    """The claimant is asked when the check goes against them, or when only asking can confirm a quotation.

    Against them: an outcome whose tone is bad or mixed. Only asking: a quotation without a primary source. A note made
    from an interview or a letter, or a query that names the claimant, shows that somebody did.
    """
    for claim in reading.checkable():
        outcome = reading.case.scale.outcome(claim.outcome)
        against = outcome is not None and outcome.tone in (Tone.BAD, Tone.MIXED)
        primary = any(source.primary for source in reading.bearing(claim))
        unheard = claim.kind is ClaimKind.QUOTATION and not primary
        if claim.claimant.strip() and (against or unheard) and not _was_asked(reading, claim):
            point = _about(Reason.AGAINST if against else Reason.UNHEARD, Rule.CLAIMANT, claim)
            yield replace(point, names=(claim.claimant.strip(),))


def _was_asked(reading: _Reading, claim: Claim) -> bool:
    if any(source.kind in _ASKED_IN for _, source, _ in reading.notes.get(claim.id, ())):
        return True
    names = re.findall(r"\w+", claim.claimant.casefold())
    return any(_is_named(names[-1], query.question.casefold()) for query in reading.queries.get(claim.id, ()) if names)


def _is_named(name: str, question: str) -> bool:
    """By the whole word; in scripts that inflect names, or that don't part words, by what it begins with."""
    return name in re.findall(r"\w+", question) if name.isascii() else name in question


def _no_copy(reading: _Reading) -> Iterator[OpenPoint]:
    """A web page can be gone tomorrow. An archived address will do, and a copy with another note of the source."""
    for claim in reading.case.claims:
        sources = {source.id: source for _, source, _ in reading.notes.get(claim.id, ())}
        for source in sources.values():
            on_web = source.url.strip().casefold().startswith(("http://", "https://"))
            if on_web and not source.archive_url and source.id not in reading.kept:
                yield replace(_about(Reason.NO_COPY, Rule.NO_COPY, claim), words=source.title)


def _unanswered(reading: _Reading) -> Iterator[OpenPoint]:
    for claim in reading.case.claims:
        for query in reading.queries.get(claim.id, ()):
            if not query.answer:
                point = _about(Reason.UNANSWERED, Rule.UNANSWERED, claim)
                yield replace(point, to=query.to, words=query.question)


def _facts_left(reading: _Reading) -> Iterator[OpenPoint]:
    for fact in sorted((fact for fact in reading.case.facts if fact.is_left), key=lambda left: left.fact.span):
        words = " ".join(fact.fact.span.of(reading.case.article.text).split())
        yield OpenPoint(Rule.FACT_LEFT, Reason.FACT_LEFT, place=fact.fact.span, words=words)


RULES: Mapping[Rule, Callable[[_Reading], Iterator[OpenPoint]]] = MappingProxyType(
    {
        Rule.NOT_DONE: _not_done,
        Rule.CHANGED: _changed,
        Rule.SECOND_NAME: _second_name,
        Rule.NO_OUTCOME: _no_outcome,
        Rule.NO_CORRECTION: _no_correction,
        Rule.NO_EVIDENCE: _no_evidence,
        Rule.SECONDARY: _secondary,
        Rule.CLAIMANT: _not_asked,
        Rule.NO_COPY: _no_copy,
        Rule.UNANSWERED: _unanswered,
        Rule.FACT_LEFT: _facts_left,
    }
)
"""In the order of the list."""
