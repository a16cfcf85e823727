"""Evidence: notes on the selected claim, queries, sign-off, and the dialogs that the details ask for.

The dialogs are imported when they are asked for: the window is painted before them.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from ui.actions import kept_words, note_forms
from ui.actions.desk import Desk
from ui.actions.table import QT_TRANSLATE_NOOP, Action, Menu, Needs
from ui.models import acts


def connect(desk: Desk) -> None:
    """Answer what the details ask for, and read the words of what is kept."""
    from ui.models.copies_reader import CopiesReader

    CopiesReader(desk.session)
    details = desk.details
    details.note_asked.connect(lambda claim_id: note_forms.new_note(desk, claim_id))
    details.note_dropped.connect(lambda claim_id, thing: note_forms.note_with(desk, claim_id, thing))
    details.note_edit_asked.connect(lambda evidence_id: note_forms.edit_note(desk, evidence_id))
    details.note_claims_asked.connect(lambda evidence_id: show_claims_of(desk, evidence_id))
    details.note_text_asked.connect(lambda evidence_id: kept_words.show_text_of(desk, evidence_id))
    details.tag_asked.connect(lambda tag: find_tag(desk, tag))
    details.link_asked.connect(lambda claim_id: link_note(desk, claim_id))
    details.query_asked.connect(lambda claim_id: ask_query(desk, claim_id))


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
    desk.details.signatures.sign_off()


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
        note_forms.note_from_clipboard,
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
        kept_words.check_quotation,
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
        kept_words.take_author_notes,
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
