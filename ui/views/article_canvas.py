"""The article on its page: column, type size, scrolling, painting. What one can do with it is in article_text.py.

QTextEdit gives selection, caret browsing, copying and the text interface for screen readers; what it shows comes from
ArticleLayout and ArticlePainter, so that 50,000 words with 2,000 claims cost no more than one screenful of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui import look
from ui.models.article_marks import ArticleMarks
from ui.models.offsets import Utf16Map
from ui.views.article_document import build_document, kinds_of, set_fonts
from ui.views.article_layout import ArticleLayout, Setting
from ui.views.article_margin import ArticleMargin
from ui.views.article_painting import FADED, ArticlePainter
from ui.views.bounds_drag import BoundsDrag
from workbench.domain.article import Article

if TYPE_CHECKING:
    from ui.views.scroll_marks import ScrollMarks
    from workbench.domain.case import Case

NO_ARTICLE = Article("", ())
_SLICE = 0.004
"""Seconds spent at a time on setting paragraphs that are not looked at."""
_STRIP = 0.9
"""Width of the strip of marks, in sizes of the window's font."""
_NARROWEST = 8.0
"""Width of the column in a window of any size, in sizes of the body."""


class Viewport(QWidget):
    left = Signal()
    """By the pointer. A QTextEdit hears of it only among all other events of its viewport, each of which costs time."""

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()


class ArticleCanvas(QTextEdit):
    """Shows one article with the marks of its case, read-only."""

    painted = Signal()
    """For the first time."""

    def __init__(self, article: Article = NO_ARTICLE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face, self.points, self.characters, self.scale = look.SERIF, 13.0, 70, 1.0
        self._document: QTextDocument | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._set_more)
        self._was_painted = False
        self._upper_edge = 0
        self._beginning: tuple[int, int] | None = None
        self._strip: ScrollMarks | None = None
        self._prepare_widget()
        self._make_room()
        self.show_article(article)
        look.changed.connect(self._dress)

    def _prepare_widget(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # A viewport made here: for one that is handed out, PySide makes all its classes of widgets, 15 ms of the start.
        self.setViewport(Viewport())
        self.setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        look.style(self, role="article")

    # What is shown.

    def show_article(self, article: Article) -> None:
        """Show another article from its top, without any marks."""
        self.article = article
        self.offsets = Utf16Map(article.text)
        document = build_document(article)
        document.setParent(self)
        kinds = kinds_of(document, article, self.offsets)
        setting = self._setting()
        set_fonts(document, kinds, setting.face, setting.pixels)
        self.page = ArticleLayout(document, kinds, setting)
        document.setDocumentLayout(self.page)
        self.marks = ArticleMarks(self.offsets, self.page.number_of, self.page.bounds)
        self.painter = ArticlePainter(self.page, self.marks, self.offsets)
        self.margin = ArticleMargin(self.page, self.marks)
        self.drag = BoundsDrag(self.page)
        self.setDocument(document)
        previous, self._document = self._document, document
        if previous is not None:
            shiboken6.delete(previous)  # at once: QTextEdit keeps cursors of a double click and would go on using them
        self._place_column()
        self.verticalScrollBar().setValue(0)
        self._settle()

    def show_claims(self, case: Case, changed: frozenset[str] = frozenset()) -> None:
        """Show the marks of `case`, whose article is the one shown; place and selected words stay.

        `changed`: the only claims that may have changed since, and nothing but claims; empty when anything may.
        """
        if not changed or not self.marks.exchange(case, changed):
            self.marks.show(case)
        self.strip.refresh()
        self.viewport().update()

    # The strip beside the scroll bar.

    @property
    def strip(self) -> ScrollMarks:
        """Made when there are claims to mark, or somebody asks for it."""
        if self._strip is None:
            self._strip = self._make_strip()
            self._put_strip()
            self._strip.show()
        return self._strip

    def _make_strip(self) -> ScrollMarks:
        from ui.views.scroll_marks import ScrollMarks

        return ScrollMarks(lambda: self.page, lambda: self.marks, self)

    def _make_room(self) -> None:
        """Room between words and bar. Where words run to the left, Qt turns the bar round but not its margins."""
        width = look.px(_STRIP)
        self.setViewportMargins(*((width, 0, 0, 0) if self.isRightToLeft() else (0, 0, width, 0)))

    def _put_strip(self) -> None:
        if self._strip is not None:
            beside, width = self.viewport().geometry(), look.px(_STRIP)
            left = beside.left() - width if self.isRightToLeft() else beside.right() + 1
            self._strip.setGeometry(left, beside.top(), width, beside.height())

    def _refresh_strip(self) -> None:
        if self._strip is not None:
            self._strip.refresh()

    # Scrolling.

    @property
    def offset(self) -> int:
        """Height on the page of the top of the window."""
        return self.verticalScrollBar().value()

    def on_page(self, point: QPointF) -> QPointF:
        """`point` of the viewport, on the page."""
        return point + QPointF(0, self.offset)

    def bring_into_view(self, start: int, end: int) -> None:
        """Scroll so that UTF-16 positions `start`..`end` stand comfortably in view; not at all if they do.

        What was in view moves no further than it must; what was not comes to the upper third.
        """
        self.verticalScrollBar().setValue(self._comfortable(start, end))

    def is_in_view(self, start: int, end: int) -> bool:
        """Whether positions `start`..`end` stand comfortably in view."""
        return self._comfortable(start, end) == self.offset

    def _comfortable(self, start: int, end: int) -> int:
        """The offset nearest to the present one from which positions `start`..`end` are well seen."""
        top, bottom = self.line_heights(start)[0], self.line_heights(max(start, end - 1))[1]
        height, now = self.viewport().height(), self.offset
        edge = min(2.5 * self.page.setting.pixels, height / 8)
        bottom = min(bottom, top + height / 2)
        if top >= now + height or bottom <= now:
            return round(top - height / 3)
        if top - edge < now:
            return round(top - edge)
        return max(now, round(bottom + edge - height))

    def begin_at(self, start: int, end: int) -> None:
        """Have positions `start`..`end` in view when the article is first painted, whatever size it has by then."""
        self._beginning = (start, end)
        cursor = self.textCursor()
        cursor.setPosition(start)  # Qt brings its caret into view when it is shown
        self.setTextCursor(cursor)

    def line_heights(self, unit: int) -> tuple[float, float]:
        """Top and bottom, on the page, of the line that holds position `unit`."""
        number = self.page.number_of(unit)
        lines = self.page.lines(number)
        top = self.page.top(number)
        above = [line for line in lines if line.start <= unit - self.page.start(number)]
        return (top + above[-1].top, top + above[-1].bottom) if above else (top, top)

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

    def _settle(self) -> None:
        """Set the paragraphs that are not looked at, from the first picture on: it waits for none of them."""
        if self._was_painted:
            self._settling.start(0)

    def _set_more(self) -> None:
        """Set some of the paragraphs that are not looked at, between two events."""
        before = (self.offset, self.page.top(self.page.number_at(self.offset)))
        self._keep_place(lambda: self.page.set_some(_SLICE, time.perf_counter))
        if before != (self.offset, self.page.top(self.page.number_at(self.offset))):
            self.viewport().update()
        if self.page.is_all_set:
            self._refresh_strip()
        else:
            self._settling.start(0)

    @property
    def is_settled(self) -> bool:
        """Whether every paragraph has its lines, and so every height is true."""
        return self.page.is_all_set

    # Size and type.

    def set_type(self, face: str, points: float, characters: int, scale: float) -> None:
        """Set the body in `face` at `points` times `scale`, in lines of about `characters`."""
        self.face, self.points, self.characters, self.scale = face, points, characters, scale
        self._place_column()

    def _setting(self) -> Setting:
        pixels = max(6, round(self.points * self.logicalDpiY() / 72 * self.scale))
        room = self.viewport().width() - ArticleMargin.least_width(pixels) - pixels
        width = min(Setting.full_width(self.face, pixels, self.characters), max(room, _NARROWEST * pixels))
        return Setting(self.face, pixels, round(width))

    def _place_column(self) -> None:
        """Centre the column, leaving room for the numbers; set its lines anew if it has another width or type."""
        setting = self._setting()
        if setting != self.page.setting:
            self._keep_place(lambda: self._reset(setting))
        page_width = float(self.viewport().width())
        least = ArticleMargin.least_width(setting.pixels)
        beside = round(max(least, (page_width - setting.width) / 2))
        self.page.place(page_width - setting.width - beside if self.page.runs_leftwards else beside, page_width)
        self.verticalScrollBar().setSingleStep(round(setting.pixels * 1.5))
        self.viewport().update()
        self._refresh_strip()

    def _reset(self, setting: Setting) -> None:
        if (setting.face, setting.pixels) != (self.page.setting.face, self.page.setting.pixels):
            set_fonts(self.document(), self.page.kinds, setting.face, setting.pixels)
        self.page.reset(setting)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self.offset
        super().resizeEvent(event)
        self._keep_words(before)
        self._put_strip()
        self._place_column()
        if self._beginning is not None:
            self.page.documentSizeChanged.emit(self.page.documentSize())  # the bar must know how far it goes
            self.bring_into_view(*self._beginning)

    def _keep_words(self, offset: int) -> None:
        """When the upper edge moves, as for the find bar, the words stay where they are read at `offset`."""
        edge = 0 if self.isWindow() else self.y()
        moved, self._upper_edge = edge - self._upper_edge, edge
        if moved:
            self.verticalScrollBar().setValue(offset + moved)

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setBackground(QColor(look.tokens().page))
        painter.eraseRect(event.rect())
        painter.translate(0, -self.offset)
        for part in self.painter.paint(painter, QRectF(event.rect()).translated(0, self.offset)):
            opacity = FADED if self.painter.is_aside(part.number) else 1.0
            self.margin.paint(painter, part, self.painter.shown.selected, opacity)
        self.drag.paint(painter)
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self._beginning = None
            self._settle()
            self.painted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_ring(event.reason() is not Qt.FocusReason.MouseFocusReason)
        self._show_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_ring(False)
        self._show_caret()

    def _show_caret(self) -> None:
        self.painter.shown.caret = self.textCursor().position() if self.hasFocus() else -1
        self.viewport().update()

    def _show_ring(self, shown: bool) -> None:
        """A ring around the text for who came by keyboard; a click needs none."""
        self.setProperty("ring", shown)
        look.dress_anew(self)

    def _dress(self) -> None:
        self._make_room()
        self._place_column()
