"""The head of the claim details: number, status, kind, the very words, and why they were found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import look
from ui.look.flow_layout import FlowLayout
from ui.look.labels import caption, explained, plain
from ui.models import words
from ui.models.claims_model import ClaimRow
from workbench.domain.article import BlockKind
from workbench.domain.claim import ClaimKind, Origin, Status
from workbench.domain.findings import DateReading


class WorthBar(QWidget):
    """Check-worthiness as a bar; the number stands beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worth = 0.0
        self.setFixedSize(QSize(look.px(3.5), look.px(1)))

    def set_worth(self, worth: float) -> None:
        self._worth = worth
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, mirrored = self.height() / 2, self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for width, colour in ((self.width(), look.tokens().border), (self.width() * self._worth, look.tokens().muted)):
            painter.setBrush(QColor(colour))
            left = self.width() - width if mirrored else 0
            painter.drawRoundedRect(QRectF(left, middle - 2.5, width, 5), 2.5, 2.5)


class _FittingCombo(QComboBox):
    """As wide as what it shows: the longest choice would push the others into a line of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.currentIndexChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        hint, metrics = super().sizeHint(), self.fontMetrics()
        longest = max((metrics.horizontalAdvance(self.itemText(place)) for place in range(self.count())), default=0)
        return hint - QSize(longest - metrics.horizontalAdvance(self.currentText()), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ClaimHead(QWidget):
    status_chosen = Signal(object)
    """A Status."""
    kind_chosen = Signal(object)
    """A ClaimKind."""
    checkable_chosen = Signal(bool)
    next_place_asked = Signal()
    """To go to the next of the places where the claim stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = caption("heading")
        self.status = self._status_combo()
        self.kind = _FittingCombo()
        explained(self.kind, self.tr("Kind of claim"))
        for kind in ClaimKind:
            self.kind.addItem(words.kind(kind), kind)
        self.kind.activated.connect(lambda place: self.kind_chosen.emit(list(ClaimKind)[place]))
        self.checkable = QCheckBox(self.tr("checkable"))
        self.checkable.setToolTip(self.tr("Untick what nobody can check: an opinion, a hope."))
        self.checkable.clicked.connect(self.checkable_chosen)
        self._quote = plain("reading")
        self._quote.setAccessibleName(self.tr("The claim in the article’s words"))
        self._bar = WorthBar()
        self._found = plain("small")
        self._why = look.style(QPushButton(), role="link")
        self._why.setCheckable(True)
        self._why.setText(self.tr("Why?"))
        self._why.setToolTip(self.tr("Show what makes it worth checking"))
        self._why.setAccessibleName(self._why.toolTip())
        self._why.toggled.connect(self._show_reasons)
        look.set_font(self._why, "small")
        self.places = look.style(QPushButton(), role="link")
        self.places.setToolTip(self.tr("Go to the next place of this claim (Shift+O)"))
        self.places.clicked.connect(self.next_place_asked)
        look.set_font(self.places, "small")
        self._reasons = plain("small")
        self._dates = plain("small")
        self._dates.setAccessibleName(self.tr("How its dates were read"))
        self._lay_out()
        self._show_reasons(False)

    def _status_combo(self) -> QComboBox:
        combo = _FittingCombo()
        explained(combo, self.tr("Status"))
        combo.setIconSize(QSize(look.px(1.1), look.px(1.1)))
        for status in Status:
            mark = look.mark(status)
            combo.addItem(look.icon(mark.icon, mark.token), mark.word)
        combo.activated.connect(lambda place: self.status_chosen.emit(list(Status)[place]))
        return combo

    def _lay_out(self) -> None:
        first = FlowLayout(gap=look.px(0.6), line_gap=look.px(0.4))
        for widget in (self._number, self.status, self.kind, self.checkable):
            first.addWidget(widget)
        frame = look.style(QFrame(), role="quote")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(look.px(0.7), 0, 0, 0)
        inside.addWidget(self._quote)
        why = QHBoxLayout()
        why.setSpacing(look.px(0.5))
        why.addWidget(self._bar)
        why.addWidget(self._found, 1)
        why.addWidget(self.places)
        why.addWidget(self._why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(0.5))
        column.addLayout(first)
        column.addWidget(frame)
        column.addLayout(why)
        column.addWidget(self._reasons)
        column.addWidget(self._dates)

    def show_row(self, row: ClaimRow, dates: Sequence[DateReading] = ()) -> None:
        claim = row.claim
        self._number.setText(self.tr("Claim {number}").format(number=claim.number))
        self.status.setCurrentIndex(list(Status).index(claim.status))
        self.kind.setCurrentIndex(list(ClaimKind).index(claim.kind))
        self.checkable.setChecked(claim.checkable)
        self._quote.setText(claim.exact)
        self._bar.setVisible(claim.check_worthiness is not None)
        self._bar.set_worth(claim.check_worthiness or 0.0)
        self._found.setText(self._how(row))
        self.places.setVisible(len(claim.anchors) > 1)
        self.places.setText(self.tr("stands in %n places", "", len(claim.anchors)))
        reasons = ", ".join(claim.reasons)
        self._reasons.setText(reasons)
        self._bar.setToolTip(reasons)
        self._found.setToolTip(reasons)
        self._why.setVisible(bool(reasons))
        self._show_reasons(self._why.isChecked())
        self._dates.setText("\n".join(dict.fromkeys(reading.how for reading in dates)))
        self._dates.setVisible(bool(dates))

    def _show_reasons(self, shown: bool) -> None:
        self._reasons.setVisible(shown and bool(self._reasons.text()))

    def _how(self, row: ClaimRow) -> str:
        """How much it is worth checking, what found it, where it stands."""
        claim = row.claim
        parts = []
        if claim.check_worthiness is not None:
            score = self.locale().toString(round(100 * claim.check_worthiness))
            parts.append(self.tr("worth {score} of 100").format(score=score))
        if claim.origin is Origin.BY_HAND:
            parts.append(self.tr("marked by hand"))
        elif claim.found_by:
            parts.append(self.tr("found: {how}").format(how=claim.found_by))
        if row.block is not BlockKind.BODY:
            parts.append(self.tr("in the {block}").format(block=words.block(row.block)))
        return " · ".join(parts)

    def set_read_only(self, read_only: bool) -> None:
        self.status.setEnabled(not read_only)
        self.kind.setEnabled(not read_only)
        self.checkable.setEnabled(not read_only)
