"""A file to keep with a note: chosen, dropped, or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QToolButton, QWidget

from ui import look
from ui.look import sentences
from ui.look.labels import plain
from ui.models import words
from workbench.errors import EvidenceError
from workbench.workflow.noting import SnapshotFile


class SnapshotField(QWidget):
    changed = Signal()
    refused = Signal(str)
    """Why a file can't be kept, in a sentence."""

    def __init__(self, kept: str = "", parent: QWidget | None = None) -> None:
        """`kept` is the name of the copy the note has already, or empty."""
        super().__init__(parent)
        self._kept = kept
        self._file: SnapshotFile | None = None
        self.choose_button = QPushButton(look.icon("paperclip"), self.tr("Choose file…"))
        look.beside_words(self.choose_button)
        self.choose_button.setAutoDefault(False)
        self.choose_button.setAccessibleName(self.tr("Choose a file to keep as snapshot"))
        self.choose_button.clicked.connect(self._choose)
        self._said = plain("muted")
        self._clear = look.style(QToolButton(), role="quiet")
        self._clear.setIcon(look.icon("x", "muted"))
        self._clear.setAccessibleName(self.tr("Keep no snapshot"))
        self._clear.setToolTip(self._clear.accessibleName())
        self._clear.clicked.connect(lambda: self.set_file(None))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(0.6))
        line.addWidget(self.choose_button)
        line.addWidget(self._said, 1)
        line.addWidget(self._clear)
        self.setAcceptDrops(True)
        self.set_file(None)

    def file(self) -> SnapshotFile | None:
        return self._file

    def set_file(self, file: SnapshotFile | None) -> None:
        self._file = file
        self._clear.setVisible(file is not None)
        if file is not None:
            said = self.tr("{name} · {size}").format(name=file.name, size=words.size(len(file.content)))
        elif self._kept:
            said = self.tr("Kept: {name}. Another file takes its place.").format(name=self._kept)
        else:
            said = self.tr("or drop it here; the copy is kept inside the case")
        self._said.setText(said)
        self.changed.emit()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Keep a copy of"))
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Read the file to keep; a sentence goes to `refused` when that can't be."""
        try:
            self.set_file(SnapshotFile.read(path))
        except EvidenceError as problem:
            self.refused.emit(sentences.told(problem.message))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take(files[0])
