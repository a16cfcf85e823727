"""The short card that appears where the pointer rests: what claim, fact or warning stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import look
from ui.look import sentences
from ui.models import words
from workbench.domain.case import CaseFact, CaseWarning
from workbench.domain.claim import Claim
from workbench.domain.rating import RatingScale

_MOST = 4
"""Claims told of at one place; the rest are counted."""
_ICON, _GAP = 1.1, 0.4
"""Of a line's sign, and between it and the words, in ems."""


class HoverCard(QFrame):
    """A window of its own that takes neither focus nor clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.style(self, role="popup")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(0.7), look.px(0.5), look.px(0.7), look.px(0.6))
        self._column.setSpacing(look.px(0.3))

    def show_at(
        self,
        place: QPoint,
        claims: Iterable[Claim],
        scale: RatingScale | None,
        facts: Iterable[CaseFact] = (),
        warnings: Iterable[CaseWarning] = (),
    ) -> bool:
        """Tell of what stands at the pointer, below `place` of the screen; False when there is nothing to tell."""
        self._clear()
        told = list(claims)
        for claim in told[:_MOST]:
            if self._column.count():
                self._column.addSpacing(look.px(0.5))
            self._add_claim(claim, scale)
        if len(told) > _MOST:
            self._add(self.tr("and %n more", "", len(told) - _MOST), "muted", indented=True)
        for kind, count in Counter(fact.fact.kind for fact in facts).items():
            said = self.tr("{kind}, in no claim yet").format(kind=words.fact(kind).capitalize())
            self._add(said if count == 1 else f"{QLocale().toString(count)} × {said}", "muted", indented=bool(told))
        for warning in warnings:
            self._add_line("triangle-alert", "warning", sentences.told(warning.warning.message, warning.warning.kind))
        if self._column.count() == 0:
            return False
        self.adjustSize()
        self.move(self._fitted(place))
        self.show()
        return True

    def lines(self) -> list[str]:
        """The words that are told, line by line."""
        return [label.text() for label in self.findChildren(QLabel) if label.text() and label.isVisibleTo(self)]

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_claim(self, claim: Claim, scale: RatingScale | None) -> None:
        mark = look.mark(claim.status)
        head = self.tr("Claim {number} · {status}").format(number=claim.number, status=mark.word)
        outcome = scale.outcome(claim.outcome) if scale is not None and claim.outcome else None
        if outcome is not None:
            head = f"{head} · {outcome.label}"
        self._add_line(mark.icon, mark.token, head, strong=True)
        said = f"{words.claimant(claim.claimant)} · {words.kind(claim.kind)}"
        self._add(said, "muted", indented=True)
        if claim.correction:
            self._add(self.tr("Change to: {words}").format(words=claim.correction), "", indented=True)

    def _add_line(self, icon: str, token: str, said: str, *, strong: bool = False) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(_GAP))
        picture = QLabel()
        side = look.px(_ICON)
        picture.setPixmap(look.icon(icon, token).pixmap(side, side))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label(said, "strong" if strong else ""), 1)
        self._column.addWidget(line)

    def _add(self, said: str, role: str, *, indented: bool = False) -> None:
        """Add a line; `indented` where it goes on with the words beside a sign."""
        line = QHBoxLayout()
        line.setContentsMargins(look.px(_ICON) + look.px(_GAP) if indented else 0, 0, 0, 0)
        line.addWidget(self._label(said, role))
        line.addStretch(1)
        holder = QWidget()
        holder.setLayout(line)
        self._column.addWidget(holder)

    def _label(self, said: str, role: str) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(said)
        label.setWordWrap(True)
        widest = look.px(24)
        label.setMinimumWidth(min(widest, label.fontMetrics().horizontalAdvance(said) + look.px(0.5)))
        label.setMaximumWidth(widest)
        return look.style(label, role=role) if role else label

    def _fitted(self, place: QPoint) -> QPoint:
        screen = self.screen().availableGeometry()
        x = min(place.x(), screen.right() - self.width())
        below = place.y() + look.px(1.4)
        y = below if below + self.height() <= screen.bottom() else place.y() - self.height() - look.px(0.8)
        return QPoint(max(screen.left(), x), max(screen.top(), y))
