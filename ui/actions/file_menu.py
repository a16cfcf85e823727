"""File: open, paste, export, settings, quit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

import resources
from ui import messages
from ui.actions import copies, drafts, keeping
from ui.actions.desk import Desk
from ui.actions.table import QT_TRANSLATE_NOOP, Action, Menu, Needs
from ui.look import sentences
from workbench.errors import ExportError

if TYPE_CHECKING:
    from workbench.domain.case import Case
    from workbench.domain.open_points import OpenPoint
    from workbench.reports.options import NotesOptions
    from workbench.storage.case_file import CaseFile


def _tr(words: str) -> str:
    return QCoreApplication.translate("Actions", words)


def open_file(desk: Desk) -> None:
    filters = ";;".join((*_kinds(), _tr("All files (*)")))
    chosen, _ = QFileDialog.getOpenFileName(desk.window, _tr("Open an article or a case"), "", filters)
    if chosen:
        desk.shell.open_path(Path(chosen))


def _kinds() -> list[str]:
    cases = [_tr("Cases (*.factcase)"), _tr("Records of cases (*.json)")]
    everything = " ".join(("*.factcase", "*.json", *_patterns()))
    return [_tr("Articles and cases ({files})").format(files=everything), *cases, *article_kinds()[1:]]


def article_kinds() -> list[str]:
    """The file dialog's choices for articles, made of the importers' own table; the first are all of them."""
    from workbench.importers.registry import FORMATS

    kinds = [f"{sentences.told(kind.label)} ({' '.join(f'*{suffix}' for suffix in kind.suffixes)})" for kind in FORMATS]
    return [_tr("Articles ({files})").format(files=" ".join(_patterns())), *kinds]


def _patterns() -> list[str]:
    from workbench.importers.registry import FORMATS

    return [f"*{suffix}" for kind in FORMATS for suffix in kind.suffixes]


def paste_article(desk: Desk) -> None:
    from ui.dialogs.pasted_article_dialog import PastedArticleDialog

    text = PastedArticleDialog.ask(desk.window)
    if text:
        desk.shell.paste_article(text)


def open_address(desk: Desk) -> None:
    desk.shell.open_address()


def open_example(desk: Desk) -> None:
    desk.shell.open_path(resources.seed(resources.EXAMPLE))


def show_open(desk: Desk) -> None:
    """List what is still open, and go to the point chosen."""
    from ui.dialogs.gate_dialog import GateDialog
    from workbench.workflow import opening
    from workbench.workflow.house import gate_options

    desk.details.flush()

    def show(case: Case) -> None:
        point = GateDialog.ask(desk.window, case, gate_options(desk.settings), desk.session.selected)
        if point is not None:
            _go_to(desk, point)

    # Asked after the acts that the flush asked for, so the case then holds what was being typed.
    desk.session.fetch(opening.read_case, show)


def _go_to(desk: Desk, point: OpenPoint) -> None:
    if point.claim_id:
        desk.session.select(point.claim_id)
    elif point.place is not None:
        desk.article.select_words(point.place)


def export(desk: Desk) -> None:
    """Write the notes where the person says; runs beside the window, with progress and cancel."""
    from ui.dialogs.export_dialog import Asked, ExportDialog

    desk.details.flush()
    case = desk.session.case
    asked = ExportDialog.ask(desk.window, case, desk.settings, _beside_case(desk)) if case else None
    if isinstance(asked, Asked):
        start_export(desk, asked.to, asked.out, asked.options)
    elif asked is not None:
        _go_to(desk, asked)


def preview(desk: Desk) -> None:
    """Show the pages as they will be; print from there."""
    from ui.dialogs.preview_dialog import PreviewDialog
    from workbench.workflow import history
    from workbench.workflow.house import options_of

    desk.details.flush()
    case = desk.session.case
    if case is None:
        return
    try:
        options = options_of(desk.settings)
    except ExportError as problem:
        messages.trouble(problem)
        return
    desk.session.fetch(
        history.checkers,
        lambda names: PreviewDialog.ask(
            desk.window,
            case,
            desk.session.selected,
            replace(options, checked_by=", ".join(names)),
            desk.session.background,
        ),
    )


def _beside_case(desk: Desk) -> Path | None:
    return desk.session.path.parent if desk.session.path else None


def _open_notes(out: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(out))):
        messages.error(_tr("No program would open {path}.").format(path=out))


def start_export(desk: Desk, to: str, out: Path, options: NotesOptions) -> None:
    """Begin writing `out`. The notes hold what the case holds once every act asked before this is done."""
    from workbench.workflow import history, opening, publishing

    def read(file: CaseFile) -> tuple[Case, NotesOptions, Path]:
        return opening.read_case(file), replace(options, checked_by=", ".join(history.checkers(file))), file.path

    def written(gaps: str) -> None:
        level = messages.Level.WARNING if gaps else messages.Level.DONE
        shown = messages.Offer(_tr("Open"), lambda: _open_notes(out))
        told = f"{_tr('The notes are in {path}.').format(path=out)} {sentences.told(gaps)}".strip()
        messages.show(told, level, shown)

    def write(made: tuple[Case, NotesOptions, Path]) -> None:
        case, signed, path = made
        work = desk.session.background.long(
            lambda progress, cancelled: publishing.export(
                case, to, out, signed, progress=progress, cancelled=cancelled, file=path
            ),
            lambda _: written(publishing.gaps(case, to, signed)),
        )
        work.failed.connect(messages.trouble)
        work.cancelled.connect(lambda: messages.show(_tr("The export was stopped; nothing was written.")))
        desk.shell.watch(work, _tr("Writing the notes…"))

    desk.session.fetch(read, write)


def save(desk: Desk) -> None:
    """Harmless: everything is saved as it is done. What is being typed is filed now."""
    desk.details.flush()
    messages.show(_tr("Everything is saved as you do it."), messages.Level.DONE)


def settings(desk: Desk) -> None:
    from ui.actions import menus
    from ui.dialogs.settings_dialog import SettingsDialog

    changed = SettingsDialog.ask(desk.window, desk.settings, desk.shell.action_rows(), menus.default_keys())
    if changed is not None:
        desk.shell.apply_settings(changed)


ACTIONS = (
    Action(
        "file.open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        Menu.FILE,
        open_file,
        ("Ctrl+O",),
        Needs.NOTHING,
        "folder-open",
    ),
    Action(
        "file.address",
        QT_TRANSLATE_NOOP("Actions", "Open an &address…"),
        Menu.FILE,
        open_address,
        ("Ctrl+L",),
        Needs.NOTHING,
        "globe",
    ),
    Action(
        "file.paste",
        QT_TRANSLATE_NOOP("Actions", "&Paste an article…"),
        Menu.FILE,
        paste_article,
        ("Ctrl+Shift+V",),
        Needs.NOTHING,
        "clipboard-paste",
    ),
    Action(
        "file.example", QT_TRANSLATE_NOOP("Actions", "Open the &example"), Menu.FILE, open_example, (), Needs.NOTHING
    ),
    Action(
        "file.draft",
        QT_TRANSLATE_NOOP("Actions", "Take in a new &draft…"),
        Menu.FILE,
        drafts.choose,
        (),
        Needs.WRITABLE,
        "file-plus",
    ),
    Action("file.cut", QT_TRANSLATE_NOOP("Actions", "Claims c&ut from the article…"), Menu.FILE, drafts.show_cut),
    Action(
        "file.combine",
        QT_TRANSLATE_NOOP("Actions", "Take in a co&lleague's copy…"),
        Menu.FILE,
        copies.choose,
        (),
        Needs.WRITABLE,
        "combine",
    ),
    Action(
        "file.preview",
        QT_TRANSLATE_NOOP("Actions", "Pre&view and print…"),
        Menu.FILE,
        preview,
        ("Ctrl+P",),
        Needs.CASE,
        "printer",
        1,
    ),
    Action(
        "file.export",
        QT_TRANSLATE_NOOP("Actions", "&Export notes…"),
        Menu.FILE,
        export,
        ("Ctrl+E",),
        Needs.CASE,
        "file-down",
        1,
    ),
    Action(
        "file.open-points",
        QT_TRANSLATE_NOOP("Actions", "&What is still open…"),
        Menu.FILE,
        show_open,
        ("Ctrl+G",),
        Needs.CASE,
        "list-checks",
        1,
    ),
    Action("file.save", QT_TRANSLATE_NOOP("Actions", "&Save"), Menu.FILE, save, ("Ctrl+S",), Needs.CASE, group=1),
    Action(
        "file.copy",
        QT_TRANSLATE_NOOP("Actions", "Save a &copy…"),
        Menu.FILE,
        keeping.save_copy,
        ("Ctrl+Shift+S",),
        group=1,
    ),
    Action(
        "file.restore",
        QT_TRANSLATE_NOOP("Actions", "&Restore a backup…"),
        Menu.FILE,
        keeping.restore,
        (),
        Needs.WRITABLE,
        "archive",
        1,
    ),
    Action(
        "file.settings",
        QT_TRANSLATE_NOOP("Actions", "Se&ttings…"),
        Menu.FILE,
        settings,
        ("Ctrl+,",),
        Needs.NOTHING,
        "settings",
        2,
    ),
    Action(
        "file.quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        Menu.FILE,
        lambda desk: desk.shell.leave(),
        ("Ctrl+Q",),
        Needs.NOTHING,
        group=3,
    ),
)
