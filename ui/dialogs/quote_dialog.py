"""Were these the words? The claim held against every snapshot of the case, the nearest first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLabel, QListView, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import look
from ui.dialogs.form_dialog import FormDialog
from ui.look import sentences
from ui.look.labels import caption, plain
from ui.look.room import fit
from ui.models.verdicts import VERDICT_LOOKS, verdict_words
from workbench.domain.case import Case
from workbench.domain.claim import Claim
from workbench.sources.quote_check import QuoteCheck, Verdict
from workbench.workflow.quoting import QuoteResult

_ROWS = 6
"""Lines of the list seen at once."""


@dataclass(frozen=True, slots=True)
class Chosen:
    result: QuoteResult
    shows_text: bool
    """Whether the whole text of the snapshot is asked for, rather than the words found as an excerpt."""


class QuoteDialog(FormDialog):
    def __init__(
        self,
        case: Case,
        claim: Claim,
        results: tuple[QuoteResult, ...],
        difference: Callable[[QuoteCheck], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        """`difference` makes the widget that shows a quotation and a source's words, word by word."""
        super().__init__(
            self.tr("Quotation of claim {number} in the snapshots").format(number=claim.number),
            self.tr("Use as excerpt"),
            parent,
        )
        self._case, self._results, self._difference = case, results, difference
        self._shows_text = False
        quotation = plain("reading", claim.exact)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Snapshots, the nearest first"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setModel(self._model())
        self.list.setFixedHeight(round(look.px(2) * min(_ROWS, max(2, len(results)))))
        self.list.activated.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._show_result)
        self.text_button = QPushButton(look.icon("text-search"), self.tr("Show in the snapshot…"))
        self.text_button.setAutoDefault(False)
        self.text_button.clicked.connect(self._ask_text)
        self._buttons.addButton(self.text_button, self._buttons.ButtonRole.ActionRole)
        self._detail = QScrollArea()
        self._detail.setWidgetResizable(True)
        self._detail.setFrameShape(QFrame.Shape.NoFrame)
        self._detail.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (caption("strong", self.tr("The claim’s words")), quotation, self.list):
            self.body.addWidget(widget)
        self.body.addWidget(self._detail, 1)
        fit(self, 48, 30)
        self.list.setFocus()
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def _model(self) -> QStandardItemModel:
        model = QStandardItemModel(self)
        for result in self._results:
            icon, token = VERDICT_LOOKS[result.check.verdict]
            said = self.tr("{verdict} · {source}").format(
                verdict=verdict_words(result.check), source=self._source(result)
            )
            model.appendRow(QStandardItem(look.icon(icon, token), said))
        return model

    def _source(self, result: QuoteResult) -> str:
        note = self._case.evidence.get(result.evidence_id)
        parts = (self._case.sources[note.source_id].title, note.locator) if note else ()
        return ", ".join(part for part in parts if part)

    def current(self) -> QuoteResult | None:
        row = self.list.currentIndex().row()
        return self._results[row] if row >= 0 else None

    def _show_result(self, _index: QModelIndex) -> None:
        result = self.current()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, look.px(0.6), 0)
        if result is not None:
            if result.check.verdict is not Verdict.NOT_FOUND:
                column.addWidget(self._difference(result.check))
            if result.place is not None:
                column.addWidget(caption("muted", self.tr("In the snapshot")))
                column.addWidget(self._in_context(result))
            if result.problem:
                column.addWidget(plain("muted", sentences.told(result.problem)))
        column.addStretch(1)
        self._detail.setWidget(page)
        page.show()
        found = result is not None and result.place is not None
        self.file_button.setEnabled(found)
        self.text_button.setEnabled(result is not None)

    def _in_context(self, result: QuoteResult) -> QLabel:
        """The words as they stand in the source, with those before and after them."""
        assert result.place is not None
        before, words, after = (
            escape(re.sub(r"\s+", " ", text)) for text in (result.check.before, result.place.exact, result.check.after)
        )
        colours = look.tokens()
        label = QLabel(f'… {before}<span style="background-color:{colours.selection}">{words}</span>{after} …')
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        look.set_font(look.style(label, role="reading"), "reading-small")
        return label

    def _ask_text(self) -> None:
        self._shows_text = True
        super().accept()

    def accept(self) -> None:
        result = self.current()
        if result is not None and result.place is not None:
            super().accept()
        else:
            self.say_problem(self.tr("The words are not in this snapshot: there is nothing to quote."))

    def chosen(self) -> Chosen | None:
        result = self.current()
        return Chosen(result, self._shows_text) if result else None

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        case: Case,
        claim: Claim,
        results: tuple[QuoteResult, ...],
        difference: Callable[[QuoteCheck], QWidget],
    ) -> Chosen | None:
        """The place to quote or the snapshot to look into, None when the dialog was left."""
        dialog = cls(case, claim, results, difference, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if given else None
