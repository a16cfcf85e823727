"""The facts that somebody dismissed, each with its sentence and the reason; one can be brought back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from ui import look
from ui.dialogs.form_dialog import FormDialog
from ui.look.labels import plain, rich
from ui.models.sentences import within_sentence
from workbench.domain.article import Article
from workbench.domain.case import CaseFact


class DismissedDialog(FormDialog):
    """Enter, a double click or Ctrl+Enter brings back the fact that is chosen in the list."""

    def __init__(self, article: Article, dismissed: Sequence[CaseFact], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Dismissed facts"), self.tr("Bring back"), parent)
        self._article, self._dismissed = article, dismissed
        self.facts = QListWidget()
        self.facts.setAccessibleName(self.tr("Dismissed facts"))
        self.facts.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.facts.setUniformItemSizes(True)
        self.facts.addItems([self._line(fact) for fact in dismissed])
        self.facts.itemActivated.connect(lambda _: self.accept())
        self._sentence = rich("reading")
        self._reason = plain("muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sentence.setMinimumHeight(look.px(5))
        self.body.addWidget(plain("body", self.tr("A fact brought back counts as left again.")))
        self.body.addWidget(self.facts, 1)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._reason)
        self.facts.currentRowChanged.connect(self._show_fact)
        self.facts.setCurrentRow(0)
        self.resize(look.px(38), look.px(30))
        self.facts.setFocus()

    def _line(self, fact: CaseFact) -> str:
        words = " ".join(fact.fact.span.of(self._article.text).split())
        return self.tr("{words} – {reason}").format(words=words, reason=fact.dismissed)

    def _show_fact(self, row: int) -> None:
        fact = self._dismissed[row]
        self._sentence.setText(within_sentence(self._article, fact.fact.span))
        self._reason.setText(self.tr("Dismissed: {reason}").format(reason=fact.dismissed))

    def chosen(self) -> CaseFact:
        return self._dismissed[self.facts.currentRow()]

    @classmethod
    def ask(cls, parent: QWidget | None, article: Article, dismissed: Sequence[CaseFact]) -> CaseFact | None:
        """The fact to bring back of those in `dismissed`, one at least; None when it was left."""
        dialog = cls(article, dismissed, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if given else None
