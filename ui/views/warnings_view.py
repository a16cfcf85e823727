"""What is wrong with the text itself, to be looked at and dismissed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import look
from ui.case_session import CaseSession
from ui.look import sentences
from ui.look.labels import plain
from ui.look.sign import Sign
from ui.models import acts, words
from workbench.domain.case import CaseWarning

_DOWN = 0.2
"""Ems that put sign and words in line with the words of the button beside them, which has an edge."""


class _WarningCard(QFrame):
    dismissed = Signal()
    restored = Signal()
    place_asked = Signal()

    def __init__(self, warning: CaseWarning, *, read_only: bool, place: bool) -> None:
        super().__init__()
        look.style(self, role="card")
        icon = QVBoxLayout()
        icon.addWidget(Sign("triangle-alert", "muted" if warning.dismissed else "warning", 1.2))
        icon.addStretch(1)
        button = look.style(QPushButton(self.tr("Restore") if warning.dismissed else self.tr("Dismiss")), role="quiet")
        look.set_font(button, "small")
        button.setAccessibleName(f"{button.text()}: {words.warning(warning.warning.kind)}")
        button.setEnabled(not read_only)
        button.clicked.connect(self.restored if warning.dismissed else self.dismissed)
        said = QVBoxLayout()
        said.setSpacing(0)
        for column in (icon, said):
            column.setContentsMargins(0, look.px(_DOWN), 0, 0)
        said.addWidget(plain("strong", words.warning(warning.warning.kind)))
        said.addWidget(plain("small", sentences.told(warning.warning.message, warning.warning.kind)))
        if place and warning.warning.span:
            show = look.style(QPushButton(self.tr("Show in the article")), role="link")
            look.set_font(show, "small")
            show.clicked.connect(self.place_asked)
            said.addWidget(show, 0, Qt.AlignmentFlag.AlignLeading)
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(0.7), look.px(0.2), look.px(0.3), look.px(0.4))
        line.setSpacing(look.px(0.5))
        line.addLayout(icon)
        line.addLayout(said, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class WarningsView(QWidget):
    """Takes no room while there is no warning to show."""

    place_asked = Signal(object)
    """The Span a warning is about."""

    def __init__(self, session: CaseSession, *, places: bool = False, parent: QWidget | None = None) -> None:
        """`places` offers to show each warning's place, for those whose words are not in sight anyway."""
        super().__init__(parent)
        self._session = session
        self._places = places
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(0.4))
        self.hide()

    def show_warnings(self, warnings: Sequence[CaseWarning]) -> None:
        wanted = (tuple(warnings), self._session.read_only)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            if (card := item.widget()) is not None:
                card.hide()
                card.deleteLater()
        for warning in warnings:
            self._column.addWidget(self._card(warning))
        self.setVisible(bool(warnings))

    def _card(self, warning: CaseWarning) -> _WarningCard:
        card = _WarningCard(warning, read_only=self._session.read_only, place=self._places)
        card.dismissed.connect(lambda: self._session.do(acts.dismiss_warning(warning.id)))
        card.place_asked.connect(lambda: self.place_asked.emit(warning.warning.span))
        card.restored.connect(lambda: self._session.do(acts.restore_warning(warning.id)))
        return card
