"""Work away from the window's thread: the database's own thread, and long work with progress and cancel.

Results come back on the thread that asked. A UserFacingError goes to `failed`; any other exception is a bug
and is raised again on the window's thread, where the report dialog waits.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from workbench.errors import Cancelled, UserFacingError


class _Reports(QObject):
    done = Signal(object)
    failed = Signal(object)
    progress = Signal(float)
    told = Signal(str)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], Any], reports: _Reports) -> None:
        super().__init__()
        self._work = work
        self._reports = reports

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as problem:  # noqa: BLE001 - not swallowed: carried to the thread that asked
            self._reports.failed.emit(problem)
        else:
            self._reports.done.emit(result)


class Work(QObject):
    """One piece of work under way. Keep it until `finished`."""

    done = Signal(object)
    failed = Signal(object)
    """A UserFacingError."""
    cancelled = Signal()
    progress = Signal(float)
    """0..1."""
    told = Signal(str)
    """What is done now, of work that tells it in words."""
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel = threading.Event()
        self._waited_for = True
        self._reports = _Reports()
        queued = Qt.ConnectionType.QueuedConnection
        self._reports.done.connect(self._on_done, queued)
        self._reports.failed.connect(self._on_failed, queued)
        self._reports.progress.connect(self.progress, queued)
        self._reports.told.connect(self.told, queued)

    def cancel(self) -> None:
        """Ask the work to stop. `cancelled` follows, unless the work was done first."""
        self._cancel.set()

    def let_go(self) -> None:
        """Nobody waits any more for what comes of it; `finished` follows alone."""
        self._waited_for = False

    def is_cancelled(self) -> bool:
        return self._cancel.is_set()

    def report(self, share: float) -> None:
        """Called by the work itself, from its own thread."""
        self._reports.progress.emit(share)

    def tell(self, words: str) -> None:
        """Called by the work itself, from its own thread."""
        self._reports.told.emit(words)

    def start(self, pool: QThreadPool, work: Callable[[], Any]) -> None:
        pool.start(_Job(work, self._reports))

    def _on_done(self, result: object) -> None:
        if self._waited_for:
            self.done.emit(result)
        self.finished.emit()

    def _on_failed(self, problem: Exception) -> None:
        self.finished.emit()
        if isinstance(problem, Cancelled | UserFacingError):
            if self._waited_for:
                self._tell(problem)
        else:
            raise problem

    def _tell(self, problem: Cancelled | UserFacingError) -> None:
        if isinstance(problem, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(problem)


class Background(QObject):
    """Where work runs: one lasting thread for the database, a few for the rest. Lives on the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = QThreadPool(self)
        self._database.setMaxThreadCount(1)
        self._database.setExpiryTimeout(-1)
        self._pool = QThreadPool(self)
        self._under_way: set[Work] = set()
        self._is_closed = False

    def on_database(self, work: Callable[[], Any], done: Callable[[Any], None]) -> Work:
        """Run `work` on the database's thread after all asked before it, then `done` with its result here."""
        return self._start(self._database, Work(), lambda _: work(), done)

    def long(
        self, work: Callable[[Callable[[float], None], Callable[[], bool]], Any], done: Callable[[Any], None]
    ) -> Work:
        """Run `work(progress, is_cancelled)` beside everything else."""
        return self._start(self._pool, Work(), lambda task: work(task.report, task.is_cancelled), done)

    def telling(
        self, work: Callable[[Callable[[str], None], Callable[[], bool]], Any], done: Callable[[Any], None]
    ) -> Work:
        """Run `work(tell, is_cancelled)` beside everything else; what it tells comes as `Work.told`."""
        return self._start(self._pool, Work(), lambda task: work(task.tell, task.is_cancelled), done)

    def _start(self, pool: QThreadPool, task: Work, work: Callable[[Work], Any], done: Callable[[Any], None]) -> Work:
        if self._is_closed:
            # A timer of a window that is going: its threads are waited for by Qt, which keeps them from going on.
            task.cancel()
            return task
        self._under_way.add(task)
        task.done.connect(done)
        task.finished.connect(lambda: self._under_way.discard(task))
        task.start(pool, lambda: work(task))
        return task

    def close(self) -> None:
        """Cancel long work and wait until everything asked of the database is done. Its results are let go.

        Whatever is asked for afterwards is not begun.
        """
        self._is_closed = True
        for task in self._under_way:
            task.cancel()
            task.let_go()
        self._pool.waitForDone()
        self._database.waitForDone()
