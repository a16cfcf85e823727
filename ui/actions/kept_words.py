"""Taking words from what is kept: the snapshots' for a claim's quotation, the author's own beside the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import messages
from ui.actions.desk import Desk
from ui.look import sentences
from ui.models import acts

if TYPE_CHECKING:
    from workbench.domain.claim import Anchor
    from workbench.domain.imported import ImportedArticle
    from workbench.storage.case_file import CaseFile
    from workbench.storage.texts import KeptText
    from workbench.workflow.quoting import QuoteResult


def check_quotation(desk: Desk) -> None:
    """Hold the selected claim's words against every snapshot of the case."""
    claim_id = desk.session.selected

    def read(file: CaseFile) -> tuple[QuoteResult, ...]:
        from workbench.workflow import quoting

        return quoting.check_quotation(file, claim_id)

    desk.session.fetch(read, lambda results: _show_results(desk, claim_id, results))


def _show_results(desk: Desk, claim_id: str, results: tuple[QuoteResult, ...]) -> None:
    from ui.dialogs.quote_dialog import QuoteDialog
    from ui.views.quote_diff import QuoteDiff

    case = desk.session.case
    claim = case.claim(claim_id) if case else None
    if case is None or claim is None:
        return
    if not results:
        messages.show(
            QCoreApplication.translate("Actions", "No note has a snapshot yet: keep a copy of a source with its note.")
        )
        return
    chosen = QuoteDialog.ask(desk.window, case, claim, results, QuoteDiff)
    if chosen is None:
        return
    result = chosen.result
    if chosen.shows_text:
        show_text_of(desk, result.evidence_id, result.place)
    elif result.place is not None:
        desk.session.do(acts.quote_place(result.evidence_id, result.place, claim_id))


def show_text_of(desk: Desk, evidence_id: str, place: Anchor | None = None) -> None:
    """The words of a note's snapshot beside the claim, to take an excerpt from."""
    case, claim_id = desk.session.case, desk.session.selected
    note = case.evidence.get(evidence_id) if case else None
    if note is None:
        return

    def read(file: CaseFile) -> KeptText | None:
        from workbench.workflow import copy_texts

        return copy_texts.copy_text(file, note.snapshot)

    desk.session.fetch(read, lambda text: _show_text(desk, evidence_id, claim_id, text, place or note.place))


def _show_text(desk: Desk, evidence_id: str, claim_id: str, text: KeptText | None, place: Anchor | None) -> None:
    from ui.dialogs.snapshot_text_dialog import SnapshotTextDialog

    case = desk.session.case
    claim, note = (case.claim(claim_id), case.evidence.get(evidence_id)) if case else (None, None)
    if case is None or claim is None or note is None:
        return
    if text is None or not text.text:
        told = QCoreApplication.translate("Actions", "The words of this snapshot are still being read. Try again soon.")
        messages.show(sentences.told(text.problem) if text else told)
        return
    title = case.sources[note.source_id].title
    shown = place.span if place and place.span.of(text.text) == place.exact else None
    chosen = SnapshotTextDialog.ask(desk.window, title, claim, text.text, shown, sentences.told(text.problem))
    if chosen is not None:
        desk.session.do(acts.quote_place(evidence_id, chosen, claim_id))


def take_author_notes(desk: Desk) -> None:
    """The comments and footnotes in the author's file, offered as evidence notes on the claims they mark."""
    from workbench.workflow import author_notes

    desk.details.flush()

    def read(kept: author_notes.Original) -> None:
        path = desk.session.path
        work = desk.session.background.long(
            lambda _, cancelled: author_notes.read_apart(kept, cancelled=cancelled),
            lambda imported: _offer_author_notes(desk, imported) if desk.session.path == path else None,
        )
        work.failed.connect(messages.trouble)
        desk.shell.watch(work, QCoreApplication.translate("Actions", "Reading the author's file…"))

    desk.session.fetch(author_notes.original, read)


def _offer_author_notes(desk: Desk, imported: ImportedArticle) -> None:
    from ui.dialogs.author_notes_dialog import AuthorNotesDialog
    from workbench.workflow import author_notes

    case = desk.session.case
    offered = author_notes.offered_notes(case, imported) if case else ()
    if not offered or case is None:
        told = QCoreApplication.translate("Actions", "The author's file holds no comment or footnote to take in.")
        messages.show(told)
        return
    chosen = AuthorNotesDialog.ask(desk.window, case, offered)
    if chosen:
        desk.session.do(lambda file: author_notes.take_notes(file, chosen))
