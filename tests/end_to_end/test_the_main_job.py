"""The whole road on the customer's article: open, click through, link evidence, give outcomes, export, and tomorrow."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from tests.end_to_end.conftest import Checker
from ui import messages
from ui.actions import file_menu, ways_out
from ui.actions.ways_out import WayOut
from ui.dialogs.note_dialog import NoteDialog
from workbench.cli import main as command_line
from workbench.domain.claim import Status
from workbench.domain.evidence import Stance
from workbench.reports.options import NotesOptions

Desk = Callable[[], Checker]

TRANSCRIPT = b"We have never had any interest in absorbing anyone."


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def file_a_note(monkeypatch: pytest.MonkeyPatch, checker: Checker, transcript: Path) -> None:
    """Fill the note's form for the selected claim and the next one, and file it."""
    following = next(claim.id for claim in checker.session.case.claims if claim.number == checker.claim.number + 1)
    transcript.write_bytes(TRANSCRIPT)

    def fill(form: NoteDialog) -> int:
        form.source.title.setText("Joint press conference, transcript")
        form.source.url.setText("https://example.org/transcript")
        form.source.kind.setCurrentIndex(form.source.kind.findData("speech"))
        form.source.primary.setChecked(True)
        form.source.accessed.setText("2022-12-20")
        form.locator.setText("p. 3")
        form.excerpt.setPlainText(TRANSCRIPT.decode())
        form.note.setPlainText("Neither “annex” nor “Minsk” is in it.")
        form.snapshot.take(transcript)
        form.links.set_stance(checker.claim.id, Stance.CONTRADICTS)
        form.links.add(following, Stance.CONTEXT)
        form.accept()
        assert form.problem() == ""
        return form.result()

    monkeypatch.setattr(NoteDialog, "exec", fill)
    checker.presses(Qt.Key.Key_A)


def test_a_fact_checker_does_the_whole_job_and_finds_it_again_the_next_morning(
    desk: Desk, seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hashlib.sha256(seed.read_bytes()).hexdigest()

    checker = desk()
    checker.opens(seed)
    assert "Belarus, Russia to continue" in checker.window.windowTitle()
    checker.waits_for_the_claims()
    assert len(checker.session.case.claims) >= 20

    checker.goes_to(1)
    checker.window.claims.focus_list()
    checker.presses(Qt.Key.Key_J)
    assert checker.claim.exact == "“We will not annex Minsk”"
    assert checker.claim.claimant == "Vladimir Putin"

    checker.presses(Qt.Key.Key_2)
    assert checker.claim.outcome == checker.session.case.scale.outcomes[1].id
    file_a_note(monkeypatch, checker, tmp_path / "transcript.txt")
    assert len(checker.session.case.links) == 2
    checker.window.details.fields.reasoning.setPlainText("The transcript has neither word.")
    checker.presses(Qt.Key.Key_Return)
    assert checker.claim.number == 3
    second = next(claim for claim in checker.session.case.claims if claim.number == 2)
    assert second.status is Status.CHECKED
    assert second.reasoning == "The transcript has neither word."

    checker.does("edit.undo")
    assert checker.session.case.claim(second.id).status is not Status.CHECKED
    checker.does("edit.redo")
    assert checker.session.case.claim(second.id).status is Status.CHECKED

    out = tmp_path / "notes.pdf"
    file_menu.start_export(checker.window.desk, "pdf", out, NotesOptions())
    checker.is_told(str(out))
    text = pdf_text(out)
    for words in ("We will not annex Minsk", "Joint press conference, transcript", "neither word", "R. Haddad"):
        assert words in text

    path = checker.session.path
    selected = checker.session.selected
    checker.window.close()
    assert [found.name for found in path.parent.iterdir()] == [path.name]

    tomorrow = desk()
    tomorrow.opens(seed)
    assert tomorrow.session.path == path
    assert tomorrow.session.selected == selected
    again = tomorrow.session.case.claim(second.id)
    assert (again.status, again.reasoning, again.outcome) == (second.status, second.reasoning, second.outcome)
    assert [link.stance for link in tomorrow.session.case.links_of(second.id)] == [Stance.CONTRADICTS]
    note = next(iter(tomorrow.session.case.evidence.values()))
    assert note.snapshot == hashlib.sha256(TRANSCRIPT).hexdigest()
    tomorrow.does("edit.undo")
    assert tomorrow.session.case.claim(second.id).status is not Status.CHECKED
    tomorrow.window.close()

    assert command_line(["verify", str(path)]) == 0
    assert hashlib.sha256(seed.read_bytes()).hexdigest() == before


def test_a_claim_is_made_from_selected_words_and_deleted_and_both_come_back(desk: Desk, seed: Path) -> None:
    checker = desk()
    checker.opens(seed)
    checker.waits_for_the_claims()
    count = len(checker.session.case.claims)
    text = checker.session.case.article.text
    start = text.index("unspecified “enemies”")
    checker.selects_words(start, start + len("unspecified “enemies”"))
    checker.window.article.setFocus()
    checker.presses(Qt.Key.Key_N)
    assert len(checker.session.case.claims) == count + 1
    assert checker.claim.exact == "unspecified “enemies”"
    assert checker.claim.number == count + 1
    checker.does("claim.delete")
    assert len(checker.session.case.claims) == count
    checker.does("edit.undo")
    assert len(checker.session.case.claims) == count + 1
    checker.does("edit.undo")
    assert len(checker.session.case.claims) == count


def test_letters_typed_into_a_field_are_letters_and_not_commands(desk: Desk, seed: Path) -> None:
    checker = desk()
    checker.opens(seed)
    checker.waits_for_the_claims()
    checker.goes_to(4)
    field = checker.window.details.fields.reasoning
    field.setFocus()
    for letter in "jan ok 1":
        checker.window.activateWindow()
        checker.presses(getattr(Qt.Key, "Key_Space" if letter == " " else f"Key_{letter.upper()}"))
    assert field.toPlainText().lower() == "jan ok 1"
    assert checker.claim.number == 4
    assert checker.claim.outcome == ""


@pytest.mark.parametrize("name", ["empty.txt", "picture.txt", "broken.factcase", "gone.txt"])
def test_what_can_not_be_opened_is_said_in_one_sentence(
    desk: Desk, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways_out, "ask", lambda _window, problem, **_: messages.error(problem.message) or WayOut.NONE)
    path = tmp_path / name
    if name != "gone.txt":
        path.write_bytes({"empty.txt": b"", "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00"}.get(name, b"not a case"))
    checker = desk()
    checker.window.open_path(path)
    checker.is_told(path.name)
    assert checker.session.case is None
