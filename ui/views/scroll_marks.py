"""The strip beside the article's scroll bar: where claims stand, by status. A click goes there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui import look
from ui.models.article_marks import ArticleMarks, ClaimMark
from ui.views import strip_accessible
from ui.views.article_layout import ArticleLayout
from workbench.domain.claim import Claim, Status
from workbench.domain.rating import RatingScale

_URGENCY = {
    status: place
    for place, status in enumerate(
        (
            Status.CHANGED,
            Status.NEEDS_EDITOR,
            Status.QUERY_OUT,
            Status.TO_CHECK,
            Status.CHECKING,
            Status.CHECKED,
            Status.SECOND_CHECKED,
        )
    )
}
"""Where claims crowd, the mark of the one that wants most attention is seen."""
_MARK = 3
"""Height of a mark in pixels."""
_CALM = 40
"""Milliseconds after which the strip follows the page: many changes are drawn once."""
_NEAR = 6
"""How far from a mark, in pixels, a click still means it."""


class ScrollMarks(QWidget):
    """`page` and `marks` give what is shown now."""

    claim_clicked = Signal(str)

    def __init__(self, page: Callable[[], ArticleLayout], marks: Callable[[], ArticleMarks], parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._marks = page, marks
        self.selected = ""
        self.scale: RatingScale | None = None
        self.rows: dict[int, ClaimMark] = {}
        """What was drawn: row of pixels → the claim whose mark is seen there."""
        self._picture: QPixmap | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CALM)
        self._later.timeout.connect(self._refresh)
        strip_accessible.install()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Claims along the article"))
        self.setAccessibleDescription(self.tr("Marks of the claims by status; the claims list has the same claims."))

    def refresh(self) -> None:
        """Take heights and statuses anew, in a moment: after the frame that is under way."""
        if not self._later.isActive():
            self._later.start()

    def select(self, claim_id: str) -> None:
        """Draw the mark of `claim_id` as the selected one."""
        self.selected = claim_id
        self.update()
        if QAccessible.isActive() and self._marks().places(claim_id):
            event = QAccessibleEvent(self, QAccessible.Event.Selection)
            event.setChild(self.claim_ids().index(claim_id))
            QAccessible.updateAccessibility(event)

    def _refresh(self) -> None:
        self._picture = None
        self.update()

    def _with_rows(self, marks: Sequence[ClaimMark]) -> Iterator[tuple[int, ClaimMark]]:
        """Each of `marks` with its row of pixels."""
        page = self._page()
        scale = (self.height() - _MARK) / max(float(self.height()), page.documentSize().height())
        for height, mark in zip(page.heights(mark.start for mark in marks), marks, strict=True):
            yield round(height * scale), mark

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatio():
            self._picture = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        for row, _ in self._with_rows(self._marks().places(self.selected)):
            painter.fillRect(0, row - 1, self.width(), _MARK + 2, QColor(look.tokens().accent))
        painter.end()

    def _draw(self) -> QPixmap:
        """The marks of all claims but for the selected one's light; the most urgent one of each row of pixels."""
        self.rows = {}
        for row, mark in self._with_rows(self._marks().all_claims):
            there = self.rows.get(row)
            if there is None or _URGENCY[mark.claim.status] < _URGENCY[there.claim.status]:
                self.rows[row] = mark
        ratio, tokens = self.devicePixelRatio(), look.tokens()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(tokens.page))
        painter = QPainter(picture)
        left = round(self.width() * 0.2)
        for row, mark in sorted(self.rows.items()):
            colour = getattr(tokens, look.mark_shape(mark.claim.status).token)
            painter.fillRect(left, row, self.width() - 2 * left, _MARK, QColor(colour))
        painter.end()
        return picture

    def _mark_at(self, y: float) -> ClaimMark | None:
        """The mark nearest to height `y`, if it is near enough to be meant."""
        best = min(self.rows, key=lambda row: abs(row + _MARK / 2 - y), default=None)
        return self.rows[best] if best is not None and abs(best + _MARK / 2 - y) <= _NEAR else None

    # For screen readers.

    def claim_ids(self) -> list[str]:
        """The claims, in order of place."""
        return self._marks().ids()

    def claim(self, claim_id: str) -> Claim | None:
        places = self._marks().places(claim_id)
        return places[0].claim if places else None

    def claim_near(self, y: float) -> str:
        """The claim whose mark is nearest to height `y`, or empty."""
        mark = self._mark_at(y)
        return mark.claim.id if mark is not None else ""

    def place_of(self, claim_id: str) -> QRect:
        """Where the claim's mark is on the screen."""
        row, _ = next(self._with_rows(self._marks().places(claim_id)), (0, None))
        return QRect(self.mapToGlobal(QPoint(0, row)), QSize(self.width(), _MARK))

    # The pointer.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and mark is not None:
            self.claim_clicked.emit(mark.claim.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            point = self.mapFromGlobal(self.cursor().pos())
            mark = self._mark_at(point.y())
            words = f"{mark.claim.number} · {look.mark(mark.claim.status).word}" if mark is not None else ""
            QToolTip.showText(self.mapToGlobal(point), words, self)
            return True
        return super().event(event)
