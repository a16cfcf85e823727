"""A page being fetched, one at a time, with each address it is led to told as it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.look import sentences
from ui.tasks import Background, Work
from workbench.errors import UserFacingError

Fetching = Callable[[Callable[[str], None], Callable[[], bool]], Any]
"""`fetch(told, cancelled)`, run on another thread."""


class PageFetch(QObject):
    led_on = Signal()
    """Another address is asked now: see `addresses`."""
    done = Signal(object)
    failed = Signal(str)
    """Why there is no page, in a sentence."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.addresses: tuple[str, ...] = ()
        """Those asked so far, the one that the person gave first."""
        self._background = background
        self._work: Work | None = None

    @property
    def is_running(self) -> bool:
        return self._work is not None

    def begin(self, fetch: Fetching) -> None:
        """Give up what is being fetched, if anything is, and begin."""
        self.stop()
        self.addresses = ()
        work = self._background.telling(fetch, lambda page: self._done(work, page))
        work.told.connect(lambda address: self._told(work, address))
        work.failed.connect(lambda problem: self._failed(work, problem))
        self._work = work

    def stop(self) -> None:
        """Fetch no longer; what was had of the page is forgotten, and neither `done` nor `failed` comes."""
        work, self._work = self._work, None
        if work is not None:
            work.cancel()

    # What was stopped may report too late, perhaps after the form has gone.

    def _told(self, work: Work, address: str) -> None:
        if work is self._work:
            self.addresses = (*self.addresses, address)
            self.led_on.emit()

    def _done(self, work: Work, page: object) -> None:
        if work is self._work:
            self._work = None
            self.done.emit(page)

    def _failed(self, work: Work, problem: UserFacingError) -> None:
        if work is self._work:
            self._work = None
            self.failed.emit(sentences.told(problem.message))
