"""The window: wiring only. Parts are views, acts are actions, state is the session's."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import look
from ui.actions import menu_titles
from ui.actions.desk import Desk
from ui.case_session import CaseSession
from ui.furnishing import Furnishing, later
from ui.views.status_line import StatusLine
from ui.views.top_bar import TopBar
from ui.window_place import WindowPlace
from workbench import settings as settings_file

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from ui.actions.opening import Opener
    from ui.tasks import Work
    from ui.views.article_view import ArticlePane
    from ui.views.claim_details import ClaimDetails
    from ui.views.claims_panel import ClaimsPanel
    from ui.views.message_bar import Rooms
    from ui.views.welcome import Welcome
    from ui.views.workplace import Workplace
    from workbench.domain.changes import Changes
    from workbench.settings import Settings
    from workbench.workflow.glancing import Glance

_CONTEXT = (
    "claim.new",
    "claim.repeat",
    "claim.remove-place",
    "claim.overlap",
    "claim.split",
    "claim.delete",
    "evidence.add",
)
"""What the right mouse button offers in the article."""
_LOW = 46
"""Height in ems of a window below which the row of buttons gives way."""


class MainWindow(QMainWindow):
    """Menu, top bar, message bar, the article beside the claims, status line.

    What nobody can use in the first picture (actions, claims, details) is made after it when it is to be `quick`; else
    it is there when the window is made. `furnished` says that it is. With an `early` glance the first picture shows its
    article.
    """

    furnished = Signal()
    case_shown = Signal()
    """The case that was opened is in sight, its selected or first claim at hand."""
    opener: Opener

    def __init__(self, settings: Settings, early: Glance | None = None, *, quick: bool = False) -> None:
        app = _app()
        look.prepare(app, look.Theme[settings.theme.name], words=_first_words(early) if quick else None)
        super().__init__()
        self.session = CaseSession(settings.checker, self)
        self.desk = Desk(self, self, self.session, settings)
        self.place = WindowPlace(self)
        self.furnishing = Furnishing(
            look.load_fonts,
            look.draw_pictures,
            self._make_actions,
            self._make_rest_of_page,
            self._make_workplace,
            self._furnish_workplace,
            self._end_furnishing,
        )
        self._workplace: Workplace | None = None
        self._lay_out()
        self._begin(early)
        if not quick:
            self.furnishing.at_once()
        # Last: under a stylesheet, each widget put into another is dressed anew with all that is in it.
        look.put_on(app)
        self.place.take()

    def _lay_out(self) -> None:
        self._menus = menu_titles.put(self.menuBar())
        self.status = StatusLine(self.session)
        self._pages = QStackedWidget()
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = TopBar()
        column.addWidget(self._top)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(self._page)
        self.setStatusBar(self.status)

    def _begin(self, early: Glance | None) -> None:
        """What the first picture shows: the article, else what to do."""
        if early is None:
            self._pages.setCurrentWidget(self.welcome)
            self.welcome.painted.connect(self.furnishing.begin)
            return
        made = self._make_workplace(early)
        self.place.arrange(made)
        made.article.text.painted.connect(self.furnishing.begin, Qt.ConnectionType.SingleShotConnection)
        self.setFocus()  # the article would draw a ring round itself

    @cached_property
    def welcome(self) -> Welcome:
        from ui.views.welcome import Welcome

        made = Welcome()
        made.open_asked.connect(lambda: self._do("file.open"))
        made.paste_asked.connect(lambda: self._do("file.paste"))
        made.example_asked.connect(lambda: self._do("file.example"))
        made.recent_asked.connect(lambda name: self.open_path(Path(name)))
        made.show_recent(settings_file.recent_cases())
        self._pages.addWidget(made)
        return made

    def _do(self, identifier: str) -> None:
        self.furnishing.at_once()
        self._actions[identifier].trigger()

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

    def _make_rest_of_page(self) -> None:
        from ui.views.message_bar import MessageBar

        self._message = MessageBar(self._page, self._message_rooms)
        for part in (self._page, self._top, self._pages):
            self._message.follow(part)
        self.status.furnish()
        self.session.changed.connect(self._case_changed)
        self.session.selection_changed.connect(self.refresh_actions)
        self.session.finding.connect(self.refresh_actions)
        self.session.saving.connect(self._show_title)

    def _message_rooms(self) -> Rooms:
        """In a low window the buttons are not there; over the article a message covers the fewest things in use."""
        from ui.views.message_bar import Rooms

        at_work = self._workplace is not None and self._pages.currentWidget() is self._workplace
        reading = self.article if at_work else self._pages
        free = self._top.free_room().translated(self._top.pos()) if self._top.isVisible() else QRect()
        gap = look.px(0.8)
        over = QRect(reading.mapTo(self._page, QPoint()), reading.size()).adjusted(gap, gap, -gap, -gap)
        return Rooms(free, over)

    def _make_workplace(self, early: Glance | None = None) -> Workplace:
        if self._workplace is None:
            from ui.views.workplace import Workplace

            self._workplace = Workplace(self.session, self.desk.settings, early)
            self._pages.addWidget(self._workplace)
        return self._workplace

    def _furnish_workplace(self) -> None:
        from ui.actions import evidence_menu

        made = self._make_workplace()
        made.furnish()
        self._message.follow(made.article)
        self.setTabOrder(self._message.last_stop, made.article.text)  # which may have been the first there
        # Heard after the views have taken in the case: the first claim to select is asked of them.
        self.session.opened.connect(self._show_case)
        made.article.set_context_actions([self._actions[name] for name in _CONTEXT])
        made.article.words_selected.connect(self.refresh_actions)
        made.article.zoomed.connect(self.status.show_zoom)
        made.details.checked_asked.connect(self._actions["claim.checked"].trigger)
        evidence_menu.connect(self.desk)

    def _end_furnishing(self) -> None:
        if self.isVisible():
            self.place.follow()
        self.place.arrange(self.workplace)
        self._show_title()
        self.refresh_actions()
        # The case could not be opened: its article does not stay there as if it had been.
        self.session.trouble.connect(lambda _: self._show_case() if self.session.case is None else None)
        QTimer.singleShot(0, self, lambda: self.workplace.make_ready(self._pages.size()))
        self.furnished.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.furnishing.is_done:
            self.place.follow()
        else:
            self.furnishing.begin_at_latest()

    @property
    def workplace(self) -> Workplace:
        self.furnishing.at_once()
        return self._make_workplace()

    @property
    def article(self) -> ArticlePane:
        return self.workplace.article

    @property
    def claims(self) -> ClaimsPanel:
        return self.workplace.claims

    @property
    def details(self) -> ClaimDetails:
        return self.workplace.details

    def _show_case(self) -> None:
        if self.session.case is None:
            self._pages.setCurrentWidget(self.welcome)
            self.welcome.show_recent(settings_file.recent_cases())
        else:
            later(self, self._turn_to_case)
        self._show_title()
        self.refresh_actions()

    def _turn_to_case(self) -> None:
        """Apart from taking the case in: of 2,000 claims, both together would hold the window up for three frames."""
        if self.session.case is not None:
            self._pages.setCurrentWidget(self.workplace)
            self.claims.focus_list()
            self.status.show_zoom(self.article.zoom_percent())
            self.case_shown.emit()

    def _case_changed(self, _changes: Changes) -> None:
        self._show_title()
        self.refresh_actions()

    def _show_title(self, _: object = None) -> None:
        case = self.session.case
        self.setWindowTitle(f"{case.title}[*]" if case else "")
        self.setWindowModified(self.session.is_saving or self.session.is_typing)

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
        self.article.apply_settings(settings)
        menus.set_keys(self._actions, settings)
        self.status.refresh()

    def focus_message(self) -> None:
        self._message.take_keys()

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

        self.details.flush()
        self.place.keep()
        self.opener.close()
        self.session.close()
        opening.take_back()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a low window the lines go to article and claims; the menus have the same acts.
        self._top.setVisible(event.size().height() >= look.px(_LOW))


def _first_words(early: Glance | None) -> str:
    """Whatever is written in the first picture is written in letters of these, the window's own words among them."""
    shown = [early.article.text] if early is not None else [one.name for one in settings_file.recent_cases()]
    return "".join([*shown, *menu_titles.words()])


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
