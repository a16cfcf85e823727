from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from ui import messages
from ui.case_session import CaseSession
from ui.models import acts
from ui.views import opening
from workbench.domain.evidence import Snapshot, Stance
from workbench.workflow.noting import NoteFields, SnapshotFile


@pytest.fixture
def opened_urls(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What would have gone to the system."""
    urls: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return urls


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c#d", "http://example.org", " https://example.org/ü ", "HTTPS://EXAMPLE.ORG"]
)
def test_web_pages_go_to_the_browser(opened_urls: list[QUrl], address: str) -> None:
    opening.open_address(address)
    assert len(opened_urls) == 1
    assert messages.bus.history == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "data:text/html,<script>",
        "https:",
        "http:///nohost",
        "//example.org",
        "example.org",
        "ms-msdt:/id",
        "https://example.org/ javascript:x",
        "",
    ],
)
def test_nothing_else_is_opened(opened_urls: list[QUrl], address: str) -> None:
    opening.open_address(address)
    assert opened_urls == []
    assert messages.bus.history[-1][1] is messages.Level.ERROR


def _keep(session: CaseSession, qtbot: QtBot, name: str, content: bytes) -> Snapshot:
    assert session.case is not None
    claim = session.case.claims[0].id
    with qtbot.waitSignal(session.changed):
        session.do(
            acts.add_note(NoteFields("Page"), {claim: Stance.SUPPORTS}, SnapshotFile(name, content, "text/html"))
        )
    return next(kept for kept in session.case.snapshots.values() if kept.name == name)


def test_a_snapshot_is_opened_as_a_copy_that_nobody_can_write(
    opened: CaseSession, qtbot: QtBot, opened_urls: list[QUrl]
) -> None:
    opening.open_snapshot(opened, _keep(opened, qtbot, "page.html", b"<p>kept</p>"))
    qtbot.waitUntil(lambda: len(opened_urls) == 1)
    copy = Path(opened_urls[0].toLocalFile())
    assert copy.read_bytes() == b"<p>kept</p>"
    assert not copy.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH | stat.S_IXUSR)
    opening.take_back()
    assert not copy.exists()


@pytest.mark.parametrize(
    "name", ["run.exe", "go.desktop", "setup.sh", "noending", "invoice.pdf.scr", "x.pdf\u202efdp.exe"]
)
def test_what_could_be_a_program_is_never_handed_over(
    opened: CaseSession, qtbot: QtBot, opened_urls: list[QUrl], name: str
) -> None:
    opening.open_snapshot(opened, Snapshot("0" * 64, name, "", 3, ""))
    assert opened_urls == []
    assert "can be a program" in messages.bus.history[-1][0]


def test_a_damaged_snapshot_is_not_opened(opened: CaseSession, qtbot: QtBot, opened_urls: list[QUrl]) -> None:
    opening.open_snapshot(opened, Snapshot("f" * 64, "page.html", "text/html", 3, ""))
    qtbot.waitUntil(lambda: bool(messages.bus.history))
    assert opened_urls == []
    assert os.linesep not in messages.bus.history[-1][0]
