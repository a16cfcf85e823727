"""Notes of the case that may bear on the selected claim too. One click links one; none is ever linked by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ui import look
from ui.case_session import CaseSession
from ui.look.labels import caption, plain
from ui.models import words
from ui.models.evidence_model import EvidenceRow, evidence_rows
from ui.views.evidence_card import STANCE_LOOKS
from workbench.domain.claim import Claim
from workbench.domain.evidence import Stance
from workbench.errors import CaseFileError

if TYPE_CHECKING:
    from workbench.storage.case_file import CaseFile

_MOST = 3
_PAUSE_MS = 200
"""Milliseconds on one claim before its suggestions are looked for: none for claims only stepped over."""


class _Row(QFrame):
    chosen = Signal(object)
    """The Stance to link the note with."""

    def __init__(self, row: EvidenceRow, *, read_only: bool) -> None:
        super().__init__()
        look.style(self, role="card")
        title = ", ".join(part for part in (row.source.title, row.evidence.locator) if part)
        said = " ".join((row.evidence.excerpt or row.evidence.note).split())
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(plain("body", title))
        if said:
            about.addWidget(plain("small", said if len(said) <= 160 else said[:159] + "…"))
        link = look.style(QToolButton(), role="quiet")
        link.setText(self.tr("Link as"))
        link.setIcon(look.icon("link"))
        look.beside_words(link)
        link.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        link.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.setAccessibleName(self.tr("Link “{title}” to this claim").format(title=title))
        link.setMenu(self._stances(link))
        link.setEnabled(not read_only)
        look.set_font(link, "small")
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(0.7), look.px(0.3), look.px(0.3), look.px(0.4))
        line.addLayout(about, 1)
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)

    def _stances(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for stance in Stance:
            icon, tone = STANCE_LOOKS[stance]
            action = menu.addAction(look.icon(icon, tone), words.stance(stance))
            action.triggered.connect(lambda _=False, stance=stance: self.chosen.emit(stance))
        return menu


class Suggestions(QWidget):
    """Hidden while there is nothing to suggest."""

    chosen = Signal(str, object)
    """Identifier of a note and the Stance to link it with."""
    rearranged = Signal()
    """Other controls are there than before."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._claim_id = ""
        self._asked: object = None
        self._rows: list[_Row] = []
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(0.4))
        self._column.addWidget(caption("small", self.tr("Suggested from this case")))
        self.hide()

    def show_claim(self, claim: Claim) -> None:
        """Look for suggestions, soon, if the claim or the notes have changed since."""
        case = self._session.case
        asked = (claim.id, claim.exact, claim.restated, claim.claimant, case and case.links, case and case.evidence)
        if asked == self._asked:
            return
        if claim.id != self._claim_id:
            self._show([])
        self._asked, self._claim_id = asked, claim.id
        if case is not None and len(case.evidence) > len(case.links_of(claim.id)):
            self._timer.start()
        else:
            self._show([])

    def _look(self) -> None:
        claim_id = self._claim_id

        def read(file: CaseFile) -> tuple[str, ...]:
            from workbench.workflow import searching

            try:
                return searching.suggest_evidence(file, claim_id, _MOST)
            except CaseFileError:
                # The claim was deleted in the meantime: nothing to suggest, and nothing to say.
                return ()

        self._session.fetch(read, lambda found: self._found(claim_id, found))

    def _found(self, claim_id: str, found: tuple[str, ...]) -> None:
        case = self._session.case
        if claim_id == self._claim_id and case is not None:
            rows = {row.evidence.id: row for row in evidence_rows(case, found)}
            self._show([rows[identifier] for identifier in found if identifier in rows])

    def _show(self, notes: list[EvidenceRow]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for note in notes:
            row = _Row(note, read_only=self._session.read_only)
            row.chosen.connect(lambda stance, name=note.evidence.id: self.chosen.emit(name, stance))
            self._column.addWidget(row)
            self._rows.append(row)
        self.setVisible(bool(notes))
        self.rearranged.emit()

    def rows(self) -> list[_Row]:
        return self._rows
