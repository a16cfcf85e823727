"""What is dropped beside the article begins a note on the selected claim, never another case."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui import messages
from ui.case_session import CaseSession


def dropped_thing(data: QMimeData | None) -> Path | str | None:
    """A local file, else an address, else words; None when there is nothing a note could begin with."""
    if data is None:
        # What Qt hands out for a clipboard that nothing was copied to.
        return None
    for url in data.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
        return url.toString()
    return data.text().strip() or None


def holds_file(data: QMimeData) -> bool:
    """Whether this is a file of this computer, which no field can take as words."""
    return any(url.isLocalFile() for url in data.urls())


class NoteDrops(QObject):
    """Takes everything that a note could begin with: what it left would go to the window, and open as an article."""

    dropped = Signal(str, object)
    """Identifier of the selected claim; a Path, or a str (address or words)."""

    def __init__(self, session: CaseSession, onto: QWidget) -> None:
        super().__init__(onto)
        self._session = session
        onto.setAcceptDrops(True)
        onto.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # A QDragMoveEvent is a QDropEvent too, and a QDragEnterEvent a QDragMoveEvent: the type decides.
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if dropped_thing(event.mimeData()) is not None:
                event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._take(event)
            return True
        return False

    def _take(self, event: QDropEvent) -> None:
        data = event.mimeData()
        thing = dropped_thing(data)
        if thing is None:
            return
        event.acceptProposedAction()
        if self._session.read_only:
            messages.show(self.tr("This case is only read here, so no note can be added."))
        elif not self._session.selected:
            messages.show(self.tr("Choose the claim first that it is to be evidence on."))
        else:
            claim_id, one_of_many = self._session.selected, isinstance(thing, Path) and len(data.urls()) > 1
            # Afterwards: a dialog opened in here would hold up the program that the drag came from.
            QTimer.singleShot(0, self, lambda: self.dropped.emit(claim_id, thing))
            if one_of_many and isinstance(thing, Path):
                told = self.tr("One file at a time: the note begins with {name}.")
                messages.show(told.format(name=thing.name))
