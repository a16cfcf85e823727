"""What makes a check one to stand behind: what is open, search, sources, scales, a second name. By the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.ui.conftest import make_case, span_of
from tests.workflow.test_author_notes import manuscript
from ui import messages
from ui.dialogs.author_notes_dialog import AuthorNotesDialog
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.gate_dialog import GateDialog
from ui.dialogs.scale_dialog import ScaleDialog
from ui.dialogs.search_dialog import SearchDialog
from workbench.domain.claim import Status

Desk = Callable[[], Checker]


@pytest.fixture
def checker(desk: Desk, tmp_path: Path) -> Checker:
    """At a case of three claims."""
    checker = desk()
    checker.opens(make_case(tmp_path / "jobs.factcase"))
    return checker


def test_signing_a_second_time_says_that_it_takes_a_second_person(checker: Checker) -> None:
    checker.goes_to(1)
    checker.does("evidence.sign")
    assert messages.bus.history == []
    checker.does("evidence.sign")
    assert "signed this claim already" in messages.bus.history[-1][0]
    checker.session.who = "J. Wendel"
    checker.does("evidence.sign")
    assert checker.claim.status is Status.SECOND_CHECKED
    assert len(messages.bus.history) == 1


def test_a_claim_checked_without_an_outcome_is_said_to_lack_it_once(checker: Checker) -> None:
    checker.goes_to(1)
    checker.does("claim.checked")
    checker.is_told("Claim 1 is marked checked; it has no outcome yet.")
    assert checker.claim.number == 2
    checker.does("outcome.1")
    checker.does("claim.checked")
    checker.goes_to(1)
    checker.does("claim.checked")
    assert len(messages.bus.history) == 1


def test_what_is_open_is_listed_and_gone_to(checker: Checker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def take_the_last(dialog: GateDialog) -> int:
        group = next(
            group for row in range(20) if (group := dialog.points.topLevelItem(row)).text(0).startswith("No ev")
        )
        dialog.points.setCurrentItem(group.child(group.childCount() - 1))
        return dialog.DialogCode.Accepted

    monkeypatch.setattr(GateDialog, "exec", take_the_last)
    checker.goes_to(1)
    checker.does("file.open-points")
    qtbot.waitUntil(lambda: checker.claim.number == 3)
    checker.goes_to(1)
    monkeypatch.setattr(ExportDialog, "exec", lambda dialog: dialog.show_open.click() or dialog.result())
    checker.does("file.export")
    qtbot.waitUntil(lambda: checker.claim.number == 3)


def test_a_claim_is_found_by_its_words(checker: Checker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def type_words(dialog: SearchDialog) -> int:
        dialog.show()
        qtbot.keyClicks(dialog.field, "prices fe")
        qtbot.waitUntil(lambda: dialog.chosen() is not None, timeout=10_000)
        return dialog.DialogCode.Accepted

    monkeypatch.setattr(SearchDialog, "exec", type_words)
    checker.goes_to(1)
    checker.does("edit.search-case")
    assert checker.claim.number == 3


def test_words_of_the_article_are_found_in_the_whole_case(
    checker: Checker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def type_words(dialog: SearchDialog) -> int:
        dialog.show()
        qtbot.keyClicks(dialog.field, "nobody")
        qtbot.waitUntil(lambda: dialog.chosen() is not None, timeout=10_000)
        return dialog.DialogCode.Accepted

    monkeypatch.setattr(SearchDialog, "exec", type_words)
    checker.does("edit.search-case")
    assert checker.window.article.selected_span() == span_of("Nobody")
    assert checker.window.focusWidget() is checker.window.article.text


def test_sources_are_imported_from_the_menu(checker: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refs = tmp_path / "refs.ris"
    refs.write_text("TY  - RPRT\nTI  - Jobs in May\nER  - \n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(refs), ""))
    checker.does("evidence.import")
    checker.is_told("1 source")
    assert checker.session.case is not None
    assert [source.title for source in checker.session.case.sources.values()] == ["Jobs in May"]


def test_another_scale_is_chosen_and_undone(checker: Checker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def take_six(dialog: ScaleDialog) -> int:
        dialog.scales.setCurrentRow(next(row for row in range(9) if dialog._at(row).id == "six"))
        return dialog.DialogCode.Accepted

    monkeypatch.setattr(ScaleDialog, "exec", take_six)
    checker.goes_to(1)
    checker.does("outcome.1")
    checker.does("claim.scale")
    session = checker.session
    qtbot.waitUntil(lambda: session.case is not None and session.case.scale.id == "six")
    assert checker.claim.outcome == ""
    checker.does("edit.undo")
    qtbot.waitUntil(lambda: session.case is not None and session.case.scale.id == "editorial")
    assert checker.claim.outcome == "ok"


def test_a_second_name_makes_it_second_checked_until_the_claim_changes(checker: Checker, qtbot: QtBot) -> None:
    signatures = checker.window.details.signatures
    checker.goes_to(1)
    checker.does("evidence.sign")
    assert checker.claim.status is Status.CHECKED
    checker.session.who = "M. Okafor"
    checker.does("evidence.sign")
    assert checker.claim.status is Status.SECOND_CHECKED
    assert "R. Haddad" in signatures.said()
    assert "lapsed" not in signatures.said()
    checker.does("outcome.1")
    qtbot.waitUntil(lambda: checker.claim.status is Status.CHANGED)
    assert signatures.said().count("lapsed") == 2


def test_an_article_without_comments_says_that_it_has_none(checker: Checker) -> None:
    checker.does("evidence.author-notes")
    checker.is_told("no comment or footnote")


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_the_authors_comments_become_notes_on_the_claim(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, kind: str
) -> None:
    manuscript(tmp_path, kind).close()
    checker = desk()
    checker.opens(tmp_path / "harbour.factcase")
    monkeypatch.setattr(AuthorNotesDialog, "exec", lambda dialog: dialog.DialogCode.Accepted)
    checker.goes_to(1)
    checker.does("evidence.author-notes")
    session = checker.session
    qtbot.waitUntil(lambda: session.case is not None and len(session.case.links_of(checker.claim.id)) == 1)
