"""Who did what and when, with the words before and after, and the way back to an earlier wording."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.look.room import fit
from ui.models import act_words, word_changes, words
from workbench.domain.case import Case
from workbench.storage.history import Difference, Event


class HistoryDialog(QDialog):
    def __init__(self, case: Case, claim_id: str, events: Sequence[Event], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        claim = case.claim(claim_id)
        self.setWindowTitle(
            self.tr("History of claim {number}").format(number=claim.number)
            if claim
            else self.tr("History of the case")
        )
        self._case, self._events = case, events
        self._numbers = {found.id: found.number for found in case.claims}
        self.acts = QListWidget()
        self.acts.setAccessibleName(self.tr("Acts, the newest first"))
        self.acts.setSpacing(3)
        for event in events:
            self.acts.addItem(QListWidgetItem(self._line(event)))
        self.difference = QTextBrowser()
        self.difference.setAccessibleName(self.tr("What the act changed"))
        self.difference.setOpenLinks(False)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.acts)
        across.addWidget(self.difference)
        across.setSizes([look.px(24), look.px(28)])
        across.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.restore = buttons.addButton(
            self.tr("Put the earlier wording back"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1.1), look.px(1), look.px(1.1), look.px(0.9))
        column.addWidget(across, 1)
        column.addWidget(buttons)
        fit(self, 56, 34)
        self.acts.currentRowChanged.connect(self._show)
        self.acts.setCurrentRow(0)
        self._show(self.acts.currentRow())

    def _line(self, event: Event) -> str:
        numbers = sorted(self._numbers[claim] for claim in event.claims if claim in self._numbers)
        about = self.tr("claim {number}").format(number=numbers[0]) if len(numbers) == 1 else ""
        parts = (words.moment(event.at), event.who, about)
        return f"{act_words.act(event.act)}\n{' · '.join(part for part in parts if part)}"

    def _show(self, row: int) -> None:
        event = self._events[row] if 0 <= row < len(self._events) else None
        self.restore.setEnabled(event is not None and event.can_restore)
        self.difference.setHtml(self._page(event) if event else "")

    def _page(self, event: Event) -> str:
        tokens = look.tokens()
        parts = []
        for change in event.differences:
            named = f"{act_words.word(change.thing)} · {act_words.word(change.field)}"
            head = f'<span style="color:{tokens.muted}">{escape(named)}</span>'
            parts.append(f"<p>{head}<br>{self._changed(change)}</p>")
        return "".join(parts) or f'<p style="color:{tokens.muted}">{escape(self.tr("No words were changed."))}</p>'

    def _changed(self, change: Difference) -> str:
        before, after = (act_words.value(change.field, said, self._case) for said in (change.before, change.after))
        if change.thing == "link" or change.field in act_words.WHOLE:
            return " → ".join(part for part in (word_changes.gone(before), word_changes.new(after)) if part)
        return word_changes.marked(before, after)

    def chosen(self) -> int:
        """Number of the act whose earlier wording is to be put back; 0 for none."""
        row = self.acts.currentRow()
        return self._events[row].seq if 0 <= row < len(self._events) and self._events[row].can_restore else 0

    @classmethod
    def ask(cls, parent: QWidget | None, case: Case, claim_id: str, events: Sequence[Event]) -> int:
        """Number of the act to put back, or 0 when it was only looked at."""
        dialog = cls(case, claim_id, events, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if given else 0
