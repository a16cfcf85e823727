"""The outcomes of the case's scale as a row of buttons, with the keys that give them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui import look
from ui.look.flow_layout import FlowLayout
from ui.look.labels import apart
from workbench.domain.rating import RatingScale

_KEYS = 9
"""Outcomes that have a key: 1–9."""


class OutcomeButtons(QWidget):
    chosen = Signal(str)
    """Identifier of the outcome pressed; empty when the one given is pressed again, which takes it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Outcome"))
        self._scale: RatingScale | None = None
        self._given = ""
        self._buttons: dict[str, QPushButton] = {}
        self._line = FlowLayout(self, gap=look.px(0.2))

    def show_outcome(self, scale: RatingScale, given: str) -> None:
        """Offer the outcomes of `scale`, with the one given pressed."""
        self._given = given
        if scale != self._scale:
            self._build(scale)
        for identifier, button in self._buttons.items():
            button.setChecked(identifier == given)

    def buttons(self) -> list[QPushButton]:
        return list(self._buttons.values())

    def _build(self, scale: RatingScale) -> None:
        self._scale = scale
        for button in self._buttons.values():
            self._line.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for key, outcome in enumerate(scale.outcomes, start=1):
            button = QPushButton(f"{key}  {apart(outcome.label)}" if key <= _KEYS else outcome.label)
            button.setCheckable(True)
            button.setAccessibleName(outcome.label)
            button.setAccessibleDescription(outcome.meaning)
            button.setToolTip(outcome.meaning)
            button.clicked.connect(lambda _=False, identifier=outcome.id: self._press(identifier))
            look.style(button, role="segment", tone=outcome.tone.value)
            self._line.addWidget(button)
            button.show()
            self._buttons[outcome.id] = button

    def _press(self, identifier: str) -> None:
        # What is pressed follows from the case, once the act is done.
        for name, button in self._buttons.items():
            button.setChecked(name == self._given)
        self.chosen.emit("" if identifier == self._given else identifier)
