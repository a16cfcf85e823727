"""The window: wiring only. Parts are views, acts are actions, state is the session's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import look
from ui.actions import menu_titles
from ui.actions.desk import Desk
from ui.case_session import CaseSession
from ui.views.layout_memory import LayoutMemory, name_of
from ui.views.status_line import StatusLine
from ui.views.top_bar import TopBar
from workbench import settings as settings_file

if TYPE_CHECKING:
    from ui.actions.opening import Opener
    from ui.tasks import Work
    from ui.views.article_view import ArticlePane
    from ui.views.claim_details import ClaimDetails
    from ui.views.claims_panel import ClaimsPanel
    from ui.views.workplace import Workplace
    from workbench.domain.changes import Changes
    from workbench.settings import Settings
    from workbench.workflow.glancing import Glance

_CONTEXT = ("claim.new", "claim.repeat", "claim.overlap", "claim.split", "claim.delete", "evidence.add")
"""What the right mouse button offers in the article."""
_LOW = 46
"""Height in ems of a window below which the row of buttons gives way."""
_PAUSE = 50
"""Milliseconds from showing the window to building what is behind the welcome: time for the first paint."""
_LATEST = 1_000
"""Milliseconds after which a window that nobody sees, and so is never painted, is furnished all the same."""


class MainWindow(QMainWindow):
    """Menu, top bar, message bar, the article beside the claims, status line.

    With an `early` glance the first picture shows its article; what nobody can use before (actions, claims, details) is
    made after it, in steps, and `furnished` says when it is all there.
    """

    furnished = Signal()
    opener: Opener

    def __init__(self, settings: Settings, early: Glance | None = None) -> None:
        app = _app()
        look.prepare(app, look.Theme[settings.theme.name])
        super().__init__()
        self.session = CaseSession(settings.checker, self)
        self._workplace: Workplace | None = None
        self.desk = Desk(self, self, self.session, settings)
        self._layout = LayoutMemory(settings_file.home() / "layout.ini")
        self._steps = [self._make_actions, self._make_pages]
        self._followed = False
        self._lay_out()
        if early is None:
            self.furnish()
        else:
            self._begin_with(early)
        # Last: under a stylesheet, each widget put into another is dressed anew with all that is in it.
        look.put_on(app)
        self._layout.place(self, QGuiApplication.screens(), QGuiApplication.primaryScreen())
        self._screen = name_of(self.screen())
        if early is None:
            self._show_case()
        else:
            self.workplace.restore(self._layout.at(self._screen))

    def _lay_out(self) -> None:
        self._menus = menu_titles.put(self.menuBar())
        self.status = StatusLine(self.session)
        self._pages = QStackedWidget()
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._top = TopBar()
        self._column.addWidget(self._top)
        self._column.addWidget(self._pages, 1)
        self.setCentralWidget(page)
        self.setStatusBar(self.status)

    def _begin_with(self, early: Glance) -> None:
        """Show the article alone; go on when it is painted."""
        made = self._make_workplace()
        made.article.show_early(early.article, early.place)
        self.setFocus()  # the article would draw a ring round itself
        self._steps += [self._furnish_workplace, self._end_early]
        made.article.text.painted.connect(self._furnish_a_part, Qt.ConnectionType.SingleShotConnection)
        QTimer.singleShot(_LATEST, self, self.furnish)

    def _furnish_a_part(self) -> None:
        """One step for each round of events, so that the person is never kept waiting by all of them."""
        QTimer.singleShot(0, self, self._furnish_next)

    def _furnish_next(self) -> None:
        if self._steps:
            self._steps.pop(0)()
            self._furnish_a_part()

    def furnish(self) -> None:
        """Make at once what is not made yet."""
        while self._steps:
            self._steps.pop(0)()

    def _make_actions(self) -> None:
        from ui.actions import catalogue, claim_menu, menus
        from ui.actions.keeping import Keeper
        from ui.actions.opening import Opener
        from ui.actions.table import build
        from ui.actions.typing_guard import TypingGuard

        settings = self.desk.settings
        self.session.who = settings.signature
        self.opener = Opener(self.desk)
        self.keeper = Keeper(self.desk)
        self._actions = build(
            self,
            (*catalogue.ACTIONS, *claim_menu.STATUSES, *claim_menu.OUTCOMES),
            self.desk,
            settings.keys,
            single_letters=settings.single_letter_keys,
        )
        menus.fill(self._menus, self._actions, self.opener)
        self._top.follow(self._actions)
        self._guard = TypingGuard(self)
        self.setAcceptDrops(True)

    def _make_pages(self) -> None:
        from ui.views.message_bar import MessageBar
        from ui.views.welcome import Welcome

        self.welcome = Welcome()
        self._pages.addWidget(self.welcome)
        self._column.insertWidget(1, MessageBar())
        self._connect()

    def _follow_screen(self) -> None:
        if not self._followed:
            self._followed = True
            self.windowHandle().screenChanged.connect(self._moved_to)

    def _end_early(self) -> None:
        if self.isVisible():
            self._follow_screen()
        self._show_title()
        self.refresh_actions()
        # The case could not be opened: its article does not stay there as if it had been.
        self.session.trouble.connect(lambda _: self._show_case() if self.session.case is None else None)
        self.furnished.emit()

    def _connect(self) -> None:
        self.session.opened.connect(self._show_case)
        self.session.changed.connect(self._case_changed)
        self.session.selection_changed.connect(self.refresh_actions)
        self.session.finding.connect(self.refresh_actions)
        self.session.saving.connect(self._show_title)
        self.welcome.open_asked.connect(self._actions["file.open"].trigger)
        self.welcome.paste_asked.connect(self._actions["file.paste"].trigger)
        self.welcome.example_asked.connect(self._actions["file.example"].trigger)
        self.welcome.recent_asked.connect(lambda name: self.open_path(Path(name)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._steps:
            self._follow_screen()
            QTimer.singleShot(_PAUSE, self, lambda: self.workplace)

    @property
    def workplace(self) -> Workplace:
        """Built when it is first asked for, else soon after the window is painted: before, it is not looked at."""
        if self._workplace is None:
            self._make_workplace()
            self._furnish_workplace()
        assert self._workplace is not None
        return self._workplace

    def _make_workplace(self) -> Workplace:
        from ui.views.workplace import Workplace

        self._workplace = Workplace(self.session, self.desk.settings, self._pages)
        self._pages.addWidget(self._workplace)
        return self._workplace

    def _furnish_workplace(self) -> None:
        assert self._workplace is not None
        self._workplace.furnish()
        self._connect_workplace(self._workplace)

    @property
    def article(self) -> ArticlePane:
        return self.workplace.article

    @property
    def claims(self) -> ClaimsPanel:
        self.furnish()
        return self.workplace.claims

    @property
    def details(self) -> ClaimDetails:
        self.furnish()
        return self.workplace.details

    def _connect_workplace(self, made: Workplace) -> None:
        from ui.actions import evidence_menu

        # Heard after the views have taken in the case: the first claim to select is asked of them.
        self.session.opened.disconnect(self._show_case)
        self.session.opened.connect(self._show_case)
        made.article.set_context_actions([self._actions[name] for name in _CONTEXT])
        made.article.words_selected.connect(self.refresh_actions)
        made.article.zoomed.connect(self.status.show_zoom)
        made.restore(self._layout.at(self._screen))
        evidence_menu.connect(self.desk)

    def _show_case(self) -> None:
        if self.session.case is None:
            self._pages.setCurrentWidget(self.welcome)
            self.welcome.show_recent(self.opener.recent())
        else:
            self._pages.setCurrentWidget(self.workplace)
            self.claims.focus_list()
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
        from ui.actions import menus

        menus.refresh(self._actions, self.desk)

    def open_path(self, path: Path) -> None:
        self.details.flush()
        self.opener.open_path(path)

    def paste_article(self, text: str) -> None:
        self.details.flush()
        self.opener.open_pasted(text)

    def open_address(self) -> None:
        self.details.flush()
        self.opener.open_address()

    def run_action(self, identifier: str) -> None:
        """What needs the built actions themselves: the shortcuts sheet and the command palette."""
        from ui.actions import menus

        if identifier == "keys":
            from ui.dialogs.shortcuts_dialog import ShortcutsDialog

            ShortcutsDialog.ask(self, self.action_rows())
        else:
            from ui.dialogs.palette_dialog import PaletteDialog

            chosen = PaletteDialog.ask(self, menus.rows(self._actions, only_enabled=True))
            if chosen:
                self._actions[chosen].trigger()

    def action_rows(self) -> list[tuple[str, str, str, str]]:
        from ui.actions import menus

        return menus.rows(self._actions)

    def apply_settings(self, settings: Settings) -> None:
        from ui.actions import menus

        settings_file.save(settings)
        self.desk.settings = settings
        self.session.who = settings.signature
        self.keeper.set_pace()
        look.apply(_app(), look.Theme[settings.theme.name])
        if self._workplace is not None:
            self._workplace.article.apply_settings(settings)
        menus.set_keys(self._actions, settings)
        self.status.refresh()

    def watch(self, work: Work, words: str) -> None:
        self.status.watch(work, words)

    def come_forward(self) -> None:
        """Somebody opened our case again: show the window, or let it ask for attention where that is forbidden."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def leave(self) -> None:
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.open_path(files[0])
        elif data.hasText() or data.hasUrls():
            words = next((url.toString() for url in data.urls()), data.text())
            # Afterwards: a dialog opened in here would hold up the program that the drag came from.
            QTimer.singleShot(0, self, lambda: self.paste_article(words))
        event.acceptProposedAction()
        if len(files) > 1:
            from ui import messages

            messages.show(self.tr("One file at a time: {name} was opened.").format(name=files[0].name))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing to ask: what was asked for is finished and the file is closed."""
        from ui.views import opening

        self.furnish()
        if self._workplace is not None:
            self._workplace.details.flush()
        self._remember_layout()
        self.opener.close()
        self.session.close()
        opening.take_back()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a low window the lines go to article and claims; the menus have the same acts.
        self._top.setVisible(event.size().height() >= look.px(_LOW))

    def _moved_to(self, screen: QScreen) -> None:
        """On another screen the parts stand as they stood there last."""
        name = name_of(screen)
        if name != self._screen and self._workplace is not None:
            self._workplace.remember(self._layout.at(self._screen))
            self._workplace.restore(self._layout.at(name))
        self._screen = name

    def _remember_layout(self) -> None:
        self._layout.keep_place(self, self._screen)
        if self._workplace is not None:
            self._workplace.remember(self._layout.at(self._screen))


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
