"""A new draft of the article: what stands as it stood keeps its check, what changed has to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.case import Case, CaseWarning
from workbench.domain.changes import Changes
from workbench.domain.claim import Anchor, Claim, Status
from workbench.domain.findings import FoundClaim
from workbench.domain.imported import ImportedArticle
from workbench.domain.span import Span
from workbench.errors import CaseFileError
from workbench.storage import claims, drafts, findings, snapshots
from workbench.storage.case_file import CaseFile
from workbench.storage.journal import Does, Step
from workbench.storage.rows import Act
from workbench.workflow.alignment import Alignment
from workbench.workflow.reanchoring import Fate, Reanchored, reanchor


@dataclass(frozen=True, slots=True)
class Followed:
    """A claim of the present draft, and what becomes of it in the next."""

    claim: Claim
    fate: Fate
    anchors: tuple[Anchor, ...]


def require_new(case: Case, imported: ImportedArticle) -> None:
    """Raises CaseFileError when it is the draft that the case has."""
    _require_other(case.article.text, imported)


def _require_other(old: str, imported: ImportedArticle) -> None:
    if imported.article.text == old:
        raise CaseFileError("This text is the draft that the case has already. Choose the new one.")


def follow(case: Case, imported: ImportedArticle) -> tuple[Followed, ...]:
    """What would become of each claim of `case` in a new draft, in order of place."""
    return _follow(case.claims, Alignment(case.article.text, imported.article.text))


def _follow(there: Iterable[Claim], alignment: Alignment) -> tuple[Followed, ...]:
    found = ((claim, reanchor(claim.anchors, alignment)) for claim in there)
    return _apart([Followed(claim, fate, anchors) for claim, (fate, anchors) in found])


def _apart(followed: list[Followed]) -> tuple[Followed, ...]:
    """No two claims that stood apart are taken to be the same words: the later one is then gone."""
    taken: set[Span] = set()
    made = []
    for one in followed:
        if one.anchors and one.anchors[0].span in taken and one.fate is Fate.CHANGED:
            made.append(Followed(one.claim, *Reanchored(Fate.GONE)))
            continue
        taken.update(anchor.span for anchor in one.anchors[:1])
        made.append(one)
    return tuple(made)


def take_in(file: CaseFile, imported: ImportedArticle) -> Changes:
    """Make `imported` the case's newest draft, as one act that undo doesn't go back behind; no claim is lost.

    Claims whose words stand in it keep everything. Those whose words changed keep what was written and, unless nobody
    had begun with them, become “changed, needs attention”. Those that are gone stay in the case (`Case.cut`) and come
    back with a later draft that has their words. Raises CaseFileError when it is the draft that the case has.
    """
    with file.act("new draft", step=Step(Does.FIXED, is_bottom=True)) as act:
        before, old = drafts.draft_text(act.connection)
        _require_other(old, imported)
        about = (imported.name, imported.media_type, imported.captured_from, imported.response)
        snapshots.keep(act, imported.original, *about)
        draft_id = drafts.add_draft(act, imported)
        standing = claims.read_claims(act.connection, before)
        for one in _follow(standing, Alignment(old, imported.article.text)):
            _stand(act, draft_id, one)
        _bring_back(act, draft_id, {claim.id for claim in standing}, imported.article.text)
        return act.result()


def _stand(act: Act, draft_id: str, one: Followed) -> None:
    for position, anchor in enumerate(one.anchors):
        claims.add_anchor(act, one.claim.id, draft_id, position, anchor)
    if one.fate is Fate.CHANGED and one.claim.status is not Status.TO_CHECK:
        claims.change_claim(act, one.claim.id, status=Status.CHANGED.value)


def _bring_back(act: Act, draft_id: str, standing: set[str], text: str) -> None:
    """Claims that an earlier draft had lost, when their words stand in this one again."""
    for claim in claims.read_cut(act.connection, draft_id):
        at = text.find(claim.exact) if claim.id not in standing and len(claim.exact.split()) > 1 else -1
        if at >= 0:
            anchors = (Anchor.at(text, Span(at, at + len(claim.exact))),)
            _stand(act, draft_id, Followed(claim, Fate.CHANGED, anchors))


class Later:
    """What a search for claims in a later draft takes over from the draft before: decisions about the same words."""

    def __init__(self, act: Act, draft_id: str, text: str) -> None:
        self._act, self._draft_id = act, draft_id
        before = drafts.draft_before(act.connection, draft_id)
        self._before = before[0] if before and drafts.is_extracted(act.connection, before[0]) else ""
        self._old = before[1] if before else ""
        self._back = Alignment(text, self._old) if self._before else None

    def is_news(self, claim: FoundClaim) -> bool:
        """Whether a claim found has words that the draft before did not have; else it was judged there already."""
        return self._back is None or self._back.place(claim.span) is None

    def carry(self) -> None:
        """Dismiss the facts and warnings whose words were dismissed in the draft before."""
        if not self._before:
            return
        connection = self._act.connection
        there = Alignment(self._old, drafts.draft_text(connection)[1])
        for kind, span, reason in findings.dismissed_facts(connection, self._before):
            place = there.place(span)
            fact = findings.fact_at(connection, self._draft_id, kind, place) if place else None
            if fact is not None:
                findings.dismiss_fact(self._act, fact, reason)
        warned = self._warnings(self._draft_id)
        known = {(one.warning.kind, one.warning.message, one.warning.span): one.id for one in warned}
        for one in self._warnings(self._before):
            place = there.place(one.warning.span) if one.dismissed else None
            same = known.get((one.warning.kind, one.warning.message, place)) if place else None
            if same is not None:
                findings.set_warning_dismissed(self._act, same, True)

    def _warnings(self, draft_id: str) -> tuple[CaseWarning, ...]:
        return findings.read_warnings(self._act.connection, draft_id)
