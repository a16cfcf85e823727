"""The one way out of the window: an address in the system's browser, a snapshot in the system's program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from ui import messages
from ui.case_session import CaseSession
from workbench.domain.evidence import Snapshot

if TYPE_CHECKING:
    from workbench.storage.case_file import CaseFile
    from workbench.workflow.lending import Lending

_SCHEMES = ("http", "https")
_PAGES = {"html", "htm", "mhtml", "xhtml", "xml", "json", "txt", "md", "csv", "tsv", "log", "eml"}
_DOCUMENTS = {"pdf", "rtf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"}
_PICTURES = {"png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp", "heic", "avif"}
_RECORDINGS = {"mp3", "m4a", "wav", "ogg", "oga", "opus", "flac", "mp4", "m4v", "mov", "webm", "mkv", "avi"}
_OPENED = _PAGES | _DOCUMENTS | _PICTURES | _RECORDINGS
"""Endings handed to the system's program. Anything else might be a program itself and is never started."""


def is_web_address(address: str) -> bool:
    """Whether this is an http or https address with a host: all that we ever open."""
    url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme().lower() in _SCHEMES and bool(url.host())


def open_link(address: str) -> None:
    """Open what a note links to: a web page, or a letter to somebody."""
    if address.lower().startswith("mailto:"):
        QDesktopServices.openUrl(QUrl(address))
    else:
        open_address(address)


def open_address(address: str) -> None:
    """Open a web page in the browser. Anything but http and https is refused with a message."""
    if not is_web_address(address):
        messages.error(
            QCoreApplication.translate(
                "Opening", "“{address}” is not opened: only addresses that begin with http:// or https:// are."
            ).format(address=address)
        )
    elif not QDesktopServices.openUrl(QUrl(address.strip())):
        messages.error(
            QCoreApplication.translate("Opening", "No browser would open {address}. Copy the address instead.").format(
                address=address
            )
        )


def open_snapshot(session: CaseSession, snapshot: Snapshot) -> None:
    """Open a read-only copy of a snapshot in the system's program.

    A kept web page goes to the browser as a plain file. It is never rendered in our own window, where its scripts
    would run beside the case.
    """
    from workbench.workflow import lending

    if lending.ending(snapshot.name) not in _OPENED:
        messages.error(
            QCoreApplication.translate(
                "Opening", "“{name}” is kept in the case but not opened: a file of this kind can be a program."
            ).format(name=snapshot.name)
        )
        return
    session.fetch(lambda file: _lend(file, snapshot), _open_copy)


def _lend(file: CaseFile, snapshot: Snapshot) -> Path:
    from workbench.workflow.lending import Lending

    global _lending
    _lending = _lending or Lending()
    return _lending.lend(file, snapshot.sha256)


def _open_copy(copy: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        messages.error(
            QCoreApplication.translate(
                "Opening", "No program would open the snapshot “{name}”. A copy is kept at {path} until you quit."
            ).format(name=copy.name, path=copy)
        )


def take_back() -> None:
    """Remove the copies that were lent to other programs; done when the window closes."""
    if _lending is not None:
        _lending.close()


_lending: Lending | None = None
"""Made when the first snapshot is opened: the workflow is not loaded before."""
