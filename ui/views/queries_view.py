"""Questions to author and editor about the selected claim, with room for their answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import look
from ui.case_session import CaseSession
from ui.look.flow_layout import FlowLayout
from ui.look.labels import caption, plain
from ui.look.sign import Sign
from ui.models import acts, words
from ui.views import putting_aside
from ui.views.saved_fields import SavedText
from workbench.domain.case import Case, Query


class _QueryCard(QFrame):
    """A question; the answer is typed right under it."""

    answered = Signal(str)
    put_aside = Signal(str)
    pending_changed = Signal()

    def __init__(self, query: Query, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.style(self, role="card")
        name, token = ("check", "checked") if query.answer else ("circle-question-mark", "query_out")
        to = words.query_to(query.to)
        asked = self.tr("to the {person} · asked {date}") if query.asked else self.tr("to the {person}")
        state = self.tr("answered") if query.answer else self.tr("open")
        head = QHBoxLayout()
        head.addWidget(Sign(name, token), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(plain("small", f"{state} · {asked.format(person=to, date=words.date(query.asked))}"), 1)
        self.answer = SavedText(self.tr("Answer to “{question}”").format(question=query.question), fewest=1)
        self.answer.setPlaceholderText(self.tr("Answer"))
        self.answer.setReadOnly(read_only)
        self.answer.saving.begin(query.answer)
        self.answer.saving.save.connect(self.answered)
        self.answer.saving.put_aside.connect(self.put_aside)
        self.answer.saving.pending_changed.connect(self.pending_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(0.7), look.px(0.5), look.px(0.7), look.px(0.6))
        column.setSpacing(look.px(0.3))
        column.addLayout(head)
        column.addWidget(plain("body", query.question))
        column.addWidget(self.answer)


class QueriesView(QWidget):
    ask_asked = Signal()
    pending_changed = Signal()
    """Read `is_pending`."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: object = None
        self._cards: dict[str, _QueryCard] = {}
        self.ask = QPushButton(look.icon("message-circle-question-mark"), self.tr("Ask…"))
        look.beside_words(self.ask)
        self.ask.setToolTip(self.tr("Ask the author or the editor (Q)"))
        self.ask.setAccessibleName(self.tr("Ask the author or the editor"))
        self.ask.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.ask.clicked.connect(self.ask_asked)
        look.set_font(self.ask, "small")
        head = FlowLayout(gap=look.px(0.4), far=1)
        head.addWidget(caption("strong", self.tr("Queries")))
        head.addWidget(self.ask)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(0.5))
        self._column.addLayout(head)

    def show_claim(self, case: Case, claim_id: str) -> None:
        """The queries on this claim. Answers being typed stay as long as the queries are the same ones."""
        queries = {query.id: query for query in case.queries if query.claim_id == claim_id}
        self.ask.setEnabled(not self._session.read_only)
        wanted = (list(queries), [bool(query.answer) for query in queries.values()], self._session.read_only)
        typing = any(card.answer.hasFocus() for card in self._cards.values())
        if wanted != self._shown and not (typing and list(queries) == list(self._cards)):
            self._shown = wanted
            self._rebuild(queries)
        for identifier, card in self._cards.items():
            card.answer.saving.refresh(queries[identifier].answer)

    def _rebuild(self, queries: dict[str, Query]) -> None:
        self.flush()
        for card in self._cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = {}
        for query in queries.values():
            card = _QueryCard(query, read_only=self._session.read_only)
            card.answered.connect(lambda text, name=query.id: self._session.do(acts.answer(name, text)))
            card.put_aside.connect(lambda text, name=query.id: self._put_aside(name, text))
            card.pending_changed.connect(self.pending_changed)
            self._column.addWidget(card)
            self._cards[query.id] = card
        self.pending_changed.emit()

    def _put_aside(self, query_id: str, typed: str) -> None:
        def bring_back() -> None:
            if query_id in self._cards:
                self._cards[query_id].answer.saving.bring_back(typed)

        putting_aside.put_aside(self._session, acts.answer(query_id, typed), self.tr("Answer"), bring_back)

    def is_pending(self) -> bool:
        """Whether an answer was typed that is neither saved nor on its way."""
        return any(card.answer.saving.is_pending() for card in self._cards.values())

    def answers(self) -> list[SavedText]:
        return [card.answer for card in self._cards.values()]

    def flush(self) -> None:
        for card in self._cards.values():
            card.answer.saving.flush()
