"""The case that is open in the window: its contents as plain data, and the one way to change it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from ui import messages
from workbench.errors import DamagedCaseError, UserFacingError

if TYPE_CHECKING:
    from ui.tasks import Background, Work
    from workbench.domain.case import Case
    from workbench.domain.changes import Changes
    from workbench.domain.findings import Findings
    from workbench.storage.case_file import CaseFile

Act = Callable[["CaseFile"], "Changes | None"]


class _State(NamedTuple):
    case: Case
    undo_name: str
    redo_name: str
    changes: Changes | None = None


class _Reader:
    """Reads an open file, on the database's thread: whole at first, then only what an act has touched."""

    def __init__(self, file: CaseFile) -> None:
        self.file = file
        self._case: Case | None = None

    def read(self, changes: Changes | None = None) -> _State:
        from workbench.workflow import opening, undoing

        # A reading that fails leaves None behind: the next one is of the whole file.
        before, self._case = self._case, None
        if before is None or changes is None:
            self._case = before or opening.read_case(self.file)
        else:
            self._case = opening.refresh_case(self.file, before, changes)
        return _State(self._case, undoing.undo_name(self.file), undoing.redo_name(self.file), changes)


class CaseSession(QObject):
    """Holds what the views show. Everything that touches the file runs on the database's thread, in order."""

    opened = Signal()
    """Another case is shown, or none: read `case`."""
    changed = Signal(object)
    """Changes: `case` is already the new state."""
    selection_changed = Signal(str)
    """Identifier of the selected claim, or empty."""
    finding = Signal(object)
    """A Work looking for claims, or None when there is none any more."""
    saving = Signal(bool)
    """Whether an act asked for is still on its way to the file. Comes when `is_typing` changes, too."""
    trouble = Signal(object)
    """A UserFacingError met while opening, or a damaged file while acting; whoever offers a way out listens."""

    def __init__(self, who: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.who = who
        self.case: Case | None = None
        self.path: Path | None = None
        self.selected = ""
        self.read_only = False
        self.is_typing = False
        """Whether words are typed that no act has been asked to save yet."""
        self.undo_name = ""
        self.redo_name = ""
        self._reader: _Reader | None = None
        self._not_shown: list[_Reader] = []
        """Opened, on the database's thread, and not yet heard of here."""
        self._finding: Work | None = None
        self._unsaved = 0

    @cached_property
    def background(self) -> Background:
        """Where work runs. Made when there is something to do, which is after the window's first picture."""
        from ui.tasks import Background

        return Background(self)

    @property
    def is_saving(self) -> bool:
        return self._unsaved > 0

    @property
    def is_finding(self) -> bool:
        """Whether claims are being looked for, or those found are on their way to the file."""
        return self._finding is not None or (self.is_saving and self.case is not None and not self.case.extracted)

    def open(self, opener: Callable[[], CaseFile]) -> None:
        """Close what is open, then show the case that `opener` opens (on the database's thread)."""

        def work() -> tuple[_Reader, _State]:
            reader = _Reader(opener())
            self._not_shown.append(reader)
            return reader, reader.read()

        self._ask(work, self._show_opened, self.trouble.emit)

    def exchange(self, work: Callable[[], object], backup_folder: Path | None) -> None:
        """Close the file, do `work` to it on the database's thread (put a backup in its place), open it again.

        Of an older backup, what it is before its upgrade goes to `backup_folder`.
        """
        reader, path, who = self._reader, self.path, self.who
        if reader is None or path is None:
            return
        self._reader = None

        def opener() -> CaseFile:
            from workbench.workflow import opening

            reader.file.close()
            try:
                work()
            except UserFacingError as problem:
                messages.trouble(problem)
            return opening.open_case(path, who=who, backup_folder=backup_folder)

        self.open(opener)

    def _show_opened(self, result: tuple[_Reader, _State]) -> None:
        previous, (self._reader, state) = self._reader, result
        self._not_shown.remove(self._reader)
        if previous is not None:
            self._ask(previous.file.close, lambda _: None)
        self._leave_finding()
        self.path, self.read_only = self._reader.file.path, self._reader.file.read_only
        self._take(state)
        self.selected = state.case.selected_claim
        self.opened.emit()
        self.selection_changed.emit(self.selected)
        if not state.case.extracted and not self.read_only:
            self.find_claims()

    def _take(self, state: _State) -> None:
        self.case, self.undo_name, self.redo_name = state.case, state.undo_name, state.redo_name

    def do(self, act: Act, idle: Callable[[], None] | None = None) -> None:
        """Do one act of the checker; `changed` follows. An act that returns None changed nothing.

        `idle` is called when there was nothing to change, to say why.
        """
        reader = self._reader
        if reader is None:
            if self.case is not None:
                messages.error(self.tr("This case is no longer open, so nothing in it can be changed. Open it again."))
            return
        if self.read_only:
            messages.error(self.tr("This case is open read-only: nothing in it can be changed."))
            return

        def work() -> _State:
            reader.file.who = self.who
            return reader.read(act(reader.file))

        def acted(state: _State) -> None:
            self._acted(reader, state)
            if idle is not None and not (state.changes and state.changes.areas):
                idle()

        self._unsaved += 1
        self.saving.emit(True)
        self._ask(work, acted, self._refused).finished.connect(self._saved)

    def set_typing(self, typing: bool) -> None:
        if typing != self.is_typing:
            self.is_typing = typing
            self.saving.emit(self.is_saving)

    def _refused(self, problem: UserFacingError) -> None:
        if isinstance(problem, DamagedCaseError):
            self.trouble.emit(problem)
        else:
            messages.trouble(problem)

    def _saved(self) -> None:
        self._unsaved -= 1
        self.saving.emit(self.is_saving)

    def _acted(self, reader: _Reader, state: _State) -> None:
        if self._reader is not reader:
            return  # it is in its file, but another case is shown by now
        before = self.case
        self._take(state)
        if state.changes is None:
            return
        self.changed.emit(state.changes)
        if before is not None and before.draft.id != state.case.draft.id and not state.case.extracted:
            self.find_claims()
        if state.changes.select:
            self.select(state.changes.select)
        elif self.selected and state.case.claim(self.selected) is None:
            self.select("")

    def fetch(self, read: Callable[[CaseFile], Any], then: Callable[[Any], None]) -> None:
        """Read something from the file on its thread, then hand it over here."""
        reader = self._reader
        if reader is not None:
            self._ask(lambda: read(reader.file), then)

    def select(self, claim_id: str) -> None:
        """Select a claim, or none; remembered in the file so that tomorrow begins here.

        One that the case doesn't have is left: a view may still be showing the case before.
        """
        if claim_id == self.selected or (claim_id and (self.case is None or self.case.claim(claim_id) is None)):
            return
        self.selected = claim_id
        self.selection_changed.emit(claim_id)
        reader = self._reader
        if reader is not None and not self.read_only:
            self._ask(lambda: self._remember(reader.file, claim_id), lambda _: None)

    @staticmethod
    def _remember(file: CaseFile, claim_id: str) -> None:
        from workbench.workflow import opening

        opening.remember_selection(file, claim_id)

    def undo(self) -> None:
        from workbench.workflow import undoing

        self.do(undoing.undo)

    def redo(self) -> None:
        from workbench.workflow import undoing

        self.do(undoing.redo)

    def find_claims(self) -> None:
        """Look for the claims of the article in a process of its own; they arrive as one act."""
        if self.case is None or self._finding is not None:
            return
        article, reader = self.case.article, self._reader

        def work(progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Findings:
            from workbench.workflow import finding

            return finding.find_apart(article, progress=progress, cancelled=cancelled)

        def found(findings: Findings) -> None:
            from workbench.workflow import opening

            if self._reader is reader:
                self.do(lambda open_file: opening.add_findings(open_file, findings))

        def stopped() -> None:
            if self._reader is reader:
                messages.show(self.tr("The search for claims was stopped."))

        task = self._finding = self.background.long(work, found)
        task.failed.connect(messages.trouble)
        task.cancelled.connect(stopped)
        task.finished.connect(lambda: self._finding_ended(task))
        self.finding.emit(task)

    def _finding_ended(self, task: Work) -> None:
        if self._finding is task:
            self._finding = None
            self.finding.emit(None)

    def _leave_finding(self) -> None:
        """Another case is shown: nobody waits any more for the claims of the one before."""
        if self._finding is not None:
            self._finding.cancel()
            self._finding_ended(self._finding)

    def close(self) -> None:
        """Finish what was asked, close the file; nothing is left to save. Waits for the database's thread."""
        reader, self._reader = self._reader, None
        if reader is not None:
            self._ask(reader.file.close, lambda _: None)
        self._ask(self._close_not_shown, lambda _: None)
        self.background.close()

    def _close_not_shown(self) -> None:
        while self._not_shown:
            self._not_shown.pop().file.close()

    def _ask(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[UserFacingError], None] | None = None,
    ) -> Work:
        task = self.background.on_database(work, then)
        task.failed.connect(failed or messages.trouble)
        return task
