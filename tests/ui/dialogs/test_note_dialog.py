from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import seed_case
from ui.dialogs import note_draft
from ui.dialogs.note_dialog import NoteDialog, kept
from ui.dialogs.note_draft import NoteDraft
from workbench.domain.case import Case
from workbench.domain.evidence import Stance

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case() -> Case:
    return seed_case()


@pytest.fixture
def dialog(case: Case, qtbot: QtBot) -> NoteDialog:
    """A new note on claim 2."""
    return _shown(qtbot, NoteDialog(case, note_draft.new("claim-2")))


def _shown(qtbot: QtBot, dialog: NoteDialog) -> NoteDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def _ask(case: Case, start: NoteDraft, keys: str, end: Qt.Key, on: str = "claim-2") -> NoteDraft | None:
    """Open the dialog as the window does, type, and end with Esc or Ctrl+Enter."""

    def type_and_end() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NoteDialog)
        bot = QtBot.__new__(QtBot)
        bot.keyClicks(dialog.source.title, keys)
        bot.keyClick(dialog, end, CTRL if end == Qt.Key.Key_Return else Qt.KeyboardModifier.NoModifier)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, type_and_end)
    return NoteDialog.ask(None, case, on, start)


@pytest.mark.parametrize(
    ("title", "address", "told"),
    [
        ("\u200b", "", "title"),
        ("Page", "https://ann:secret@example.org", "user name or password"),
        ("Page", "https://example.org/\u202efdp.exe", "another order"),
    ],
)
def test_what_no_source_may_have_is_said_in_the_form(dialog: NoteDialog, title: str, address: str, told: str) -> None:
    dialog.source.title.setText(title)
    dialog.source.url.setText(address)
    problem = dialog.source.problem()
    assert problem is not None
    assert told in problem[0]


def test_a_note_is_made_without_the_mouse(dialog: NoteDialog, qtbot: QtBot) -> None:
    assert dialog.focusWidget() is dialog.source.title
    qtbot.keyClicks(dialog.source.title, "Transcript of the press conference")
    qtbot.keyClicks(dialog.source.url, "http://en.kremlin.ru/70138")
    qtbot.keyClicks(dialog.locator, "p. 3")
    qtbot.keyClicks(dialog.excerpt, "We have never had any interest")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.excerpt, Qt.Key.Key_Return, CTRL)
    draft = dialog.draft()
    assert draft.fields.title == "Transcript of the press conference"
    assert draft.fields.locator == "p. 3"
    assert draft.links == {"claim-2": Stance.SUPPORTS}
    assert draft.source_id == ""


def test_enter_alone_files_nothing(dialog: NoteDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.source.title, "Half")
    with qtbot.assertNotEmitted(dialog.finished, wait=20):
        qtbot.keyClick(dialog.source.title, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("title", "url", "published", "said"),
    [
        ("", "", "", "title"),
        ("T", "javascript:alert(1)", "", "http://"),
        ("T", "file:///etc/passwd", "", "http://"),
        ("T", "https://a b", "", "http://"),
        ("T", "", "yesterday", "2022-12-19"),
        ("T", "", "2022-13-01", "2022-12-19"),
    ],
)
def test_a_field_that_cannot_be_filed_says_so_in_place(
    dialog: NoteDialog, qtbot: QtBot, title: str, url: str, published: str, said: str
) -> None:
    dialog.source.title.setText(title)
    dialog.source.url.setText(url)
    dialog.source.published.setText(published)
    with qtbot.assertNotEmitted(dialog.accepted, wait=20):
        dialog.accept()
    assert said in dialog.problem()


@pytest.mark.parametrize("published", ["2022", "2022-12", "2022-12-19", ""])
def test_partial_dates_are_dates(dialog: NoteDialog, published: str) -> None:
    dialog.source.title.setText("T")
    dialog.source.published.setText(published)
    assert dialog.source.problem() is None


def test_a_source_of_the_case_is_reused_and_left_as_it_is(dialog: NoteDialog) -> None:
    dialog.source.choose("source-1")
    assert dialog.source.title.text() == "Joint press conference, transcript"
    assert not dialog.source.title.isEnabled()
    assert dialog.draft().source_id == "source-1"
    assert dialog.draft().fields.primary
    dialog.source.choose("")
    assert dialog.source.title.isEnabled()


def test_one_note_bears_on_several_claims_each_with_its_stance(dialog: NoteDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.links.more, "15")
    qtbot.keyClick(dialog.links.more, Qt.Key.Key_Return)
    dialog.links.set_stance("claim-15", Stance.CONTRADICTS)
    assert dialog.draft().links == {"claim-2": Stance.SUPPORTS, "claim-15": Stance.CONTRADICTS}
    assert all(isinstance(stance, Stance) for stance in dialog.draft().links.values())
    dialog.links.remove("claim-2")
    assert dialog.draft().links == {"claim-15": Stance.CONTRADICTS}


def test_a_claim_is_found_by_its_words_when_only_one_has_them(dialog: NoteDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.links.more, "iskander")
    dialog.links.add_typed()
    assert "claim-9" in dialog.draft().links
    qtbot.keyClicks(dialog.links.more, "military")
    dialog.links.add_typed()
    assert len(dialog.draft().links) == 2


def test_a_note_bears_on_something(dialog: NoteDialog) -> None:
    dialog.source.title.setText("T")
    dialog.links.remove("claim-2")
    dialog.accept()
    assert "which claim" in dialog.problem()


def test_a_snapshot_is_taken_from_a_file(dialog: NoteDialog, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>kept</p>")
    dialog.snapshot.take(page)
    kept_file = dialog.draft().snapshot
    assert kept_file is not None
    assert (kept_file.name, kept_file.content) == ("page.html", b"<p>kept</p>")


def test_a_file_that_has_gone_is_a_sentence_and_nothing_typed_is_lost(dialog: NoteDialog, tmp_path: Path) -> None:
    dialog.source.title.setText("T")
    dialog.snapshot.take(tmp_path / "gone.pdf")
    assert "gone.pdf" in dialog.problem()
    assert dialog.draft().fields.title == "T"


def test_editing_shows_the_note_and_its_source(case: Case, qtbot: QtBot) -> None:
    dialog = _shown(qtbot, NoteDialog(case, note_draft.of_note(case, "note-1"), evidence_id="note-1"))
    assert dialog.source.title.text() == "Joint press conference, transcript"
    assert dialog.excerpt.toPlainText().startswith("We have never")
    assert dialog.source.title.isEnabled()
    assert dialog.links.isVisible()
    assert dialog.links.links() == {link.claim_id: link.stance for link in case.links if link.evidence_id == "note-1"}
    dialog.source.title.setText("Transcript")
    assert dialog.draft().fields.title == "Transcript"
    dialog.accept()
    assert dialog.result() == NoteDialog.DialogCode.Accepted


def test_esc_leaves_the_note_and_keeps_what_was_typed(case: Case, qtbot: QtBot) -> None:
    assert _ask(case, note_draft.new("claim-2"), "Half a title", Qt.Key.Key_Escape) is None
    draft = kept.take(case.id, "claim-2")
    assert draft is not None
    assert draft.fields.title == "Half a title"
    assert kept.take(case.id, "claim-2") is None


def test_a_note_left_untouched_keeps_nothing(case: Case, qtbot: QtBot) -> None:
    assert _ask(case, note_draft.new("claim-2"), "", Qt.Key.Key_Escape) is None
    assert kept.take(case.id, "claim-2") is None


def test_a_filed_note_is_handed_over(case: Case, qtbot: QtBot) -> None:
    draft = _ask(case, note_draft.new("claim-2"), "Transcript", Qt.Key.Key_Return)
    assert draft is not None
    assert draft.fields.title == "Transcript"
    assert kept.take(case.id, "claim-2") is None


def test_editing_a_note_changes_its_tags_and_what_it_bears_on(case: Case, qtbot: QtBot) -> None:
    dialog = _shown(qtbot, NoteDialog(case, note_draft.of_note(case, "note-1"), evidence_id="note-1"))
    before = dialog.draft()
    qtbot.keyClicks(dialog.tags, "wording, #Minsk,")
    dialog.links.more.setText("4")
    dialog.links.add_typed()
    added = next(claim.id for claim in case.claims if claim.number == 4)
    assert dialog.draft().fields.tags == ("wording", "Minsk")
    assert dialog.draft().links.keys() == before.links.keys() | {added}


def test_what_is_no_doi_says_so_in_place(dialog: NoteDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.source.title, "A study")
    dialog.source.doi.setText("example.org/1")
    dialog.accept()
    assert "DOI" in dialog.problem()
    assert dialog.source.doi.isVisible()
    dialog.source.doi.setText("https://doi.org/10.1000/182")
    assert dialog.draft().fields.doi == "10.1000/182"
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()


def test_what_was_said_of_a_field_goes_when_its_words_change(dialog: NoteDialog, qtbot: QtBot) -> None:
    dialog.file_button.click()
    assert "title" in dialog.problem()
    qtbot.keyClicks(dialog.source.title, "T")
    assert dialog.problem() == ""
