"""The strip beside the article's scroll bar: where claims stand, by status. A click goes there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui import look
from ui.models.article_marks import ArticleMarks, ClaimMark
from ui.views.article_layout import ArticleLayout
from workbench.domain.claim import Status

_URGENCY = (
    Status.CHANGED,
    Status.NEEDS_EDITOR,
    Status.QUERY_OUT,
    Status.TO_CHECK,
    Status.CHECKING,
    Status.CHECKED,
    Status.SECOND_CHECKED,
)
"""Where claims crowd, the mark of the one that wants most attention is seen."""
_MARK = 3
"""Height of a mark in pixels."""
_NEAR = 6
"""How far from a mark, in pixels, a click still means it."""


class ScrollMarks(QWidget):
    """`page` and `marks` give what is shown now, `selected` the claim that is lit."""

    claim_clicked = Signal(str)

    def __init__(self, page: Callable[[], ArticleLayout], marks: Callable[[], ArticleMarks], parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._marks = page, marks
        self._selected = ""
        self._rows: list[tuple[float, ClaimMark]] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Claims along the article"))
        self.setAccessibleDescription(self.tr("Marks of the claims by status; the claims list has the same claims."))

    def sizeHint(self) -> QSize:
        return QSize(look.px(0.9), 0)

    def refresh(self, selected: str) -> None:
        """Take heights and statuses anew."""
        self._selected = selected
        page = self._page()
        whole = max(1.0, page.documentSize().height())
        self._rows = [(self._height(page, mark) / whole, mark) for mark in self._marks().all_claims]
        self._rows.sort(key=lambda row: (row[1].claim.id == selected, -_URGENCY.index(row[1].claim.status)))
        self.update()

    @staticmethod
    def _height(page: ArticleLayout, mark: ClaimMark) -> float:
        """Height of the mark on the page, by its share of its paragraph: no line needs to be set for it."""
        number = page.number_of(mark.start)
        top, first = page.top(number), page.start(number)
        length = max(1, page.length(number))
        return top + (page.top(number + 1) - top) * (mark.start - first) / length

    def _y(self, share: float) -> float:
        return share * (self.height() - _MARK)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = look.tokens()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens.page))
        inset = self.width() * 0.2
        drawn: dict[tuple[int, str], None] = {}
        for share, mark in self._rows:
            selected = mark.claim.id == self._selected
            token = "accent" if selected else look.mark_shape(mark.claim.status).token
            key = (round(self._y(share)), token)
            if key not in drawn:
                drawn[key] = None
                left = 0 if selected else inset
                box = QRectF(left, key[0], self.width() - 2 * left, _MARK + 2 * selected)
                painter.fillRect(box, QColor(getattr(tokens, token)))
        painter.end()

    def _mark_at(self, y: float) -> ClaimMark | None:
        near = [(abs(self._y(share) + _MARK / 2 - y), mark.claim.number, mark) for share, mark in self._rows]
        best = min(near, key=lambda one: one[:2], default=None)
        return best[2] if best is not None and best[0] <= _NEAR else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and mark is not None:
            self.claim_clicked.emit(mark.claim.id)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            point = self.mapFromGlobal(self.cursor().pos())
            mark = self._mark_at(point.y())
            words = f"{mark.claim.number} · {look.mark(mark.claim.status).word}" if mark is not None else ""
            QToolTip.showText(self.mapToGlobal(point), words, self)
            return True
        return super().event(event)
