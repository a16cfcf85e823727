"""Search in the whole case as one types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.storage.bridge import claim, only_note, with_note
from ui.dialogs.search_dialog import PAUSE, SearchDialog, Target
from workbench.domain.case import QueryTo
from workbench.storage.case_file import CaseFile
from workbench.storage.search import Hit
from workbench.workflow.asking import ask
from workbench.workflow.copy_texts import read_all
from workbench.workflow.noting import NoteFields, add_note
from workbench.workflow.opening import read_case
from workbench.workflow.searching import find_words


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[CaseFile]:
    with with_note(tmp_path) as file:
        read_all(file)
        yield file


@pytest.fixture
def dialog(bridge: CaseFile, qtbot: QtBot) -> SearchDialog:
    case = read_case(bridge)
    dialog = SearchDialog(lambda words, then: then(find_words(bridge, words)), lambda: case)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def groups(dialog: SearchDialog) -> list[str]:
    return [dialog.hits.topLevelItem(row).text(0) for row in range(dialog.hits.topLevelItemCount())]


def test_what_is_typed_is_found_in_groups_after_a_moment(dialog: SearchDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field, "2019")
    assert groups(dialog) == []
    qtbot.waitUntil(lambda: groups(dialog) == ["Claims · 1", "Kept copies · 1", "Article · 1"], timeout=PAUSE * 20)
    dialog.field.clear()
    qtbot.waitUntil(lambda: groups(dialog) == [], timeout=PAUSE * 20)


def test_enter_goes_to_the_claim_and_down_to_the_note(dialog: SearchDialog, bridge: CaseFile, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field, "2019")
    dialog.look_now()
    assert dialog.chosen() == Target(claim_id=claim(bridge, 2).id)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.chosen() == Target(evidence_id=only_note(read_case(bridge)))
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)


def test_keys_never_rest_on_a_heading(dialog: SearchDialog, qtbot: QtBot) -> None:
    dialog.field.setText("2019")
    dialog.look_now()
    first = dialog.chosen()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        qtbot.keyClick(dialog.field, key)
        assert dialog.chosen() is not None
    assert dialog.chosen() == first


def test_queries_are_found_and_lead_to_their_claim(bridge: CaseFile, qtbot: QtBot) -> None:
    asked_of = claim(bridge, 3).id
    ask(bridge, asked_of, QueryTo.AUTHOR, "Who counted the élan of the drivers?")
    case = read_case(bridge)
    dialog = SearchDialog(lambda words, then: then(find_words(bridge, words)), lambda: case)
    qtbot.addWidget(dialog)
    dialog.field.setText("ELA drivers")
    dialog.look_now()
    assert groups(dialog) == ["Queries · 1"]
    assert dialog.chosen() == Target(claim_id=asked_of)


def test_words_of_the_article_are_found_and_led_to(dialog: SearchDialog, bridge: CaseFile) -> None:
    dialog.field.setText("closed")
    dialog.look_now()
    assert groups(dialog)[-1] == "Article · 1"
    group = dialog.hits.topLevelItem(dialog.hits.topLevelItemCount() - 1)
    assert group is not None
    assert "closed" in group.child(0).text(0)
    dialog.hits.setCurrentItem(group.child(0))
    target = dialog.chosen()
    assert target is not None
    assert target.words is not None
    assert target.words.of(read_case(bridge).article.text) == "closed"


def test_a_source_leads_to_its_note(dialog: SearchDialog, bridge: CaseFile) -> None:
    dialog.field.setText("traffic order")
    dialog.look_now()
    assert groups(dialog) == ["Sources · 1", "Kept copies · 1"]
    assert dialog.chosen() == Target(evidence_id=only_note(read_case(bridge)))


def test_nothing_found_is_said(dialog: SearchDialog, qtbot: QtBot) -> None:
    dialog.field.setText("elephant")
    with qtbot.assertNotEmitted(dialog.accepted, wait=20):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert groups(dialog) == []
    assert "Nothing" in dialog.said()


class Slow:
    """Answers when it is told to."""

    def __init__(self, file: CaseFile) -> None:
        self.file = file
        self.waiting: list[tuple[str, Callable[[Sequence[Hit]], None]]] = []

    def __call__(self, words: str, then: Callable[[Sequence[Hit]], None]) -> None:
        self.waiting.append((words, then))

    def answer(self, place: int) -> None:
        words, then = self.waiting[place]
        then(find_words(self.file, words))


def test_an_answer_that_comes_too_late_is_dropped(bridge: CaseFile, qtbot: QtBot) -> None:
    slow, case = Slow(bridge), read_case(bridge)
    dialog = SearchDialog(slow, lambda: case)
    qtbot.addWidget(dialog)
    for words in ("traffic", "2019"):
        dialog.field.setText(words)
        dialog.look_now()
    slow.answer(1)
    slow.answer(0)
    assert groups(dialog) == ["Claims · 1", "Kept copies · 1", "Article · 1"]


def test_enter_before_the_answer_goes_where_the_answer_says(bridge: CaseFile, qtbot: QtBot) -> None:
    slow, case = Slow(bridge), read_case(bridge)
    dialog = SearchDialog(slow, lambda: case)
    qtbot.addWidget(dialog)
    dialog.field.setText("2019")
    with qtbot.assertNotEmitted(dialog.accepted, wait=20):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.accepted):
        slow.answer(0)
    assert dialog.chosen() == Target(claim_id=claim(bridge, 2).id)


def test_a_note_leads_to_itself(bridge: CaseFile, qtbot: QtBot) -> None:
    add_note(bridge, NoteFields("Count", excerpt="31,207 cars a day"), {})
    case = read_case(bridge)
    dialog = SearchDialog(lambda words, then: then(find_words(bridge, words)), lambda: case)
    qtbot.addWidget(dialog)
    dialog.field.setText("31,207")
    dialog.look_now()
    note = next(note.id for note in case.evidence.values() if note.excerpt)
    assert dialog.chosen() == Target(evidence_id=note)


def test_what_is_found_after_the_dialog_is_gone_is_let_go(qtbot: QtBot) -> None:
    waiting: list[Callable[[Sequence[Hit]], None]] = []
    dialog = SearchDialog(lambda _words, then: waiting.append(then), lambda: None)
    dialog.field.setText("2019")
    dialog.look_now()
    dialog.deleteLater()
    qtbot.waitSignal(dialog.destroyed).wait()
    waiting[0](())
