"""Were these the words? A claim's words held against the copies kept with notes."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.claim import Anchor
from workbench.sources.quote_check import QuoteCheck, Verdict, check_quote
from workbench.storage import claims, evidence, texts
from workbench.storage.case_file import CaseFile

_RANKS = {Verdict.SAME: 0, Verdict.MARKS: 1, Verdict.LEFT_OUT: 2, Verdict.CHANGED: 4, Verdict.NOT_FOUND: 5}
_NOT_READ = "Its words have not been read yet."


@dataclass(frozen=True, slots=True)
class QuoteResult:
    """What became of the words in the copy kept with one note."""

    evidence_id: str
    sha256: str
    check: QuoteCheck
    place: Anchor | None = None
    """The words found, in the copy's text; None when they are not there."""
    problem: str = ""
    """What keeps some or all of the copy's words from being looked at; empty when nothing does."""

    @property
    def rank(self) -> tuple[int, float, bool]:
        """The nearest first: the smaller, the nearer."""
        rank = _RANKS[self.check.verdict] + (self.check.verdict is Verdict.LEFT_OUT and self.check.unmarked)
        return rank, -self.check.share, bool(self.problem)


def check_quotation(file: CaseFile, claim_id: str, evidence_id: str = "") -> tuple[QuoteResult, ...]:
    """Hold the claim's words against the copies kept with all notes, or with one; the nearest first.

    Notes without a copy have no result. Raises CaseFileError when there is no such claim.
    """
    with file.reading() as connection:
        quotation = claims.read_claim(connection, claim_id).exact
        notes = evidence.read_evidence(connection)
        wanted = {note.id: note.snapshot for note in notes.values() if note.snapshot}
        if evidence_id:
            wanted = {key: sha256 for key, sha256 in wanted.items() if key == evidence_id}
        known = texts.read_texts(connection)
    checked = {sha256: _check(quotation, known.get(sha256)) for sha256 in dict.fromkeys(wanted.values())}
    results = [QuoteResult(key, sha256, *checked[sha256]) for key, sha256 in wanted.items()]
    return tuple(sorted(results, key=lambda result: result.rank))


def _check(quotation: str, kept: texts.KeptText | None) -> tuple[QuoteCheck, Anchor | None, str]:
    if kept is None:
        return QuoteCheck(Verdict.NOT_FOUND), None, _NOT_READ
    check = check_quote(quotation, kept.text)
    return check, Anchor.at(kept.text, check.place) if check.place else None, kept.problem
