"""Late edits: a new draft of the article in the same case, and what it lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ui import messages
from ui.actions.desk import Desk

if TYPE_CHECKING:
    from workbench.domain.case import Case
    from workbench.domain.changes import Changes
    from workbench.domain.imported import ImportedArticle
    from workbench.storage.case_file import CaseFile
    from workbench.workflow.drafting import Followed


def _tr(words: str) -> str:
    return QCoreApplication.translate("Drafts", words)


def choose(desk: Desk) -> None:
    """Take the text of a file in as the newest draft, once the person has seen what becomes of the claims."""
    from ui.actions.file_menu import article_kinds

    filters = ";;".join((*article_kinds(), _tr("All files (*)")))
    chosen, _ = QFileDialog.getOpenFileName(desk.window, _tr("Take in a new draft"), "", filters)
    if chosen:
        read(desk, Path(chosen))


def read(desk: Desk, path: Path) -> None:
    def reading(_progress: object, cancelled: object) -> ImportedArticle:
        from workbench.workflow import importing

        assert callable(cancelled)
        return importing.read_article(path, cancelled=cancelled)

    work = desk.session.background.long(reading, lambda imported: follow(desk, imported))
    work.failed.connect(messages.trouble)
    desk.shell.watch(work, _tr("Reading {name}…").format(name=path.name))


def follow(desk: Desk, imported: ImportedArticle) -> None:
    """Show what would become of the claims in this draft, and take it in if that is wanted."""
    desk.details.flush()

    def look(file: CaseFile) -> tuple[Case, Sequence[Followed]]:
        from workbench.workflow import drafting, opening

        case = opening.read_case(file)  # with what the flush has just put into it
        return case, drafting.follow(case, imported)

    desk.session.fetch(look, lambda seen: _ask(desk, imported, *seen))


def _ask(desk: Desk, imported: ImportedArticle, case: Case, followed: Sequence[Followed]) -> None:
    from ui.dialogs.draft_dialog import DraftDialog

    if imported.article.text == case.article.text:
        messages.show(_tr("This is the draft that the case has already."))
    elif desk.session.read_only:
        messages.error(_tr("This case is open read-only: no draft can be taken in."))
    elif DraftDialog.ask(desk.window, case, followed):
        _take_in(desk, imported)


def _take_in(desk: Desk, imported: ImportedArticle) -> None:
    path, folder = desk.session.path, desk.settings.backup_folder

    def act(file: CaseFile) -> Changes:
        from workbench.workflow import backing_up, drafting

        if path is not None:
            backing_up.back_up(path, folder)  # undo does not go back behind a draft
        return drafting.take_in(file, imported)

    desk.session.do(act)


def is_offered(desk: Desk, imported: ImportedArticle) -> bool:
    """Whether an article looks like another draft of the one that is open: the same headline over other words."""
    case = desk.session.case
    return (
        case is not None
        and not desk.session.read_only
        and case.title == imported.article.title
        and case.article.text != imported.article.text
    )


def offer(desk: Desk) -> bool | None:
    """Whether such an article is to be a draft of the open case, and not a case of its own; None to leave it."""
    return _ask_whether(
        desk,
        _tr("Is this a new draft of the article that is open?"),
        _tr("It has the same headline. As a new draft, it goes into this case: what did not change keeps its check."),
    )


def offer_earlier(desk: Desk, path: Path) -> bool | None:
    """The same of an article whose earlier draft seems to have a case that is not open."""
    return _ask_whether(
        desk,
        _tr("Is this a new draft of an article that has a case already?"),
        _tr(
            "The case “{name}” has the same headline. As a new draft, the article goes into that case: what did not"
            " change keeps its check."
        ).format(name=path.stem),
    )


def _ask_whether(desk: Desk, question: str, about: str) -> bool | None:
    box = QMessageBox(desk.window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(question)
    box.setInformativeText(about)
    draft = box.addButton(_tr("A new draft of it…"), QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton(_tr("A case of its own"), QMessageBox.ButtonRole.ActionRole)
    if desk.session.case is None:  # there is nothing to go back to: the article was all that was asked for
        box.setEscapeButton(other)
    else:
        box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(draft)
    box.exec()
    return True if box.clickedButton() is draft else False if box.clickedButton() is other else None


def show_cut(desk: Desk) -> None:
    """List the claims that stood in an earlier draft only."""
    case = desk.session.case
    if case is None:
        return
    if case.cut:
        from ui.dialogs.cut_dialog import CutDialog

        CutDialog.tell(desk.window, case)
    else:
        messages.show(_tr("Every claim of this case stands in its newest draft."))
