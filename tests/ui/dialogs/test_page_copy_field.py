"""A copy of the page, fetched from within the note's form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.sources.test_fetching import SILENCE, Server, head, onwards
from tests.ui.seed_case import seed_case
from tests.workflow.test_page_fetching import PAGE
from ui.dialogs import note_draft
from ui.dialogs.note_dialog import NoteDialog
from ui.dialogs.page_copy_field import PageCopyField
from ui.tasks import Background

LONG = 30_000
"""Milliseconds for a process to begin on a busy machine."""


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.answers["/news/bridge"] = [head("200 OK", "Content-Type: text/html; charset=utf-8"), PAGE]
    server.answers["/old"] = onwards("/news/bridge")
    server.answers["/silent"] = [SILENCE]
    yield server
    server.close()


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[NoteDialog]:
    """A new note on claim 2 that may ask this computer's own addresses."""
    background = Background()
    page = PageCopyField(background, allow_private=True)
    dialog = NoteDialog(seed_case(), note_draft.new("claim-2"), page=page)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    background.close()


def page_of(dialog: NoteDialog) -> PageCopyField:
    assert dialog.page is not None
    return dialog.page


def test_the_host_is_said_before_it_is_asked_and_nothing_is_asked_by_typing(
    dialog: NoteDialog, server: Server, qtbot: QtBot
) -> None:
    page = page_of(dialog)
    assert not page.button.isEnabled()
    for typed in ("javascript:alert(1)", "file:///etc/passwd", "http://"):
        dialog.source.url.setText(typed)
        assert not page.button.isEnabled()
    dialog.source.url.setText(server.url("/news/bridge"))
    assert page.button.isEnabled()
    assert page.said() == "will ask 127.0.0.1"
    assert server.asked == []


def test_the_page_is_kept_and_fills_only_what_is_empty(dialog: NoteDialog, server: Server, qtbot: QtBot) -> None:
    dialog.source.url.setText(server.url("/old"))
    dialog.source.publisher.setText("My own words")
    page = page_of(dialog)
    with qtbot.waitSignal(page.fetched, timeout=LONG):
        page.button.click()
    draft = dialog.draft()
    assert draft.snapshot is not None
    assert draft.snapshot.content == PAGE
    assert draft.fields.title == "Bridge costs 12 million"
    assert draft.fields.published == "2023-05-06"
    assert draft.fields.publisher == "My own words"
    assert page.said() == f"asked {server.url('/old')} → {server.url('/news/bridge')}"


def test_a_title_guessed_from_the_address_gives_way_to_the_pages_own(
    dialog: NoteDialog, server: Server, qtbot: QtBot
) -> None:
    dialog.source.url.setText(server.url("/news/bridge"))
    dialog.source.title.setText("Bridge")
    page = page_of(dialog)
    with qtbot.waitSignal(page.fetched, timeout=LONG):
        page.button.click()
    assert dialog.draft().fields.title == "Bridge costs 12 million"


def test_without_the_page_there_is_a_sentence_and_the_note_still_works(
    dialog: NoteDialog, server: Server, qtbot: QtBot
) -> None:
    dialog.source.title.setText("Bridge")
    dialog.source.url.setText(server.url("/none"))
    page = page_of(dialog)
    with qtbot.waitSignal(page.refused, timeout=LONG):
        page.button.click()
    assert "404 Not Found" in dialog.problem()
    assert not page.is_fetching()
    with qtbot.waitSignal(dialog.accepted):
        dialog.file_button.click()


def test_fetching_can_be_stopped_and_ends_with_the_form(dialog: NoteDialog, server: Server, qtbot: QtBot) -> None:
    dialog.source.url.setText(server.url("/silent"))
    page = page_of(dialog)
    page.button.click()
    assert (page.button.text(), page.said()) == ("Stop", "Asking 127.0.0.1…")
    page.button.click()
    assert not page.is_fetching()
    assert page.said() == "will ask 127.0.0.1"
    page.button.click()
    dialog.reject()
    assert not page.is_fetching()
    assert dialog.draft().snapshot is None


def test_a_copy_from_another_site_says_so_before_it_is_filed(dialog: NoteDialog, server: Server, qtbot: QtBot) -> None:
    server.answers["/away"] = onwards(server.url("/news/bridge").replace("127.0.0.1", "localhost"))
    dialog.source.url.setText(server.url("/away"))
    page = page_of(dialog)
    with qtbot.waitSignal(page.fetched, timeout=LONG):
        page.button.click()
    assert page.warned() == "The copy came from localhost, not from 127.0.0.1."
    dialog.source.url.setText(server.url("/old"))
    assert page.warned() == ""


def test_where_it_is_led_to_is_shown_while_it_is_led_there(dialog: NoteDialog, server: Server, qtbot: QtBot) -> None:
    server.answers["/slow"] = onwards("/silent")
    dialog.source.url.setText(server.url("/slow"))
    page = page_of(dialog)
    page.button.click()
    qtbot.waitUntil(lambda: page.said() == f"Asking {server.url('/slow')} → {server.url('/silent')}…", timeout=LONG)
    page.button.click()
