"""Who signed the claim, and whether the signature still stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import look, messages
from ui.case_session import CaseSession
from ui.look.labels import plain
from ui.look.sign import Sign
from ui.models import acts, words
from workbench.domain.case import Case, SignOff

_Said = tuple[str, str, str]
"""Icon, colour token and words."""
_SIGNS = {True: ("shield-check", "checked"), False: ("shield-alert", "changed")}
"""Of a signature that stands, and of one that has lapsed."""


class SignaturesView(QWidget):
    signed = Signal()
    """Somebody has just signed the claim that is shown."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._signed = QVBoxLayout()
        self._signed.setSpacing(look.px(0.2))
        self._says: list[_Said] = []
        self._shown: tuple[str, int] = ("", 0)
        """The claim, and how many have signed it."""
        self.sign = QPushButton(look.icon("signature"), self.tr("Sign off"))
        look.beside_words(self.sign)
        self.sign.setToolTip(self.tr("Put your name under this claim as it stands now"))
        self.sign.clicked.connect(self.sign_off)
        look.set_font(self.sign, "small")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(0.4))
        line.addLayout(self._signed, 1)
        line.addWidget(self.sign)

    def sign_off(self) -> None:
        """Put the checker's name under the selected claim, or say why it is not put there twice."""
        self._session.do(acts.sign_off(self._session.selected), self._say_signed)

    def _say_signed(self) -> None:
        messages.show(self.tr("You have signed this claim already; for the second check, a second person signs it."))

    def show_claim(self, case: Case, claim_id: str) -> None:
        signed = [sign for sign in case.sign_offs if sign.claim_id == claim_id]
        self._say([(*_SIGNS[sign.stands], self._line(sign)) for sign in signed] or [self._nobody()])
        self.sign.setEnabled(not self._session.read_only)
        before, self._shown = self._shown, (claim_id, len(signed))
        if before[0] == claim_id and before[1] < len(signed):
            self.signed.emit()

    def _nobody(self) -> _Said:
        return "shield-check", "muted", self.tr("Nobody has signed this claim yet.")

    def _say(self, said: list[_Said]) -> None:
        """Say this, a line each. Made anew only when it is not said already: most claims have the same."""
        if said == self._says:
            return
        self._says = said
        while (item := self._signed.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for icon, token, words_of_it in said:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(look.px(0.4))
            line.addWidget(Sign(icon, token), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(plain("small", words_of_it), 1)
            self._signed.addWidget(row)

    def said(self) -> str:
        """What is said of the signatures, a line each."""
        return "\n".join(words_of_it for _, _, words_of_it in self._says)

    def _line(self, sign: SignOff) -> str:
        said = (
            self.tr("Signed by {who}, {date}")
            if sign.stands
            else self.tr("Signed by {who}, {date}; changed since, so the signature has lapsed")
        )
        return said.format(who=sign.who, date=words.date(sign.when))
