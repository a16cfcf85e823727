"""The window: wiring only. Parts are views, acts are actions, state is the session's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui import look, messages
from ui.actions import catalogue, claim_menu, evidence_menu, menus
from ui.actions.desk import Desk
from ui.actions.keeping import Keeper
from ui.actions.opening import Opener
from ui.actions.table import build
from ui.actions.typing_guard import TypingGuard
from ui.case_session import CaseSession
from ui.tasks import Work
from ui.views import opening
from ui.views.article_view import ArticlePane
from ui.views.claim_details import ClaimDetails
from ui.views.claims_panel import ClaimsPanel
from ui.views.message_bar import MessageBar
from ui.views.status_line import StatusLine
from ui.views.top_bar import TopBar
from ui.views.welcome import Welcome
from workbench import settings as settings_file
from workbench.domain.changes import Changes
from workbench.settings import Settings

_CONTEXT = ("claim.new", "claim.repeat", "claim.overlap", "claim.split", "claim.delete", "evidence.add")
"""What the right mouse button offers in the article."""


class MainWindow(QMainWindow):
    """Menu, top bar, message bar, the article beside the claims, status line."""

    def __init__(self, settings: Settings) -> None:
        app = _app()
        look.prepare(app, look.Theme[settings.theme.name])
        super().__init__()
        self.session = CaseSession(settings.signature, self)
        self.article = ArticlePane(self.session)
        self.claims = ClaimsPanel(self.session)
        self.details = ClaimDetails(self.session)
        self.desk = Desk(self, self, self.session, self.article, self.claims, self.details, settings)
        self.opener = Opener(self.desk)
        self.keeper = Keeper(self.desk)
        self._actions = build(
            self,
            (*catalogue.ACTIONS, *claim_menu.STATUSES, *claim_menu.OUTCOMES),
            self.desk,
            settings.keys,
            single_letters=settings.single_letter_keys,
        )
        self._menus = menus.fill(self.menuBar(), self._actions, self.opener)
        self._guard = TypingGuard(self)
        self._lay_out()
        self._connect()
        self.article.apply_settings(settings)
        self.article.set_context_actions([self._actions[name] for name in _CONTEXT])
        self.setAcceptDrops(True)
        # Last: under a stylesheet, each widget put into another is dressed anew with all that is in it.
        look.put_on(app)
        self.resize(1440, 900)
        self._restore_layout()
        self._show_case()

    def _lay_out(self) -> None:
        self.status = StatusLine(self.session)
        self.welcome = Welcome()
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.claims)
        right.addWidget(self.details)
        right.setSizes([330, 470])
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.addWidget(self.article)
        self._across.addWidget(right)
        self._across.setSizes([840, 600])
        for place, share in enumerate((3, 2)):
            self._across.setStretchFactor(place, share)
        self.article.setMinimumWidth(look.px(24))
        for splitter in (self._across, right):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._down = right
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self._across)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TopBar(self._actions))
        column.addWidget(MessageBar())
        column.addWidget(self._pages, 1)
        self.setCentralWidget(page)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        evidence_menu.connect(self.desk)
        self.claims.facts_asked.connect(self.article.next_fact_left)
        self.claims.place_asked.connect(self.article.select_words)
        self.session.opened.connect(self._show_case)
        self.session.changed.connect(self._case_changed)
        self.session.selection_changed.connect(self.refresh_actions)
        self.session.saving.connect(self._show_title)
        self.article.words_selected.connect(self.refresh_actions)
        self.article.zoomed.connect(self.status.show_zoom)
        self.welcome.open_asked.connect(self._actions["file.open"].trigger)
        self.welcome.paste_asked.connect(self._actions["file.paste"].trigger)
        self.welcome.example_asked.connect(self._actions["file.example"].trigger)
        self.welcome.recent_asked.connect(lambda name: self.open_path(Path(name)))

    def _show_case(self) -> None:
        shown = self.session.case is not None
        self._pages.setCurrentIndex(int(shown))
        if shown:
            self.claims.focus_list()
        else:
            self.welcome.show_recent(self.opener.recent())
        self.status.show_zoom(self.article.zoom_percent())
        self._show_title()
        self.refresh_actions()

    def _case_changed(self, _changes: Changes) -> None:
        self._show_title()
        self.refresh_actions()

    def _show_title(self, _: object = None) -> None:
        case = self.session.case
        self.setWindowTitle(f"{case.title}[*]" if case else "")
        self.setWindowModified(self.session.is_saving)

    def refresh_actions(self, _: object = None) -> None:
        """Grey out what makes no sense now; name what undo would undo."""
        menus.refresh(self._actions, self.desk)

    def open_path(self, path: Path) -> None:
        self.details.flush()
        self.opener.open_path(path)

    def paste_article(self, text: str) -> None:
        self.details.flush()
        self.opener.open_pasted(text)

    def run_action(self, identifier: str) -> None:
        """What needs the built actions themselves: the shortcuts sheet and the command palette."""
        if identifier == "keys":
            from ui.dialogs.shortcuts_dialog import ShortcutsDialog

            ShortcutsDialog.ask(self, self.action_rows())
        else:
            from ui.dialogs.palette_dialog import PaletteDialog

            chosen = PaletteDialog.ask(self, menus.rows(self._actions, only_enabled=True))
            if chosen:
                self._actions[chosen].trigger()

    def action_rows(self) -> list[tuple[str, str, str, str]]:
        return menus.rows(self._actions)

    def apply_settings(self, settings: Settings) -> None:
        settings_file.save(settings)
        self.desk.settings = settings
        self.session.who = settings.signature
        look.apply(_app(), look.Theme[settings.theme.name])
        self.article.apply_settings(settings)
        menus.set_keys(self._actions, settings)
        self.status.refresh()

    def watch(self, work: Work, words: str) -> None:
        self.status.watch(work, words)

    def leave(self) -> None:
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.open_path(files[0])
        elif event.mimeData().hasText():
            self.paste_article(event.mimeData().text())
        event.acceptProposedAction()
        if len(files) > 1:
            messages.show(self.tr("One file at a time: {name} was opened.").format(name=files[0].name))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing to ask: what was asked for is finished and the file is closed."""
        self.details.flush()
        self._remember_layout()
        self.session.close()
        opening.take_back()
        event.accept()

    def _layout_file(self) -> QSettings:
        return QSettings(str(settings_file.home() / "layout.ini"), QSettings.Format.IniFormat)

    def _remember_layout(self) -> None:
        kept = self._layout_file()
        kept.setValue("window", self.saveGeometry())
        kept.setValue("across", self._across.saveState())
        kept.setValue("down", self._down.saveState())
        kept.setValue("zoom", self.article.zoom_percent())

    def _restore_layout(self) -> None:
        kept = self._layout_file()
        for name, restore in (
            ("window", self.restoreGeometry),
            ("across", self._across.restoreState),
            ("down", self._down.restoreState),
        ):
            value = kept.value(name)
            if isinstance(value, QByteArray):
                restore(value)
        percent = kept.value("zoom")
        if percent is not None:
            self.article.set_zoom_percent(int(str(percent)))


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
