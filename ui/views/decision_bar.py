"""The foot of the details: the outcomes, and on to the next claim. In sight and in its place for every claim."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui import look
from ui.look.labels import caption
from ui.views.outcome_buttons import OutcomeButtons
from workbench.domain.rating import RatingScale

_NARROW = 30
"""Width in ems below which the outcomes take it all."""


class DecisionBar(QFrame):
    checked_asked = Signal()
    """To mark the claim checked and go to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.style(self, role="foot")
        self._scale: RatingScale | None = None
        self.outcome = OutcomeButtons()
        self._caption = caption("muted", self.tr("Outcome"))
        self._caption.setBuddy(self.outcome)
        self.checked = QPushButton(look.icon("corner-down-left"), self.tr("Checked, next"))
        look.beside_words(self.checked)
        look.style(self.checked, role="segment")
        self.checked.setToolTip(self.tr("Mark checked and go to the next claim (Enter)"))
        self.checked.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they were
        self.checked.clicked.connect(self.checked_asked)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(look.px(0.8), look.px(0.4), look.px(0.8), look.px(0.4))
        self._line.setSpacing(look.px(0.7))
        self._line.addWidget(self._caption)
        self._line.addWidget(self.outcome, 1)
        self._line.addWidget(self.checked)

    def show_outcome(self, scale: RatingScale, given: str, *, read_only: bool) -> None:
        self.outcome.show_outcome(scale, given)
        self.outcome.setEnabled(not read_only)
        self.checked.setEnabled(not read_only)
        if scale != self._scale:
            self._scale = scale
            self._fit()

    def _fit(self) -> None:
        """Say what there is room for: the outcomes come first, then the way on, then what they are called."""
        self.checked.setVisible(self.width() >= look.px(_NARROW))
        needed = sum(part.sizeHint().width() for part in (self._caption, self.outcome, self.checked))
        self._caption.setVisible(needed + look.px(3) <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
