"""The claims that a later draft has lost: they stay in the case, with all that was found out about them."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import look
from ui.look.labels import plain
from ui.models import words
from workbench.domain.case import Case
from workbench.domain.claim import Claim


class CutDialog(QDialog):
    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Claims cut from the article"))
        self.claims = QListWidget()
        self.claims.setAccessibleName(self.tr("Claims that stand in an earlier draft only"))
        self.claims.setWordWrap(True)
        self.claims.setSpacing(2)
        for claim in case.cut:
            mark = look.mark(claim.status)
            self.claims.addItem(QListWidgetItem(look.icon(mark.icon, mark.token), self._line(case, claim)))
        self.claims.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1.1), look.px(1), look.px(1.1), look.px(0.9))
        column.setSpacing(look.px(0.6))
        column.addWidget(plain("muted", self.tr("They come back with a later draft that has their words.")))
        column.addWidget(self.claims, 1)
        column.addWidget(buttons)
        self.resize(look.px(40), look.px(24))

    def _line(self, case: Case, claim: Claim) -> str:
        outcome = case.scale.outcome(claim.outcome)
        about = [words.claimant(claim.claimant), words.status(claim.status), outcome.label if outcome else ""]
        number = self.tr("Claim {number}").format(number=QLocale().toString(claim.number))
        said = [claim.exact, claim.correction, claim.reasoning]
        return "\n".join([" · ".join(part for part in (number, *about) if part), *(line for line in said if line)])

    @classmethod
    def tell(cls, parent: QWidget | None, case: Case) -> None:
        dialog = cls(case, parent)
        dialog.exec()
        dialog.deleteLater()
