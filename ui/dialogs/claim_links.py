"""Which claims a note bears on, and how."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui import look
from ui.look.labels import caption, explained, plain
from ui.models import words
from workbench.domain.case import Case
from workbench.domain.claim import Claim
from workbench.domain.evidence import Stance

_ICONS = {Stance.SUPPORTS: ("plus", "good"), Stance.CONTRADICTS: ("minus", "bad"), Stance.CONTEXT: ("info", "open")}


def stance_combo(stance: Stance) -> QComboBox:
    """A choice of stances by icon and word. Its data comes back as plain text: Qt knows no enums of ours."""
    combo = QComboBox()
    combo.setIconSize(QSize(look.px(1), look.px(1)))
    for one in Stance:
        icon, token = _ICONS[one]
        combo.addItem(look.icon(icon, token), words.stance(one), one)
    combo.setCurrentIndex(list(Stance).index(stance))
    return combo


class _LinkRow(QWidget):
    removed = Signal()

    def __init__(self, claim: Claim, stance: Stance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stance = stance_combo(stance)
        explained(self.stance, self.tr("Stance towards claim {number}").format(number=claim.number))
        remove = look.style(QToolButton(), role="quiet")
        remove.setIcon(look.icon("x", "muted"))
        remove.setAccessibleName(self.tr("Take claim {number} off").format(number=claim.number))
        remove.setToolTip(remove.accessibleName())
        remove.clicked.connect(self.removed)
        said = plain("reading", " ".join(claim.exact.split()))
        look.set_font(said, "reading-small")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(0.5))
        number = caption("strong", str(claim.number))
        for label in (number, said):
            label.setContentsMargins(0, look.px(0.3), 0, 0)
        line.addWidget(self.stance, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(said, 1)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)


class ClaimLinks(QWidget):
    """A row for each claim; more are added by number or by their words."""

    changed = Signal()

    def __init__(self, case: Case, links: Mapping[str, Stance], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._rows: dict[str, _LinkRow] = {}
        self._by_words = {f"{claim.number}  {' '.join(claim.exact.split())}": claim for claim in case.claims}
        self.more = QLineEdit()
        self.more.setAccessibleName(self.tr("Add a claim by number or words"))
        self.more.setPlaceholderText(self.tr("Also bears on… (number or words of a claim)"))
        completer = QCompleter(list(self._by_words), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._completed, Qt.ConnectionType.QueuedConnection)
        self.more.setCompleter(completer)
        self.more.returnPressed.connect(self.add_typed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(0.4))
        self._column.addWidget(self.more)
        for claim_id, stance in links.items():
            self.add(claim_id, stance)

    def links(self) -> dict[str, Stance]:
        """Stance by identifier of the claim."""
        return {claim_id: Stance(row.stance.currentData()) for claim_id, row in self._rows.items()}

    def add(self, claim_id: str, stance: Stance) -> None:
        """Add a claim of the case; one that is there already stays as it is."""
        claim = self._case.claim(claim_id)
        if claim is None or claim_id in self._rows:
            return
        row = _LinkRow(claim, stance)
        row.removed.connect(lambda: self.remove(claim_id))
        row.stance.currentIndexChanged.connect(self.changed)
        self._rows[claim_id] = row
        self._column.insertWidget(len(self._rows) - 1, row)
        self.changed.emit()

    def set_stance(self, claim_id: str, stance: Stance) -> None:
        self._rows[claim_id].stance.setCurrentIndex(list(Stance).index(stance))

    def remove(self, claim_id: str) -> None:
        """Take a claim off."""
        row = self._rows.pop(claim_id)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.more.setFocus()
        self.changed.emit()

    def _completed(self, text: str) -> None:
        if text in self._by_words:
            self.add(self._by_words[text].id, self._usual())
            self.more.clear()

    def add_typed(self) -> None:
        """Add the claim whose number, or the only one whose words, were typed."""
        typed = self.more.text().strip()
        found = [claim for claim in self._case.claims if str(claim.number) == typed] or [
            claim
            for words_of_it, claim in self._by_words.items()
            if typed and typed.casefold() in words_of_it.casefold()
        ]
        if len(found) == 1:
            self.add(found[0].id, self._usual())
            self.more.clear()

    def _usual(self) -> Stance:
        """A note mostly bears on further claims as it does on the first."""
        return next(iter(self.links().values()), Stance.SUPPORTS)
