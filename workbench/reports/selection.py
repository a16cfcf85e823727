"""Which part of a case goes into the notes: the chosen claims, and for the outside no confidences.

Everything that is written, the attached record included, is made from the case that comes out here,
so what is left out here can be in no file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from workbench.domain.case import Case, CaseFact
from workbench.domain.claim import Claim
from workbench.domain.evidence import Evidence, Snapshot, Source
from workbench.errors import ExportError, Sentence
from workbench.reports.links import is_web

_WITHHELD = "withheld"
_NAMES_SOMEBODY = 5
"""Shortest confidential title, contact or address, in code points, that is looked for in what the desk wrote."""


@dataclass(frozen=True, slots=True)
class Selected:
    """`withheld` counts, by claim, the evidence from confidential sources that was left out."""

    case: Case
    withheld: Mapping[str, int]


def select(case: Case, claims: frozenset[str] | None, external: bool) -> Selected:
    """The case with just these claims (None for all), made safe for the outside when `external`.

    Raises ExportError when the checker's own words for the outside name a confidential source.
    """
    chosen = case if claims is None else _only(case, claims)
    return _for_outside(chosen) if external else Selected(chosen, {})


def _only(case: Case, wanted: frozenset[str]) -> Case:
    """Facts are left out: their coverage can't be told from a part of the claims."""
    links = tuple(link for link in case.links if link.claim_id in wanted)
    kept = {link.evidence_id for link in links}
    return _without_loose_ends(
        replace(
            case,
            claims=tuple(claim for claim in case.claims if claim.id in wanted),
            cut=(),
            links=links,
            evidence={key: note for key, note in case.evidence.items() if key in kept},
            facts=(),
            queries=tuple(query for query in case.queries if query.claim_id in wanted),
            sign_offs=tuple(sign for sign in case.sign_offs if sign.claim_id in wanted),
        )
    )


def _without_loose_ends(case: Case) -> Case:
    """Without the sources and snapshots that no remaining note uses."""
    sources = {note.source_id for note in case.evidence.values()}
    snapshots = {note.snapshot for note in case.evidence.values()}
    return replace(
        case,
        sources={key: source for key, source in case.sources.items() if key in sources},
        snapshots={key: copy for key, copy in case.snapshots.items() if key in snapshots},
    )


def _for_outside(whole: Case) -> Selected:
    case = whole.without_cut()
    secret = {key for key, source in case.sources.items() if source.confidential}
    hidden = {key for key, note in case.evidence.items() if note.source_id in secret}
    hidden |= {link.evidence_id for link in whole.links} - {link.evidence_id for link in case.links}
    withheld = Counter(link.claim_id for link in case.links if link.evidence_id in hidden)
    outside = _without_loose_ends(
        replace(
            case,
            claims=tuple(_public_claim(claim) for claim in case.claims),
            sources={key: replace(source, contact="") for key, source in case.sources.items() if key not in secret},
            evidence={key: _public_note(note) for key, note in case.evidence.items() if key not in hidden},
            links=tuple(link for link in case.links if link.evidence_id not in hidden),
            snapshots={key: _public_copy(copy) for key, copy in case.snapshots.items()},
            facts=tuple(_public_fact(fact) for fact in case.facts),
            queries=(),
            selected_claim="",
        )
    )
    _refuse_leaks(outside, [case.sources[key] for key in sorted(secret)])
    return Selected(outside, withheld)


def _public_claim(claim: Claim) -> Claim:
    return replace(claim, check_worthiness=None, reasons=(), found_by="")


def _public_note(note: Evidence) -> Evidence:
    return replace(note, note="", tags=())


def _public_copy(copy: Snapshot) -> Snapshot:
    """A snapshot taken from a file names a folder of the newsroom's."""
    return replace(copy, captured_from=copy.captured_from if is_web(copy.captured_from) else "", response="")


def _public_fact(fact: CaseFact) -> CaseFact:
    return replace(fact, dismissed=_WITHHELD) if fact.dismissed else fact


def _refuse_leaks(outside: Case, secrets: list[Source]) -> None:
    wanted = [(name, pattern) for source in secrets for name, pattern in _given_away_by(source)]
    for where, text in _written(outside):
        for name, pattern in wanted:
            if pattern.search(text):
                raise ExportError(
                    "{where} names the confidential source “{name}”. Rewrite it before exporting the external version.",
                    where=where,
                    name=name,
                )


def _given_away_by(source: Source) -> Iterator[tuple[str, re.Pattern[str]]]:
    """A title of one common word gives nobody away; a family name does, written as a name."""
    whole = [source.title] if " " in source.title.strip() else []
    whole += [source.contact, source.url, source.archive_url, source.doi, *re.split(r"[,;]\s+", source.contact)]
    for person in filter(None, map(str.strip, source.authors.split(";"))):
        family = person.partition(",")[0] if "," in person else person.split()[-1]
        yield person, _as_words(family, re.NOFLAG)
        whole.append(person)
    for name in map(str.strip, whole):
        if len(name) >= _NAMES_SOMEBODY:
            yield name, _as_words(name, re.IGNORECASE)


def _as_words(name: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags)


def _written(case: Case) -> Iterator[tuple[Sentence, str]]:
    """What the desk itself wrote for the outside, with its place. The article and the sources' words are public."""
    for claim in case.claims:
        yield Sentence("The reasoning of claim {number}", number=claim.number), claim.reasoning
        yield Sentence("The correction of claim {number}", number=claim.number), claim.correction
        yield Sentence("The restated claim of claim {number}", number=claim.number), claim.restated
    for note in case.evidence.values():
        source = case.sources[note.source_id]
        yield Sentence("The locator of a note from “{title}”", title=source.title), note.locator
    for copy in case.snapshots.values():
        yield Sentence("The snapshot “{name}”", name=copy.name), copy.name
