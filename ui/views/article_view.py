"""The article's half of the window: the text with its marks, the strip beside its scroll bar, the find bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import look
from ui.views.article_canvas import NO_ARTICLE
from ui.views.article_text import ArticleText

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.case_session import CaseSession
    from ui.views.find_bar import FindBar
    from workbench.domain.article import Article
    from workbench.domain.changes import Changes
    from workbench.domain.span import Span
    from workbench.settings import Settings
    from workbench.workflow.glancing import Glance

ZOOMS = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Sizes of the text in per cent, one step each."""


class ArticlePane(QWidget):
    """Shows the session's case; selects, and changes bounds, through the session."""

    words_selected = Signal()
    """Another stretch of words is selected in the article, or none."""
    zoomed = Signal(int)
    """The size of the text in per cent."""

    def __init__(self, session: CaseSession, early: Glance | None = None) -> None:
        """With an `early` glance, its article is shown before its case is open. When that comes, nothing moves."""
        super().__init__()
        self._session = session
        self._percent = 100
        self._is_early = early is not None
        self._find_bar: FindBar | None = None
        self.text = ArticleText(early.article if early is not None else NO_ARTICLE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.text, 1)
        self.setFocusProxy(self.text)
        self._connect()
        if early is None:
            self._show_case()
        elif early.place is not None:
            self.text.begin_at(*self.text.offsets.units_of(early.place))

    def _connect(self) -> None:
        session, text = self._session, self.text
        session.opened.connect(self._show_case)
        session.changed.connect(self._refresh)
        session.selection_changed.connect(text.set_selected)
        text.claim_clicked.connect(session.select)
        text.bounds_dragged.connect(self._set_bounds)
        text.words_selected.connect(self.words_selected)
        text.zoom_asked.connect(self.zoom)

    @property
    def find_bar(self) -> FindBar:
        """Made when somebody first wants to find something."""
        if self._find_bar is None:
            from ui.views.find_bar import FindBar

            self._find_bar = made = FindBar()
            made.found.connect(self.text.show_found)
            made.closed.connect(lambda: self.text.setFocus(Qt.FocusReason.ShortcutFocusReason))
            made.search(self.text.article.text)
            self._column.insertWidget(0, made)
        return self._find_bar

    def _show_case(self) -> None:
        case = self._session.case
        if case is None:
            return
        early, self._is_early = self._is_early, False
        if early and _looks_alike(case.article, self.text.article):
            self.text.article = case.article
        else:
            self.text.show_article(case.article)
        self.text.can_change = not self._session.read_only
        self.text.show_claims(case)
        self.text.set_selected(self._session.selected)
        if self._find_bar is not None:
            self._find_bar.search(case.article.text)

    def _refresh(self, changes: Changes) -> None:
        case = self._session.case
        if case is None:
            return
        if case.article != self.text.article:
            self._show_case()
        else:
            from workbench.domain.changes import Area

            only_claims = changes.areas == {Area.CLAIMS}
            self.text.show_claims(case, changes.claims if only_claims else frozenset())

    def _set_bounds(self, claim_id: str, span: Span) -> None:
        from workbench.workflow import marking

        self._session.do(lambda file: marking.set_bounds(file, claim_id, span))

    def minimumSizeHint(self) -> QSize:
        """Room for a few words a line beside the numbers."""
        return QSize(look.px(24), look.px(12))

    # What the actions ask.

    def selected_span(self) -> Span | None:
        """The words the user selected, without white space at their ends; None when there are none."""
        return self.text.selected_span()

    def cursor_position(self) -> int:
        """Where the caret stands, in code points."""
        return self.text.cursor_position()

    def current_fact(self) -> str:
        """Identifier of the fact left at the caret, or empty."""
        return self.text.current_fact()

    def next_fact_left(self) -> None:
        """Select the words of the next fact that no claim covers, so that N makes a claim of it and D dismisses it."""
        self.text.next_fact_left()

    def select_words(self, span: Span) -> None:
        """Select these words and bring them into sight."""
        self.text.select_words(span)

    def first_claim_in_view(self) -> str:
        """The first claim of what is being read; empty when there is none in sight."""
        return self.text.first_claim_in_view()

    def current_place(self) -> int:
        """Which place of the selected claim the caret is in, by number from 0: its own when in none."""
        return self.text.current_place()

    def next_place(self) -> None:
        """Go on to the next of the places where the selected claim stands."""
        self.text.next_place()

    def cycle_overlap(self) -> None:
        """Select the next claim that shares words with the selected one."""
        self.text.cycle_overlap()

    def open_find(self) -> None:
        """Open the find bar, with the selected words if they are on one line."""
        span = self.text.selected_span()
        words = span.of(self.text.article.text) if span else ""
        self.find_bar.open_bar("" if "\n" in words else words)

    def zoom(self, step: int) -> None:
        """One step larger (1) or smaller (-1), or back to the normal size (0)."""
        if step == 0:
            self.set_zoom_percent(100)
            return
        larger = [size for size in ZOOMS if size > self._percent]
        smaller = [size for size in ZOOMS if size < self._percent]
        wanted = (larger[:1] if step > 0 else smaller[-1:]) or [self._percent]
        self.set_zoom_percent(wanted[0])

    def zoom_percent(self) -> int:
        return self._percent

    def set_zoom_percent(self, percent: int) -> None:
        """Set the size of the text, 50–300 per cent of the settings'; the nearest of them beyond."""
        self._percent = min(max(percent, ZOOMS[0]), ZOOMS[-1])
        self.text.set_type(self.text.face, self.text.points, self.text.characters, self._percent / 100)
        self.zoomed.emit(self._percent)

    def apply_settings(self, settings: Settings) -> None:
        """Read in the settings' face, size and width of column."""
        face = settings.reading_face
        known = face in look.READING_FACES or face in QFontDatabase.families()
        self.text.set_type(
            face if known else look.SERIF, settings.reading_size, settings.column_width, self._percent / 100
        )

    def set_alone(self, alone: bool) -> None:
        """Whether paragraphs without the selected claim step back (focus mode)."""
        self.text.set_alone(alone)

    def set_context_actions(self, actions: list[QAction]) -> None:
        """What the menu of the right mouse button offers above copying."""
        self.text.context_actions = actions


def _looks_alike(one: Article, other: Article) -> bool:
    return (one.text, one.blocks) == (other.text, other.blocks)
