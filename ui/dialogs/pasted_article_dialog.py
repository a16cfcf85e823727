"""An article pasted instead of opened."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui import look
from ui.dialogs.form_dialog import FormDialog
from ui.look.labels import plain
from ui.look.room import fit
from workbench.sources.addresses import is_address


class PastedArticleDialog(FormDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Paste an article"), self.tr("Check this"), parent)
        hint = self.tr("Headline first, an empty line between paragraphs. The text is kept exactly as it stands here.")
        self.body.addWidget(plain("muted", hint))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text of the article"))
        self.text.setPlaceholderText(self.tr("Paste the text here"))
        self.text.setTabChangesFocus(True)
        look.set_font(self.text, "reading-small")
        self.body.addWidget(self.text, 1)
        fit(self, 46, 36)
        self.text.textChanged.connect(self._name_button)
        self.text.setFocus()
        copied = QGuiApplication.clipboard().text()
        if copied.strip():
            self.text.setPlainText(copied)
            self.text.selectAll()

    def _name_button(self) -> None:
        """An address alone is no article, but leads to one."""
        alone = is_address(self.text.toPlainText())
        self.file_button.setText(self.tr("Open this address…") if alone else self.tr("Check this"))

    def accept(self) -> None:
        if self.text.toPlainText().strip():
            super().accept()
        else:
            self.say_problem(self.tr("Paste the article’s text first."), self.text)

    @classmethod
    def ask(cls, parent: QWidget | None) -> str:
        """The text, or the address of one, or empty when it was left."""
        dialog = cls(parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        text = dialog.text.toPlainText()
        dialog.deleteLater()
        return text if given else ""
