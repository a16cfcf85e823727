from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui.views.find_bar import FindBar, occurrences

TEXT = "He said: “We won’t annex – ever”.\nWe\nwon't stop. (He said so.)"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("he said", ["He said", "He said"]),
        ("we won't", ["We won’t", "We\nwon't"]),
        ('"we', ["“We"]),
        ("annex - ever", ["annex – ever"]),
        ("so.)", ["so.)"]),
        (".*", []),
        ("   ", []),
        ("nowhere", []),
    ],
)
def test_words_are_found_as_a_person_would(words: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in occurrences(TEXT, words)] == found


@given(st.text(max_size=40), st.text(max_size=4))
def test_whatever_is_asked_places_are_in_order_and_apart(text: str, words: str) -> None:
    places = occurrences(text, words)
    assert all(start < end for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    bar = FindBar()
    qtbot.addWidget(bar)
    bar.text = TEXT
    with qtbot.waitExposed(bar):
        bar.open_bar()
    return bar


def _words(bar: FindBar) -> QLineEdit:
    return bar.findChildren(QLineEdit)[0]


def _count(bar: FindBar) -> str:
    return bar.findChildren(QLabel)[0].text()


def test_enter_goes_on_and_around_and_shift_enter_back(bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(_words(bar), "we won't")
    seen = [_count(bar)]
    for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClick(_words(bar), Qt.Key.Key_Return, keys)
        seen.append(_count(bar))
    assert seen == ["1 of 2", "2 of 2", "1 of 2", "2 of 2"]


def test_words_that_are_not_there_are_said_to_be_not_found(bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(_words(bar), "nowhere")
    assert _count(bar) == "not found"


def test_places_are_told_and_taken_back_when_the_bar_closes(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.found) as found:
        _words(bar).setText("ever")
    assert found.args == [[(TEXT.index("ever"), TEXT.index("ever") + 4)], 0]
    told: list[tuple[object, int]] = []
    bar.found.connect(lambda places, current: told.append((places, current)))
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(_words(bar), Qt.Key.Key_Escape)
    assert told == [([], -1)]
    assert not bar.isVisible()


def test_another_article_is_searched_for_the_same_words(bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(_words(bar), "said")
    bar.search("Nobody spoke; one said nothing.")
    assert _count(bar) == "1 of 1"
