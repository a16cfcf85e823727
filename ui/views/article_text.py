"""What one can do in the article: select words, click claims, rest on them, drag their ends, step through facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent

from ui.views.article_canvas import NO_ARTICLE, ArticleCanvas, Viewport
from ui.views.bounds_drag import EdgeScroll
from workbench.domain.span import Span

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QContextMenuEvent
    from PySide6.QtWidgets import QWidget

    from ui.models.article_marks import ClaimMark
    from ui.views.hover_card import HoverCard
    from ui.views.scroll_marks import ScrollMarks
    from workbench.domain.article import Article
    from workbench.domain.case import Case
    from workbench.domain.rating import RatingScale

_STILL = 4
"""Pixels a pointer may move in a click."""
_REST = 450
"""Milliseconds a pointer rests before the card appears."""


class ArticleText(ArticleCanvas):
    """Knows nothing of the session: says what was clicked and dragged."""

    claim_clicked = Signal(str)
    fact_clicked = Signal(str)
    bounds_dragged = Signal(str, object)
    """Claim and the Span its ends were dragged to."""
    words_selected = Signal()
    """Another stretch of words is selected, or none."""
    zoom_asked = Signal(int)
    """The wheel was turned with Ctrl held: 1 for larger, -1 for smaller."""

    def __init__(self, article: Article = NO_ARTICLE, parent: QWidget | None = None) -> None:
        super().__init__(article, parent)
        self.card: HoverCard | None = None
        self.can_change = True
        self.context_actions: list[QAction] = []
        self._scale: RatingScale | None = None
        self._pressed: QPointF | None = None
        self._pointer = QPointF()
        self._whole_words = True
        self._edge = EdgeScroll(self, self._drag_to)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._show_card)
        self.setAccessibleName(self.tr("Article"))
        self.cursorPositionChanged.connect(self._show_caret)
        self.selectionChanged.connect(self._words_changed)
        self.verticalScrollBar().valueChanged.connect(self._hide_card)
        viewport = self.viewport()
        assert isinstance(viewport, Viewport)
        viewport.left.connect(self._hide_card)

    def _make_strip(self) -> ScrollMarks:
        strip = super()._make_strip()
        strip.claim_clicked.connect(self.claim_clicked)
        return strip

    def prepare_marks(self) -> None:
        """Load now what marks are drawn and told with, which would else hold up the opening of a case."""
        from ui.views import claim_announcement, underlines  # noqa: F401 - loaded for later

        self.strip.refresh()

    # What is shown.

    def show_claims(self, case: Case, changed: frozenset[str] = frozenset()) -> None:
        super().show_claims(case, changed)
        self._hide_card()
        self._scale = self.strip.scale = case.scale
        self._light(self.painter.shown.selected)

    def set_selected(self, claim_id: str) -> None:
        """Light the claim, bring it into view unless it is there already, and tell screen readers."""
        self._light(claim_id)
        places = self.marks.places(claim_id)
        if places:
            from ui.views import claim_announcement  # Qt's classes of accessibility are no part of the start

            place = places[self._place_here(places) or 0]
            self._bring_caret(place)
            self.bring_into_view(place.start, place.end)
            claim_announcement.announce(self, place.claim, self._scale)
        self.viewport().update()

    def _light(self, claim_id: str) -> None:
        self.painter.shown.selected = claim_id
        places = self.marks.places(claim_id)
        self.drag.aim(places[0] if places and self.can_change else None)
        self._show_drag()
        self.strip.select(claim_id)

    def _bring_caret(self, place: ClaimMark) -> None:
        """The caret goes where the claim begins, unless it is in it already or other words are selected."""
        cursor = self.textCursor()
        if self.selected_span() == self.offsets.span(place.start, place.end):
            self._set_cursor(place.start, place.start)  # the claim made of them is lit in their stead
        elif not cursor.hasSelection() and not place.start <= cursor.position() <= place.end:
            self._set_cursor(place.start, place.start)

    def _set_cursor(self, anchor: int, position: int) -> None:
        """Set the caret without the jump that Qt makes to it."""
        cursor, kept = self.textCursor(), self.offset
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(kept)

    def set_alone(self, alone: bool) -> None:
        """Whether paragraphs without the selected claim step back."""
        self.painter.shown.alone = alone
        self.viewport().update()

    def show_found(self, places: Sequence[tuple[int, int]], current: int) -> None:
        """Light the `places` (code points) the find bar found and bring the `current` one into view (-1: none)."""
        self.painter.shown.found = places
        self.painter.shown.found_current = current
        if current >= 0:
            self.bring_into_view(*self.offsets.units_of(Span(*places[current])))
        self.viewport().update()

    # The words the user selected.

    def selected_span(self) -> Span | None:
        """The words selected by the user, without white space at their ends; None when there are none."""
        cursor = self.textCursor()
        span = self.offsets.span(cursor.selectionStart(), cursor.selectionEnd()).trimmed(self.article.text)
        return span or None

    def cursor_position(self) -> int:
        """Where the caret stands, in code points."""
        return self.offsets.code_point(self.textCursor().position())

    def _words_changed(self) -> None:
        cursor = self.textCursor()
        self.painter.shown.words = (cursor.selectionStart(), cursor.selectionEnd())
        self.viewport().update()
        self.words_selected.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words as they stand in the article, as plain text."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self.offsets.span(cursor.selectionStart(), cursor.selectionEnd()).of(self.article.text))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.drag.end is not None:
            self.drag.cancel()
            self._show_drag()
            return
        self._hide_card()
        before = self.textCursor().position()
        super().keyPressEvent(event)
        self._leave_blank_line(forward=self.textCursor().position() > before)

    def _leave_blank_line(self, *, forward: bool) -> None:
        """The caret never stops on the blank lines between paragraphs, which take no room on the page."""
        cursor = self.textCursor()
        block = cursor.block()
        while block.isValid() and not block.isVisible():
            block = block.next() if forward else block.previous()
        if block.isValid() and block != cursor.block():
            place = block.position() + (0 if forward else block.length() - 1)
            self._set_cursor(cursor.anchor() if cursor.hasSelection() else place, place)
            self.ensureCursorVisible()

    # Facts that no claim covers.

    def current_fact(self) -> str:
        """Identifier of the fact left where the caret or the selected words are, or empty."""
        mark = self.marks.fact_at(self.textCursor().selectionStart())
        return mark.fact.id if mark is not None else ""

    def next_fact_left(self) -> None:
        """Select the words of the next fact left after the caret; from the top again after the last."""
        mark = self.marks.fact_after(self.textCursor().selectionStart())
        if mark is not None:
            from ui.views import claim_announcement

            self._set_cursor(mark.start, mark.end)
            self.bring_into_view(mark.start, mark.end)
            claim_announcement.say(self, self.article.text[mark.fact.fact.span.start : mark.fact.fact.span.end])

    def select_words(self, span: Span) -> None:
        """Select these words and bring them into sight."""
        start, end = self.offsets.units_of(span)
        self._set_cursor(start, end)
        self.bring_into_view(start, end)

    # The places of the selected claim.

    def current_place(self) -> int:
        """Which of its places, by number from 0, the caret or the selected words are in; 0 when in none."""
        return self._place_here(self.marks.places(self.painter.shown.selected)) or 0

    def _place_here(self, places: Sequence[ClaimMark]) -> int | None:
        at = self.textCursor().selectionStart()
        return next((number for number, place in enumerate(places) if place.start <= at <= place.end), None)

    def next_place(self) -> None:
        """Select the words of the place after the current one; after the last, of the claim's own."""
        places = self.marks.places(self.painter.shown.selected)
        if places:
            place = places[(self.current_place() + 1) % len(places)]
            self.select_words(self.offsets.span(place.start, place.end))

    # The pointer.

    def first_claim_in_view(self) -> str:
        """The claim that begins first among those comfortably in view; empty when there is none."""
        below = QPoint(self.viewport().width() - 1, self.viewport().height() - 1)
        begin, end = (self.cursorForPosition(point).position() for point in (QPoint(0, 0), below))
        near = sorted(
            (mark for mark in self.marks.all_claims if begin <= mark.start <= end), key=lambda mark: mark.start
        )
        return next((mark.claim.id for mark in near if self.is_in_view(mark.start, mark.end)), "")

    def claims_at(self, point: QPointF) -> list[ClaimMark]:
        """The claims at `point` of the viewport, the shortest first; in the margin the one whose number is there."""
        entry = self.margin.entry_at(self.on_page(point))
        if entry is not None:
            return [entry.claim]
        unit = self.page.unit_at(self.on_page(point), exact=True)
        return self.marks.claims_at(unit) if unit >= 0 else []

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hide_card()
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = event.position() if left else None
        end = self.drag.end_at(self.on_page(event.position())) if left else None
        if end is not None:
            self.drag.begin(end)
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drag.end is not None:
            self._whole_words = not event.modifiers() & Qt.KeyboardModifier.AltModifier
            self._drag_to(event.position())
            self._edge.follow(event.position())
            return
        super().mouseMoveEvent(event)
        self._hover(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.drag.end is not None:
            self._finish_drag()
            event.accept()
            return
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.textCursor().hasSelection():
            return
        if (event.position() - pressed).manhattanLength() <= _STILL:
            self._click(event.position())

    def _drag_to(self, point: QPointF) -> None:
        self.drag.move(self.page.unit_at(self.on_page(point)), whole_words=self._whole_words)
        self._show_drag()

    def _show_drag(self) -> None:
        if self.drag.end is None:
            self._edge.stop()
        self.painter.shown.dragged = self.drag.bounds if self.drag.end is not None else None
        self.viewport().update()

    def _finish_drag(self) -> None:
        place, bounds = self.drag.place, self.drag.finish()
        self._show_drag()
        if place is not None and bounds is not None:
            span = self.offsets.span(*bounds).trimmed(self.article.text)
            if span:
                self.bounds_dragged.emit(place.claim.id, span)

    def _click(self, point: QPointF) -> None:
        claims = self.claims_at(point)
        if claims:
            self.claim_clicked.emit(self._next_of([mark.claim.id for mark in claims]))
            return
        unit = self.page.unit_at(self.on_page(point), exact=True)
        fact = self.marks.fact_at(unit) if unit >= 0 else None
        if fact is not None:
            self._set_cursor(fact.start, fact.end)
            self.fact_clicked.emit(fact.fact.id)

    def _next_of(self, claims: list[str]) -> str:
        """The first of `claims`, or the one after the selected claim if that is among them."""
        selected = self.painter.shown.selected
        return claims[(claims.index(selected) + 1) % len(claims)] if selected in claims else claims[0]

    def cycle_overlap(self) -> None:
        """Go on to the next claim that shares words with the selected one."""
        places = self.marks.places(self.painter.shown.selected)
        if not places:
            return
        here = [mark.claim.id for mark in self.marks.claims_at(self.textCursor().position())]
        if places[0].claim.id not in here or len(here) < 2:
            here = [mark.claim.id for mark in self.marks.overlapping(places[0])]
        following = self._next_of(here)
        if following != places[0].claim.id:
            self.claim_clicked.emit(following)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom_asked.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        first = menu.actions()[0] if menu.actions() else None
        enabled = [action for action in self.context_actions if action.isEnabled()]
        if first is not None and enabled:
            menu.insertActions(first, enabled)
            menu.insertSeparator(first)
        menu.exec(event.globalPos())
        menu.deleteLater()

    # The card.

    def _hover(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        on_page = self.on_page(event.position())
        if self.drag.end_at(on_page) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif self.margin.entry_at(on_page) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self._hide_card()
        if not event.buttons():
            self._rest.start()

    def _show_card(self) -> None:
        claims = [mark.claim for mark in self.claims_at(self._pointer)]
        unit = self.page.unit_at(self.on_page(self._pointer), exact=True)
        fact = self.marks.fact_at(unit) if unit >= 0 else None
        warnings = self.marks.warnings_at(unit) if unit >= 0 else []
        if self.card is None:
            from ui.views.hover_card import HoverCard

            self.card = HoverCard(self)
        place = self.viewport().mapToGlobal(self._pointer.toPoint())
        self.card.show_at(place, claims, self._scale, [fact.fact] if fact else [], [one.warning for one in warnings])

    def _hide_card(self) -> None:
        self._rest.stop()
        if self.card is not None:
            self.card.hide()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hide_card()
