"""Articles of foreign formats at the window: read apart, the last one asked for wins, a hostile one harms nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.importers.office import docx, p
from tests.ui.conftest import make_case

PROSE = "The harbour of Northport will be dredged to a depth of 14 metres, the port authority said on Thursday."
LONG = 60_000


def is_idle(checker: Checker) -> bool:
    return not checker.session.background._under_way


def test_the_article_asked_for_last_is_the_one_opened(
    desk: Callable[[], Checker], tmp_path: Path, qtbot: QtBot
) -> None:
    slow, quick = tmp_path / "slow.docx", tmp_path / "quick.txt"
    slow.write_bytes(docx("".join(p(PROSE) for _ in range(5000))))
    quick.write_text(f"Quick\n\n{PROSE}\n", "utf-8")
    checker = desk()
    checker.window.open_path(slow)
    checker.opens(quick)
    checker.waits_for_the_claims()
    qtbot.waitUntil(lambda: is_idle(checker), timeout=LONG)
    assert checker.session.case is not None
    assert checker.session.case.title == "Quick"


@pytest.mark.parametrize("name", ["broken.pdf", "broken.docx"])
def test_a_broken_file_is_one_sentence_and_the_case_stays(
    desk: Callable[[], Checker], tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    checker = desk()
    checker.opens(make_case(tmp_path / "jobs.factcase"))
    before = checker.session.case
    (tmp_path / name).write_bytes(b"%PDF-1.7\n" + bytes(1000) if name.endswith("pdf") else b"PK\x03\x04" + bytes(1000))
    checker.window.open_path(tmp_path / name)
    checker.is_told("damaged")
    qtbot.waitUntil(lambda: is_idle(checker), timeout=LONG)
    assert checker.session.case is before


def test_the_authors_comments_are_told_of_when_the_case_begins(desk: Callable[[], Checker], tmp_path: Path) -> None:
    from tests.workflow.test_author_notes import manuscript

    manuscript(tmp_path).close()
    checker = desk()
    checker.opens(tmp_path / "harbour.docx")
    checker.is_told("comments or footnotes")
