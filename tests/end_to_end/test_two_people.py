"""Two people check one article in copies of the case, and the desk puts their work together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.schools import FIRST
from ui import messages
from ui.actions import copies
from ui.dialogs.combine_dialog import CombineDialog
from workbench import settings
from workbench.domain.claim import Status
from workbench.domain.evidence import Stance
from workbench.extraction import pipeline
from workbench.importers import registry
from workbench.workflow import backing_up, checking, noting, opening, verifying

Desk = Callable[[], Checker]


@pytest.fixture
def shared_case(tmp_path: Path) -> Path:
    path = tmp_path / "schools.factcase"
    article = registry.read_pasted(FIRST)
    with opening.new_case(article, path, who="R. Haddad", scale=settings.scale("editorial")) as file:
        opening.add_findings(file, pipeline.find(article.article))
    return path


@pytest.fixture
def colleagues_copy(shared_case: Path, tmp_path: Path) -> Path:
    """J. Lind checked the savings and the pupils in a copy, and filed the budget."""
    path = tmp_path / "schools, J. Lind.factcase"
    path.write_bytes(shared_case.read_bytes())
    with opening.open_case(path, who="J. Lind") as file:
        for words, reasoning in (("4 million", "Budget, p. 3."), ("1,200", "Register of May.")):
            claim = next(claim for claim in opening.read_case(file).claims if words in claim.exact)
            noting.add_note(file, noting.NoteFields("Budget"), {claim.id: Stance.SUPPORTS})
            checking.edit_claim(file, claim.id, reasoning=reasoning)
            checking.set_outcome(file, claim.id, "ok")
            checking.set_status(file, claim.id, Status.CHECKED)
    return path


def test_a_colleagues_work_is_taken_in_after_a_look(
    desk: Desk, shared_case: Path, colleagues_copy: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    checker = desk()
    checker.opens(shared_case)
    pupils = next(claim for claim in checker.session.case.claims if "1,200" in claim.exact)
    checker.session.select(pupils.id)
    checker.session.do(lambda file: checking.edit_claim(file, pupils.id, reasoning="Asked the office."))
    checker.waits_until_saved()
    told: list[str] = []

    def read_and_accept(dialog: CombineDialog) -> int:
        told.append(dialog.page.toPlainText())
        return CombineDialog.DialogCode.Accepted

    monkeypatch.setattr(CombineDialog, "exec", read_and_accept)
    copies.look(checker.window.desk, colleagues_copy)
    qtbot.waitUntil(lambda: bool(checker.session.case.evidence), timeout=20_000)
    assert "Asked the office." in told[0]
    assert "Register of May." in told[0]
    case = checker.session.case
    saved = next(claim for claim in case.claims if "4 million" in claim.exact)
    assert (saved.reasoning, saved.outcome, saved.status) == ("Budget, p. 3.", "ok", Status.CHECKED)
    assert checker.claim.id == pupils.id
    assert (checker.claim.reasoning, checker.claim.status) == ("Asked the office.", Status.CHANGED)
    checker.does("edit.undo")
    assert checker.session.case == case
    path, folder = checker.session.path, checker.window.desk.settings.backup_folder
    checker.window.close()
    assert backing_up.list_backups(path, folder)
    assert verifying.verify(path).findings == ()


def test_what_is_not_wanted_is_not_taken_in(
    desk: Desk, shared_case: Path, colleagues_copy: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    checker = desk()
    checker.opens(shared_case)
    before = checker.session.case
    asked: list[bool] = []
    monkeypatch.setattr(CombineDialog, "exec", lambda _dialog: asked.append(True) or CombineDialog.DialogCode.Rejected)
    copies.look(checker.window.desk, colleagues_copy)
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    checker.waits_until_saved()
    assert checker.session.case == before


def test_a_case_of_another_article_is_refused_in_a_sentence(desk: Desk, shared_case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.factcase"
    article = registry.read_pasted("Another text. It has 3 words more.")
    opening.new_case(article, other, who="J. Lind", scale=settings.scale("editorial")).close()
    checker = desk()
    checker.opens(shared_case)
    messages.bus.history.clear()
    copies.look(checker.window.desk, other)
    checker.is_told("is a case of another article")
