"""Notes made and edited in their form, begun with nothing, with what was dropped, or with what was copied.

The form is imported when it is asked for: the window is painted before it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from ui import messages
from ui.actions.desk import Desk
from ui.models import acts

if TYPE_CHECKING:
    from ui.dialogs.note_draft import NoteDraft
    from ui.dialogs.page_copy_field import PageCopyField
    from workbench.domain.case import Case


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
    work.failed.connect(messages.trouble)
    desk.shell.watch(work, QCoreApplication.translate("Actions", "Reading the file…"))


def _file_note(desk: Desk, claim_id: str, draft: NoteDraft) -> None:
    from ui.dialogs.note_dialog import NoteDialog

    case = desk.session.case
    filed = NoteDialog.ask(desk.window, case, claim_id, draft, page=_page_field(desk)) if case else None
    if case is not None and filed is not None:
        desk.session.do(acts.add_note(filed.fields, filed.links, filed.snapshot, filed.source_id))
        _show_or_keep(desk, case, claim_id, filed)


def _page_field(desk: Desk) -> PageCopyField:
    from ui.dialogs.page_copy_field import PageCopyField

    return PageCopyField(desk.session.background, allow_private=desk.settings.allow_private_addresses)


def _show_or_keep(desk: Desk, before: Case, on: str, draft: NoteDraft) -> None:
    """A note that was filed is brought into view; one that could not be waits for the next time, as if it was left."""
    from ui.dialogs.note_dialog import kept

    def over(_: object) -> None:
        now = desk.session.case
        if now is None or now.id != before.id:
            return
        if now.digest == before.digest:
            kept.keep(before.id, on, draft)
        for evidence_id in {*now.evidence} - {*before.evidence} or {on}:
            desk.details.bring_note_into_view(evidence_id)

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
        _show_or_keep(desk, case, evidence_id, filed)
