"""Why a fact needs no claim of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui import look
from ui.dialogs.form_dialog import FormDialog
from ui.look.flow_layout import FlowLayout
from ui.look.labels import plain, rich
from ui.models.sentences import within_sentence
from workbench.domain.article import Article
from workbench.domain.span import Span


class DismissDialog(FormDialog):
    def __init__(self, article: Article, fact: Span, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Dismiss fact"), self.tr("Dismiss"), parent)
        self.body.addWidget(rich("reading", within_sentence(article, fact)))
        self.body.addWidget(plain("body", self.tr("Why does this need no claim? The reason is kept with the case.")))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.reason.returnPressed.connect(self.file_button.click)
        self.body.addWidget(self.reason)
        usual = FlowLayout(gap=look.px(0.4))
        for words in (
            self.tr("Common knowledge"),
            self.tr("Part of another claim"),
            self.tr("Not a fact"),
            self.tr("Of no consequence"),
        ):
            button = look.style(QPushButton(words), role="chip")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, words=words: self._take(words))
            usual.addWidget(button)
        self.body.addLayout(usual)
        self.ensurePolished()
        width = look.px(34)
        self.resize(width, max(self.sizeHint().height(), self.heightForWidth(width)))
        self.reason.setFocus()

    def _take(self, words: str) -> None:
        self.reason.setText(words)
        self.accept()

    def accept(self) -> None:
        if self.reason.text().strip():
            super().accept()
        else:
            self.say_problem(self.tr("Give a reason, so that a second reader can follow."), self.reason)

    @classmethod
    def ask(cls, parent: QWidget | None, article: Article, fact: Span) -> str:
        """The reason to dismiss the fact at this place, or empty when it was left."""
        dialog = cls(article, fact, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        reason = dialog.reason.text().strip()
        dialog.deleteLater()
        return reason if given else ""
