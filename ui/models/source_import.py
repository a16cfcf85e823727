"""Sources read from a file away from the window's thread, then added to the case as one act."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import messages
from ui.case_session import CaseSession
from ui.look import sentences
from ui.tasks import Work

if TYPE_CHECKING:
    from workbench.sources.entries import Bibliography


def start(session: CaseSession, path: Path) -> Work:
    """Begin; what came of it is told when it is done. A case opened meanwhile gets nothing of it."""
    path_of_case = session.path

    def read(_progress: object, cancelled: Callable[[], bool]) -> Bibliography:
        from workbench.workflow import importing_sources

        return importing_sources.read_file(path, cancelled=cancelled)

    def take(found: Bibliography) -> None:
        if session.path == path_of_case and not work.is_cancelled():
            _add(session, found)

    work = session.background.long(read, take)
    work.failed.connect(messages.trouble)
    return work


def _add(session: CaseSession, found: Bibliography) -> None:
    from workbench.workflow import importing_sources

    before = session.case
    if before is None:
        return
    added = len(importing_sources.new_among(found.sources, before.sources.values()))

    def tell(_: object) -> None:
        """Only what came about: an act that failed has said so itself."""
        if not added or (session.case is not None and session.case.digest != before.digest):
            messages.show(told(found, added), _level(found))

    session.do(lambda file: importing_sources.add_sources(file, found.sources))
    # Acts and reads are done in the order asked, so this comes when the act is over.
    session.fetch(lambda _: None, tell)


def _level(found: Bibliography) -> messages.Level:
    return messages.Level.WARNING if found.problems else messages.Level.DONE


def told(found: Bibliography, added: int) -> str:
    """How many came in, how many were there already, and the entries that could not be taken."""
    return SourceImport().told(found, added)


class SourceImport(QObject):
    """The words, which need a class of Qt's for their plural forms."""

    def told(self, found: Bibliography, added: int) -> str:
        already, more = len(found.sources) - added, len(found.problems) - 1
        parts = [
            self.tr("%n sources imported.", "", added),
            self.tr("%n were there already.", "", already) if already else "",
            *map(sentences.told, found.problems[:1]),
            self.tr("%n further entries are left out too.", "", more) if more > 0 else "",
        ]
        return " ".join(part for part in parts if part)
