"""Keeping a copy of the page at the note's address: fetched when the person presses the button, and only then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import look
from ui.look.labels import plain
from ui.tasks import Background, Work
from workbench.errors import EvidenceError, UserFacingError

if TYPE_CHECKING:
    from workbench.workflow.page_fetching import FetchedPage


class PageCopyField(QWidget):
    fetched = Signal(object)
    """A FetchedPage."""
    refused = Signal(str)
    """Why there is no copy, in a sentence."""

    def __init__(self, background: Background, *, allow_private: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background, self._allow_private = background, allow_private
        self._address = ""
        self._work: Work | None = None
        self.button = QPushButton()
        self.button.setIconSize(QSize(look.px(1), look.px(1)))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._pressed)
        self._said = plain("muted")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(0.6))
        line.addWidget(self.button)
        line.addWidget(self._said, 1)
        self.setFocusProxy(self.button)
        self._show_state()

    def show_address(self, address: str) -> None:
        """The address to fetch; one being fetched goes on."""
        self._address = address.strip()
        self._show_state()

    def said(self) -> str:
        """What stands beside the button."""
        return self._said.text()

    def is_fetching(self) -> bool:
        return self._work is not None

    def _show_state(self) -> None:
        host = self._host()
        if self._work is not None:
            self.button.setText(self.tr("Stop"))
            self.button.setIcon(look.icon("x"))
            return
        self.button.setText(self.tr("Keep a copy of the page…"))
        self.button.setIcon(look.icon("download"))
        self.button.setEnabled(bool(host))
        self._said.setText(self.tr("will ask {host}").format(host=host) if host else "")

    def _host(self) -> str:
        from workbench.workflow import page_fetching

        try:
            return page_fetching.host_of(self._address) if self._address else ""
        except EvidenceError:
            # Half-typed: the form says so when it is filed, not at each key.
            return ""

    def _pressed(self) -> None:
        if self._work is None:
            self._fetch()
        else:
            self.stop()

    def _fetch(self) -> None:
        address, allow_private = self._address, self._allow_private

        def work(_: Callable[[float], None], cancelled: Callable[[], bool]) -> FetchedPage:
            from workbench.workflow import page_fetching

            return page_fetching.fetch_page(address, allow_private=allow_private, cancelled=cancelled)

        self._said.setText(self.tr("Asking {host}…").format(host=self._host()))
        task = self._background.long(work, lambda page: self._done(task, page))
        task.failed.connect(lambda problem: self._failed(task, problem))
        self._work = task
        self._show_state()

    def _done(self, task: Work, page: FetchedPage) -> None:
        if task is self._work:  # what was stopped comes too late, perhaps after the form has gone
            self._over()
            told = [
                self.tr("asked {addresses}").format(addresses=" → ".join((*page.redirects, page.copy.captured_from)))
            ]
            self._said.setText("\n".join([*(told if page.redirects else []), *([page.remark] if page.remark else [])]))
            self.fetched.emit(page)

    def _failed(self, task: Work, problem: UserFacingError) -> None:
        if task is self._work:
            self._over()
            self.refused.emit(problem.message)

    def _over(self) -> None:
        self._work = None
        self._show_state()

    def stop(self) -> None:
        """Fetch no longer; what was had of the page is forgotten."""
        if self._work is not None:
            self._work.cancel()
            self._over()
