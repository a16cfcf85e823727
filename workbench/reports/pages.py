"""The notes as the data that the page template sets: every word cleaned, every link checked, nothing left to decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.case import Query, SignOff
from workbench.reports import phrases
from workbench.reports.annotated import AnnotatedBlock, Piece
from workbench.reports.citations import cite
from workbench.reports.cleaning import Cleaner, breakable
from workbench.reports.content import ClaimNote, EvidenceNote, Notes, NumberedSource, Verdict, WarningNote
from workbench.reports.links import target
from workbench.reports.scripts import script_of
from workbench.reports.words import STANCE_ICONS, STANCES, TONE_ICONS, when

TABLE_UP_TO = 150
"""Claims in the overview table; a longer one nobody reads, and it doubles the time."""
_TITLE_IN_HEAD = 70
_WORDS_IN_OUTLINE = 60
_UNBROKEN = 700
"""Code points of a note up to which it is kept on one page."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Volume:
    """A part of the notes that is a file of its own; `number` from 1."""

    number: int
    of: int
    claims: tuple[ClaimNote, ...]
    article: tuple[AnnotatedBlock, ...]
    names: tuple[str, ...] = ()
    """The volumes' file names, in order; empty when there is one."""


class Pages:
    """Builds the template's data. All text that came from a person goes through `say`."""

    def __init__(self, notes: Notes, volume: Volume, cleaner: Cleaner) -> None:
        self._notes = notes
        self._volume = volume
        self._clean = cleaner.clean
        self._spelled_out = cleaner.spelled_out
        self._numbers = {claim.number for claim in volume.claims}
        self._marked = {number for block in volume.article for number in block.own_claims}
        self._by_number = {claim.number: claim for claim in notes.claims}

    def data(self) -> Json:
        notes, volume = self._notes, self._volume
        first = volume.number == 1
        data: Json = {
            "paper": notes.options.paper.value,
            "language": notes.options.language,
            "title": self._clean(notes.title),
            "head": self._clean(shortened(notes.title, _TITLE_IN_HEAD)),
            "house": self._clean(notes.options.house.name),
            "colour": notes.options.house.colour,
            "ink": notes.options.house.text_colour,
            "version": phrases.version(notes),
            "as-of": self._when(notes.case.last_saved),
            "cover": self._cover(),
            "summary": self._summary() if first else None,
            "article": [self._block(block) for block in volume.article],
            "claims": [self._claim(claim) for claim in volume.claims],
            "sources": [self._source(source) for source in self._sources()],
            "queries": self._queries(),
            "warnings": [self._warning(warning) for warning in notes.warnings] if first else [],
            "signatures": self._signatures(),
        }
        data["spelled-out"] = [f"U+{code:04X}" for code in sorted(self._spelled_out)]
        return data

    def say(self, text: str, every: int = 30) -> str | Json:
        """A stretch of text, with direction and language where they are not the notes' own."""
        script = script_of(text)
        shown = breakable(self._clean(text), every)
        if not script.right_to_left and not script.language:
            return shown
        return {"t": shown, "rtl": script.right_to_left, "lang": script.language or self._notes.options.language}

    def _paragraphs(self, text: str) -> list[str | Json]:
        return [self.say(line.strip()) for line in text.splitlines() if line.strip()]

    def _when(self, iso: str) -> str:
        return breakable(self._clean(when(iso)))

    def _link(self, address: str) -> Json | None:
        """An address as it is printed and, for web addresses, where it leads."""
        return {"text": breakable(self._clean(address)), "to": target(address)} if address else None

    # -- cover and summary

    def _cover(self) -> Json:
        case = self._notes.case
        return {
            "rows": [[label, self.say(value)] for label, value in phrases.particulars(self._notes)],
            "address": self._link(case.article.metadata.url),
            "figures": [[str(number), label] for number, label in phrases.figures(self._notes)],
            "scope": [self._clean(sentence) for sentence in (*phrases.scope(self._notes), *self._volume_scope())],
            "hashes": [
                ["Case digest", self._clean(case.digest)],
                ["Article as imported, SHA-256", self._clean(case.draft.sha256)],
            ],
        }

    def _volume_scope(self) -> Iterator[str]:
        volume = self._volume
        if volume.of > 1 and volume.claims:
            numbers = f"{volume.claims[0].number} to {volume.claims[-1].number}"
            yield f"Volume {volume.number} of {volume.of}: claims {numbers}. Files: {', '.join(volume.names)}."

    def _summary(self) -> Json:
        summary = self._notes.summary
        facts = summary.facts
        return {
            "claims": summary.claims,
            "checked": summary.checked,
            "outcomes": [
                {
                    "label": self.say(count.label),
                    "tone": count.tone.value,
                    "icon": TONE_ICONS[count.tone],
                    "n": count.number,
                }
                for count in summary.outcomes
            ],
            "statuses": [[count.label, count.number] for count in summary.statuses],
            "facts": [
                ["covered by a claim", facts.covered],
                ["dismissed with a reason", facts.dismissed],
                ["left", facts.left],
            ]
            if facts
            else None,
            "table": self._table() if self._volume.of == 1 and summary.claims <= TABLE_UP_TO else None,
        }

    def _table(self) -> list[Json]:
        return [
            {
                "n": claim.number,
                "quote": self.say(shortened(claim.quote, 110), every=18),
                "claimant": self.say(claim.claimant or "the article", every=14),
                "verdict": self._verdict(claim.verdict),
                "status": claim.status.value.capitalize(),
            }
            for claim in self._volume.claims
        ]

    def _verdict(self, verdict: Verdict) -> Json:
        return {
            "label": self.say(verdict.label, every=14),
            "tone": verdict.tone.value,
            "icon": TONE_ICONS[verdict.tone] if verdict.given else "·",
            "given": verdict.given,
        }

    # -- the article

    def _block(self, block: AnnotatedBlock) -> Json:
        text = "".join(piece.text for piece in block.pieces)
        script = script_of(text)
        return {
            "kind": block.kind.value,
            "rtl": script.right_to_left,
            "lang": script.language or self._notes.case.article.metadata.language or self._notes.options.language,
            "pieces": [self._piece(piece) for piece in block.pieces],
        }

    def _piece(self, piece: Piece) -> Json:
        shown: Json = {"t": breakable(self._clean(piece.text))}
        if piece.lanes:
            shown["lanes"] = [lane.lane for lane in piece.lanes]
        if piece.opens:
            shown["opens"] = [self._opening(opening.claim, opening.again) for opening in piece.opens]
        if piece.closes:
            shown["closes"] = list(piece.closes)
        if piece.removed:
            shown["removed"] = True
        if piece.inserted:
            shown["inserted"] = breakable(self._clean(piece.inserted))
        return shown

    def _opening(self, number: int, again: bool) -> Json:
        claim = self._by_number[number]
        verdict = claim.verdict
        return {
            "n": number,
            "again": again,
            "linked": number in self._numbers,
            "icon": TONE_ICONS[verdict.tone] if verdict.given else "",
            "tone": verdict.tone.value,
        }

    # -- claims

    def _claim(self, claim: ClaimNote) -> Json:
        return {
            "n": claim.number,
            "outline": self._clean(shortened(claim.quote, _WORDS_IN_OUTLINE)),
            "quote": self._paragraphs(claim.quote),
            "keep": len(claim.quote) + len(claim.restated) < _UNBROKEN,
            "brief": not (claim.reasoning or claim.correction or claim.evidence or claim.queries),
            "claimant": self.say(claim.claimant) if claim.claimant else None,
            "kind": claim.kind_label,
            "places": claim.places,
            "marked": claim.number in self._marked,
            "checkable": claim.checkable,
            "status": claim.status.value.capitalize(),
            "verdict": self._verdict(claim.verdict),
            "restated": self._paragraphs(claim.restated),
            "why": self._clean(", ".join(claim.why)),
            "reasoning": self._paragraphs(claim.reasoning),
            "changes": self._changes(claim),
            "evidence": [self._evidence(evidence) for evidence in claim.evidence],
            "withheld": phrases.withheld(claim) or None,
            "queries": [self._query(query) for query in claim.queries],
            "signatures": [self._signature(sign) for sign in claim.sign_offs],
        }

    def _changes(self, claim: ClaimNote) -> list[Json] | None:
        """The correction as the claim's words with what goes and what comes."""
        if not claim.correction:
            return None
        shown, last = [], 0
        for change in claim.changes:
            shown.append({"same": self._clean(claim.quote[last : change.start])})
            shown.append(
                {"gone": breakable(self._clean(change.removed)), "new": breakable(self._clean(change.inserted))}
            )
            last = change.end
        shown.append({"same": self._clean(claim.quote[last:])})
        return shown

    def _evidence(self, evidence: EvidenceNote) -> Json:
        source, copy = evidence.source, evidence.snapshot
        size = len(evidence.excerpt) + len(evidence.note)
        return {
            "stance": evidence.stance.value,
            "word": STANCES[evidence.stance],
            "icon": STANCE_ICONS[evidence.stance],
            "source": evidence.source_number,
            "title": self.say(source.title),
            "grade": phrases.grade(source),
            "locator": self.say(evidence.locator) if evidence.locator else None,
            "excerpt": self._paragraphs(evidence.excerpt),
            "note": self._paragraphs(evidence.note),
            "accessed": self._when(source.accessed),
            "url": self._link(source.url),
            "archive": self._link(source.archive_url),
            "snapshot": {
                "name": breakable(self._clean(copy.name)),
                "when": self._when(copy.captured),
                "sha256": self._clean(copy.sha256),
            }
            if copy
            else None,
            "keep": size < _UNBROKEN,
        }

    # -- after the claims

    def _sources(self) -> Sequence[NumberedSource]:
        """In a volume, the sources its claims rest on."""
        if self._volume.of == 1:
            return self._notes.sources
        return [source for source in self._notes.sources if self._numbers.intersection(source.claims)]

    def _source(self, numbered: NumberedSource) -> Json:
        source = numbered.source
        return {
            "n": numbered.number,
            "cited": [
                {"t": breakable(self._clean(run.text)), "italic": run.italic, "to": target(run.link)}
                for run in cite(source)
            ],
            "grade": phrases.grade(source),
            "url": self._link(source.url),
            "archive": self._link(source.archive_url),
            "accessed": self._when(source.accessed),
            "contact": self.say(source.contact) if source.contact else None,
            "claims": [number for number in numbered.claims if number in self._numbers],
            "elsewhere": [number for number in numbered.claims if number not in self._numbers],
        }

    def _queries(self) -> list[Json]:
        return [
            self._query(query) | {"n": claim.number}
            for claim in self._volume.claims
            for query in claim.queries
            if not query.answer
        ]

    def _query(self, query: Query) -> Json:
        return {
            "to": query.to.value,
            "question": self._paragraphs(query.question),
            "answer": self._paragraphs(query.answer),
            "asked": self._when(query.asked),
            "answered": self._when(query.answered),
        }

    def _warning(self, warning: WarningNote) -> Json:
        return {
            "label": warning.label,
            "message": self.say(warning.message),
            "quote": self.say(shortened(warning.quote, 120)),
        }

    def _signatures(self) -> list[Json]:
        return [
            self._signature(sign) | {"n": claim.number} for claim in self._volume.claims for sign in claim.sign_offs
        ]

    def _signature(self, sign: SignOff) -> Json:
        return {
            "who": self.say(sign.who),
            "when": self._when(sign.when),
            "stands": sign.stands,
            "hash": self._clean(sign.signed_hash),
        }


def shortened(text: str, most: int) -> str:
    """At a word's end, at most `most` code points, on one line."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(",;:–— ") + "…"
