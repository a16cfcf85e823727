"""Which of the author's comments and footnotes become evidence notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui import look
from ui.dialogs.form_dialog import FormDialog
from ui.look.labels import plain
from ui.look.room import fit
from workbench.domain.case import Case
from workbench.workflow.author_notes import OfferedNote


class AuthorNotesDialog(FormDialog):
    def __init__(self, case: Case, offered: Sequence[OfferedNote], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Notes in the author's file"), self.tr("Take in"), parent)
        self._offered = offered
        numbers = {claim.id: claim.number for claim in case.claims}
        told = self.tr("Those ticked become evidence notes, as context, on the claims at the words they mark.")
        self.body.addWidget(plain("body", told))
        self.notes = QListWidget()
        self.notes.setWordWrap(True)
        self.notes.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.notes.setSpacing(look.px(0.2))
        self.notes.setAccessibleName(self.tr("Comments and footnotes"))
        for one in offered:
            claims = ", ".join(str(numbers[claim]) for claim in one.claims)
            on = self.tr("claims: {numbers}").format(numbers=claims) if claims else self.tr("on no claim")
            head = " · ".join(part for part in (f"“{one.words}”", one.note.author, on) if part)
            item = QListWidgetItem(f"{one.note.text}\n{head}")
            item.setCheckState(Qt.CheckState.Checked)
            self.notes.addItem(item)
        self.notes.setCurrentRow(0)
        self.body.addWidget(self.notes, 1)
        fit(self, 42, 30)
        self.notes.setFocus()

    def chosen(self) -> tuple[OfferedNote, ...]:
        """Those that are ticked."""
        ticked = (self.notes.item(row).checkState() is Qt.CheckState.Checked for row in range(self.notes.count()))
        return tuple(one for one, wanted in zip(self._offered, ticked, strict=True) if wanted)

    def accept(self) -> None:
        if self.chosen():
            super().accept()
        else:
            self.say_problem(self.tr("Tick at least one note."), self.notes)

    @classmethod
    def ask(cls, parent: QWidget | None, case: Case, offered: Sequence[OfferedNote]) -> tuple[OfferedNote, ...]:
        """Those to take in; none when it was left."""
        dialog = cls(case, offered, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if given else ()
