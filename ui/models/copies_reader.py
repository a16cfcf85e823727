"""Reads the words of kept copies while the person goes on working, one copy after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import messages
from ui.case_session import CaseSession
from ui.look import sentences
from ui.tasks import Work
from workbench.domain.changes import Area, Changes

if TYPE_CHECKING:
    from workbench.storage.case_file import CaseFile
    from workbench.storage.texts import KeptText
    from workbench.workflow.copy_texts import UnreadCopy


def _next_unread(file: CaseFile) -> UnreadCopy | None:
    from workbench.workflow import copy_texts

    return copy_texts.next_unread(file)


class CopiesReader(QObject):
    read = Signal(str)
    """SHA-256 of a copy whose words are there now, or were found not to be readable."""

    def __init__(self, session: CaseSession, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session = session
        self._work: Work | None = None
        session.opened.connect(self._begin_anew)
        session.changed.connect(self._changed)

    def _begin_anew(self) -> None:
        if self._work is not None:
            self._work.cancel()
        self._look()

    def _changed(self, changes: Changes) -> None:
        if Area.EVIDENCE in changes.areas:
            self._look()

    def _look(self) -> None:
        if not self._session.read_only:
            self._session.fetch(_next_unread, self._start)

    def _start(self, copy: UnreadCopy | None) -> None:
        if copy is None or self._work is not None:
            return

        def work(_: Callable[[float], None], cancelled: Callable[[], bool]) -> KeptText:
            from workbench.workflow import copy_texts

            return copy_texts.read_apart(copy, cancelled=cancelled)

        self._work = self._session.background.long(work, lambda text: self._keep(copy, text))
        self._work.finished.connect(self._ended)

    def _keep(self, copy: UnreadCopy, text: KeptText) -> None:
        def keep(file: CaseFile) -> None:
            from workbench.workflow import copy_texts

            # In another case, opened since, no copy of this hash waits: nothing is written.
            copy_texts.keep_text(file, copy.sha256, text)

        if not self._session.read_only:
            self._session.fetch(keep, lambda _: self.read.emit(copy.sha256))
        if text.problem:
            messages.show(sentences.told(text.problem))

    def _ended(self) -> None:
        self._work = None
        self._look()
