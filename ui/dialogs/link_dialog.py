"""Linking a note that the case has already."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QWidget

from ui import look
from ui.dialogs.claim_links import stance_combo
from ui.dialogs.form_dialog import FormDialog
from ui.look.labels import caption, explained, plain, search_field
from ui.look.room import fit
from ui.models.evidence_model import EvidenceFilter, EvidenceModel, EvidenceRole, EvidenceRow
from workbench.domain.case import Case
from workbench.domain.evidence import Stance


@dataclass(frozen=True, slots=True)
class Chosen:
    evidence_id: str
    stance: Stance


class _Search(QLineEdit):
    """Up and Down move in the list below."""

    def __init__(self, notes: QListView) -> None:
        super().__init__()
        self._notes = notes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            model, row = self._notes.model(), self._notes.currentIndex().row() + by
            self._notes.setCurrentIndex(model.index(min(max(row, 0), model.rowCount() - 1), 0))
        else:
            super().keyPressEvent(event)


class LinkDialog(FormDialog):
    def __init__(self, case: Case, claim_id: str, parent: QWidget | None = None) -> None:
        claim = case.claim(claim_id)
        number = claim.number if claim else ""
        super().__init__(self.tr("Link a note to claim {number}").format(number=number), self.tr("Link"), parent)
        self.model = EvidenceModel(self)
        self.model.show(case, without=frozenset(link.evidence_id for link in case.links_of(claim_id)))
        self.shown = EvidenceFilter(self.model, self)
        self.notes = QListView()
        self.notes.setModel(self.shown)
        self.notes.setAccessibleName(self.tr("Notes of this case"))
        self.notes.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.notes.setUniformItemSizes(True)
        self.notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.notes.doubleClicked.connect(self.accept)
        self.search = _Search(self.notes)
        self.search.setPlaceholderText(self.tr("Search notes by source, excerpt or words"))
        search_field(self.search, self.tr("Search notes"))
        self.search.textChanged.connect(self._search)
        self._about = plain("muted")
        self._about.setMinimumHeight(look.px(4.2))
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stance = stance_combo(Stance.SUPPORTS)
        explained(self.stance, self.tr("Stance"))
        towards = QHBoxLayout()
        towards.addWidget(caption("muted", self.tr("Stance")))
        towards.addWidget(self.stance)
        towards.addStretch(1)
        self.body.addWidget(self.search)
        self.body.addWidget(self.notes, 1)
        self.body.addWidget(self._about)
        self.body.addLayout(towards)
        self.notes.selectionModel().currentChanged.connect(self._show_note)
        fit(self, 38, 32)
        self._search("")
        self.search.setFocus()

    def _search(self, text: str) -> None:
        self.shown.search(text)
        self.notes.setCurrentIndex(self.shown.index(0, 0))
        self._show_note(self.notes.currentIndex())

    def _show_note(self, index: QModelIndex) -> None:
        """What the note says, so that the right one is linked."""
        row: EvidenceRow | None = index.data(EvidenceRole.ROW)
        if row is None:
            self._about.setText(
                self.tr("No note has these words.") if self.model.rowCount() else self.tr("There is no other note yet.")
            )
            return
        words = row.evidence.excerpt or row.evidence.note
        on = self.tr("on %n claims: {numbers}", "", len(row.claims)).format(numbers=row.numbers) if row.claims else ""
        self._about.setText("\n".join(part for part in (words, row.source.publisher, on) if part))

    def chosen(self) -> Chosen | None:
        identifier = self.notes.currentIndex().data(EvidenceRole.ID)
        return Chosen(identifier, Stance(self.stance.currentData())) if identifier else None

    def accept(self) -> None:
        if self.chosen() is not None:
            super().accept()
        else:
            self.say_problem(self.tr("Choose a note first."), self.search)

    @classmethod
    def ask(cls, parent: QWidget | None, case: Case, claim_id: str) -> Chosen | None:
        """The note to link and its stance, or None when it was left."""
        dialog = cls(case, claim_id, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if given else None
