"""A question to the author or the editor."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QRadioButton, QWidget

from ui import look
from ui.dialogs.form_dialog import FormDialog
from ui.look.labels import plain
from ui.look.room import fit
from ui.models import words
from workbench.domain.case import QueryTo
from workbench.domain.claim import Claim


@dataclass(frozen=True, slots=True)
class Question:
    to: QueryTo
    text: str


class QueryDialog(FormDialog):
    def __init__(self, claim: Claim, parent: QWidget | None = None) -> None:
        title = self.tr("Ask about claim {number}").format(number=claim.number)
        super().__init__(title, self.tr("Ask"), parent)
        self.body.addWidget(plain("reading", claim.exact))
        choice = QHBoxLayout()
        choice.setSpacing(look.px(1))
        self.to = {person: QRadioButton(self._to(person)) for person in QueryTo}
        for button in self.to.values():
            choice.addWidget(button)
        choice.addStretch(1)
        self.to[QueryTo.AUTHOR].setChecked(True)
        self.body.addLayout(choice)
        self.question = QPlainTextEdit()
        self.question.setAccessibleName(self.tr("Question"))
        self.question.setPlaceholderText(self.tr("The question, as it will stand in the notes"))
        self.question.setTabChangesFocus(True)
        self.question.setMinimumHeight(look.px(6))
        self.body.addWidget(self.question, 1)
        fit(self, 34, 22)
        self.question.setFocus()

    def _to(self, person: QueryTo) -> str:
        return self.tr("To the {person}").format(person=words.query_to(person))

    def asked(self) -> Question:
        to = next(person for person, button in self.to.items() if button.isChecked())
        return Question(to, self.question.toPlainText().strip())

    def accept(self) -> None:
        if self.asked().text:
            super().accept()
        else:
            self.say_problem(self.tr("Write the question first."), self.question)

    @classmethod
    def ask(cls, parent: QWidget | None, claim: Claim) -> Question | None:
        """The question to send, or None when it was left."""
        dialog = cls(claim, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        question = dialog.asked()
        dialog.deleteLater()
        return question if given else None
