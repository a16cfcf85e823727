"""An article fetched from its address, from a server on loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.sources.test_fetching import SILENCE, Server, head, onwards
from tests.workflow.test_page_fetching import PAGE
from ui.dialogs.address_dialog import AddressDialog
from ui.dialogs.pasted_article_dialog import PastedArticleDialog
from ui.tasks import Background

LONG = 30_000
"""Milliseconds for a process to begin on a busy machine."""


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.answers["/news/bridge"] = [head("200 OK", "Content-Type: text/html; charset=utf-8"), PAGE]
    server.answers["/old"] = onwards("/news/bridge")
    server.answers["/away"] = onwards(server.url("/news/bridge").replace("127.0.0.1", "localhost"))
    server.answers["/silent"] = [SILENCE]
    server.answers["/slow"] = onwards("/silent")
    yield server
    server.close()


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[AddressDialog]:
    """One that may ask this computer's own addresses, with an empty clipboard."""
    QGuiApplication.clipboard().clear()
    background = Background()
    dialog = AddressDialog(background, allow_private=True)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    background.close()


def test_nothing_is_asked_by_typing_and_the_host_is_said_before(dialog: AddressDialog, server: Server) -> None:
    for typed in ("javascript:alert(1)", "file:///etc/passwd", "http://", "words"):
        dialog.address.setText(typed)
        assert not dialog.file_button.isEnabled()
    dialog.address.setText(server.url("/old"))
    assert dialog.said() == "will ask 127.0.0.1"
    assert server.asked == []


def test_enter_fetches_the_article(dialog: AddressDialog, server: Server, qtbot: QtBot) -> None:
    dialog.address.setText(server.url("/old"))
    with qtbot.waitSignal(dialog.accepted, timeout=LONG):
        QTest.keyClick(dialog.address, Qt.Key.Key_Return)
    assert dialog.found is not None
    assert dialog.found.imported.article.title == "Bridge costs 12 million"
    assert dialog.found.imported.captured_from == server.url("/news/bridge")


def test_each_address_is_shown_as_it_is_asked(dialog: AddressDialog, server: Server, qtbot: QtBot) -> None:
    dialog.address.setText(server.url("/slow"))
    dialog.file_button.click()
    qtbot.waitUntil(lambda: server.url("/silent") in dialog.said(), timeout=LONG)
    assert dialog.said() == f"Asking {server.url('/slow')}…\n→ led on to {server.url('/silent')}…"
    assert dialog.file_button.text() == "Stop"
    dialog.file_button.click()
    assert not dialog.is_fetching
    assert dialog.said() == "will ask 127.0.0.1"


def test_a_page_from_another_site_is_opened_only_when_that_was_seen(
    dialog: AddressDialog, server: Server, qtbot: QtBot
) -> None:
    dialog.address.setText(server.url("/away"))
    dialog.file_button.click()
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=LONG)
    assert dialog.isVisible()
    assert dialog.warned() == "The page came from localhost, not from 127.0.0.1: “Bridge costs 12 million”"
    assert "led on to http://localhost" in dialog.said()
    with qtbot.waitSignal(dialog.accepted):
        dialog.file_button.click()


def test_another_address_forgets_what_was_fetched(dialog: AddressDialog, server: Server, qtbot: QtBot) -> None:
    dialog.address.setText(server.url("/away"))
    dialog.file_button.click()
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=LONG)
    dialog.address.setText(server.url("/old"))
    assert (dialog.found, dialog.warned()) == (None, "")


def test_what_keeps_it_from_being_had_is_said_and_the_address_stays(
    dialog: AddressDialog, server: Server, qtbot: QtBot
) -> None:
    dialog.address.setText(server.url("/none"))
    dialog.file_button.click()
    qtbot.waitUntil(lambda: "404 Not Found" in dialog.problem(), timeout=LONG)
    assert dialog.address.text() == server.url("/none")
    assert dialog.file_button.isEnabled()


def test_fetching_ends_with_the_form(dialog: AddressDialog, server: Server, qtbot: QtBot) -> None:
    dialog.address.setText(server.url("/silent"))
    dialog.file_button.click()
    qtbot.waitUntil(lambda: bool(server.asked), timeout=LONG)
    dialog.reject()
    assert not dialog.is_fetching


def test_a_copied_address_stands_there_already(qtbot: QtBot) -> None:
    background = Background()
    for copied, shown in ((" https://example.org/a\n", "https://example.org/a"), ("Some words", "")):
        QGuiApplication.clipboard().setText(copied)
        dialog = AddressDialog(background, allow_private=False)
        qtbot.addWidget(dialog)
        assert dialog.address.text() == shown
    background.close()


def test_a_pasted_address_is_offered_to_be_opened(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    dialog = PastedArticleDialog()
    qtbot.addWidget(dialog)
    dialog.text.setPlainText("https://example.org/a")
    assert dialog.file_button.text() == "Open this address…"
    dialog.text.setPlainText("https://example.org/a is where it stands.")
    assert dialog.file_button.text() == "Check this"
