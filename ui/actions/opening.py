"""Opening articles and cases from wherever they come: dialog, drop, recent list, command line, clipboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from ui import messages, neighbours
from ui.actions import drafts, ways_out
from ui.actions.desk import Desk
from ui.actions.ways_out import WayOut
from ui.look import sentences
from workbench import looking, settings
from workbench.errors import DamagedCaseError, OnlyReadableError, UserFacingError

if TYPE_CHECKING:
    from ui.tasks import Work
    from workbench.domain.case import Case
    from workbench.domain.imported import ImportedArticle
    from workbench.storage.case_file import CaseFile

CASE_SUFFIX = ".factcase"
RECORD_SUFFIX = ".json"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Opening", words)


class _Way(Protocol):
    """How something is opened; runs on the database's thread."""

    def __call__(self, *, read_only: bool) -> CaseFile: ...


_Reading = Callable[[Callable[[], bool]], "ImportedArticle"]
"""How an article is read, on another thread; hears whether it is cancelled."""


class _ShownAlreadyError(UserFacingError):
    """What was asked for is what the window shows."""


class _ShownElsewhereError(UserFacingError):
    """Another window of ours has what was asked for; it has come to the front."""


_AFTER_PAINT = 300
"""Milliseconds from showing a case to listening for others who want it: the network library is no part of the start."""

_PATIENCE = 400
"""Milliseconds that reading an article takes before its progress is shown."""


class Opener(QObject):
    """Turns a path or a text into the case that the session shows, and remembers what was opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._way: _Way | None = None
        self._path: Path | None = None
        self._work: Work | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._show_reading)
        self._noted = 0
        """Comments and footnotes in the file of the article being opened."""
        self._at_hand: tuple[Path, Case] | None = None
        """The case that is shown, as it stands; the one before while another comes."""
        self._draft: tuple[Path, ImportedArticle] | None = None
        """A case that is being opened, and what is to be its new draft."""
        self._leaves = False
        self._neighbourhood = neighbours.Neighbourhood(self)
        self._neighbourhood.wanted.connect(desk.shell.come_forward)
        self._listening = QTimer(self, singleShot=True, interval=_AFTER_PAINT)
        self._listening.timeout.connect(self._listen)
        desk.session.trouble.connect(self._trouble)
        desk.session.opened.connect(self._remember)
        desk.session.changed.connect(self._case_changed)

    def begin(self, path: Path) -> None:
        """Open what the program was started with. The window leaves if another has it: nobody asked for two."""
        self._leaves = True
        self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a case file, or the case of an article: begun now, or gone on with if there is one already."""
        messages.clear()
        if path.suffix.lower() == CASE_SUFFIX:
            self._stop_reading()
            self._path = path
            self._open(_case_way(path, self._desk.settings, self._shown()))
        elif path.suffix.lower() == RECORD_SUFFIX:
            self._stop_reading()
            self._path = None
            self._open(_record_way(path, self._desk.settings, self._shown()))
        else:
            self._read(_file_reading(path), path)

    def open_pasted(self, text: str) -> None:
        """Open the case of a text; an address alone leads to the article there, once that is asked for."""
        from workbench.sources.addresses import is_address

        if is_address(text):
            self.open_address(text.strip())
        else:
            messages.clear()
            self._read(_text_reading(text))

    def open_address(self, address: str = "") -> None:
        """Ask for an address, fetch the article that is there, and open its case."""
        from ui.dialogs.address_dialog import AddressDialog

        private = self._desk.settings.allow_private_addresses
        found = AddressDialog.ask(self._desk.window, self._desk.session.background, address, allow_private=private)
        if found is None:
            return
        messages.clear()
        self._open_article(found.imported)
        if found.remark:
            messages.show(sentences.told(found.remark), messages.Level.WARNING)

    def _read(self, reading: _Reading, path: Path | None = None) -> None:
        """Read an article beside the case that is shown, then open its own; the one asked for last is opened."""
        self._stop_reading()

        def take(imported: ImportedArticle) -> None:
            if self._work is work:
                self._open_article(imported)

        work = self._desk.session.background.long(lambda _, cancelled: reading(cancelled), take)
        work.failed.connect(lambda problem: self._trouble(problem) if self._work is work else None)
        self._work, self._path = work, path
        self._patience.start()

    def _show_reading(self) -> None:
        if self._work is not None and self._path is not None:
            self._desk.shell.watch(self._work, _tr("Reading {name}…").format(name=self._path.name))

    def _stop_reading(self) -> None:
        self._patience.stop()
        work, self._work = self._work, None
        if work is not None:
            work.cancel()

    def _open_article(self, imported: ImportedArticle) -> None:
        self._stop_reading()
        if self._is_new_draft(imported):
            return
        self._path = None
        self._noted = len(imported.notes)
        self._open(_article_way(imported, self._desk.settings, self._shown()))

    def _is_new_draft(self, imported: ImportedArticle) -> bool:
        """Whether it goes into a case that is there, or nowhere, by the person's own word."""
        from workbench.workflow import starting

        if looking.is_there(starting.case_path(imported, self._desk.settings)):
            return False
        if not drafts.is_offered(self._desk, imported):
            return self._goes_on(imported)
        is_draft = drafts.offer(self._desk)
        if is_draft:
            drafts.follow(self._desk, imported)
        return is_draft is not False

    def _goes_on(self, imported: ImportedArticle) -> bool:
        """The same with a case that is not open, which then is opened for it."""
        from workbench.workflow import earlier_cases

        found = earlier_cases.earlier_case(imported, self._desk.settings)
        if found is None:
            return False
        is_draft = found.is_same_text or drafts.offer_earlier(self._desk, found.path)
        if is_draft:
            self._path = None
            self._open(_case_way(found.path, self._desk.settings, self._shown()))
            self._draft = found.path, imported
        return is_draft is not False

    def _shown(self) -> Path | None:
        """The case that this window can change, which need not be opened again."""
        return None if self._desk.session.read_only else self._desk.session.path

    def _open(self, way: _Way) -> None:
        self._way, self._draft = way, None
        self._desk.session.open(lambda: way(read_only=False))

    def recent(self) -> list[settings.RecentCase]:
        """The cases opened last that are still there, newest first."""
        return settings.recent_cases()

    def _remember(self) -> None:
        path = self._desk.session.path
        self._leaves = False
        self._neighbourhood.listen(None)
        self._listening.start()
        # Afterwards: the disk is waited for, and the case is not yet painted.
        if self._at_hand is not None and self._at_hand[0] != path:
            self._note(*self._at_hand, later=True)
        self._case_changed()
        if self._at_hand is not None:
            self._note(*self._at_hand, later=True)
        self._tell_of_notes()
        draft, self._draft = self._draft, None
        if draft is not None and draft[0] == path:
            drafts.follow(self._desk, draft[1])

    def _case_changed(self) -> None:
        session = self._desk.session
        if session.case is not None and session.path is not None:
            self._at_hand = session.path, session.case

    def _note(self, path: Path, case: Case, *, later: bool = False) -> None:
        """Remember how far the case is, to tell it from others in the list of those opened last."""
        now = datetime.now().astimezone().isoformat(timespec="seconds")

        def write() -> None:
            settings.remember_recent(settings.RecentCase(path, case.title, now, len(case.claims), case.checked))

        if later:
            QTimer.singleShot(0, self, write)
        else:
            write()

    def _tell_of_notes(self) -> None:
        """What the author wrote beside the text would else go unseen; said until some of it is a note of the case."""
        noted, self._noted = self._noted, 0
        case = self._desk.session.case
        if noted and case is not None and not case.evidence and not self._desk.session.read_only:
            told = self.tr("The author’s file has %n comments or footnotes: see Notes in the author’s file.", "", noted)
            messages.show(told)

    def close(self) -> None:
        """The window goes: others who want its case find nobody, and nobody waits for an article."""
        self._stop_reading()
        self._listening.stop()
        self._neighbourhood.listen(None)
        if self._at_hand is not None:
            self._note(*self._at_hand)

    def _listen(self) -> None:
        session = self._desk.session
        self._neighbourhood.listen(None if session.read_only else session.path)

    def _trouble(self, problem: UserFacingError) -> None:
        """Say what is wrong, and offer the ways out of it."""
        if isinstance(problem, _ShownAlreadyError):
            messages.trouble(problem, messages.Level.INFO)
        elif isinstance(problem, _ShownElsewhereError):
            messages.trouble(problem, messages.Level.INFO)
            if self._leaves:
                self._desk.shell.leave()
        elif isinstance(problem, OnlyReadableError):
            self._go(ways_out.ask(self._desk.window, problem), problem.path)
        elif isinstance(problem, DamagedCaseError):
            self._mend(problem)
        else:
            messages.trouble(problem)

    def _go(self, chosen: WayOut, path: Path) -> None:
        way = self._way
        if chosen is WayOut.READ and way is not None:
            self._desk.session.open(lambda: way(read_only=True))
        elif chosen is WayOut.TAKE_OVER:
            self._desk.session.open(_taking_over(path, self._desk.settings))

    def _mend(self, problem: DamagedCaseError) -> None:
        from ui.actions import keeping

        kept = keeping.has_backup(self._desk, problem.path)
        chosen = ways_out.ask(self._desk.window, problem, has_backup=kept)
        if chosen is WayOut.RESTORE:
            keeping.mend(self._desk, problem.path)
        elif chosen is WayOut.RESCUE:
            keeping.rescue(self._desk, problem.path)


def _taking_over(path: Path, chosen: settings.Settings) -> Callable[[], CaseFile]:
    def opener() -> CaseFile:
        from workbench.workflow import backing_up, opening

        backing_up.back_up(path, chosen.backup_folder)
        who, folder = chosen.signature, chosen.backup_folder
        return opening.open_case(path, who=who, take_over=True, backup_folder=folder)

    return opener


def _refuse_if_shown(path: Path, shown: Path | None) -> None:
    if shown is not None and looking.is_there(path) and looking.is_there(shown) and path.samefile(shown):
        raise _ShownAlreadyError("This case is open in this window already.")
    if neighbours.bring_forward(path):
        raise _ShownElsewhereError("This case is open in another window, which has come to the front.")


def _record_way(path: Path, chosen: settings.Settings, shown: Path | None) -> _Way:
    def way(*, read_only: bool) -> CaseFile:
        from workbench.workflow import records, starting

        record = records.read(path)
        _refuse_if_shown(starting.record_path(record, chosen), shown)
        return starting.start_or_resume_record(record, chosen, read_only=read_only)

    return way


def _case_way(path: Path, chosen: settings.Settings, shown: Path | None) -> _Way:
    def way(*, read_only: bool) -> CaseFile:
        from workbench.workflow import opening

        _refuse_if_shown(path, shown)
        return opening.open_case(path, who=chosen.signature, read_only=read_only, backup_folder=chosen.backup_folder)

    return way


def _file_reading(path: Path) -> _Reading:
    def read(cancelled: Callable[[], bool]) -> ImportedArticle:
        from workbench.workflow import importing

        return importing.read_article(path, cancelled=cancelled)

    return read


def _text_reading(text: str) -> _Reading:
    def read(_cancelled: Callable[[], bool]) -> ImportedArticle:
        from workbench.importers import registry

        return registry.read_pasted(text)

    return read


def _article_way(imported: ImportedArticle, chosen: settings.Settings, shown: Path | None) -> _Way:
    def way(*, read_only: bool) -> CaseFile:
        from workbench.workflow import starting

        _refuse_if_shown(starting.case_path(imported, chosen), shown)
        return starting.start_or_resume(imported, chosen, read_only=read_only)

    return way
