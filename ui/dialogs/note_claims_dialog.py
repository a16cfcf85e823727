"""The reverse view: which claims rest on a note."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import look
from ui.look.labels import caption, plain
from ui.look.room import fit
from ui.models import words
from ui.models.evidence_model import evidence_rows
from workbench.domain.case import Case

_ID = Qt.ItemDataRole.UserRole


class NoteClaimsDialog(QDialog):
    def __init__(self, case: Case, evidence_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = next(row for row in evidence_rows(case) if row.evidence.id == evidence_id)
        self.setWindowTitle(self.tr("Claims that rest on this note"))
        self.claims = QListWidget()
        self.claims.setAccessibleName(self.tr("Claims that rest on this note"))
        self.claims.setWordWrap(True)
        self.claims.setIconSize(QSize(look.px(1.1), look.px(1.1)))
        for claim, stance in row.claims:
            mark = look.mark(claim.status)
            text = f"{claim.number} · {words.stance(stance)} · {mark.word}\n{' '.join(claim.exact.split())}"
            item = QListWidgetItem(look.icon(mark.icon, mark.token), text)
            item.setData(_ID, claim.id)
            self.claims.addItem(item)
        self.claims.setCurrentRow(0)
        self.claims.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.go = buttons.addButton(self.tr("Go to claim"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setEnabled(bool(row.claims))
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1.1), look.px(1), look.px(1.1), look.px(0.9))
        column.setSpacing(look.px(0.6))
        column.addWidget(plain("strong", ", ".join(part for part in (row.source.title, row.evidence.locator) if part)))
        if row.evidence.excerpt:
            column.addWidget(plain("muted", f"“{row.evidence.excerpt}”"))
        column.addWidget(caption("small", self.tr("%n claims rest on it", "", len(row.claims))))
        column.addWidget(self.claims, 1)
        column.addWidget(buttons)
        fit(self, 34, 28)
        self.claims.setFocus()

    def chosen(self) -> str:
        item = self.claims.currentItem()
        return str(item.data(_ID)) if item else ""

    @classmethod
    def ask(cls, parent: QWidget | None, case: Case, evidence_id: str) -> str:
        """Identifier of the claim to go to, or empty."""
        dialog = cls(case, evidence_id, parent)
        go = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if go else ""
