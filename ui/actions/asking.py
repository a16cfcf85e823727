"""What the claim details ask for by a dialog: notes, links, queries. The dialogs are imported when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui import messages
from ui.case_session import CaseSession
from ui.models import acts
from ui.views.claim_details import ClaimDetails
from workbench.domain.case import Case
from workbench.errors import EvidenceError

if TYPE_CHECKING:
    from ui.dialogs.note_draft import NoteDraft


class Asking:
    """Stands between the claim details and the dialogs, which know nothing of each other."""

    def __init__(self, window: QWidget, session: CaseSession, details: ClaimDetails) -> None:
        self._window = window
        self._session = session
        details.note_asked.connect(self.new_note)
        details.note_dropped.connect(self.note_from)
        details.note_edit_asked.connect(self.edit_note)
        details.note_claims_asked.connect(self.show_claims)
        details.link_asked.connect(self.link_note)
        details.query_asked.connect(self.ask_query)

    def _case(self) -> Case | None:
        if self._session.read_only:
            messages.error(
                QCoreApplication.translate("Asking", "This case is open read-only: nothing in it can be changed.")
            )
            return None
        return self._session.case

    def new_note(self, claim_id: str) -> None:
        """Make a note on the claim, going on from what was typed and left."""
        from ui.dialogs import note_dialog, note_draft

        case = self._case()
        if case is not None:
            self._make(case, claim_id, note_dialog.kept.take(case.id, claim_id) or note_draft.new(claim_id))

    def note_from(self, claim_id: str, thing: Path | str) -> None:
        """Make a note on the claim, begun with something dropped on it."""
        from ui.dialogs import note_draft

        case = self._case()
        if case is None:
            return
        try:
            start = note_draft.begun_with(claim_id, thing)
        except EvidenceError as problem:
            messages.error(problem.message)
        else:
            self._make(case, claim_id, start)

    def _make(self, case: Case, claim_id: str, start: NoteDraft) -> None:
        from ui.dialogs.note_dialog import NoteDialog

        draft = NoteDialog.ask(self._window, case, claim_id, start)
        if draft is not None:
            self._session.do(acts.add_note(draft.fields, draft.links, draft.snapshot, draft.source_id))
            self._keep_unless(lambda now: len(now.evidence) > len(case.evidence), case, claim_id, draft)

    def edit_note(self, evidence_id: str) -> None:
        from ui.dialogs import note_dialog, note_draft

        case = self._case()
        if case is None:
            return
        was = note_draft.of_note(case, evidence_id)
        start = note_dialog.kept.take(case.id, evidence_id) or was
        draft = note_dialog.NoteDialog.ask(self._window, case, evidence_id, start, evidence_id=evidence_id)
        if draft is not None and (draft.fields != was.fields or draft.snapshot is not None):
            self._session.do(acts.edit_note(evidence_id, draft.fields, draft.snapshot))
            self._keep_unless(lambda now: now.digest != case.digest, case, evidence_id, draft)

    def _keep_unless(self, done: Callable[[Case], bool], case: Case, on: str, draft: NoteDraft) -> None:
        """A note that could not be filed waits for the next time, like one that was left."""
        from ui.dialogs.note_dialog import kept

        def over(_: object) -> None:
            now = self._session.case
            if now is not None and now.id == case.id and not done(now):
                kept.keep(case.id, on, draft)

        # Acts and reads are done in the order asked, so this comes when the act is over, well or badly.
        self._session.fetch(lambda _file: None, over)

    def link_note(self, claim_id: str) -> None:
        from ui.dialogs.link_dialog import LinkDialog

        case = self._case()
        chosen = LinkDialog.ask(self._window, case, claim_id) if case else None
        if chosen is not None:
            self._session.do(acts.link(chosen.evidence_id, claim_id, chosen.stance))

    def ask_query(self, claim_id: str) -> None:
        from ui.dialogs.query_dialog import QueryDialog

        case = self._case()
        claim = case.claim(claim_id) if case else None
        question = QueryDialog.ask(self._window, claim) if claim else None
        if question is not None:
            self._session.do(acts.ask(claim_id, question.to, question.text))

    def show_claims(self, evidence_id: str) -> None:
        """The claims that rest on the note; going to one selects it."""
        from ui.dialogs.note_claims_dialog import NoteClaimsDialog

        case = self._session.case
        if case is not None and (chosen := NoteClaimsDialog.ask(self._window, case, evidence_id)):
            self._session.select(chosen)
