"""Late edits arrive after the check: what changed must be checked again, what did not must not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.schools import FIRST, SECOND
from ui import messages
from ui.actions import drafts
from ui.dialogs.cut_dialog import CutDialog
from ui.dialogs.draft_dialog import DraftDialog
from workbench import settings
from workbench.domain.claim import Status
from workbench.domain.span import Span
from workbench.extraction import pipeline
from workbench.importers import registry
from workbench.workflow import backing_up, checking, marking, opening, signing, starting, undoing, verifying

Desk = Callable[[], Checker]


@pytest.fixture(scope="module")
def first_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first draft's case, every claim checked and one signed."""
    path = tmp_path_factory.mktemp("first") / "schools.factcase"
    article = registry.read_pasted(FIRST)
    with opening.new_case(article, path, who="R. Haddad", scale=settings.scale("editorial")) as file:
        opening.add_findings(file, pipeline.find(article.article))
        for claim in opening.read_case(file).claims:
            checking.set_outcome(file, claim.id, "ok")
            checking.set_status(file, claim.id, Status.CHECKED)
        signed = next(claim for claim in opening.read_case(file).claims if "disgrace" in claim.exact)
        signing.sign_off(file, signed.id)
    return path


@pytest.fixture
def checked(desk: Desk, first_case: Path, tmp_path: Path) -> Checker:
    path = tmp_path / "schools.factcase"
    path.write_bytes(first_case.read_bytes())
    checker = desk()
    checker.opens(path)
    return checker


def _numbered(checker: Checker, words: str) -> str:
    """Identifier of the claim with these words."""
    return next(claim.id for claim in checker.session.case.claims if words in claim.exact)


def _arrives(checker: Checker, tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """A new draft is taken in, and its claims are looked for."""
    draft = tmp_path / "schools, later.txt"
    draft.write_text(text, "utf-8")
    monkeypatch.setattr(DraftDialog, "exec", lambda _dialog: DraftDialog.DialogCode.Accepted)
    number = checker.session.case.draft.number
    drafts.read(checker.window.desk, draft)
    qtbot.waitUntil(lambda: checker.session.case.draft.number == number + 1, timeout=20_000)
    checker.waits_for_the_claims()
    checker.waits_until_saved()


def test_what_did_not_change_keeps_its_check(
    checked: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    _arrives(checked, tmp_path, SECOND, monkeypatch, qtbot)
    case = checked.session.case
    assert case.article.text == SECOND
    assert checked.window.article.text.article.text == SECOND
    same = case.claim(_numbered(checked, "This is a disgrace"))
    assert (same.status, same.outcome) == (Status.CHECKED, "ok")
    assert [sign.stands for sign in case.sign_offs] == [True]


def test_what_changed_needs_attention_and_keeps_what_was_written(
    checked: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    before = {claim.number: claim for claim in checked.session.case.claims}
    changed = checked.session.case.claim(_numbered(checked, "two schools in June"))
    _arrives(checked, tmp_path, SECOND, monkeypatch, qtbot)
    after = checked.session.case.claim(changed.id)
    assert "three schools in June" in after.exact
    assert (after.status, after.outcome, after.number) == (Status.CHANGED, "ok", changed.number)
    new = [claim for claim in checked.session.case.claims if claim.number not in before]
    assert any("41 per cent" in claim.exact for claim in new)
    assert all(claim.status is Status.TO_CHECK for claim in new)
    numbers = [claim.number for claim in checked.session.case.claims]
    assert len(set(numbers)) == len(numbers)


def test_what_was_cut_is_not_lost_and_comes_back_with_its_words(
    checked: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    cut = checked.session.case.claim(_numbered(checked, "4 million euros"))
    _arrives(checked, tmp_path, SECOND, monkeypatch, qtbot)
    assert checked.session.case.claim(cut.id) is None
    told: list[str] = []
    monkeypatch.setattr(CutDialog, "exec", lambda dialog: told.append(dialog.claims.item(0).text()))
    drafts.show_cut(checked.window.desk)
    qtbot.waitUntil(lambda: bool(told))
    assert "4 million euros" in told[0]
    assert "OK" in told[0]
    _arrives(checked, tmp_path, FIRST, monkeypatch, qtbot)
    back = checked.session.case.claim(cut.id)
    assert (back.exact, back.outcome, back.status) == (cut.exact, cut.outcome, Status.CHANGED)


def test_a_fact_dismissed_and_a_claim_deleted_stay_so(
    checked: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    deleted = checked.session.case.claim(_numbered(checked, "1,200 pupils"))
    fact = next(fact for fact in checked.session.case.facts if "1,200" in fact.fact.span.of(FIRST))
    checked.session.do(lambda file: marking.delete_claim(file, deleted.id))
    checked.session.do(lambda file: marking.dismiss_fact(file, fact.id, "Told by the council"))
    checked.waits_until_saved()
    _arrives(checked, tmp_path, SECOND, monkeypatch, qtbot)
    case = checked.session.case
    assert not any("1,200 pupils" in claim.exact for claim in case.claims)
    dismissed = {one.fact.span.of(SECOND): one.dismissed for one in case.facts if one.dismissed}
    assert dismissed == {fact.fact.span.of(FIRST): "Told by the council"}


def test_undo_goes_back_to_the_draft_and_no_further(
    checked: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    checked.session.do(lambda file: marking.add_claim(file, Span(40, 60)))
    _arrives(checked, tmp_path, SECOND, monkeypatch, qtbot)
    before = checked.session.case
    checked.does("edit.undo")
    assert checked.session.case == before
    checked.session.select(before.claims[0].id)
    checked.does("status.checking")
    checked.does("edit.undo")
    checked.does("edit.undo")
    assert checked.session.case.claims == before.claims
    checked.does("edit.redo")
    assert checked.session.case.claims[0].status is Status.CHECKING
    path, folder = checked.session.path, checked.window.desk.settings.backup_folder
    checked.window.close()
    assert backing_up.list_backups(path, folder)
    assert verifying.verify(path).findings == ()
    with opening.open_case(path, who="R. Haddad") as file:
        assert undoing.undo_name(file)
        undoing.undo(file)
        assert not undoing.undo_name(file)
        assert [claim.number for claim in opening.read_case(file).claims]


def test_an_act_asked_for_a_claim_that_is_being_cut_is_refused_in_a_sentence(
    checked: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    cut = checked.session.case.claim(_numbered(checked, "4 million euros"))
    _arrives(checked, tmp_path, SECOND, monkeypatch, qtbot)
    for act in (
        lambda file: marking.set_bounds(file, cut.id, Span(0, 9)),
        lambda file: marking.split_claim(file, cut.id, cut.span.start + 12),
        lambda file: marking.merge_claims(file, [cut.id, checked.session.case.claims[0].id]),
        lambda file: marking.repeat_claim(file, cut.id, Span(0, 9)),
    ):
        messages.bus.history.clear()
        checked.session.do(act)
        checked.is_told("not in this case any more")


def test_the_same_headline_is_asked_about_before_another_case_is_begun(
    checked: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    later = tmp_path / "schools, later.txt"
    later.write_text(SECOND, "utf-8")
    asked: list[bool] = []
    monkeypatch.setattr(drafts, "offer", lambda _desk: asked.append(True) or True)
    monkeypatch.setattr(DraftDialog, "exec", lambda _dialog: DraftDialog.DialogCode.Accepted)
    checked.window.open_path(later)
    qtbot.waitUntil(lambda: checked.session.case.draft.number == 2, timeout=20_000)
    assert asked == [True]
    checked.waits_for_the_claims()


def _tomorrow(desk: Desk, first_case: Path, tmp_path: Path, text: str) -> tuple[Checker, Path, Path]:
    """A window without a case, the case of the first draft in its folder, and an article as it came later."""
    case, article = tmp_path / "cases" / first_case.name, tmp_path / "later.txt"
    case = case.with_name(starting.case_name(registry.read_pasted(FIRST)))
    case.parent.mkdir()
    case.write_bytes(first_case.read_bytes())
    article.write_text(text, "utf-8")
    return desk(), case, article


def test_a_later_draft_goes_into_a_case_that_is_not_open(
    desk: Desk, first_case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    checker, case, article = _tomorrow(desk, first_case, tmp_path, SECOND)
    asked: list[Path] = []
    monkeypatch.setattr(drafts, "offer_earlier", lambda _desk, path: asked.append(path) or True)
    monkeypatch.setattr(DraftDialog, "exec", lambda _dialog: DraftDialog.DialogCode.Accepted)
    with qtbot.waitSignal(checker.session.changed, timeout=20_000):
        checker.window.open_path(article)
    assert checker.session.case.draft.number == 2
    assert (asked, checker.session.path) == ([case], case)
    checker.waits_for_the_claims()
    checker.waits_until_saved()
    checker.window.close()
    messages.bus.history.clear()
    again = desk()
    again.opens(article)
    again.is_told("the draft that the case has already")
    assert (asked, again.session.path) == ([case], case)


@pytest.mark.parametrize("answer", [False, None])
def test_it_is_a_case_of_its_own_or_nothing_if_the_person_says_so(
    answer: bool | None, desk: Desk, first_case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    checker, case, article = _tomorrow(desk, first_case, tmp_path, SECOND)
    asked: list[Path] = []
    monkeypatch.setattr(drafts, "offer_earlier", lambda _desk, path: asked.append(path) or answer)
    if answer is None:
        checker.window.open_path(article)
        qtbot.waitUntil(lambda: bool(asked))
        assert checker.session.case is None
    else:
        checker.opens(article)
        assert checker.session.path not in (None, case)
        assert checker.session.case.draft.number == 1
        checker.waits_for_the_claims()
    assert asked == [case]


def test_other_words_under_the_same_headline_are_another_article(desk: Desk, first_case: Path, tmp_path: Path) -> None:
    headline = FIRST.splitlines()[0]
    words = f"{headline}\n\nA year ago parents were told nothing at all, and they have not forgotten that.\n"
    checker, case, article = _tomorrow(desk, first_case, tmp_path, words)
    checker.opens(article)
    assert checker.session.path not in (None, case)
    checker.waits_for_the_claims()


def test_esc_begins_the_article_where_nothing_is_open_to_go_back_to(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[list[str]] = []

    def esc(box: QMessageBox) -> None:
        shown.append([button.text() for button in box.buttons()])
        box.show()
        QTest.keyClick(box, Qt.Key.Key_Escape)

    monkeypatch.setattr(QMessageBox, "exec", esc)
    assert drafts.offer_earlier(desk().window.desk, tmp_path / "schools.factcase") is False
    assert sorted(shown[0]) == ["A case of its own", "A new draft of it…"]


def test_the_draft_that_is_there_is_not_taken_in_again(checked: Checker, tmp_path: Path, qtbot: QtBot) -> None:
    messages.bus.history.clear()
    again = tmp_path / "schools.txt"
    again.write_text(checked.session.case.article.text, "utf-8")
    drafts.read(checked.window.desk, again)
    checked.is_told("the draft that the case has already")
    assert checked.session.case.draft.number == 1
