"""An article fetched from its address: asked for when the person says so, each address on the way shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QWidget

from ui import look
from ui.dialogs.form_dialog import FormDialog, add_row, form_layout
from ui.look.labels import plain
from ui.look.room import fit
from ui.models.page_fetch import PageFetch
from ui.tasks import Background
from workbench.errors import EvidenceError
from workbench.sources.addresses import is_address

if TYPE_CHECKING:
    from workbench.workflow.page_fetching import FetchedArticle


_SHOWN = 150
"""Characters of an address."""


class AddressDialog(FormDialog):
    """Gives the article at once when it came from the site asked, else when the person has seen that and agreed."""

    def __init__(
        self, background: Background, address: str = "", *, allow_private: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Open an address"), self.tr("Fetch the article"), parent)
        self._allow_private = allow_private
        self.found: FetchedArticle | None = None
        """What was fetched for the address that stands in the field."""
        self._fetch = PageFetch(background, self)
        self._fetch.led_on.connect(self._show_way)
        self._fetch.done.connect(self._done)
        self._fetch.failed.connect(self._failed)
        told = self.tr("Only this page is asked for, none of its pictures and scripts, and only when you say so.")
        self.body.addWidget(plain("muted", told))
        self.address = QLineEdit(address or _copied_address())
        self.address.setPlaceholderText("https://…")
        self.address.setClearButtonEnabled(True)
        form = form_layout()
        add_row(form, self.tr("Address"), self.address)
        self.body.addLayout(form)
        self._said = plain("muted")
        self._said.setAccessibleName(self.tr("Where the page comes from"))
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Fetching"))
        self._elsewhere = look.style(plain("strong"), tone="mixed")
        self._sign = QLabel()
        self._sign.setPixmap(look.icon("triangle-alert", "mixed").pixmap(round(look.px(1.2)), round(look.px(1.2))))
        warning = QHBoxLayout()
        warning.setSpacing(look.px(0.5))
        warning.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        warning.addWidget(self._elsewhere, 1)
        self.body.addWidget(self._busy)
        self.body.addLayout(warning)
        self.body.addWidget(self._said)
        self.body.addStretch(1)
        fit(self, 40, 18)
        self.address.textChanged.connect(self._typed)
        self._typed()
        self.address.selectAll()
        self.address.setFocus()

    def said(self) -> str:
        """What stands below the address: who will be asked, then where the way leads."""
        return self._said.text()

    def warned(self) -> str:
        """That the page came from another site than was asked; empty while it did not."""
        return self._elsewhere.text()

    @property
    def is_fetching(self) -> bool:
        return self._fetch.is_running

    def _typed(self) -> None:
        """Another address: what was fetched or is being fetched for the one before is forgotten."""
        self._fetch.stop()
        self.found = None
        self.say_problem()
        host = self._host()
        self._show_state(self.tr("will ask {host}").format(host=host) if host else "")

    def _show_state(self, said: str, warned: str = "") -> None:
        if self.is_fetching:
            words = self.tr("Stop")
        elif self.found is not None:
            words = self.tr("Open it all the same")
        else:
            words = self.tr("Fetch the article")
        self.file_button.setText(words)
        self.file_button.setEnabled(bool(self._host()))
        self._busy.setVisible(self.is_fetching)
        self._said.setText(said)
        self._elsewhere.setText(warned)
        for widget in (self._sign, self._elsewhere):
            widget.setVisible(bool(warned))

    def _host(self) -> str:
        from workbench.workflow import page_fetching

        text = self.address.text().strip()
        try:
            return page_fetching.host_of(text) if is_address(text) else ""
        except EvidenceError:
            return ""  # half-typed

    def accept(self) -> None:
        """What the button does now: fetch, stop fetching, or open what came from elsewhere."""
        if self.found is not None:
            super().accept()
        elif self.is_fetching:
            self._typed()
        elif self._host():
            self._begin()
        else:
            self.say_problem(self.tr("Give an address that begins with http:// or https://."), self.address)

    def _begin(self) -> None:
        address, allow_private = self.address.text().strip(), self._allow_private

        def work(told: Callable[[str], None], cancelled: Callable[[], bool]) -> FetchedArticle:
            from workbench.workflow import page_fetching

            return page_fetching.fetch_article(address, allow_private=allow_private, cancelled=cancelled, told=told)

        self.say_problem()
        self._fetch.begin(work)
        self._show_state(self.tr("Asking {host}…").format(host=self._host()))

    def _show_way(self) -> None:
        self._show_state(self._way(self.tr("Asking {address}…"), self.tr("led on to {address}…")))

    def _way(self, first: str, then: str) -> str:
        """The addresses asked so far, a line each."""
        start, *onwards = (_shortened(address) for address in self._fetch.addresses)
        return "\n".join((first.format(address=start), *(f"→ {then.format(address=one)}" for one in onwards)))

    def _done(self, found: FetchedArticle) -> None:
        from workbench.workflow import page_fetching

        self.found = found
        asked, came_from = self.address.text().strip(), found.imported.captured_from
        there = page_fetching.led_to(asked, came_from)
        if not there:
            super().accept()
            return
        way = self._way(self.tr("asked {address}"), self.tr("led on to {address}"))
        warned = self.tr("The page came from {there}, not from {asked}: “{title}”").format(
            there=there, asked=self._host(), title=found.imported.article.title
        )
        self._show_state(way, warned)
        self.file_button.setFocus()

    def _failed(self, sentence: str) -> None:
        way = self._way(self.tr("asked {address}"), self.tr("led on to {address}")) if self._fetch.addresses else ""
        self._show_state(way)
        self.say_problem(sentence, self.address)

    def done(self, result: int) -> None:
        self._fetch.stop()
        super().done(result)

    @classmethod
    def ask(
        cls, parent: QWidget | None, background: Background, address: str = "", *, allow_private: bool
    ) -> FetchedArticle | None:
        """What was fetched, or None when it was left."""
        dialog = cls(background, address, allow_private=allow_private, parent=parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        found = dialog.found
        dialog.deleteLater()
        return found if given else None


def _shortened(address: str) -> str:
    """The host is always there to be seen; it stands in front."""
    return address if len(address) <= _SHOWN else f"{address[:_SHOWN]}…"


def _copied_address() -> str:
    copied = QGuiApplication.clipboard().text().strip()
    return copied if is_address(copied) else ""
