"""The article as a text one can read, select from and click in; Qt's text widget with our own layout and painting.

QTextEdit gives selection, caret browsing, copying and the text interface for screen readers; what it shows comes from
ArticleLayout and ArticlePainter, so that 50,000 words with 2,000 claims cost no more than one screenful of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui import look
from ui.models.article_marks import ArticleMarks, ClaimMark
from ui.models.offsets import Utf16Map
from ui.views.article_document import build_document, kinds_of, set_fonts
from ui.views.article_layout import ArticleLayout, Setting
from ui.views.article_margin import ArticleMargin
from ui.views.article_painting import ArticlePainter
from ui.views.scroll_marks import ScrollMarks
from workbench.domain.article import Article
from workbench.domain.case import Case
from workbench.domain.span import Span

_BODY = 1.28
"""Size of the body at 100%, in sizes of the window's font."""
_SLICE = 0.004
"""Seconds spent at a time on setting paragraphs that are not looked at."""
_STILL = 4
"""Pixels a pointer may move in a click."""


class ArticleText(QTextEdit):
    """Shows one article with the marks of its case. Knows nothing of the session."""

    claim_clicked = Signal(str)
    fact_clicked = Signal(str)
    bounds_dragged = Signal(str, object)
    """Claim and the Span its ends were dragged to."""
    words_selected = Signal()
    """Another stretch of words is selected, or none."""
    zoom_asked = Signal(int)
    """The wheel was turned with Ctrl held: 1 for larger, -1 for smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = look.SERIF
        self.scale = 1.0
        self.article = Article("", ())
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Article"))
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._set_more)
        look.style(self, role="article")
        self._strip = ScrollMarks(lambda: self.page, lambda: self.marks, self)
        self._strip.claim_clicked.connect(self.claim_clicked)
        self.setViewportMargins(0, 0, self._strip.sizeHint().width(), 0)
        self._pressed: QPointF | None = None
        self._shown_document: QTextDocument | None = None
        self.show_article(self.article)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(self._words_changed)
        look.changed.connect(self._dress)

    # What is shown.

    def show_article(self, article: Article) -> None:
        """Show another article from its top, without any marks."""
        self.article = article
        self.offsets = Utf16Map(article.text)
        document = build_document(article)
        document.setParent(self)
        kinds = kinds_of(document, article, [self.offsets.unit(block.span.start) for block in article.blocks])
        setting = self._setting()
        set_fonts(document, kinds, setting.face, setting.pixels)
        self.page = ArticleLayout(document, kinds, setting)
        document.setDocumentLayout(self.page)
        self.marks = ArticleMarks(self.offsets, self.page.number_of)
        self.painter = ArticlePainter(self.page, self.marks)
        self.margin = ArticleMargin(self.page, self.marks)
        self.setDocument(document)
        previous, self._shown_document = self._shown_document, document
        if previous is not None:
            previous.deleteLater()
        self._place_column()
        self.verticalScrollBar().setValue(0)
        self._settling.start(0)

    def show_claims(self, case: Case) -> None:
        """Show the marks of `case`, whose article is the one shown; place and selected words stay."""
        self.marks.show(case)
        self._strip.refresh(self.painter.shown.selected)
        self.viewport().update()

    def set_selected(self, claim_id: str) -> None:
        """Light the claim and bring it into view unless it is there already."""
        self.painter.shown.selected = claim_id
        places = self.marks.places(claim_id)
        if places:
            self._bring_caret(places[0])
            self.bring_into_view(places[0].start, places[0].end)
        self._strip.refresh(claim_id)
        self.viewport().update()

    def _bring_caret(self, place: ClaimMark) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection() and not place.start <= cursor.position() <= place.end:
            value = self.verticalScrollBar().value()
            cursor.setPosition(place.start)
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(value)

    def bring_into_view(self, start: int, end: int) -> None:
        """Scroll so that positions `start`..`end` stand comfortably in view; not at all if they do."""
        top, bottom = self._height_of(start)[0], self._height_of(max(start, end - 1))[1]
        bar, height = self.verticalScrollBar(), self.viewport().height()
        edge = min(2.5 * self.page.setting.pixels, height / 8)
        if top - edge < bar.value() or min(bottom, top + height / 2) + edge > bar.value() + height:
            bar.setValue(round(top - height / 3))

    def _height_of(self, unit: int) -> tuple[float, float]:
        """Top and bottom, on the page, of the line that holds position `unit`."""
        number = self.page.number_of(unit)
        lines = self.page.lines(number)
        top = self.page.top(number)
        inside = [line for line in lines if line.start <= unit - self.page.start(number)]
        return (top + inside[-1].top, top + inside[-1].bottom) if inside else (top, top)

    # The words the user selected.

    def selected_span(self) -> Span | None:
        """The words selected by the user, without white space at their ends; None when there are none."""
        cursor = self.textCursor()
        span = self.offsets.span(cursor.selectionStart(), cursor.selectionEnd()).trimmed(self.article.text)
        return span or None

    def cursor_position(self) -> int:
        """Where the caret stands, in code points."""
        return self.offsets.code_point(self.textCursor().position())

    def current_fact(self) -> str:
        """Identifier of the fact left where the caret or the selected words are, or empty."""
        cursor = self.textCursor()
        mark = self.marks.fact_at(cursor.selectionStart())
        return mark.fact.id if mark is not None else ""

    def next_fact_left(self) -> None:
        """Select the words of the next fact left after the caret."""
        cursor = self.textCursor()
        mark = self.marks.fact_after(cursor.selectionStart())
        if mark is None:
            return
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        value = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)
        self.bring_into_view(mark.start, mark.end)

    def show_found(self, places: list[Span], current: int) -> None:
        """Light the `places` that the find bar found and bring the `current` one into view (-1: none is)."""
        shown = self.painter.shown
        shown.found = [self.offsets.units_of(place) for place in places]
        shown.found_current = current
        if current >= 0:
            self.bring_into_view(*shown.found[current])
        self.viewport().update()

    def _caret_moved(self) -> None:
        self.painter.shown.caret = self.textCursor().position() if self.hasFocus() else -1
        self.viewport().update()

    def _words_changed(self) -> None:
        cursor = self.textCursor()
        self.painter.shown.words = (cursor.selectionStart(), cursor.selectionEnd())
        self.viewport().update()
        self.words_selected.emit()

    # Clicks.

    def claim_at(self, point: QPointF) -> list[ClaimMark]:
        """The claims at `point` of the viewport, the shortest first; in the margin the one whose number is there."""
        on_page = self._on_page(point)
        entry = self.margin.entry_at(on_page)
        if entry is not None:
            return [entry.claim]
        unit = self.page.unit_at(on_page, exact=True)
        return self.marks.claims_at(unit) if unit >= 0 else []

    def _on_page(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self.verticalScrollBar().value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.textCursor().hasSelection():
            return
        if (event.position() - pressed).manhattanLength() <= _STILL:
            self._click(event.position())

    def _click(self, point: QPointF) -> None:
        claims = self.claim_at(point)
        if claims:
            self.claim_clicked.emit(self._next_of([mark.claim.id for mark in claims]))
            return
        unit = self.page.unit_at(self._on_page(point), exact=True)
        fact = self.marks.fact_at(unit) if unit >= 0 else None
        if fact is not None:
            self.fact_clicked.emit(fact.fact.id)

    def _next_of(self, claims: list[str]) -> str:
        """The first of `claims`, or the one after the selected claim if that is among them."""
        selected = self.painter.shown.selected
        return claims[(claims.index(selected) + 1) % len(claims)] if selected in claims else claims[0]

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom_asked.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_ring(event.reason() is not Qt.FocusReason.MouseFocusReason)
        self._caret_moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_ring(False)
        self._caret_moved()

    def _show_ring(self, shown: bool) -> None:
        """A ring around the text for who came by keyboard; a click needs none."""
        self.setProperty("ring", shown)
        self.style().unpolish(self)
        self.style().polish(self)

    def cycle_overlap(self) -> None:
        """Go on to the next claim that shares words with the selected one."""
        places = self.marks.places(self.painter.shown.selected)
        if not places:
            return
        caret = self.textCursor().position()
        here = [mark.claim.id for mark in self.marks.claims_at(caret)]
        if places[0].claim.id not in here or len(here) < 2:
            here = [mark.claim.id for mark in self.marks.overlapping(places[0])]
        following = self._next_of(here)
        if following != places[0].claim.id:
            self.claim_clicked.emit(following)

    # Painting and size.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(look.tokens().page))
        offset = self.verticalScrollBar().value()
        painter.translate(0, -offset)
        area = QRectF(event.rect()).translated(0, offset)
        for number in self.painter.paint(painter, area):
            self.margin.paint(painter, number, self.painter.shown.selected)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.viewport().geometry()
        left = beside.left() - self._strip.sizeHint().width() if self.isRightToLeft() else beside.right() + 1
        self._strip.setGeometry(left, beside.top(), self._strip.sizeHint().width(), beside.height())
        self._place_column()

    def _setting(self) -> Setting:
        pixels = round(_BODY * look.em() * self.scale)
        room = self.viewport().width() - ArticleMargin.least_width(pixels) - pixels
        width = min(Setting.full_width(self.face, pixels), max(room, 8.0 * pixels))
        return Setting(self.face, pixels, round(width))

    def _place_column(self) -> None:
        """Centre the column, a little to the right for the numbers; set its lines anew if it must be narrower."""
        setting = self._setting()
        if setting != self.page.setting:
            self._keep_place(lambda: self._reset(setting))
        page_width = float(self.viewport().width())
        least = ArticleMargin.least_width(setting.pixels)
        self.page.place(round(max(least, (page_width - setting.width) / 2)), page_width)
        self.verticalScrollBar().setSingleStep(round(setting.pixels * 1.5))
        self.viewport().update()
        self._strip.refresh(self.painter.shown.selected)

    def _reset(self, setting: Setting) -> None:
        if (setting.face, setting.pixels) != (self.page.setting.face, self.page.setting.pixels):
            set_fonts(self.document(), self.page.kinds, setting.face, setting.pixels)
        self.page.reset(setting)
        self._settling.start(0)

    def _keep_place(self, change: Callable[[], object]) -> None:
        """Do `change`, which alters heights, and keep the paragraph at the top of the window where it is."""
        bar = self.verticalScrollBar()
        number = self.page.number_at(bar.value())
        before = self.page.top(number)
        part = (bar.value() - before) / max(1.0, self.page.top(number + 1) - before)
        change()
        self.page.lines(number)
        after = self.page.top(number)
        self.page.documentSizeChanged.emit(self.page.documentSize())
        if bar.value() > 0:
            bar.setValue(round(after + part * (self.page.top(number + 1) - after)))

    def _set_more(self) -> None:
        more = True

        def work() -> None:
            nonlocal more
            more = self.page.set_some(_SLICE, time.perf_counter)

        self._keep_place(work)
        self.viewport().update()
        self._strip.refresh(self.painter.shown.selected)
        if more:
            self._settling.start(0)

    def _dress(self) -> None:
        self._place_column()
        self.viewport().update()

    def set_type(self, face: str, scale: float) -> None:
        """Set the body in `face`, its size `scale` times the normal one."""
        self.face, self.scale = face, scale
        self._place_column()
