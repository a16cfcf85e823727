"""Warnings about the text that no claim shows: those outside all claims, and those dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import look
from ui.case_session import CaseSession
from ui.views.warnings_view import WarningsView
from workbench.domain.case import Case, CaseWarning

_MOST_EMS = 16
"""Height of the open list, in ems; it scrolls beyond."""


class LooseWarnings(QFrame):
    """A line that opens into a list; hidden while there is nothing in it."""

    place_asked = Signal(object)
    """The Span a warning is about."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = look.style(QPushButton(), role="link")
        look.beside_words(self._open)
        self._open.setIcon(look.icon("triangle-alert", "warning"))
        look.set_font(self._open, "small")
        self._open.clicked.connect(self._toggle)
        self.warnings = WarningsView(session, places=True)
        self.warnings.place_asked.connect(self.place_asked)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, look.px(0.5), 0)
        inside.addWidget(self.warnings)
        inside.addStretch(1)
        self._list = QScrollArea()
        self._list.setWidget(page)
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(look.px(_MOST_EMS))
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(0.8), 0, look.px(0.8), look.px(0.5))
        column.setSpacing(look.px(0.4))
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._list)
        self.hide()

    def _toggle(self) -> None:
        self.show_list(not self._list.isVisibleTo(self))

    def show_list(self, shown: bool) -> None:
        self._list.setVisible(shown)

    def show_case(self, case: Case | None) -> None:
        loose = outside_claims(case) if case else []
        dismissed = [warning for warning in case.warnings if warning.dismissed] if case else []
        self.warnings.show_warnings([*loose, *dismissed])
        parts = [
            self.tr("%n warnings outside the claims", "", len(loose)) if loose else "",
            self.tr("%n dismissed", "", len(dismissed)) if dismissed else "",
        ]
        self._open.setText(" · ".join(part for part in parts if part))
        self.setVisible(bool(loose or dismissed))

    def said(self) -> str:
        """What the line says."""
        return self._open.text()


def outside_claims(case: Case) -> list[CaseWarning]:
    """The standing warnings whose words no claim has."""
    spans = [anchor.span for claim in case.claims for anchor in claim.anchors]
    return [
        warning
        for warning in case.warnings
        if not warning.dismissed and not any(span.overlaps(warning.warning.span) for span in spans)
    ]
