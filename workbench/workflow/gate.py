"""The publish gate: what is still open before notes go out. It informs; it forbids nothing.

How to add a rule: write a function that takes a `_Reading` and yields a `Finding` for each claim (or place) it is
about, its reason one sentence; add a row to `RULES`, at the place where it is to stand in the list. A rule is pure: it
reads the case and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from workbench.domain.case import Case, Query, SignOff
from workbench.domain.claim import Claim, ClaimKind, Status
from workbench.domain.evidence import Evidence, Source, Stance
from workbench.domain.rating import Tone
from workbench.domain.span import Span

_ASKED_IN = frozenset({"interview", "personal_communication"})
"""Kinds of source that are somebody's answer to a question."""
_NAMES_TWO = 2


@dataclass(frozen=True, slots=True)
class GateOptions:
    """`independent`: how many secondary sources stand for a primary one. KSJ asks for three, AFP for two."""

    independent: int = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is open: by which rule, about which claim (or which place, when no claim is there), and why."""

    rule: str
    reason: str
    claim_id: str = ""
    place: Span | None = None
    """Code points; the claim's place, or that of the fact that no claim covers."""


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    title: str
    look: Callable[[_Reading], Iterator[Finding]]


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


def open_points(case: Case, options: GateOptions | None = None) -> tuple[Finding, ...]:
    """All that is open, in the order of `RULES`, within a rule in order of place."""
    reading = _Reading(case, options or GateOptions())
    return tuple(finding for rule in RULES for finding in rule.look(reading))


def _about(rule: str, claim: Claim, reason: str) -> Finding:
    return Finding(rule, reason, claim.id, claim.span)


def _not_done(reading: _Reading) -> Iterator[Finding]:
    for claim in reading.case.claims:
        if not claim.status.is_done:
            yield _about("not done", claim, f"Its check is not done; it stands at “{claim.status.value}”.")


def _changed(reading: _Reading) -> Iterator[Finding]:
    """A name that signed again since is not asked for once more."""
    for claim in reading.case.claims:
        signed = reading.signatures.get(claim.id, ())
        standing = {signature.who for signature in signed if signature.stands}
        lapsed = list(dict.fromkeys(one.who for one in signed if not one.stands and one.who not in standing))
        if lapsed:
            yield _about("changed", claim, f"It was changed after {_and(lapsed)} signed it, so the signature lapsed.")
        elif claim.status is Status.CHANGED:
            yield _about("changed", claim, "It was changed after it had been checked.")


def _second_name(reading: _Reading) -> Iterator[Finding]:
    for claim in reading.case.claims:
        names = {signature.who for signature in reading.signatures.get(claim.id, ()) if signature.stands}
        if claim.status is Status.SECOND_CHECKED and len(names) < _NAMES_TWO:
            by = f"only {_and(sorted(names))} signed" if names else "nobody signed"
            yield _about("second name", claim, f"It is marked second-checked, but {by} it as it stands.")


def _no_outcome(reading: _Reading) -> Iterator[Finding]:
    for claim in reading.checkable():
        if not claim.outcome:
            yield _about("no outcome", claim, "It has no outcome.")


def _no_correction(reading: _Reading) -> Iterator[Finding]:
    for claim in reading.case.claims:
        outcome = reading.case.scale.outcome(claim.outcome)
        if outcome and outcome.wants_correction and not claim.correction.strip():
            yield _about("no correction", claim, f"“{outcome.label}” wants a correction, and none is given.")


def _no_evidence(reading: _Reading) -> Iterator[Finding]:
    for claim in reading.checkable():
        if reading.bearing(claim):
            continue
        given = reading.notes.get(claim.id)
        only_context = "Its evidence gives context only; no note supports or contradicts it."
        yield _about("no evidence", claim, only_context if given else "No evidence note is linked to it.")


def _secondary(reading: _Reading) -> Iterator[Finding]:
    """KSJ: primary, or at least three secondary sources. Two pages of one publisher are one source."""
    for claim in reading.checkable():
        sources = reading.bearing(claim)
        independent = {_voice(source) for source in sources}
        if sources and not any(source.primary for source in sources) and len(independent) < reading.options.independent:
            count = "one secondary source" if len(independent) == 1 else f"{len(independent)} secondary sources"
            wanted = f"without a primary one, {reading.options.independent} independent ones are asked for"
            yield _about("secondary", claim, f"It rests on {count}; {wanted}.")


def _voice(source: Source) -> str:
    """Who speaks in a source: its publisher, else its site, else itself."""
    return source.publisher.strip().casefold() or (_host(source.url) or source.id)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # an address nobody can go to, as “http://[”
        return ""


def _not_asked(reading: _Reading) -> Iterator[Finding]:
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
            why = "the outcome goes against them" if against else "no primary source has the quotation"
            told = f"Nothing shows that {claim.claimant} was asked, and {why}."
            yield _about("claimant", claim, told)


def _was_asked(reading: _Reading, claim: Claim) -> bool:
    if any(source.kind in _ASKED_IN for _, source, _ in reading.notes.get(claim.id, ())):
        return True
    name = claim.claimant.split()[-1].casefold()
    return any(name in query.question.casefold() for query in reading.queries.get(claim.id, ()))


def _no_copy(reading: _Reading) -> Iterator[Finding]:
    """A web page can be gone tomorrow. An archived address will do, and a copy with another note of the source."""
    for claim in reading.case.claims:
        sources = {source.id: source for _, source, _ in reading.notes.get(claim.id, ())}
        for source in sources.values():
            on_web = source.url.strip().casefold().startswith(("http://", "https://"))
            if on_web and not source.archive_url and source.id not in reading.kept:
                yield _about("no copy", claim, f"No copy is kept of “{source.title}”, which is on the web.")


def _unanswered(reading: _Reading) -> Iterator[Finding]:
    for claim in reading.case.claims:
        for query in reading.queries.get(claim.id, ()):
            if not query.answer:
                told = f"The {query.to.value} has not answered: “{query.question}”"
                yield _about("unanswered", claim, told)


def _facts_left(reading: _Reading) -> Iterator[Finding]:
    for fact in sorted((fact for fact in reading.case.facts if fact.is_left), key=lambda left: left.fact.span):
        words = " ".join(fact.fact.span.of(reading.case.article.text).split())
        told = f"“{words}” is covered by no claim, and nobody has dismissed it."
        yield Finding("fact left", told, place=fact.fact.span)


def _and(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


RULES: tuple[Rule, ...] = (
    Rule("not done", "Check not done", _not_done),
    Rule("changed", "Changed since it was checked", _changed),
    Rule("second name", "Second check without a second name", _second_name),
    Rule("no outcome", "No outcome", _no_outcome),
    Rule("no correction", "Correction missing", _no_correction),
    Rule("no evidence", "No evidence", _no_evidence),
    Rule("secondary", "Too few secondary sources", _secondary),
    Rule("claimant", "Claimant not asked", _not_asked),
    Rule("no copy", "No copy of a web source", _no_copy),
    Rule("unanswered", "Query without answer", _unanswered),
    Rule("fact left", "Fact left uncovered", _facts_left),
)
"""In the order of the list."""
