"""An article opened by its address: from the menu, pasted and dropped, and what is said when it can't be had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.sources.test_fetching import Server, head, onwards
from tests.workflow.test_page_fetching import PAGE
from ui import application
from ui.dialogs.address_dialog import AddressDialog
from ui.dialogs.pasted_article_dialog import PastedArticleDialog
from workbench import settings as settings_file
from workbench.workflow.verifying import verify

LONG = 60_000


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.answers["/news/bridge"] = [head("200 OK", "Content-Type: text/html; charset=utf-8"), PAGE]
    server.answers["/old"] = onwards("/news/bridge")
    yield server
    server.close()


@pytest.fixture
def checker(desk: Callable[[], Checker]) -> Checker:
    """At an empty window that may ask this computer's own addresses."""
    checker = desk()
    allowed = replace(checker.window.desk.settings, allow_private_addresses=True)
    checker.window.desk.settings = allowed
    return checker


@pytest.fixture
def fetches(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> list[str]:
    """The dialog is answered by pressing its button; the addresses it was opened with."""
    seen: list[str] = []

    def press(dialog: AddressDialog) -> int:
        seen.append(dialog.address.text())
        dialog.show()
        dialog.file_button.click()
        qtbot.waitUntil(lambda: not dialog.is_fetching, timeout=LONG)
        dialog.hide()
        return dialog.result()

    monkeypatch.setattr(AddressDialog, "exec", press)
    return seen


def has_the_case(checker: Checker, qtbot: QtBot, server: Server) -> None:
    qtbot.waitUntil(lambda: checker.session.case is not None, timeout=LONG)
    case = checker.session.case
    assert case is not None
    assert case.title == "Bridge costs 12 million"
    assert case.snapshots[case.draft.sha256].captured_from == server.url("/news/bridge")
    assert case.article.metadata.outlet == "The Courier"


def test_with_the_command(
    checker: Checker, server: Server, fetches: list[str], qapp: QApplication, qtbot: QtBot
) -> None:
    settings_file.save(checker.window.desk.settings)
    window = application.open_window(qapp, None, server.url("/old"))
    qtbot.addWidget(window)
    has_the_case(Checker(window, qtbot), qtbot, server)
    assert fetches == [server.url("/old")]
    window.close()


def test_from_the_menu(
    checker: Checker, server: Server, fetches: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.dialogs.address_dialog._copied_address", lambda: server.url("/old"))
    checker.does("file.address")
    has_the_case(checker, qtbot, server)
    checker.waits_for_the_claims()
    path = checker.session.path
    checker.window.close()
    assert path is not None
    assert verify(path).is_sound
    assert [request.split(" ")[1] for request in server.asked] == ["/old", "/news/bridge"]


def test_pasted(
    checker: Checker, server: Server, fetches: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def paste(dialog: PastedArticleDialog) -> int:
        dialog.text.setPlainText(f" {server.url('/old')}\n")
        return dialog.DialogCode.Accepted

    monkeypatch.setattr(PastedArticleDialog, "exec", paste)
    checker.does("file.paste")
    has_the_case(checker, qtbot, server)
    assert fetches == [server.url("/old")]


def test_dropped(checker: Checker, server: Server, fetches: list[str], qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl(server.url("/old"))])
    event = QDropEvent(
        QPoint(5, 5).toPointF(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    checker.window.dropEvent(event)
    has_the_case(checker, qtbot, server)
    assert fetches == [server.url("/old")]


def test_without_the_page_nothing_is_opened_and_nothing_lost(
    checker: Checker, server: Server, fetches: list[str], qtbot: QtBot
) -> None:
    checker.window.paste_article(server.url("/old"))
    has_the_case(checker, qtbot, server)
    before = checker.session.case
    checker.window.paste_article(server.url("/gone"))
    assert len(fetches) == 2
    assert checker.session.case is before
