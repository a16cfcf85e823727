"""Every screen of the window: the window itself in its states, and each dialog on the same case."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

import ui.dialogs
from tests.ui.seed_case import EDITORIAL, POLITICAL
from ui.dialogs.address_dialog import AddressDialog
from ui.dialogs.author_notes_dialog import AuthorNotesDialog
from ui.dialogs.bug_dialog import BugDialog
from ui.dialogs.combine_dialog import CombineDialog
from ui.dialogs.cut_dialog import CutDialog
from ui.dialogs.dismiss_dialog import DismissDialog
from ui.dialogs.dismissed_dialog import DismissedDialog
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.gate_dialog import GateDialog
from ui.dialogs.history_dialog import HistoryDialog
from ui.dialogs.link_dialog import LinkDialog
from ui.dialogs.note_claims_dialog import NoteClaimsDialog
from ui.dialogs.note_dialog import NoteDialog
from ui.dialogs.note_draft import of_note
from ui.dialogs.page_copy_field import PageCopyField
from ui.dialogs.palette_dialog import PaletteDialog
from ui.dialogs.pasted_article_dialog import PastedArticleDialog
from ui.dialogs.preview_dialog import PreviewDialog
from ui.dialogs.query_dialog import QueryDialog
from ui.dialogs.quote_dialog import QuoteDialog
from ui.dialogs.restore_dialog import RestoreDialog
from ui.dialogs.scale_dialog import ScaleDialog
from ui.dialogs.search_dialog import SearchDialog
from ui.dialogs.settings_dialog import SettingsDialog
from ui.dialogs.shortcuts_dialog import ShortcutsDialog
from ui.dialogs.snapshot_text_dialog import SnapshotTextDialog
from ui.dialogs.taking_in_dialog import TakingInDialog
from ui.main_window import MainWindow
from ui.models.words import SOURCE_KINDS
from ui.views.quote_diff import QuoteDiff
from workbench import settings
from workbench.domain.case import Case
from workbench.domain.claim import Anchor
from workbench.domain.imported import AuthorNote
from workbench.reports.options import NotesOptions
from workbench.sources.quote_check import check_quote
from workbench.storage.backup_folder import Backup
from workbench.storage.history import Difference, Event
from workbench.storage.left_out import LeftOut
from workbench.storage.search import Hit, Where
from workbench.workflow.author_notes import OfferedNote
from workbench.workflow.combining import Combined, Differing
from workbench.workflow.drafting import Followed
from workbench.workflow.house import gate_options
from workbench.workflow.quoting import QuoteResult
from workbench.workflow.reanchoring import Fate

_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CYRILLIC = "абцдефгхийклмнопярстувщхызАБЦДЕФГХИЙКЛМНОПЯРСТУВЩХЫЗ"


def cyrillic(thing: Any) -> Any:
    """`thing` with its words in other letters, one for one: what is data can then be told from the window's words."""
    if isinstance(thing, str) and not isinstance(thing, Enum):
        return thing if thing in SOURCE_KINDS else thing.translate(str.maketrans(_LATIN, _CYRILLIC))
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{one.name: cyrillic(getattr(thing, one.name)) for one in fields(thing) if one.init})
    if isinstance(thing, Mapping):
        return {cyrillic(key): cyrillic(value) for key, value in thing.items()}
    if isinstance(thing, tuple | frozenset):
        return type(thing)(cyrillic(one) for one in thing)
    return thing


def made_window(qtbot: QtBot, case: Case | None = None, **chosen: Any) -> MainWindow:
    """The real window, on `case` with its second claim selected, or empty."""
    window = MainWindow(settings.Settings(**{"checker": "Р. Х.", "backup_minutes": 0, **chosen}))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    if case is not None:
        window.session.case = case
        window.session.opened.emit()
        window.session.select(case.claims[1].id)
    QApplication.processEvents()
    return window


def _quote_results(case: Case) -> tuple[QuoteResult, ...]:
    said = case.claims[1].exact
    found = check_quote(said, f"Она {said} оно")
    return (
        QuoteResult("note-1", "0", found, Anchor.at(said, case.claims[1].span.shifted(-case.claims[1].span.start))),
    )


def _followed(case: Case) -> tuple[Followed, ...]:
    """One claim as it was, one with other words, one gone."""
    same, changed, gone = case.claims[:3]
    other = replace(changed.anchors[0], exact=f"{changed.exact} Да")
    return (
        Followed(same, Fate.SAME, same.anchors),
        Followed(changed, Fate.CHANGED, (other,)),
        Followed(gone, Fate.GONE, ()),
    )


def _combined(number: int) -> Combined:
    """Something of everything that a colleague's copy can bring."""
    differing = (
        Differing(number, Difference("claim", "status", "checking", "checked")),
        Differing(number, Difference("claim", "reasoning", "", "Они да")),
        Differing(0, Difference("source", "title", "Да", "Они")),
    )
    left = (LeftOut(number, "", deleted_here=True), LeftOut(0, "Да", deleted_here=False))
    return Combined(("Ада", "Юри"), 14, (1, 2, number), (2,), (number,), differing, left)


def _events(claim_id: str) -> tuple[Event, ...]:
    differences = (
        Difference("claim", "status", "to check", "checked"),
        Difference("source", "kind", "", "webpage"),
        Difference("note", "excerpt", "Они", "Они да"),
    )
    at = "2026-05-06T07:08:09Z"
    return (
        Event(3, at, "Р. Х.", "undo edit claimant and reasoning", (claim_id,), differences, True),
        Event(2, at, "Р. Х.", "mark checked", (), (), False),
    )


def dialogs(window: MainWindow, folder: Path) -> dict[type[QDialog], Callable[[], QDialog]]:
    """A way to make each dialog on the window's case."""
    case = window.session.case
    assert case is not None
    claim, note = case.claims[1], next(iter(case.evidence.values()))
    background, rows = window.session.background, window.action_rows()
    offered = (OfferedNote(AuthorNote(claim.span, "Да", "Он"), claim.exact, "Он", (claim.id,)),)
    hits = [Hit(Where.CLAIM, claim.id, claim.exact), Hit(Where.EVIDENCE, note.id, note.excerpt)]
    backup = Backup(
        folder / "б", datetime(2026, 5, 6, 7, 8, tzinfo=UTC), "before restore", 4096, 3, 2, 1, 1, "new case"
    )
    plain = settings.Settings()
    made: dict[type[QDialog], Callable[[], QDialog]] = {
        AddressDialog: lambda: AddressDialog(background, allow_private=False, parent=window),
        CombineDialog: lambda: CombineDialog(case, _combined(claim.number), window),
        CutDialog: lambda: CutDialog(replace(case, cut=case.claims[:2]), window),
        DraftDialog: lambda: DraftDialog(case, _followed(case), window),
        AuthorNotesDialog: lambda: AuthorNotesDialog(case, offered, window),
        DismissDialog: lambda: DismissDialog(case.article, claim.span, window),
        DismissedDialog: lambda: DismissedDialog(
            case.article, [replace(fact, dismissed="Да") for fact in case.facts], window
        ),
        ExportDialog: lambda: ExportDialog(case, plain, folder, window),
        GateDialog: lambda: GateDialog(case, gate_options(plain), claim.id, window),
        HistoryDialog: lambda: HistoryDialog(case, claim.id, _events(claim.id), window),
        LinkDialog: lambda: LinkDialog(case, case.claims[0].id, window),
        NoteClaimsDialog: lambda: NoteClaimsDialog(case, note.id, window),
        NoteDialog: lambda: NoteDialog(
            case, of_note(case, note.id), page=PageCopyField(background, allow_private=False), parent=window
        ),
        PaletteDialog: lambda: PaletteDialog(window, rows),
        PastedArticleDialog: lambda: PastedArticleDialog(window),
        PreviewDialog: lambda: PreviewDialog(case, claim.id, NotesOptions(), background, window),
        QueryDialog: lambda: QueryDialog(claim, window),
        QuoteDialog: lambda: QuoteDialog(case, claim, _quote_results(case), QuoteDiff, window),
        RestoreDialog: lambda: RestoreDialog([backup], window),
        ScaleDialog: lambda: ScaleDialog(case, {"a": cyrillic(EDITORIAL), "b": cyrillic(POLITICAL)}, window),
        SearchDialog: lambda: SearchDialog(lambda _words, then: then(hits), lambda: case, window),
        SettingsDialog: lambda: SettingsDialog(plain, rows, parent=window),
        ShortcutsDialog: lambda: ShortcutsDialog(rows, window),
        SnapshotTextDialog: lambda: SnapshotTextDialog("Он", claim, "Он да она.", None, "", window),
    }
    return made


def all_dialog_classes() -> set[type[QDialog]]:
    """Every dialog that `ui.dialogs` defines."""
    found: set[type[QDialog]] = set()
    for module in pkgutil.iter_modules(ui.dialogs.__path__, "ui.dialogs."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, QDialog) and thing.__module__ == module.name:
                found.add(thing)
    return found - {FormDialog, TakingInDialog, BugDialog}


def shown(dialog: QDialog, qtbot: QtBot) -> QDialog:
    with qtbot.waitExposed(dialog):
        dialog.show()
    QApplication.processEvents()
    return dialog


def taken_away(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
