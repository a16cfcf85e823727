"""Sources read from a file into the open case, and what is said about it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ui import messages
from ui.case_session import CaseSession
from ui.models import source_import

FILE = """@book{a, title = {Accounts}, year = 2020}
@book{b, title = {Budget}, year = 2021}
@book{c, year = 2022}
@book{d, title = {Never closed
@book{e, title = {Last}, year = 2023}
"""


def said(qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: any(words in text for text, _ in messages.bus.history), timeout=10_000)


def test_a_file_is_read_once_and_everything_is_said(opened: CaseSession, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(FILE, "utf-8")
    source_import.start(opened, path)
    said(qtbot, "3 sources imported. The entry “c” at line 3 has no title")
    assert opened.case is not None
    assert [source.title for source in opened.case.sources.values()] == ["Accounts", "Budget", "Last"]
    assert opened.undo_name == "import sources"
    messages.bus.history.clear()
    source_import.start(opened, path)
    said(qtbot, "0 sources imported. 3 were there already.")


def test_a_file_that_holds_nothing_is_one_sentence(opened: CaseSession, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "refs.ris"
    path.write_text("no RIS", "utf-8")
    source_import.start(opened, path)
    said(qtbot, "“refs.ris” holds no source that can be read.")
    assert opened.case is not None
    assert not opened.case.sources
