"""The results of the quote check over all snapshots, and the snapshot's words beside the claim."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.storage.bridge import begin, claim
from ui.dialogs.quote_dialog import QuoteDialog
from ui.dialogs.snapshot_text_dialog import SnapshotTextDialog
from ui.views.quote_diff import QuoteDiff
from workbench.domain.evidence import Stance
from workbench.domain.span import Span
from workbench.workflow.noting import NoteFields, SnapshotFile, add_note
from workbench.workflow.opening import read_case
from workbench.workflow.quoting import check_quotation

TEXTS = {
    "Minutes": "🌉 <b>First</b> the report. It cost 12 million euros, we heard. Then lunch.",
    "Letter": "It cost nearly 14 million euros.",
    "Weather": "It rained on all of the days of the week.",
}


@pytest.fixture
def dialog(tmp_path: Path, qtbot: QtBot) -> QuoteDialog:
    """The bridge's third claim, “It cost 12 million euros”, held against three snapshots."""
    with begin(tmp_path) as file:
        for title, text in TEXTS.items():
            copy = SnapshotFile(f"{title}.txt", text.encode(), "text/plain")
            add_note(file, NoteFields(title), {claim(file, 1).id: Stance.CONTEXT}, copy)
        asked = claim(file, 3)
        dialog = QuoteDialog(read_case(file), asked, check_quotation(file, asked.id), QuoteDiff)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog: QuoteDialog) -> list[str]:
    model = dialog.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_every_snapshot_has_its_verdict_in_words_the_nearest_first(dialog: QuoteDialog) -> None:
    assert rows(dialog) == ["the same words · Minutes", "words changed · Letter", "not found · Weather"]


def test_the_words_are_shown_as_they_stand_in_the_source(dialog: QuoteDialog) -> None:
    (shown,) = [label.text() for label in dialog.findChildren(QLabel) if label.text().startswith("… 🌉")]
    assert shown.startswith("… 🌉 &lt;b&gt;First&lt;/b&gt; the report. <span")
    assert shown.endswith(">It cost 12 million euros</span>, we heard. Then lunch. …")


def test_enter_takes_the_place_found(dialog: QuoteDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.result.place is not None
    assert (chosen.result.place.exact, chosen.shows_text) == ("It cost 12 million euros", False)


def test_words_that_are_not_there_are_no_excerpt(dialog: QuoteDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    assert not dialog.file_button.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "nothing to quote" in dialog.problem()


def test_the_whole_snapshot_can_be_asked_for(dialog: QuoteDialog, qtbot: QtBot) -> None:
    dialog.text_button.click()
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.shows_text


@pytest.fixture
def beside(tmp_path: Path, qtbot: QtBot) -> SnapshotTextDialog:
    with begin(tmp_path) as file:
        asked = claim(file, 3)
    dialog = SnapshotTextDialog("Minutes", asked, TEXTS["Minutes"], None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_selected_words_become_an_excerpt_with_their_place(beside: SnapshotTextDialog) -> None:
    text = TEXTS["Minutes"]
    start = text.index("12 million")
    assert not beside.file_button.isEnabled()
    beside.select(Span(start - 1, start + len("12 million ")))
    place = beside.place()
    assert place is not None
    assert place.span.of(text) == place.exact == "12 million"
    assert place.prefix.endswith("It cost ")
    beside.accept()
    assert beside.result() == beside.DialogCode.Accepted


def test_without_a_selection_there_is_nothing_to_quote(beside: SnapshotTextDialog) -> None:
    beside.accept()
    assert "Select the words" in beside.problem()


def test_markup_in_a_snapshot_is_only_words(beside: SnapshotTextDialog) -> None:
    assert beside.text.toPlainText() == TEXTS["Minutes"]
    assert beside.text.isReadOnly()
