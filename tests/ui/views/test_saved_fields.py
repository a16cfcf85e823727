from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.views.saved_fields import PAUSE_MS, SavedLine, SavedText

Field = SavedLine | SavedText


@pytest.fixture(params=[SavedLine, SavedText])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Field:
    field: Field = request.param("Reasoning")
    qtbot.addWidget(field)
    field.saving.begin("Before")
    field.show()
    return field


@pytest.fixture
def saved(field: Field) -> list[str]:
    saved: list[str] = []
    field.saving.save.connect(saved.append)
    return saved


def _text(field: Field) -> str:
    return field.text() if isinstance(field, SavedLine) else field.toPlainText()


def _type(qtbot: QtBot, field: Field, words: str) -> None:
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, words)


def test_words_are_saved_once_after_a_pause_in_typing(qtbot: QtBot, field: Field, saved: list[str]) -> None:
    _type(qtbot, field, " and after")
    assert saved == []
    qtbot.waitUntil(lambda: saved == ["Before and after"], timeout=3 * PAUSE_MS)


def test_leaving_the_field_saves_and_what_is_on_its_way_is_not_sent_twice(
    qtbot: QtBot, field: Field, saved: list[str]
) -> None:
    _type(qtbot, field, "!")
    QApplication.sendEvent(field, QFocusEvent(QFocusEvent.Type.FocusOut))
    field.saving.flush()
    assert saved == ["Before!"]


def test_ctrl_enter_saves_and_adds_no_line(qtbot: QtBot, field: Field, saved: list[str]) -> None:
    _type(qtbot, field, "!")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved == ["Before!"]
    assert _text(field) == "Before!"


def test_esc_goes_back_to_the_words_saved_last(qtbot: QtBot, field: Field, saved: list[str]) -> None:
    _type(qtbot, field, " oops")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    field.saving.flush()
    assert _text(field) == "Before"
    assert saved == []


def test_esc_hands_over_what_was_typed_so_that_it_is_not_lost(qtbot: QtBot, field: Field) -> None:
    _type(qtbot, field, " the third source")
    with qtbot.waitSignal(field.saving.put_aside) as aside:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert aside.args == ["Before the third source"]
    with qtbot.assertNotEmitted(field.saving.put_aside, wait=0):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_esc_leaves_words_that_are_on_their_way(qtbot: QtBot, field: Field) -> None:
    _type(qtbot, field, " one")
    field.saving.flush()
    with qtbot.assertNotEmitted(field.saving.put_aside, wait=0):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert _text(field) == "Before one"


def test_words_are_pending_until_they_are_on_their_way(qtbot: QtBot, field: Field) -> None:
    told: list[bool] = []
    field.saving.pending_changed.connect(lambda: told.append(field.saving.is_pending()))
    _type(qtbot, field, " one two")
    assert told == [True]
    field.saving.flush()
    assert told == [True, False]
    field.saving.failed()
    assert told == [True, False, True]


def test_news_of_the_case_never_overwrites_what_is_being_typed(qtbot: QtBot, field: Field, saved: list[str]) -> None:
    _type(qtbot, field, " mine")
    field.saving.refresh("Theirs")
    assert _text(field) == "Before mine"
    field.saving.flush()
    assert saved == ["Before mine"]


def test_typing_on_while_words_are_being_saved_keeps_both(qtbot: QtBot, field: Field, saved: list[str]) -> None:
    _type(qtbot, field, " one")
    field.saving.flush()
    _type(qtbot, field, " two")
    field.saving.refresh("Before one")
    assert _text(field) == "Before one two"
    field.saving.flush()
    assert saved == ["Before one", "Before one two"]


def test_a_field_nobody_types_in_follows_the_case(field: Field, saved: list[str]) -> None:
    field.saving.refresh("Undone")
    assert _text(field) == "Undone"
    assert saved == []


def test_the_caret_stays_when_the_same_words_come_back(qtbot: QtBot, field: Field) -> None:
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClicks(field, "x")
    field.saving.flush()
    field.saving.refresh("xBefore")
    qtbot.keyClicks(field, "y")
    assert _text(field) == "xyBefore"


def test_words_that_could_not_be_saved_are_sent_again(qtbot: QtBot, field: Field, saved: list[str]) -> None:
    _type(qtbot, field, "!")
    field.saving.flush()
    field.saving.failed()
    field.saving.flush()
    assert saved == ["Before!", "Before!"]


def test_a_text_grows_with_its_words_up_to_a_limit(qtbot: QtBot) -> None:
    field = SavedText("Reasoning", fewest=1)
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.show()
    field.saving.begin("one line")
    small = field.height()
    field.saving.begin("\n".join(["line"] * 5))
    five = field.height()
    field.saving.begin("\n".join(["line"] * 200))
    assert small < five < field.height() < 40 * small


def test_a_text_settles_at_every_width(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    field = SavedText("Reasoning", fewest=1)
    column.addWidget(field)
    field.saving.begin("The words are not in the body, which has “absorbing” only; the transcript has neither.")
    page.show()
    heights: list[int] = []
    field.document().documentLayout().documentSizeChanged.connect(lambda _: heights.append(field.height()))
    for width in range(120, 520, 3):
        heights.clear()
        page.resize(width, 400)
        for _ in range(8):
            QApplication.processEvents()
        assert len(heights) < 8, width
        assert not field.verticalScrollBar().isVisible()
