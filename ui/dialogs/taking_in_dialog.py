"""What would come into the case, told before it is taken in: how much of it, what wants a look, and what stays."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from ui import look
from ui.look.labels import plain


class TakingInDialog(QDialog):
    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)

    def show_all(self, counts: Iterable[QLabel], page: str, explanation: str, take: str) -> None:
        """Lay out the counts, the HTML of what wants a look, if there is any, and the button that says `take`."""
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1.1), look.px(1), look.px(1.1), look.px(0.9))
        column.setSpacing(look.px(0.6))
        for label in counts:
            column.addWidget(label)
        self.page.setHtml(page)
        self.page.setVisible(bool(page))
        column.addWidget(self.page, 1)
        column.addWidget(plain("muted", explanation))
        column.addWidget(self._buttons(take))
        self.resize(look.px(44), look.px(30) if page else self.sizeHint().height())

    def _buttons(self, take: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        button = look.style(buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole), role="primary")
        button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def is_wanted(self) -> bool:
        """Ask; whether it is to be taken in."""
        given = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return given
