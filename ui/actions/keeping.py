"""Keeping the case safe: backups on opening and while it changes, restoring one, copies, history."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from ui import messages
from ui.actions.desk import Desk
from ui.look import sentences
from workbench.errors import DamagedCaseError, UserFacingError

if TYPE_CHECKING:
    from workbench.storage.history import Event

_MINUTE = 60_000
"""Milliseconds."""

_AFTER_START = 5_000
"""Milliseconds until what a crash left is swept up; by then the window has long been in use."""

_ASKED_ONCE = QFileDialog.Option.DontConfirmOverwrite
"""No case is written over, so there is nothing to ask about."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Keeping", words)


class Keeper(QObject):
    """Backs the open case up, away from the window's thread; warns of a place where a case is not safe."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.back_up)
        desk.session.opened.connect(self._opened)
        QTimer.singleShot(_AFTER_START, self._sweep)

    def _sweep(self) -> None:
        """Remove copies of snapshots that a crash left in the folder for temporary files."""

        def work(_progress: object, _cancelled: object) -> int:
            from workbench.workflow import lending

            return lending.sweep()

        self._desk.session.background.long(work, lambda _: None)

    def _opened(self) -> None:
        if self.set_pace():
            self.back_up()
        if not self._desk.session.read_only:
            self._desk.session.fetch(lambda file: file.place.warning, self._warn)

    def set_pace(self) -> bool:
        """Back up as often as the settings say from now on; whether there is anything to back up, and it is wanted."""
        minutes = self._desk.settings.backup_minutes
        if self._desk.session.case is None or self._desk.session.read_only or minutes == 0:
            self._timer.stop()
            return False
        self._timer.start(minutes * _MINUTE)
        return True

    def back_up(self) -> None:
        """Copy the case unless the newest backup holds just this."""
        path, folder = self._desk.session.path, self._desk.settings.backup_folder
        if path is None:
            return

        def work(_progress: object, _cancelled: object) -> None:
            from workbench.workflow import backing_up

            backing_up.back_up(path, folder)

        task = self._desk.session.background.long(work, lambda _: None)
        task.failed.connect(lambda problem: messages.trouble(problem, messages.Level.WARNING))

    def _warn(self, warning: str) -> None:
        if warning:
            messages.show(sentences.told(warning), messages.Level.WARNING)


def save_copy(desk: Desk) -> None:
    """Write the case as it stands to a new file."""
    from workbench.workflow import backing_up

    desk.details.flush()
    start = desk.session.path.with_stem(f"{desk.session.path.stem} copy") if desk.session.path else Path.home()
    chosen, _ = QFileDialog.getSaveFileName(
        desk.window, _tr("Save a copy of the case"), str(start), _tr("Cases (*.factcase)"), options=_ASKED_ONCE
    )
    if not chosen:
        return
    target = _case_named(chosen)
    desk.session.fetch(
        lambda file: backing_up.save_copy(file, target),
        lambda _: messages.show(_tr("A copy is in {path}.").format(path=target), messages.Level.DONE),
    )


def restore(desk: Desk) -> None:
    """Put a backup in the place of the open case; the present one is kept as a backup too."""
    from workbench.workflow import backing_up

    path, folder, who = desk.session.path, desk.settings.backup_folder, desk.session.who
    if path is None:
        return
    desk.details.flush()
    chosen = _choose(desk, path)
    if chosen is not None:
        desk.session.exchange(lambda: backing_up.restore(path, chosen, who=who, folder=folder), folder)


def has_backup(desk: Desk, path: Path) -> bool:
    """Whether there is a backup of the case that could be restored."""
    from workbench.workflow import backing_up

    return bool(backing_up.list_backups(path, desk.settings.backup_folder))


def mend(desk: Desk, path: Path) -> None:
    """Put a backup in the place of a damaged case, open or not."""
    from workbench.workflow import backing_up

    if desk.session.path == path:
        restore(desk)
        return
    folder, who = desk.settings.backup_folder, desk.session.who
    chosen = _choose(desk, path)
    if chosen is None:
        return
    try:
        backing_up.restore(path, chosen, who=who, folder=folder)
    except UserFacingError as problem:
        messages.trouble(problem)
    else:
        desk.shell.open_path(path)


def rescue(desk: Desk, path: Path) -> None:
    """Save what can be read of a damaged case as a new one, and open that."""
    try:
        _rescue(desk, path)
    except DamagedCaseError:
        told = _tr("Too little of “{name}” can be read to rescue it.").format(name=path.name)
        if has_backup(desk, path):
            told += " " + _tr("Restore a backup.")
        messages.error(told)
    except UserFacingError as problem:
        messages.trouble(problem)


def _rescue(desk: Desk, path: Path) -> None:
    """Raises DamagedCaseError when not even the article is left."""
    from workbench.workflow import backing_up

    start = str(path.with_stem(f"{path.stem} rescued"))
    chosen, _ = QFileDialog.getSaveFileName(
        desk.window, _tr("Save what can be read as"), start, _tr("Cases (*.factcase)"), options=_ASKED_ONCE
    )
    if not chosen:
        return
    rescued = backing_up.rescue(path, _case_named(chosen), who=desk.session.who)
    desk.shell.open_path(rescued.path)
    if rescued.whole:
        messages.show(_tr("Everything was read. The new case is open; the damaged file is kept."), messages.Level.DONE)
    else:
        messages.show(
            _tr("{claims} claims and {notes} notes were read; look through them before you go on.").format(
                claims=rescued.claims, notes=rescued.notes
            ),
            messages.Level.WARNING,
        )


def _case_named(chosen: str) -> Path:
    """With the ending of a case where it has none: what else follows a dot belongs to the name."""
    path = Path(chosen)
    return path if path.suffix.lower() == ".factcase" else path.with_name(f"{path.name}.factcase")


def _choose(desk: Desk, path: Path) -> Path | None:
    from ui.dialogs.restore_dialog import RestoreDialog
    from workbench.workflow import backing_up

    backups = backing_up.list_backups(path, desk.settings.backup_folder)
    if not backups:
        messages.show(_tr("There is no backup of this case yet."))
        return None
    return RestoreDialog.ask(desk.window, backups)


def show_history(desk: Desk, *, of_claim: bool) -> None:
    """Who did what and when; an earlier wording can be put back as a new act."""
    from workbench.workflow import history

    claim_id = desk.session.selected if of_claim else ""
    desk.details.flush()

    def show(events: Sequence[Event]) -> None:
        from ui.dialogs.history_dialog import HistoryDialog

        case = desk.session.case
        seq = HistoryDialog.ask(desk.window, case, claim_id, events) if case else 0
        if seq:
            desk.session.do(lambda file: history.restore_wording(file, seq))

    desk.session.fetch(lambda file: history.read_history(file, claim_id, limit=500), show)
