"""Everything about the selected claim: its words, the check, queries, evidence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.case_session import CaseSession
from ui.look.focus_order import follow_layout
from ui.look.labels import caption
from ui.models import acts
from ui.models.claims_model import ClaimRow, dates_of, row_of
from ui.views import putting_aside
from ui.views.claim_fields import ClaimFields
from ui.views.claim_head import ClaimHead
from ui.views.decision_bar import DecisionBar
from ui.views.empty_state import EmptyState
from ui.views.evidence_panel import EvidencePanel
from ui.views.following_scroll import FollowingScroll
from ui.views.queries_view import QueriesView
from ui.views.signatures_view import SignaturesView
from ui.views.warnings_view import WarningsView
from workbench.domain.case import Case
from workbench.domain.changes import Changes
from workbench.domain.claim import Status

_NARROW = 30
"""Width in ems below which labels stand above their fields."""


class ClaimDetails(QWidget):
    """Follows the session's selection. What asks for a dialog is a signal, answered above the views."""

    note_asked = Signal(str)
    """Begin a note on this claim."""
    note_dropped = Signal(str, object)
    """Begin a note on this claim with a Path or a str dropped beside the article."""
    note_edit_asked = Signal(str)
    """Identifier of a note."""
    note_claims_asked = Signal(str)
    note_text_asked = Signal(str)
    tag_asked = Signal(str)
    link_asked = Signal(str)
    query_asked = Signal(str)
    next_place_asked = Signal()
    checked_asked = Signal()
    """To mark the claim checked and go to the next."""
    left = Signal()
    """Esc or Ctrl+Enter: back to the list of claims."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.head = ClaimHead()
        self.warnings = WarningsView(session)
        self.fields = ClaimFields(self)
        self.decision = DecisionBar()
        self.outcome = self.decision.outcome
        self.queries = QueriesView(session)
        self.evidence = EvidencePanel(session)
        self.signatures = SignaturesView(session)
        self._form = self._make_form()
        self._pages = QStackedWidget()
        self._nothing = EmptyState()
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self._with_decision(self._scrolled()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._connect()
        self.refresh()

    def _say_nothing(self, case: Case | None) -> None:
        """Why there is no claim to be seen here."""
        if case is not None and case.claims:
            title = self.tr("No claim selected")
            more = self.tr("Choose one in the list or in the article; J and K step through them.")
        else:
            title = self.tr("Claims are checked here")
            more = self.tr("Each with who says it, its evidence, the outcome you give it, and why.")
        self._nothing.say("text-quote", title, more)

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(look.px(0.7))
        form.setVerticalSpacing(look.px(0.5))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._change_label = self._label(self.tr("Change to"), self.fields.correction)
        for label, field in (
            (self._label(self.tr("Claimant"), self.fields.claimant), self.fields.claimant),
            (self._change_label, self.fields.correction),
            (self._label(self.tr("Reasoning"), self.fields.reasoning), self.fields.reasoning),
            (self._label(self.tr("Restated"), self.fields.restated), self.fields.restated),
        ):
            form.addRow(label, field)
        return form

    def _label(self, text: str, field: QWidget) -> QLabel:
        label = caption("muted", text)
        label.setBuddy(field)
        return label

    def _scrolled(self) -> FollowingScroll:
        self._page = page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(look.px(0.8), look.px(0.7), look.px(0.8), look.px(1))
        column.setSpacing(look.px(0.8))
        column.addWidget(self.head)
        column.addWidget(self.warnings)
        column.addLayout(self._form)
        for part in (self.evidence, self.queries, self.signatures):
            column.addWidget(look.style(QFrame(), role="rule"))
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = FollowingScroll(page)
        return self._scroll

    def _with_decision(self, scrolled: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled, 1)
        column.addWidget(self.decision)
        return page

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.selection_changed.connect(self._selected)
        self.head.kind_chosen.connect(lambda kind: session.do(acts.edit_claim(session.selected, kind=kind)))
        self.head.checkable_chosen.connect(lambda on: session.do(acts.edit_claim(session.selected, checkable=on)))
        self.head.status_chosen.connect(self.set_status)
        self.head.next_place_asked.connect(self.next_place_asked)
        self.outcome.chosen.connect(self._give_outcome)
        self.decision.checked_asked.connect(self.checked_asked)
        self.fields.save.connect(self._save)
        self.fields.put_aside.connect(self._put_aside)
        for typed_in in (self.fields, self.queries):
            typed_in.pending_changed.connect(self._tell_typing)
        self.evidence.suggestions.rearranged.connect(lambda: follow_layout(self))
        self.evidence.add_asked.connect(self.add_evidence)
        self.evidence.link_asked.connect(self.link_existing)
        self.evidence.edit_asked.connect(self.note_edit_asked)
        self.evidence.claims_asked.connect(self.note_claims_asked)
        self.evidence.text_asked.connect(self.note_text_asked)
        self.evidence.tag_asked.connect(self.tag_asked)
        self.queries.ask_asked.connect(self.ask_query)
        self.signatures.signed.connect(lambda: self._scroll.bring_into_view(self.signatures))

    def _opened(self) -> None:
        self.fields.forget()
        self.refresh()

    def _changed(self, _changes: Changes) -> None:
        self.refresh()

    def _selected(self, _claim_id: str) -> None:
        self.flush()
        self.refresh()
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show the selected claim as it is now; words being typed stay, and so does the focus."""
        case = self._session.case
        row = row_of(case, self._session.selected) if case else None
        self._pages.setCurrentIndex(0 if row is None else 1)
        if case is not None and row is not None:
            self._show(case, row)
        else:
            self._say_nothing(case)

    def _show(self, case: Case, row: ClaimRow) -> None:
        claim, read_only = row.claim, self._session.read_only
        self.head.show_row(row, dates_of(row.claim, case))
        self.head.set_read_only(read_only)
        self.warnings.show_warnings(row.warnings)
        self.fields.show_claim(claim)
        self.fields.set_read_only(read_only)
        self.decision.show_outcome(case.scale, claim.outcome, read_only=read_only)
        self._show_correction(row)
        self.evidence.show_claim(case, claim)
        self.queries.show_claim(case, claim.id)
        self.signatures.show_claim(case, claim.id)
        follow_layout(self)

    def _show_correction(self, row: ClaimRow) -> None:
        """Asked for when the outcome wants one; never hidden with words in it."""
        wanted = row.outcome is not None and row.outcome.wants_correction
        field = self.fields.correction
        shown = wanted or bool(row.claim.correction) or field.saving.is_dirty() or field.hasFocus()
        self._form.setRowVisible(field, shown)
        look.style(self._change_label, role="strong" if wanted else "muted")
        look.set_font(self._change_label, "strong" if wanted else "body")

    def _save(self, claim_id: str, name: str, typed: str) -> None:
        self._session.do(acts.edit_words(claim_id, name, typed))
        # Acts and reads are done in the order asked, so this comes when the act is over, well or badly.
        self._session.fetch(lambda _file: None, lambda _: self._settle(claim_id, name, typed))

    def _settle(self, claim_id: str, name: str, sent: str) -> None:
        case = self._session.case
        claim = case.claim(claim_id) if case else None
        self.fields.settle(claim_id, name, sent, None if claim is None else getattr(claim, name))

    def _put_aside(self, claim_id: str, name: str, typed: str) -> None:
        putting_aside.put_aside(
            self._session,
            acts.edit_words(claim_id, name, typed),
            self.fields.title(name),
            lambda: self.fields.bring_back(claim_id, name, typed),
        )

    def _tell_typing(self) -> None:
        self._session.set_typing(self.fields.is_pending() or self.queries.is_pending())

    def _give_outcome(self, outcome_id: str) -> None:
        self.flush()
        case = self._session.case
        given = case.scale.outcome(outcome_id) if case else None
        if given is not None and given.wants_correction:
            # At once: who types on must not be led to another field because the act takes its time.
            self._form.setRowVisible(self.fields.correction, True)
            self._scroll.bring_into_view(self.fields.correction)
        self._session.do(acts.set_outcome(self._session.selected, outcome_id))

    def set_status(self, status: Status) -> None:
        self.flush()
        self._session.do(acts.set_status(self._session.selected, status))

    def set_outcome(self, key: int) -> None:
        """Give the outcome of key 1–9; the same again takes it back. Nothing for a key the scale doesn't have."""
        case = self._session.case
        claim = case.claim(self._session.selected) if case else None
        if case is not None and claim is not None and 0 < key <= len(case.scale.outcomes):
            chosen = case.scale.outcomes[key - 1].id
            self._give_outcome("" if chosen == claim.outcome else chosen)

    def flush(self) -> None:
        """Save what is typed and not saved yet. Called before anything that reads or leaves the claim."""
        self.fields.flush()
        self.queries.flush()

    def add_evidence(self) -> None:
        if self._session.selected:
            self.flush()
            self.note_asked.emit(self._session.selected)

    def bring_note_into_view(self, evidence_id: str) -> None:
        """Scroll to a note on the claim that is shown; the focus stays where it is."""
        card = self.evidence.card_of(evidence_id)
        if card is not None:
            self._scroll.bring_into_view(card)

    def link_existing(self) -> None:
        if self._session.selected:
            self.flush()
            self.link_asked.emit(self._session.selected)

    def ask_query(self) -> None:
        if self._session.selected:
            self.flush()
            self.query_asked.emit(self._session.selected)

    def focus_first(self) -> None:
        """Keys go to the first field of the check."""
        self.fields.claimant.setFocus()

    def focus_reasons(self) -> None:
        """Keys go to what is still to be written about the outcome: the correction it wants, else the reasoning."""
        fields = self.fields
        lacks_correction = fields.correction.isVisible() and not fields.correction.toPlainText()
        field = fields.correction if lacks_correction else fields.reasoning
        field.setFocus()
        field.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the field with the focus has done with these keys, it has done.
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enters and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        policy = QFormLayout.RowWrapPolicy
        narrow = event.size().width() < look.px(_NARROW)
        self._form.setRowWrapPolicy(policy.WrapAllRows if narrow else policy.DontWrapRows)
