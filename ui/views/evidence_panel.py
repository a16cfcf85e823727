"""The evidence on the selected claim, and what can be done with each note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui import look, messages
from ui.case_session import CaseSession
from ui.look.flow_layout import FlowLayout
from ui.look.labels import caption, plain
from ui.models import acts
from ui.models.evidence_model import EvidenceRow, evidence_rows
from ui.views import opening
from ui.views.evidence_card import EvidenceCard
from ui.views.suggestions import Suggestions
from workbench.domain.case import Case
from workbench.domain.claim import Claim
from workbench.domain.evidence import Stance


class EvidencePanel(QWidget):
    """Cards are made anew when what they say has changed, and only then."""

    add_asked = Signal()
    link_asked = Signal()
    edit_asked = Signal(str)
    """Identifier of a note."""
    claims_asked = Signal(str)
    text_asked = Signal(str)
    tag_asked = Signal(str)
    """A tag to look for in the case."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: object = None
        self._cards: list[EvidenceCard] = []
        self._none = plain(
            "muted", self.tr("No evidence yet. Add a note, link one of this case, or drop a file or an address here.")
        )
        self.add = self._button(self.tr("Add"), "plus", self.tr("Add an evidence note (A)"))
        self.add.clicked.connect(self.add_asked)
        self.link = self._button(self.tr("Link existing…"), "link", self.tr("Link a note of this case (L)"))
        self.link.clicked.connect(self.link_asked)
        head = FlowLayout(gap=look.px(0.4), far=2)
        head.addWidget(caption("strong", self.tr("Evidence")))
        head.addWidget(self.link)
        head.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(0.5))
        self._column.addLayout(head)
        self._column.addWidget(self._none)
        self.suggestions = Suggestions(session)
        self.suggestions.chosen.connect(lambda note, stance: session.do(acts.link(note, session.selected, stance)))
        self._column.addWidget(self.suggestions)

    def _button(self, text: str, icon: str, told: str) -> QPushButton:
        button = QPushButton(look.icon(icon), text)
        look.beside_words(button)
        button.setToolTip(told)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they were
        look.set_font(button, "small")
        return button

    def show_claim(self, case: Case, claim: Claim) -> None:
        claim_id = claim.id
        stances = {link.evidence_id: link.stance for link in case.links_of(claim_id)}
        rows = evidence_rows(case, stances) if stances else []
        wanted = (claim_id, claim.exact, claim.kind, rows, stances, self._session.read_only)
        if wanted != self._shown:
            self._shown = wanted
            self._rebuild(case, claim, [(row, stances[row.evidence.id]) for row in rows])
        self.suggestions.show_claim(claim)
        self.link.setVisible(bool(case.evidence))
        self.add.setEnabled(not self._session.read_only)
        self.link.setEnabled(not self._session.read_only)

    def cards(self) -> list[EvidenceCard]:
        return self._cards

    def card_of(self, evidence_id: str) -> EvidenceCard | None:
        """The card of a note, if the note bears on the claim that is shown."""
        return next((card for card in self._cards if card.evidence_id == evidence_id), None)

    def _rebuild(self, case: Case, claim: Claim, rows: list[tuple[EvidenceRow, Stance]]) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(case, claim, row, stance) for row, stance in rows]
        for card in self._cards:
            self._column.insertWidget(self._column.count() - 1, card)
            card.show()  # at once, so that its place is known when it is to be brought into view
        self._none.setVisible(not rows)

    def _card(self, case: Case, claim: Claim, row: EvidenceRow, stance: Stance) -> EvidenceCard:
        note, session = row.evidence, self._session
        snapshot = case.snapshots.get(note.snapshot)
        card = EvidenceCard(row, stance, claim, snapshot, read_only=session.read_only)
        card.stance_chosen.connect(lambda chosen: session.do(acts.link(note.id, claim.id, chosen)))
        card.link_asked.connect(opening.open_link)
        card.page_asked.connect(lambda: opening.open_address(row.source.url))
        if snapshot is not None:
            card.snapshot_asked.connect(lambda: opening.open_snapshot(session, snapshot))
        card.edit_asked.connect(lambda: self.edit_asked.emit(note.id))
        card.text_asked.connect(lambda: self.text_asked.emit(note.id))
        card.tag_asked.connect(self.tag_asked)
        card.claims_asked.connect(lambda: self.claims_asked.emit(note.id))
        card.unlink_asked.connect(lambda: session.do(acts.unlink(note.id, claim.id)))
        card.delete_asked.connect(lambda: self._delete(row))
        return card

    def _delete(self, row: EvidenceRow) -> None:
        """Nothing is asked: undo brings the note back with all its links."""
        self._session.do(acts.delete_note(row.evidence.id))
        messages.show(self.tr("The note on “{title}” was deleted. Undo brings it back.").format(title=row.source.title))
