"""The claim-by-claim pages as the template's data: one claim with all that bears on it."""

from __future__ import annotations

from workbench.domain.case import Query, SignOff
from workbench.domain.evidence import Snapshot
from workbench.reports import phrases
from workbench.reports.changes import Change
from workbench.reports.content import ClaimNote, EvidenceNote, Verdict, Wording
from workbench.reports.links import host
from workbench.reports.markdown import read_markdown
from workbench.reports.markdown_pages import NotePages
from workbench.reports.saying import UNBROKEN, Json, Sayer, bulk, shortened
from workbench.reports.scripts import script_of
from workbench.reports.words import STANCE_ICONS, STANCES, TONE_ICONS

_WORDS_IN_OUTLINE = 60
_NAME = 60
_LABEL = 60
"""Code points of an outcome's name that stand beside a claim."""


class ClaimPages:
    """`marked`: numbers of the claims that this volume's article shows."""

    def __init__(self, sayer: Sayer, marked: set[int]) -> None:
        self._words = sayer
        self._notes = NotePages(sayer)
        self._marked = marked

    def claim(self, claim: ClaimNote) -> Json:
        words = self._words
        head: Json = {
            "quote": words.paragraphs(claim.quote),
            "claimant": words.say(claim.claimant) if claim.claimant else None,
            "restated": words.paragraphs(claim.restated),
        }
        return head | {
            "n": claim.number,
            "outline": words.clean(shortened(claim.quote, _WORDS_IN_OUTLINE)),
            "keep": bulk(head) < UNBROKEN,
            "brief": not (claim.reasoning or claim.correction or claim.evidence or claim.queries),
            "kind": claim.kind_label,
            "places": claim.places,
            "marked": claim.number in self._marked,
            "cut": claim.cut,
            "checkable": claim.checkable,
            "status": claim.status.value.capitalize(),
            "verdict": self.verdict(claim.verdict),
            "why": words.plain(", ".join(claim.why)),
            "reasoning": words.paragraphs(claim.reasoning),
            "changes": self._changes(claim.quote, claim.changes) if claim.correction else None,
            "evidence": [self._evidence(evidence) for evidence in claim.evidence],
            "withheld": phrases.withheld(claim) or None,
            "queries": [self.query(query) for query in claim.queries],
            "signatures": [self.signature(sign, claim) for sign in claim.sign_offs],
        }

    def verdict(self, verdict: Verdict) -> Json:
        return {
            "label": self._words.say(shortened(verdict.label, _LABEL), every=14),
            "tone": verdict.tone.value,
            "icon": TONE_ICONS[verdict.tone],
            "given": verdict.given,
        }

    def query(self, query: Query) -> Json:
        words = self._words
        shown: Json = {
            "question": words.paragraphs(query.question),
            "answer": words.paragraphs(query.answer),
            "asked": words.when(query.asked),
            "answered": words.when(query.answered),
        }
        return shown | {"to": query.to.value, "keep": bulk(shown) < UNBROKEN}

    def signature(self, sign: SignOff, claim: ClaimNote) -> Json:
        words = self._words
        return {
            "who": words.say(sign.who),
            "when": words.when(sign.when),
            "stands": sign.stands,
            "since": phrases.since(sign, claim),
        }

    def signature_row(self, sign: SignOff, claim: ClaimNote) -> Json:
        """For the table of all, whose rows are short: the whole name stands under the claim."""
        words = self._words
        return {
            "n": claim.number,
            "who": words.say(shortened(sign.who, _NAME)),
            "when": words.when(shortened(sign.when, _NAME)),
            "stands": sign.stands,
            "stand": phrases.stand(sign, claim),
        }

    def _changes(self, old: str, changes: tuple[Change, ...]) -> Json:
        """`old` as stretches that stay and stretches that go, each with what comes instead."""
        words = self._words
        script = script_of(old)
        shown: list[Json] = []
        last = 0
        for change in changes:
            shown.append({"same": words.plain(old[last : change.start])})
            shown.append({"gone": words.plain(change.removed), "new": words.plain(change.inserted)})
            last = change.end
        shown.append({"same": words.plain(old[last:])})
        return {"pieces": shown, "rtl": script.right_to_left, "lang": script.language or words.language}

    def _evidence(self, evidence: EvidenceNote) -> Json:
        words, source = self._words, evidence.source
        shown: Json = {
            "title": words.say(source.title),
            "grade": phrases.grade(source),
            "locator": words.say(evidence.locator) if evidence.locator else None,
            "excerpt": words.paragraphs(evidence.excerpt),
            "wording": self._wording(evidence.wording) if evidence.wording else None,
            "note": self._notes.blocks(read_markdown(evidence.note)),
            "tags": words.plain(", ".join(evidence.tags)),
            "accessed": words.when(source.accessed),
            "url": words.short_link(source.url, host(source.url)),
            "archive": words.short_link(source.archive_url, "archived copy"),
            "snapshot": self._snapshot(evidence.snapshot) if evidence.snapshot else None,
        }
        return shown | {
            "stance": evidence.stance.value,
            "word": STANCES[evidence.stance],
            "icon": STANCE_ICONS[evidence.stance],
            "source": evidence.source_number,
            "keep": bulk(shown) < UNBROKEN,
        }

    def _wording(self, wording: Wording) -> Json:
        words = [{"mark": piece.mark.value, "t": self._words.plain(piece.text)} for piece in wording.words]
        return {"label": wording.label, "same": wording.same, "words": words}

    def _snapshot(self, copy: Snapshot) -> Json:
        words = self._words
        return {"name": words.plain(copy.name), "when": words.when(copy.captured), "sha256": words.clean(copy.sha256)}
