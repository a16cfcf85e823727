"""Opening articles and cases from wherever they come: dialog, drop, recent list, command line, clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QMessageBox

from ui import messages, neighbours
from ui.actions.desk import Desk
from workbench import settings
from workbench.errors import DamagedCaseError, OnlyReadableError, UserFacingError

if TYPE_CHECKING:
    from workbench.storage.case_file import CaseFile

CASE_SUFFIX = ".factcase"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Opening", words)


class _Way(Protocol):
    """How something is opened; runs on the database's thread."""

    def __call__(self, *, read_only: bool) -> CaseFile: ...


class _ShownAlreadyError(UserFacingError):
    """What was asked for is what the window shows."""


class _ShownElsewhereError(UserFacingError):
    """Another window of ours has what was asked for; it has come to the front."""


_AFTER_PAINT = 300
"""Milliseconds from showing a case to listening for others who want it: the network library is no part of the start."""


class Opener(QObject):
    """Turns a path or a text into the case that the session shows, and remembers what was opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._way: _Way | None = None
        self._path: Path | None = None
        self._leaves = False
        self._neighbourhood = neighbours.Neighbourhood(self)
        self._neighbourhood.wanted.connect(desk.shell.come_forward)
        self._listening = QTimer(self, singleShot=True, interval=_AFTER_PAINT)
        self._listening.timeout.connect(self._listen)
        desk.session.trouble.connect(self._trouble)
        desk.session.opened.connect(self._remember)

    def begin(self, path: Path) -> None:
        """Open what the program was started with. The window leaves if another has it: nobody asked for two."""
        self._leaves = True
        self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a case file, or the case of an article: begun now, or gone on with if there is one already."""
        is_case = path.suffix.lower() == CASE_SUFFIX
        self._path = path if is_case else None
        shown = None if self._desk.session.read_only else self._desk.session.path
        chosen = self._desk.settings
        self._open(_case_way(path, chosen, shown) if is_case else _article_way(path, chosen, shown))

    def open_pasted(self, text: str) -> None:
        self._path = None
        shown = None if self._desk.session.read_only else self._desk.session.path
        self._open(_pasted_way(text, self._desk.settings, shown))

    def _open(self, way: _Way) -> None:
        self._way = way
        self._desk.session.open(lambda: way(read_only=False))

    def recent(self) -> list[Path]:
        """The cases opened last that are still there, newest first."""
        return [path for path in settings.load_recent() if path.exists()]

    def _remember(self) -> None:
        path = self._desk.session.path
        self._leaves = False
        self._neighbourhood.listen(None)
        self._listening.start()
        if path is not None:
            settings.remember_recent(path)

    def close(self) -> None:
        """The window goes: others who want its case find nobody."""
        self._listening.stop()
        self._neighbourhood.listen(None)

    def _listen(self) -> None:
        session = self._desk.session
        self._neighbourhood.listen(None if session.read_only else session.path)

    def _trouble(self, problem: UserFacingError) -> None:
        """Say what is wrong; offer reading where only that is possible, and a backup where the file is damaged."""
        way = self._way
        if isinstance(problem, _ShownAlreadyError):
            messages.show(problem.message)
        elif isinstance(problem, _ShownElsewhereError):
            messages.show(problem.message)
            if self._leaves:
                self._desk.shell.leave()
        elif isinstance(problem, OnlyReadableError) and way is not None and self._is_wanted(problem, *_reading()):
            self._desk.session.open(lambda: way(read_only=True))
        elif isinstance(problem, DamagedCaseError) and self._path and self._is_wanted(problem, *_mending()):
            from ui.actions import keeping

            keeping.mend(self._desk, self._path)
        else:
            messages.error(problem.message)

    def _is_wanted(self, problem: UserFacingError, explanation: str, button: str) -> bool:
        box = QMessageBox(self._desk.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(problem.message)
        box.setInformativeText(explanation)
        wanted = box.addButton(button, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is wanted


def _reading() -> tuple[str, str]:
    return (
        _tr("You can open it read-only: everything can be read and exported, nothing changed."),
        _tr("Open read-only"),
    )


def _mending() -> tuple[str, str]:
    return (
        _tr("A backup may hold it as it was before; without one, what can still be read is saved as a new case."),
        _tr("Mend it…"),
    )


def _refuse_if_shown(path: Path, shown: Path | None) -> None:
    if shown is not None and path.exists() and shown.exists() and path.samefile(shown):
        raise _ShownAlreadyError(_tr("This case is open in this window already."))
    if neighbours.bring_forward(path):
        raise _ShownElsewhereError(_tr("This case is open in another window, which has come to the front."))


def _case_way(path: Path, chosen: settings.Settings, shown: Path | None) -> _Way:
    def way(*, read_only: bool) -> CaseFile:
        from workbench.workflow import opening

        _refuse_if_shown(path, shown)
        return opening.open_case(path, who=chosen.signature, read_only=read_only, backup_folder=chosen.backup_folder)

    return way


def _article_way(path: Path, chosen: settings.Settings, shown: Path | None) -> _Way:
    def way(*, read_only: bool) -> CaseFile:
        from workbench.importers import registry
        from workbench.workflow import starting

        imported = registry.read_article(path)
        _refuse_if_shown(starting.case_path(imported, chosen), shown)
        return starting.start_or_resume(imported, chosen, read_only=read_only)

    return way


def _pasted_way(text: str, chosen: settings.Settings, shown: Path | None) -> _Way:
    def way(*, read_only: bool) -> CaseFile:
        from workbench.importers import registry
        from workbench.workflow import starting

        imported = registry.read_pasted(text)
        _refuse_if_shown(starting.case_path(imported, chosen), shown)
        return starting.start_or_resume(imported, chosen, read_only=read_only)

    return way
