"""The notes as the data that the page template sets: every word cleaned, every link checked, nothing left to decide."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.domain.article import BlockKind
from workbench.reports import phrases
from workbench.reports.annotated import AnnotatedBlock, Piece
from workbench.reports.citations import Run, cite
from workbench.reports.claim_pages import ClaimPages
from workbench.reports.cleaning import Cleaner
from workbench.reports.content import Count, Notes, NumberedSource, WarningNote
from workbench.reports.saying import UNBROKEN, Json, Sayer, bulk, shortened
from workbench.reports.scripts import script_of
from workbench.reports.volumes import Volume
from workbench.reports.words import TONE_ICONS, whole_dates

TABLE_UP_TO = 150
"""Claims in the overview table; a longer one nobody reads, and it takes its time."""
_TITLE = 1_000
"""PDF/A-3 takes no text of over 32,767 bytes about a document. An article’s own title stands whole further on."""
_BREAKS = {BlockKind.HEADLINE: 18, BlockKind.SUBHEAD: 24}
"""Code points of an endless word on one line, where the letters are larger."""
_TITLE_ON_COVER = 400
_TITLE_IN_HEAD = 110
_HOUSE_IN_HEAD = 40
_CLAIMANT_IN_TABLE = 60


def page_data(notes: Notes, volume: Volume, cleaner: Cleaner) -> Json:
    """The template's data for one volume, with the characters that `cleaner` had to show by number."""
    data = _Pages(notes, volume, cleaner).data()
    data["spelled-out"] = [f"U+{code:04X}" for code in sorted(cleaner.spelled_out)]
    return data


class _Pages:
    def __init__(self, notes: Notes, volume: Volume, cleaner: Cleaner) -> None:
        self._notes = notes
        self._volume = volume
        self._words = Sayer(cleaner, notes.options.language)
        self._numbers = {claim.number for claim in volume.claims}
        self._by_number = {claim.number: claim for claim in notes.claims}
        marked = {number for block in volume.article for number in block.own_claims}
        self._claims = ClaimPages(self._words, marked)

    def data(self) -> Json:
        notes, volume, words = self._notes, self._volume, self._words
        first = volume.number == 1
        return {
            "paper": notes.options.paper.value,
            "language": notes.options.language,
            "title": words.clean(shortened(notes.title, _TITLE)),
            "head": words.plain(shortened(notes.title, _TITLE_IN_HEAD)),
            "house": words.clean(shortened(notes.options.house.name, _HOUSE_IN_HEAD)),
            "colour": notes.options.house.colour,
            "ink": notes.options.house.text_colour,
            "version": phrases.version(notes),
            "as-of": words.when(notes.case.last_saved),
            "cover": self._cover(),
            "summary": self._summary() if first else None,
            "warnings": [self._warning(warning) for warning in notes.warnings] if first else [],
            "article": [self._block(block) for block in volume.article],
            "claims": [self._claims.claim(claim) for claim in volume.claims if not claim.cut],
            "cut": [self._claims.claim(claim) for claim in volume.claims if claim.cut],
            "cut-said": phrases.CUT,
            "sources": self._source_list(),
            "queries": [
                self._claims.query(query) | {"n": claim.number}
                for claim in volume.claims
                for query in claim.queries
                if not query.answer and not claim.cut
            ],
            "signatures": [
                self._claims.signature_row(sign, claim) for claim in volume.claims for sign in claim.sign_offs
            ],
        }

    def _cover(self) -> Json:
        case = self._notes.case
        return {
            "title": self._words.plain(shortened(self._notes.title, _TITLE_ON_COVER)),
            "rows": [[label, self._words.say(value)] for label, value in phrases.particulars(self._notes)],
            "address": self._words.link(case.article.metadata.url),
            "figures": [[str(number), label] for number, label in phrases.figures(self._notes)],
            "scope": [self._words.clean(sentence) for sentence in (*phrases.scope(self._notes), *self._volume_scope())],
            "hashes": [
                ["Case digest", self._words.clean(case.digest)],
                ["Article as imported, SHA-256", self._words.clean(case.draft.sha256)],
            ],
        }

    def _volume_scope(self) -> Iterator[str]:
        volume = self._volume
        if volume.of > 1 and volume.claims:
            standing = [claim.number for claim in volume.claims if not claim.cut]
            parts = [f"claims {standing[0]} to {standing[-1]}"] if standing[1:] else [f"claim {n}" for n in standing]
            if len(standing) < len(volume.claims):
                parts.append("claims that were cut")
            told = " and ".join(parts)
            yield f"Volume {volume.number} of {volume.of}: {told}. Files: {', '.join(volume.names)}."

    def _summary(self) -> Json | None:
        """None when there is nothing yet to sum up."""
        notes, summary = self._notes, self._notes.summary
        facts = summary.facts
        if not (notes.all_claims or facts or notes.warnings):
            return None
        return {
            "claims": summary.claims,
            "checked": summary.checked,
            "outcomes": [self._count(count) for count in summary.outcomes],
            "changed": [{"n": number, "here": number in self._numbers} for number in summary.changed],
            "cut": [{"n": claim.number, "here": claim.number in self._numbers} for claim in notes.cut],
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

    def _count(self, count: Count) -> Json:
        label = self._words.say(count.label)
        icon = TONE_ICONS[count.tone] if count.given else "–"
        return {"label": label, "tone": count.tone.value, "icon": icon, "n": count.number, "given": count.given}

    def _table(self) -> list[Json]:
        return [
            {
                "n": claim.number,
                "quote": self._words.say(shortened(claim.quote, 110), every=18),
                "claimant": self._words.say(shortened(claim.claimant or "the article", _CLAIMANT_IN_TABLE), every=14),
                "verdict": self._claims.verdict(claim.verdict),
                "status": claim.status.value.capitalize(),
            }
            for claim in self._notes.claims
        ]

    def _block(self, block: AnnotatedBlock) -> Json:
        text = "".join(piece.text for piece in block.pieces)
        script = script_of(text)
        return {
            "kind": block.kind.value,
            "rtl": script.right_to_left,
            "lang": script.language or self._notes.case.article.metadata.language or self._notes.options.language,
            "pieces": [self._piece(piece, _BREAKS.get(block.kind, 30)) for piece in block.pieces],
        }

    def _piece(self, piece: Piece, every: int) -> Json:
        shown: Json = {"t": self._words.plain(piece.text, every)}
        if piece.lanes:
            shown["lanes"] = [lane.lane for lane in piece.lanes]
        if piece.opens:
            shown["opens"] = [self._opening(opening.claim, opening.again) for opening in piece.opens]
        if piece.closes:
            shown["closes"] = list(piece.closes)
        if piece.removed:
            shown["removed"] = True
        if piece.inserted:
            shown["inserted"] = self._words.plain(piece.inserted, every)
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

    def _source_list(self) -> list[Json]:
        """In one of several volumes, the sources its claims rest on."""
        alone = self._volume.of == 1
        sources = [it for it in self._notes.sources if alone or self._numbers.intersection(it.claims)]
        lines = cite([it.source for it in sources])
        return [self._source(numbered, line) for numbered, line in zip(sources, lines, strict=True)]

    def _source(self, numbered: NumberedSource, line: tuple[Run, ...]) -> Json:
        source, words = numbered.source, self._words
        shown: Json = {
            "cited": [{"t": words.plain(whole_dates(run.text)), "italic": run.italic} for run in line],
            "grade": phrases.grade(source),
            "url": words.link(source.url),
            "archive": words.link(source.archive_url),
            "doi": words.doi_link(phrases.doi(source)),
            "accessed": words.when(source.accessed),
            "contact": words.say(source.contact) if source.contact else None,
        }
        claims = [number for number in numbered.claims if number in self._numbers]
        keep = bulk(shown) + 4 * len(claims) < UNBROKEN
        return shown | {"n": numbered.number, "claims": claims, "keep": keep}

    def _warning(self, warning: WarningNote) -> Json:
        words = self._words
        return {
            "label": warning.label,
            "message": words.say(warning.message),
            "quote": words.say(shortened(warning.quote, 120)),
        }
