"""Evidence: notes on the selected claim, queries, sign-off, and the dialogs that the details ask for.

The dialogs are imported when they are asked for: the window is painted before them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from ui import messages
from ui.actions.desk import Desk
from ui.actions.table import QT_TRANSLATE_NOOP, Action, Menu, Needs
from ui.models import acts

if TYPE_CHECKING:
    from ui.dialogs.note_draft import NoteDraft
    from ui.dialogs.page_copy_field import PageCopyField
    from workbench.domain.article import ImportedArticle
    from workbench.domain.case import Case
    from workbench.domain.claim import Anchor
    from workbench.storage.case_file import CaseFile
    from workbench.storage.texts import KeptText
    from workbench.workflow.quoting import QuoteResult


def connect(desk: Desk) -> None:
    """Answer what the details ask for, and read the words of what is kept."""
    from ui.models.copies_reader import CopiesReader

    CopiesReader(desk.session)
    details = desk.details
    details.note_asked.connect(lambda claim_id: new_note(desk, claim_id))
    details.note_dropped.connect(lambda claim_id, thing: note_with(desk, claim_id, thing))
    details.note_edit_asked.connect(lambda evidence_id: edit_note(desk, evidence_id))
    details.note_claims_asked.connect(lambda evidence_id: show_claims_of(desk, evidence_id))
    details.note_text_asked.connect(lambda evidence_id: show_text_of(desk, evidence_id))
    details.tag_asked.connect(lambda tag: find_tag(desk, tag))
    details.link_asked.connect(lambda claim_id: link_note(desk, claim_id))
    details.query_asked.connect(lambda claim_id: ask_query(desk, claim_id))


def new_note(desk: Desk, claim_id: str) -> None:
    """A new note on the claim, or the one that was left unfiled."""
    from ui.dialogs import note_draft
    from ui.dialogs.note_dialog import kept

    if desk.session.case is not None:
        draft = kept.take(desk.session.case.id, claim_id) or note_draft.new(claim_id)
        _file_note(desk, claim_id, draft)


def note_with(desk: Desk, claim_id: str, thing: Path | str) -> None:
    """A note begun with a dropped file, address or words."""
    from ui.dialogs import note_draft

    if isinstance(thing, str):
        _file_note(desk, claim_id, note_draft.begun_with(claim_id, thing))
        return
    path = desk.session.path

    def take(draft: NoteDraft) -> None:
        if desk.session.path == path:
            _file_note(desk, claim_id, draft)

    work = desk.session.background.long(
        lambda _, cancelled: note_draft.begun_with(claim_id, thing, cancelled=cancelled), take
    )
    work.failed.connect(lambda problem: messages.error(problem.message))
    desk.shell.watch(work, QCoreApplication.translate("Actions", "Reading the file…"))


def _file_note(desk: Desk, claim_id: str, draft: NoteDraft) -> None:
    from ui.dialogs.note_dialog import NoteDialog

    case = desk.session.case
    filed = NoteDialog.ask(desk.window, case, claim_id, draft, page=_page_field(desk)) if case else None
    if case is not None and filed is not None:
        desk.session.do(acts.add_note(filed.fields, filed.links, filed.snapshot, filed.source_id))
        _keep_unless_filed(desk, case, claim_id, filed)


def _page_field(desk: Desk) -> PageCopyField:
    from ui.dialogs.page_copy_field import PageCopyField

    return PageCopyField(desk.session.background, allow_private=desk.settings.allow_private_addresses)


def _keep_unless_filed(desk: Desk, before: Case, on: str, draft: NoteDraft) -> None:
    """A note that could not be filed waits for the next time, like one that was left."""
    from ui.dialogs.note_dialog import kept

    def over(_: object) -> None:
        now = desk.session.case
        if now is not None and now.id == before.id and now.digest == before.digest:
            kept.keep(before.id, on, draft)

    # Acts and reads are done in the order asked, so this comes when the act is over, well or badly.
    desk.session.fetch(lambda _file: None, over)


def note_from_clipboard(desk: Desk) -> None:
    """A note begun with the file, address or words that were copied."""
    from ui.views.note_drops import dropped_thing

    thing = dropped_thing(QGuiApplication.clipboard().mimeData())
    if thing is None:
        messages.show(QCoreApplication.translate("Actions", "Copy an address, words or a file first."))
    else:
        desk.details.flush()
        note_with(desk, desk.session.selected, thing)


def edit_note(desk: Desk, evidence_id: str) -> None:
    from ui.dialogs import note_draft
    from ui.dialogs.note_dialog import NoteDialog, kept

    case = desk.session.case
    if case is None or evidence_id not in case.evidence:
        return
    was = note_draft.of_note(case, evidence_id)
    start = kept.take(case.id, evidence_id) or was
    filed = NoteDialog.ask(desk.window, case, evidence_id, start, evidence_id=evidence_id, page=_page_field(desk))
    if filed is not None and (filed.fields, filed.links, filed.snapshot) != (was.fields, was.links, None):
        desk.session.do(acts.edit_note(evidence_id, filed.fields, filed.snapshot, filed.links))
        _keep_unless_filed(desk, case, evidence_id, filed)


def show_claims_of(desk: Desk, evidence_id: str) -> None:
    """Which claims rest on this note; go to one of them."""
    from ui.dialogs.note_claims_dialog import NoteClaimsDialog

    case = desk.session.case
    chosen = NoteClaimsDialog.ask(desk.window, case, evidence_id) if case else ""
    if chosen:
        desk.session.select(chosen)


def find_tag(desk: Desk, tag: str) -> None:
    """Everything in the case with this tag, and with its words."""
    from ui.actions import edit_menu

    edit_menu.search_case(desk, f"#{tag}")


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
        messages.show(text.problem if text else told)
        return
    title = case.sources[note.source_id].title
    shown = place.span if place and place.span.of(text.text) == place.exact else None
    chosen = SnapshotTextDialog.ask(desk.window, title, claim, text.text, shown, text.problem)
    if chosen is not None:
        desk.session.do(acts.quote_place(evidence_id, chosen, claim_id))


def link_note(desk: Desk, claim_id: str) -> None:
    from ui.dialogs.link_dialog import LinkDialog

    case = desk.session.case
    chosen = LinkDialog.ask(desk.window, case, claim_id) if case else None
    if chosen is not None:
        desk.session.do(acts.link(chosen.evidence_id, claim_id, chosen.stance))


def ask_query(desk: Desk, claim_id: str) -> None:
    """A question to author or editor about the claim."""
    from ui.dialogs.query_dialog import QueryDialog

    case = desk.session.case
    claim = case.claim(claim_id) if case else None
    question = QueryDialog.ask(desk.window, claim) if claim else None
    if question is not None:
        desk.session.do(acts.ask(claim_id, question.to, question.text))


def sign_off(desk: Desk) -> None:
    desk.details.flush()
    desk.session.do(acts.sign_off(desk.session.selected))


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
        work.failed.connect(lambda problem: messages.error(problem.message))
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


def import_sources(desk: Desk) -> None:
    """Sources from a reference manager's file, beside the window; what is there already is left out, and said."""
    from ui.models import source_import
    from workbench.workflow import importing_sources

    patterns = " ".join(f"*{suffix}" for suffix in importing_sources.SUFFIXES)
    kinds = QCoreApplication.translate("Actions", "BibTeX, RIS and CSL-JSON ({files})").format(files=patterns)
    title = QCoreApplication.translate("Actions", "Import sources")
    chosen, _ = QFileDialog.getOpenFileName(desk.window, title, "", kinds)
    if chosen:
        work = source_import.start(desk.session, Path(chosen))
        desk.shell.watch(work, QCoreApplication.translate("Actions", "Reading the sources…"))


ACTIONS = (
    Action(
        "evidence.add",
        QT_TRANSLATE_NOOP("Actions", "&Add evidence…"),
        Menu.EVIDENCE,
        lambda desk: desk.details.add_evidence(),
        ("A",),
        Needs.CLAIM,
        "plus",
    ),
    Action(
        "evidence.paste",
        QT_TRANSLATE_NOOP("Actions", "Add evidence from the &clipboard…"),
        Menu.EVIDENCE,
        note_from_clipboard,
        ("Shift+A", "Ctrl+V"),
        Needs.CLAIM,
        "clipboard-paste",
    ),
    Action(
        "evidence.link",
        QT_TRANSLATE_NOOP("Actions", "&Link a note of this case…"),
        Menu.EVIDENCE,
        lambda desk: desk.details.link_existing(),
        ("L",),
        Needs.CLAIM,
        "link",
    ),
    Action(
        "evidence.quote-check",
        QT_TRANSLATE_NOOP("Actions", "&Check the quotation against all snapshots…"),
        Menu.EVIDENCE,
        check_quotation,
        ("C",),
        Needs.CLAIM,
        "text-search",
    ),
    Action(
        "evidence.query",
        QT_TRANSLATE_NOOP("Actions", "Ask author or &editor…"),
        Menu.EVIDENCE,
        lambda desk: desk.details.ask_query(),
        ("Q",),
        Needs.CLAIM,
        "message-circle-question-mark",
        1,
    ),
    Action(
        "evidence.sign",
        QT_TRANSLATE_NOOP("Actions", "&Sign off this claim"),
        Menu.EVIDENCE,
        sign_off,
        ("S",),
        Needs.CLAIM,
        "signature",
        1,
    ),
    Action(
        "evidence.author-notes",
        QT_TRANSLATE_NOOP("Actions", "Notes in the author's &file…"),
        Menu.EVIDENCE,
        take_author_notes,
        (),
        Needs.WRITABLE,
        "notebook-pen",
        2,
    ),
    Action(
        "evidence.import",
        QT_TRANSLATE_NOOP("Actions", "&Import sources…"),
        Menu.EVIDENCE,
        import_sources,
        ("Ctrl+I",),
        Needs.WRITABLE,
        "library",
        2,
    ),
)
