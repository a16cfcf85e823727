"""Kept copies are read beside the person's work."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui import messages
from ui.case_session import CaseSession
from ui.models import acts
from ui.models.copies_reader import CopiesReader
from workbench.domain.evidence import Stance
from workbench.storage.search import Hit
from workbench.workflow.noting import NoteFields, SnapshotFile
from workbench.workflow.searching import find_words


@pytest.fixture
def reader(opened: CaseSession) -> CopiesReader:
    return CopiesReader(opened)


def add(session: CaseSession, name: str, content: bytes) -> None:
    assert session.case is not None
    links = {session.case.claims[0].id: Stance.SUPPORTS}
    session.do(acts.add_note(NoteFields(name), links, SnapshotFile(name, content)))


def hits(session: CaseSession, words: str, qtbot: QtBot) -> tuple[Hit, ...]:
    got: list[tuple[Hit, ...]] = []
    session.fetch(lambda file: find_words(file, words), got.append)
    qtbot.waitUntil(lambda: bool(got))
    return got[0]


def test_the_words_of_a_filed_page_can_be_searched_soon(
    opened: CaseSession, reader: CopiesReader, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([reader.read, reader.read], timeout=30_000):
        add(opened, "one.html", b"<p>a walrus</p>")
        add(opened, "two.html", b"<p>another walrus</p>")
    assert len(hits(opened, "walrus", qtbot)) == 2


def test_a_copy_without_words_is_told_once(opened: CaseSession, reader: CopiesReader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.read, timeout=30_000):
        add(opened, "cut.pdf", b"%PDF-1.7 cut")
    (told,) = messages.bus.history
    assert "cut.pdf" in told[0]


def test_closing_does_not_wait_for_a_reading(opened: CaseSession, reader: CopiesReader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.changed, timeout=10_000):
        add(opened, "page.html", b"<p>words</p>")
    opened.close()
    assert not opened.is_saving
