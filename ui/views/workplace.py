"""Where a case is worked on: the article beside its claims, and below them all about the selected one."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui import look
from ui.case_session import CaseSession
from ui.views.article_view import ArticlePane
from ui.views.claim_details import ClaimDetails
from ui.views.claims_panel import ClaimsPanel
from workbench.settings import Settings


class Workplace(QSplitter):
    """Two halves that the checker parts as they like; `remember` and `restore` keep it so."""

    def __init__(self, session: CaseSession, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.article = ArticlePane(session)
        self.claims = ClaimsPanel(session)
        self.details = ClaimDetails(session)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._down.addWidget(self.claims)
        self._down.addWidget(self.details)
        self._down.setSizes([330, 470])
        self.addWidget(self.article)
        self.addWidget(self._down)
        self.setSizes([840, 600])
        for place, share in enumerate((3, 2)):
            self.setStretchFactor(place, share)
        self.article.setMinimumWidth(look.px(24))
        for splitter in (self, self._down):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self.claims.facts_asked.connect(self.article.next_fact_left)
        self.claims.place_asked.connect(self.article.select_words)
        self.article.apply_settings(settings)

    def remember(self, kept: QSettings) -> None:
        kept.setValue("across", self.saveState())
        kept.setValue("down", self._down.saveState())
        kept.setValue("zoom", self.article.zoom_percent())

    def restore(self, kept: QSettings) -> None:
        """As it was left; what was never kept stays as it is."""
        for name, splitter in (("across", self), ("down", self._down)):
            value = kept.value(name)
            if isinstance(value, QByteArray):
                splitter.restoreState(value)
        percent = kept.value("zoom")
        if percent is not None:
            self.article.set_zoom_percent(int(str(percent)))
