"""Opening articles and cases from wherever they come: dialog, drop, recent list, command line, clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMessageBox

from ui import messages
from ui.actions.desk import Desk
from workbench import settings
from workbench.errors import CaseNotWritable, UserFacingError

if TYPE_CHECKING:
    from workbench.storage.case_file import CaseFile

CASE_SUFFIX = ".factcase"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Opening", words)


class Opener(QObject):
    """Turns a path or a text into the case that the session shows, and remembers what was opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._asked: Path | None = None
        desk.session.trouble.connect(self._trouble)
        desk.session.opened.connect(self._remember)

    def open_path(self, path: Path) -> None:
        """Open a case file, or the case of an article: begun now, or gone on with if there is one already."""
        self._asked = path
        if path.suffix.lower() == CASE_SUFFIX:
            self._desk.session.open(_case_opener(path, self._desk.session.who, read_only=False))
        else:
            self._desk.session.open(_article_opener(path, self._desk))

    def open_pasted(self, text: str) -> None:
        self._asked = None
        self._desk.session.open(_pasted_opener(text, self._desk))

    def recent(self) -> list[Path]:
        """The cases opened last that are still there, newest first."""
        return [path for path in settings.load_recent() if path.exists()]

    def _remember(self) -> None:
        path = self._desk.session.path
        if path is not None:
            settings.remember_recent(path)

    def _trouble(self, problem: UserFacingError) -> None:
        """Say what is wrong; where a case can at least be read, offer that."""
        if isinstance(problem, CaseNotWritable) and self._asked is not None and self._offer_reading(problem):
            self._desk.session.open(_case_opener(problem.path, self._desk.session.who, read_only=True))
            return
        messages.error(problem.message)

    def _offer_reading(self, problem: CaseNotWritable) -> bool:
        box = QMessageBox(self._desk.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(problem.message)
        box.setInformativeText(_tr("You can open it read-only: everything can be read and exported, nothing changed."))
        read = box.addButton(_tr("Open read-only"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is read


def _case_opener(path: Path, who: str, *, read_only: bool) -> Callable[[], CaseFile]:
    def opener() -> CaseFile:
        from workbench.workflow import opening

        return opening.open_case(path, who=who, read_only=read_only)

    return opener


def _article_opener(path: Path, desk: Desk) -> Callable[[], CaseFile]:
    chosen = desk.settings

    def opener() -> CaseFile:
        from workbench.workflow import starting

        return starting.case_of_article(path, chosen)

    return opener


def _pasted_opener(text: str, desk: Desk) -> Callable[[], CaseFile]:
    chosen = desk.settings

    def opener() -> CaseFile:
        from workbench.workflow import starting

        return starting.case_of_pasted(text, chosen)

    return opener
