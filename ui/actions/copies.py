"""A colleague's copy of the open case: what was done in it, done here too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from ui import messages
from ui.actions.desk import Desk

if TYPE_CHECKING:
    from workbench.domain.case import Case
    from workbench.domain.changes import Changes
    from workbench.storage.case_file import CaseFile
    from workbench.workflow.combining import Combined


def _tr(words: str) -> str:
    return QCoreApplication.translate("Copies", words)


def choose(desk: Desk) -> None:
    """Take in another copy of this case, once the person has seen what that comes to."""
    start = str(desk.session.path.parent) if desk.session.path else ""
    chosen, _ = QFileDialog.getOpenFileName(
        desk.window, _tr("Take in a colleague's copy"), start, _tr("Cases (*.factcase)")
    )
    if chosen:
        look(desk, Path(chosen))


def look(desk: Desk, other: Path) -> None:
    """Show what `other` would bring, and take it in if that is wanted."""
    desk.details.flush()
    if desk.session.read_only:
        messages.error(_tr("This case is open read-only: nothing can be taken in."))
        return

    def come_to(file: CaseFile) -> tuple[Case, Combined]:
        from workbench.workflow import combining, opening

        combined = combining.look(file, other)  # with what the flush has just put into the case
        return opening.read_case(file), combined

    desk.session.fetch(come_to, lambda seen: _ask(desk, other, *seen))


def _ask(desk: Desk, other: Path, case: Case, combined: Combined) -> None:
    from ui.dialogs.combine_dialog import CombineDialog

    if CombineDialog.ask(desk.window, case, combined):
        _take_in(desk, other)


def _take_in(desk: Desk, other: Path) -> None:
    path, folder = desk.session.path, desk.settings.backup_folder

    def act(file: CaseFile) -> Changes:
        from workbench.workflow import backing_up, combining

        if path is not None:
            backing_up.back_up(path, folder)  # undo does not go back behind a combination
        return combining.combine(file, other)[0]

    desk.session.do(act)
