"""Where a case is worked on: the article beside its claims, and below them all about the selected one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from ui import look
from ui.views.article_view import ArticlePane

if TYPE_CHECKING:
    from ui.case_session import CaseSession
    from ui.views.claim_details import ClaimDetails
    from ui.views.claims_panel import ClaimsPanel
    from ui.views.note_drops import NoteDrops
    from workbench.domain.changes import Changes
    from workbench.settings import Settings
    from workbench.workflow.glancing import Glance

_NARROWEST = 20
"""Width in ems kept for the claims before they are there."""
_PARTS = [460, 540]
"""List and details, in proportion."""
_LOW = 50
"""Height in ems below which the head of the claims takes fewer lines."""


class Workplace(QSplitter):
    """Two halves that the checker parts as they like; `remember` and `restore` keep it so.

    The article is there at once; the claims and all about them, which nobody can look at yet, with `furnish`.
    """

    claims: ClaimsPanel
    details: ClaimDetails
    note_drops: NoteDrops

    def __init__(self, session: CaseSession, settings: Settings, early: Glance | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._session = session
        self._awaited = False
        self._parts = _PARTS
        self.is_furnished = False
        self.article = ArticlePane(session, early)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._room = QWidget()
        self._room.setMinimumWidth(look.px(_NARROWEST))
        self._down.addWidget(self._room)
        self.addWidget(self.article)
        self.addWidget(self._down)
        self.setSizes([840, 600])
        for place, share in enumerate((3, 2)):
            self.setStretchFactor(place, share)
        self.article.setMinimumWidth(look.px(24))
        for splitter in (self, self._down):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self.article.apply_settings(settings)

    def furnish(self) -> None:
        """Put in the claims and the details."""
        from ui.views.claim_details import ClaimDetails
        from ui.views.claims_panel import ClaimsPanel
        from ui.views.note_drops import NoteDrops

        self.article.text.prepare_marks()
        self.claims = ClaimsPanel(self._session)
        self.details = ClaimDetails(self._session)
        self._room.setParent(None)
        self._room.deleteLater()
        self._down.addWidget(self.claims)
        self._down.addWidget(self.details)
        self._down.setSizes(_PARTS)
        self._down.setCollapsible(1, True)
        self._session.opened.connect(self._await_claims)
        self._session.changed.connect(self._begin)
        self.claims.facts_asked.connect(self.article.next_fact_left)
        self.claims.place_asked.connect(self.article.select_words)
        self.details.next_place_asked.connect(self.article.next_place)
        self.details.left.connect(self.claims.focus_list)
        self.note_drops = NoteDrops(self._session, self._down)
        self.note_drops.dropped.connect(self.details.note_dropped)
        self.is_furnished = True
        self._fit_height()

    def make_ready(self, size: QSize) -> None:
        """Dress and lay out, at `size`, what is not shown yet: it would else hold up the opening of a case."""
        if self.isVisible():
            return
        self.resize(size)
        for widget in (self, *self.findChildren(QWidget)):
            widget.ensurePolished()
            if (layout := widget.layout()) is not None:
                layout.activate()

    def _await_claims(self) -> None:
        case = self._session.case
        self._awaited = case is not None and not case.extracted

    def _begin(self, _changes: Changes) -> None:
        """Select the first of the claims that have just been found, or of those in sight where somebody reads on.

        Not when the person has selected something. The keys go to the list unless they are in use elsewhere.
        """
        case = self._session.case
        if not self._awaited or case is None or not case.extracted:
            return
        self._awaited = False
        if not self._session.selected and self.article.selected_span() is None:
            if self.article.text.offset > 0:
                self._session.select(self.article.first_claim_in_view())
            else:
                self.claims.next_claim()
        there = QApplication.focusWidget()
        if there is None or there.isAncestorOf(self):
            self.claims.list.setFocus()

    def fold_details(self) -> None:
        """Give the list the room of the details, or give it back."""
        if self._down.sizes()[1] == 0:
            self.unfold_details()
            return
        self._parts = self._down.sizes()
        there = QApplication.focusWidget()
        if there is not None and self.details.isAncestorOf(there):
            self.claims.focus_list()
        self._down.setSizes([1, 0])

    def unfold_details(self) -> None:
        """Show the details if they were folded away."""
        if self._down.sizes()[1] == 0:
            self._down.setSizes(self._parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_furnished:
            self._fit_height()

    def _fit_height(self) -> None:
        self.claims.set_low(self.height() < look.px(_LOW))

    def remember(self, kept: QSettings) -> None:
        kept.setValue("across", self.saveState())
        if self.is_furnished:
            kept.setValue("down", self._down.saveState())
        kept.setValue("zoom", self.article.zoom_percent())

    def restore(self, kept: QSettings) -> None:
        """As it was left; what was never kept stays as it is."""
        for name, splitter in (("across", self), ("down", self._down)):
            value = kept.value(name)
            if isinstance(value, QByteArray) and (self.is_furnished or splitter is self):
                splitter.restoreState(value)
        percent = kept.value("zoom")
        if percent is not None:
            self.article.set_zoom_percent(int(str(percent)))
