"""Claims made, moved, split, merged and removed by hand, and the facts that no claim covers, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.ui.conftest import TEXT, make_case
from ui import messages
from ui.dialogs.dismiss_dialog import DismissDialog
from ui.dialogs.dismissed_dialog import DismissedDialog
from workbench.domain.article import Article
from workbench.domain.span import Span

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT_ALT = Qt.KeyboardModifier.ShiftModifier | ALT


@pytest.fixture
def checker(desk: Callable[[], Checker], tmp_path: Path, qtbot: QtBot) -> Checker:
    """At three claims ("Jobs up 5%", "jobs rose by 5% in May", "Prices fell.") and two facts, one of them covered."""
    checker = desk()
    with qtbot.waitActive(checker.window):
        checker.window.show()
        checker.window.activateWindow()
    checker.opens(make_case(tmp_path / "jobs.factcase"))
    checker.goes_to(1)
    return checker


def _numbers(checker: Checker) -> list[tuple[int, str]]:
    assert checker.session.case is not None
    return [(claim.number, claim.exact) for claim in checker.session.case.claims]


def _selects(checker: Checker, words: str) -> None:
    checker.window.article.setFocus()
    start = TEXT.index(words)
    checker.selects_words(start, start + len(words))


def _facts(checker: Checker) -> str:
    return checker.window.claims.header.counts()[1]


def test_a_part_of_a_claim_becomes_a_claim_within_it_and_o_goes_between_them(checker: Checker) -> None:
    _selects(checker, "5% in May")
    checker.presses(Key.Key_N)
    assert checker.claim.exact == "5% in May"
    assert _numbers(checker)[1:3] == [(2, "jobs rose by 5% in May"), (4, "5% in May")]
    checker.presses(Key.Key_O)
    assert checker.claim.number == 2
    checker.presses(Key.Key_O)
    assert checker.claim.number == 4


def test_o_cycles_the_claims_that_overlap_where_the_caret_is(checker: Checker) -> None:
    for words in ("minister said jobs", "rose by 5% in May. Prices"):
        _selects(checker, words)
        checker.presses(Key.Key_N)
    for words, there in (("jobs rose", [2, 4]), ("by 5%", [2, 5])):
        at = TEXT.index(words) + 1
        checker.selects_words(at, at)
        checker.goes_to(2)
        seen = []
        for _ in range(4):
            checker.presses(Key.Key_O)
            seen.append(checker.claim.number)
        assert sorted(set(seen)) == there
        assert seen[:2] == seen[2:]


def test_words_made_a_claim_are_no_longer_selected(checker: Checker) -> None:
    _selects(checker, "minister")
    checker.presses(Key.Key_N)
    assert checker.window.article.selected_span() is None
    assert not checker.window._actions["claim.new"].isEnabled()


def test_both_ends_move_by_words_in_both_directions(checker: Checker) -> None:
    checker.goes_to(3)
    checker.window.article.setFocus()
    for key, keys, exact in (
        (Key.Key_Left, ALT, "May. Prices fell."),
        (Key.Key_Right, SHIFT_ALT, "May. Prices fell. 🙂"),
        (Key.Key_Left, SHIFT_ALT, "May. Prices fell."),
        (Key.Key_Right, ALT, "Prices fell."),
    ):
        checker.presses(key, keys)
        assert checker.claim.exact == exact
    assert checker.claim.number == 3


def test_a_claim_of_one_word_keeps_it_whatever_is_pressed(checker: Checker) -> None:
    _selects(checker, "minister")
    checker.presses(Key.Key_N)
    for _ in range(3):
        checker.presses(Key.Key_Right, ALT)
        checker.presses(Key.Key_Left, SHIFT_ALT)
    assert checker.claim.exact == "minister"


def test_a_claim_is_split_at_the_cursor_and_merged_again(checker: Checker) -> None:
    checker.goes_to(2)
    at = TEXT.index("by 5%")
    checker.window.article.setFocus()
    checker.selects_words(at, at)
    checker.presses(Key.Key_K, CTRL_SHIFT)
    assert _numbers(checker) == [(1, "Jobs up 5%"), (2, "jobs rose"), (4, "by 5% in May"), (3, "Prices fell.")]
    assert checker.claim.number == 4
    checker.goes_to(2)
    checker.presses(Key.Key_M, CTRL_SHIFT)
    assert _numbers(checker) == [(1, "Jobs up 5%"), (2, "jobs rose by 5% in May"), (3, "Prices fell.")]


def test_a_claim_is_split_between_words_wherever_in_one_the_cursor_is(checker: Checker) -> None:
    for inside, parts in (("ose by", ("jobs", "rose by 5% in May")), ("obs rose", ("jobs", "rose by 5% in May"))):
        checker.goes_to(2)
        at = TEXT.index(inside)
        checker.window.article.setFocus()
        checker.selects_words(at, at)
        checker.presses(Key.Key_K, CTRL_SHIFT)
        assert tuple(words for _, words in _numbers(checker)[1:3]) == parts
        checker.presses(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_claim_takes_whole_words_unless_it_is_of_a_part_of_one(checker: Checker) -> None:
    for selected, made in (("nister said jo", "minister said jobs"), ("notic", "notic")):
        _selects(checker, selected)
        checker.presses(Key.Key_N)
        assert checker.claim.exact == made
    checker.goes_to(3)
    _selects(checker, "obody “noti")
    checker.presses(Key.Key_N, CTRL_SHIFT)
    assert checker.claim.anchors[1].exact == "Nobody “noticed"


def test_merging_the_last_claim_says_that_there_is_none_after_it(checker: Checker) -> None:
    checker.goes_to(3)
    checker.window.article.setFocus()
    checker.presses(Key.Key_M, CTRL_SHIFT)
    assert "last claim" in messages.bus.history[-1][0]
    assert len(_numbers(checker)) == 3


def test_splitting_with_the_cursor_elsewhere_says_where_to_put_it(checker: Checker) -> None:
    checker.goes_to(2)
    checker.window.article.setFocus()
    checker.selects_words(0, 0)
    checker.presses(Key.Key_K, CTRL_SHIFT)
    assert "Put the cursor inside the claim" in messages.bus.history[-1][0]
    assert len(_numbers(checker)) == 3


def test_a_claim_made_twice_has_a_second_place(checker: Checker) -> None:
    checker.goes_to(3)
    _selects(checker, "Nobody")
    checker.presses(Key.Key_N, CTRL_SHIFT)
    assert [anchor.exact for anchor in checker.claim.anchors] == ["Prices fell.", "Nobody"]
    assert len(_numbers(checker)) == 3


def test_the_places_of_a_claim_are_gone_through_and_taken_out_again(checker: Checker, qtbot: QtBot) -> None:
    checker.goes_to(3)
    assert not checker.window._actions["claim.remove-place"].isEnabled()
    for words in ("Nobody", "minister"):
        _selects(checker, words)
        checker.presses(Key.Key_N, CTRL_SHIFT)
    link = checker.window.details.head.places
    assert link.text() == "stands in 3 places"
    shown = checker.window.article.text
    seen = []
    for _ in range(3):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        span = checker.window.article.selected_span()
        assert span is not None
        seen.append(span.of(TEXT))
    assert sorted(seen) == ["Nobody", "Prices fell.", "minister"]
    at = TEXT.index("Nobody") + 2
    checker.selects_words(at, at)
    checker.does("claim.remove-place")
    assert [anchor.exact for anchor in checker.claim.anchors] == ["Prices fell.", "minister"]
    assert shown.cursor_position() == at
    checker.presses(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at = TEXT.index("Prices")
    checker.selects_words(at, at)
    for left in (["Prices fell.", "Nobody"], ["Prices fell."]):  # in its own place, so the last of the others goes
        checker.presses(Key.Key_Delete, CTRL_SHIFT)
        assert [anchor.exact for anchor in checker.claim.anchors] == left
    assert not link.isVisible()
    checker.window.claims.focus_list()
    checker.presses(Key.Key_Delete)
    assert [number for number, _ in _numbers(checker)] == [1, 2]


def test_a_repeated_place_that_is_clicked_keeps_the_caret(checker: Checker, qtbot: QtBot) -> None:
    checker.goes_to(3)
    _selects(checker, "minister")
    checker.presses(Key.Key_N, CTRL_SHIFT)
    checker.goes_to(1)
    at = TEXT.index("minister") + 3
    checker.selects_words(at, at)
    checker.goes_to(3)
    assert checker.window.article.cursor_position() == at


def test_deleting_goes_on_to_the_next_claim_and_undo_brings_it_back(checker: Checker) -> None:
    checker.goes_to(2)
    checker.window.claims.focus_list()
    checker.presses(Key.Key_Delete)
    assert checker.claim.number == 3
    assert [number for number, _ in _numbers(checker)] == [1, 3]
    checker.presses(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [number for number, _ in _numbers(checker)] == [1, 2, 3]


def test_deleting_the_last_claim_of_the_list_leaves_one_selected(checker: Checker) -> None:
    checker.goes_to(3)
    checker.window.claims.focus_list()
    checker.presses(Key.Key_Delete)
    assert checker.claim.number == 2


def test_a_fact_left_is_walked_to_and_made_a_claim(checker: Checker) -> None:
    assert _facts(checker) == "1 of 2 facts left"
    checker.presses(Key.Key_F)
    checker.presses(Key.Key_N)
    assert checker.claim.exact == "“noticed”"
    assert _facts(checker) == "no facts left"
    checker.presses(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _facts(checker) == "1 of 2 facts left"


def test_a_fact_left_is_dismissed_with_a_reason_and_can_be_taken_back(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def give_a_reason(_parent: QWidget, article: Article, fact: Span) -> str:
        asked.append(fact.of(article.text))
        return "An idiom."

    monkeypatch.setattr(DismissDialog, "ask", give_a_reason)
    checker.window.article.text.setFocus()
    checker.presses(Key.Key_D)
    assert not asked
    assert "F goes to the next" in messages.bus.history[-1][0]
    checker.window.claims.header._facts.click()
    assert checker.window.article.selected_span() is not None
    checker.presses(Key.Key_D)
    assert asked == ["“noticed”"]
    assert _facts(checker) == "no facts left"
    assert checker.session.case is not None
    assert [fact.dismissed for fact in checker.session.case.facts if fact.dismissed] == ["An idiom."]
    checker.presses(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _facts(checker) == "1 of 2 facts left"


def test_a_dismissed_fact_is_brought_back_and_undo_dismisses_it_again(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    checker.does("claim.restore-fact")
    assert "No fact is dismissed" in messages.bus.history[-1][0]
    monkeypatch.setattr(DismissDialog, "ask", lambda *_: "An idiom.")
    checker.presses(Key.Key_F)
    checker.presses(Key.Key_D)
    assert _facts(checker) == "no facts left"
    monkeypatch.setattr(DismissedDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    checker.does("claim.restore-fact")
    assert _facts(checker) == "1 of 2 facts left"
    span = checker.window.article.selected_span()
    assert span is not None
    assert span.of(TEXT) == "“noticed”"
    checker.presses(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _facts(checker) == "no facts left"


def test_the_counter_follows_the_ends_of_claims(checker: Checker) -> None:
    checker.goes_to(2)
    checker.window.article.setFocus()
    for _ in range(5):  # until the claim no longer covers "5% in"
        checker.presses(Key.Key_Left, SHIFT_ALT)
    assert checker.claim.exact == "jobs"
    assert _facts(checker) == "2 of 2 facts left"
