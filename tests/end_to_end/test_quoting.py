"""From a kept page to an excerpt that points at its exact words, through the whole window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.ui.conftest import make_case
from ui.dialogs.quote_dialog import Chosen, QuoteDialog
from ui.dialogs.snapshot_text_dialog import SnapshotTextDialog
from ui.models import acts
from ui.models.copies_reader import CopiesReader
from workbench.domain.claim import Anchor
from workbench.domain.evidence import Evidence, Stance
from workbench.domain.span import Span
from workbench.sources.quote_check import Verdict
from workbench.workflow.noting import NoteFields, SnapshotFile
from workbench.workflow.quoting import QuoteResult

PAGE = b"<nav>Home</nav><p>The bureau says:</p><p>Jobs rose by 5% in May, more than in April.</p>"


@pytest.fixture
def checker(desk: Callable[[], Checker], tmp_path: Path, qtbot: QtBot) -> Checker:
    """At the claim “jobs rose by 5% in May”, with a page kept as evidence on it."""
    checker = desk()
    checker.opens(make_case(tmp_path / "jobs.factcase"))
    checker.goes_to(2)
    copy = SnapshotFile("bureau.html", PAGE, "text/html")
    reader = checker.session.findChild(CopiesReader)
    with qtbot.waitSignal(reader.read, timeout=30_000):
        checker.session.do(acts.add_note(NoteFields("Bureau"), {checker.claim.id: Stance.SUPPORTS}, copy))
    return checker


def notes(checker: Checker) -> list[Evidence]:
    assert checker.session.case is not None
    return list(checker.session.case.evidence.values())


def test_the_words_found_in_a_snapshot_become_the_notes_excerpt(
    checker: Checker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    seen: list[QuoteResult] = []

    def take_first(
        _parent: object, _case: object, _claim: object, results: tuple[QuoteResult, ...], _: object
    ) -> object:
        seen[:] = results
        return Chosen(results[0], shows_text=False)

    monkeypatch.setattr(QuoteDialog, "ask", staticmethod(take_first))

    checker.does("evidence.quote-check")
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].check.verdict is Verdict.MARKS
    qtbot.waitUntil(lambda: notes(checker)[0].excerpt == "Jobs rose by 5% in May")
    place = notes(checker)[0].place
    assert place is not None
    assert place.prefix.endswith("The bureau says:\n\n")


def test_words_selected_in_the_snapshot_become_the_notes_excerpt(
    checker: Checker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[str] = []

    def select(_parent: object, _title: str, _claim: object, text: str, _place: object, _problem: str) -> Anchor:
        shown.append(text)
        start = text.index("more than")
        return Anchor.at(text, Span(start, start + len("more than in April")))

    monkeypatch.setattr(SnapshotTextDialog, "ask", staticmethod(select))

    (card,) = checker.window.details.evidence.cards()
    (link,) = [button for button in card.findChildren(QPushButton) if button.text() == "Words of the snapshot"]
    link.click()
    qtbot.waitUntil(lambda: notes(checker)[0].excerpt == "more than in April")
    assert shown == ["Home\n\nThe bureau says:\n\nJobs rose by 5% in May, more than in April."]
    (card,) = checker.window.details.evidence.cards()
    assert "Show in the snapshot" in [button.text() for button in card.findChildren(QPushButton)]
