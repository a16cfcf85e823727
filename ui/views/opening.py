"""The one way out of the window: an address in the system's browser, a snapshot in the system's program."""

from __future__ import annotations

import re
import shutil
import stat
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from ui import messages
from ui.case_session import CaseSession
from workbench.domain.evidence import Snapshot

_SCHEMES = ("http", "https")
_PAGES = {"html", "htm", "mhtml", "xhtml", "xml", "json", "txt", "md", "csv", "tsv", "log", "eml"}
_DOCUMENTS = {"pdf", "rtf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"}
_PICTURES = {"png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp", "heic", "avif"}
_RECORDINGS = {"mp3", "m4a", "wav", "ogg", "oga", "opus", "flac", "mp4", "m4v", "mov", "webm", "mkv", "avi"}
_OPENED = _PAGES | _DOCUMENTS | _PICTURES | _RECORDINGS
"""Endings handed to the system's program. Anything else might be a program itself and is never started."""
_LONGEST_NAME = 80
"""Characters kept of a snapshot's name."""


def is_web_address(address: str) -> bool:
    """Whether this is an http or https address with a host: all that we ever open."""
    url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme().lower() in _SCHEMES and bool(url.host())


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
    if safe_name(snapshot.name).rpartition(".")[2].lower() not in _OPENED:
        messages.error(
            QCoreApplication.translate(
                "Opening", "“{name}” is kept in the case but not opened: a file of this kind can be a program."
            ).format(name=snapshot.name)
        )
        return
    from workbench.workflow import noting

    session.fetch(
        lambda file: noting.snapshot_bytes(file, snapshot.sha256), lambda content: _open_copy(snapshot, content)
    )


def _open_copy(snapshot: Snapshot, content: bytes) -> None:
    copy = copies.keep(snapshot, content)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        messages.error(
            QCoreApplication.translate(
                "Opening", "No program would open the snapshot “{name}”. A copy is kept at {path} until you quit."
            ).format(name=snapshot.name, path=copy)
        )


def safe_name(name: str) -> str:
    """A snapshot's name without folders, control and direction marks, so that it ends as it seems to end."""
    last = re.split(r"[/\\]", name)[-1]
    printable = "".join(mark for mark in last if mark.isprintable()).strip(". ")
    stem, dot, suffix = printable.rpartition(".")
    return (stem[:_LONGEST_NAME] + dot + suffix[:_LONGEST_NAME]) or "snapshot"


class Copies:
    """Read-only copies of snapshots in a folder of our own, removed when the program ends."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def keep(self, snapshot: Snapshot, content: bytes) -> Path:
        """Write a copy that only this user can read and nobody can write. Runs of the same name don't meet."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="fact-check-"))
            if (app := QCoreApplication.instance()) is not None:
                app.aboutToQuit.connect(self.remove)
        folder = self._folder / snapshot.sha256[:16]
        folder.mkdir(mode=stat.S_IRWXU, exist_ok=True)
        copy = folder / safe_name(snapshot.name)
        if not copy.exists():
            copy.write_bytes(content)
            copy.chmod(stat.S_IRUSR)
        return copy

    def remove(self) -> None:
        """Remove the folder with all copies; a program that holds one open keeps it."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


copies = Copies()
