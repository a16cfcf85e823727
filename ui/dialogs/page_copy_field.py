"""Keeping a copy of the page at the note's address: fetched when the person presses the button, and only then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import look
from ui.look import sentences
from ui.look.labels import plain
from ui.models.page_fetch import PageFetch
from ui.tasks import Background
from workbench.errors import EvidenceError

if TYPE_CHECKING:
    from workbench.workflow.page_fetching import FetchedPage


class PageCopyField(QWidget):
    fetched = Signal(object)
    """A FetchedPage."""
    refused = Signal(str)
    """Why there is no copy, in a sentence."""

    def __init__(self, background: Background, *, allow_private: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._allow_private = allow_private
        self._address = ""
        self._fetch = PageFetch(background, self)
        self._fetch.led_on.connect(self._show_way)
        self._fetch.done.connect(self._done)
        self._fetch.failed.connect(self._failed)
        self.button = QPushButton()
        look.beside_words(self.button)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._pressed)
        self._said = plain("muted")
        self._elsewhere = look.style(plain("strong"), tone="mixed")
        self._elsewhere.hide()
        line = QHBoxLayout()
        line.setSpacing(look.px(0.6))
        line.addWidget(self.button)
        line.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(0.3))
        column.addLayout(line)
        column.addWidget(self._elsewhere)
        self.setFocusProxy(self.button)
        self._show_state()

    def show_address(self, address: str) -> None:
        """The address to fetch; one being fetched goes on."""
        self._address = address.strip()
        self._show_state()

    def said(self) -> str:
        """What stands beside the button."""
        return self._said.text()

    def warned(self) -> str:
        """That the copy came from another site than was asked; empty while it did not."""
        return self._elsewhere.text()

    def is_fetching(self) -> bool:
        return self._fetch.is_running

    def _show_state(self) -> None:
        host = self._host()
        if self.is_fetching():
            self.button.setText(self.tr("Stop"))
            self.button.setIcon(look.icon("x"))
            return
        self.button.setText(self.tr("Keep a copy of the page…"))
        self.button.setIcon(look.icon("download"))
        self.button.setEnabled(bool(host))
        self._said.setText(self.tr("will ask {host}").format(host=host) if host else "")
        self._warn("")

    def _warn(self, words: str) -> None:
        self._elsewhere.setText(words)
        self._elsewhere.setVisible(bool(words))

    def _host(self) -> str:
        from workbench.workflow import page_fetching

        try:
            return page_fetching.host_of(self._address) if self._address else ""
        except EvidenceError:
            # Half-typed: the form says so when it is filed, not at each key.
            return ""

    def _pressed(self) -> None:
        if self.is_fetching():
            self.stop()
        else:
            self._begin()

    def _begin(self) -> None:
        address, allow_private = self._address, self._allow_private

        def work(told: Callable[[str], None], cancelled: Callable[[], bool]) -> FetchedPage:
            from workbench.workflow import page_fetching

            return page_fetching.fetch_page(address, allow_private=allow_private, cancelled=cancelled, told=told)

        self._said.setText(self.tr("Asking {host}…").format(host=self._host()))
        self._warn("")
        self._fetch.begin(work)
        self._show_state()

    def _show_way(self) -> None:
        """Where it is led to, as it is led there."""
        if len(self._fetch.addresses) > 1:
            self._said.setText(self.tr("Asking {addresses}…").format(addresses=" → ".join(self._fetch.addresses)))

    def _done(self, page: FetchedPage) -> None:
        from workbench.workflow import page_fetching

        self._show_state()
        way = (*page.redirects, page.copy.captured_from)
        told = [self.tr("asked {addresses}").format(addresses=" → ".join(way))] if page.redirects else []
        self._said.setText("\n".join([*told, *([sentences.told(page.remark)] if page.remark else [])]))
        if there := page_fetching.led_to(way[0], way[-1]):
            asked = page_fetching.host_of(way[0])
            self._warn(self.tr("The copy came from {there}, not from {asked}.").format(there=there, asked=asked))
        self.fetched.emit(page)

    def _failed(self, sentence: str) -> None:
        self._show_state()
        self.refused.emit(sentence)

    def stop(self) -> None:
        """Fetch no longer; what was had of the page is forgotten."""
        if self.is_fetching():
            self._fetch.stop()
            self._show_state()
