"""The layout: low windows, the details folded away, what is remembered for each screen, where a check begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from benchmarks.desk import report
from tests.end_to_end.conftest import Checker
from tests.ui.conftest import SCALE, findings, imported, make_case
from ui import messages
from ui.main_window import MainWindow
from ui.views.layout_memory import LayoutMemory, name_of
from workbench import settings
from workbench.domain.claim import Status
from workbench.settings import Settings
from workbench.workflow import opening


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_case(tmp_path / "jobs.factcase")


def _window(qtbot: QtBot, *, size: QSize | None = None) -> Checker:
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    if size is not None:
        window.resize(size)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return Checker(window, qtbot)


@pytest.fixture
def low(case: Path, qtbot: QtBot) -> Checker:
    checker = _window(qtbot, size=QSize(800, 600))
    checker.opens(case)
    return checker


def test_a_low_window_gives_its_lines_to_article_and_claims(low: Checker, qtbot: QtBot) -> None:
    chips = low.window.claims.header.chips
    assert not low.window._top.isVisible()
    assert not chips.isVisible()
    low.window.resize(1200, 860)
    qtbot.waitUntil(chips.isVisible)
    assert low.window._top.isVisible()


def test_a_low_window_shows_three_claims_and_the_selected_one_whole(low: Checker, qtbot: QtBot) -> None:
    shown = low.window.claims.list
    rows = [shown.visualRect(shown.model().index(row, 0)) for row in range(3)]
    assert all(shown.viewport().rect().contains(row) for row in rows)


def test_the_filter_is_reached_by_key_in_a_low_window_too_and_stays_while_it_narrows(low: Checker) -> None:
    header = low.window.claims.header
    low.presses(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert header.chips.isVisible()
    there = QApplication.focusWidget()
    assert there is not None
    assert header.chips.isAncestorOf(there)
    header.chips.press(Status.TO_CHECK)
    low.window.claims.focus_list()
    low.window.resize(800, 590)
    assert header.chips.isVisible()
    header.chips.press(None)
    assert not header.chips.isVisible()


def test_the_filter_is_reached_by_a_click_on_how_many_are_checked(low: Checker, qtbot: QtBot) -> None:
    header = low.window.claims.header
    button = next(one for one in header.findChildren(QPushButton) if one.text() == "0 checked")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert header.chips.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not header.chips.isVisible()


def test_the_filter_left_by_key_gives_its_lines_back(low: Checker) -> None:
    header = low.window.claims.header
    low.presses(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert header.chips.isVisible()
    low.presses(Qt.Key.Key_F7)
    assert not header.chips.isVisible()


def test_the_details_fold_away_and_come_back(low: Checker) -> None:
    window = low.window
    before = window.claims.height()
    low.presses(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.details.visibleRegion().isEmpty()
    assert window.claims.height() > before
    low.presses(Qt.Key.Key_F8)
    assert window.claims.height() == before
    assert window.details.fields.claimant.hasFocus()
    low.presses(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.claims.list.hasFocus()


@pytest.mark.parametrize(("key", "part"), [(Qt.Key.Key_F6, "article"), (Qt.Key.Key_F7, "claims")])
def test_function_keys_lead_out_of_a_field_that_is_typed_in(low: Checker, key: Qt.Key, part: str) -> None:
    low.window.details.fields.reasoning.setFocus()
    low.presses(key)
    there = QApplication.focusWidget()
    assert there is not None
    assert there is low.window.article.text if part == "article" else there is low.window.claims.list


def test_layout_and_zoom_are_the_same_tomorrow(case: Path, qtbot: QtBot) -> None:
    checker = _window(qtbot, size=QSize(700, 640))
    checker.opens(case)
    window = checker.window
    window.workplace.setSizes([300, 400])
    window.workplace._down.setSizes([200, 300])
    checker.does("view.larger")
    parts = window.workplace.sizes(), window.workplace._down.sizes()
    window.close()
    again = _window(qtbot)
    again.opens(case)
    assert again.window.size() == QSize(700, 640)
    assert (again.window.workplace.sizes(), again.window.workplace._down.sizes()) == parts
    assert again.window.article.zoom_percent() == 110
    again.window.close()


def test_another_screen_has_a_layout_of_its_own(case: Path, qtbot: QtBot) -> None:
    checker = _window(qtbot, size=QSize(780, 700))
    checker.opens(case)
    window = checker.window
    here = window.place.screen
    window.workplace.setSizes([300, 480])
    at_home = window.workplace.sizes()
    window.place.screen = "desk-3840x2160-200"  # as if the window had been on it until now
    window.place.moved_to(window.screen())
    assert window.place.screen == here
    window.workplace.setSizes([450, 330])
    window.close()
    memory = LayoutMemory(settings.home() / "layout.ini")
    window.workplace.restore(memory.at("desk-3840x2160-200"))
    assert window.workplace.sizes() == at_home


def test_a_window_last_on_a_screen_that_is_gone_comes_back_in_sight(qtbot: QtBot) -> None:
    first = _window(qtbot)
    memory = first.window.place.kept
    first.window.move(QPoint(9_000, 7_000))
    memory.keep_place(first.window, "desk-3840x2160-200")
    memory.keep_place(first.window, name_of(first.window.screen()))  # and the other's memory is off as well
    memory.at("last").setValue("screen", "desk-3840x2160-200")
    again = MainWindow(Settings())
    qtbot.addWidget(again)
    again.show()
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(again.frameGeometry().center())
    assert again.width() <= room.width()


def test_a_window_seen_for_the_first_time_leaves_room_for_its_frame(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    screen = QGuiApplication.primaryScreen()
    LayoutMemory(settings.home() / "layout.ini").place(window, [screen], screen)
    room = screen.availableGeometry()
    assert window.height() < room.height()
    assert window.width() < room.width()


def test_the_first_claim_found_is_selected_and_a_field_being_typed_in_keeps_the_focus(
    tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "new.factcase"
    opening.new_case(imported(), path, who="R. H.", scale=SCALE).close()
    checker = _window(qtbot)
    with qtbot.waitSignal(checker.window.case_shown):
        checker.window.open_path(path)
    checker.session._leave_finding()
    search = checker.window.claims.header.search
    search.setFocus()
    checker.session.do(lambda file: opening.add_findings(file, findings()))
    qtbot.waitUntil(lambda: checker.session.selected != "")
    assert checker.claim.number == 1
    assert search.hasFocus()
    checker.window.close()


def _unsearched(tmp_path: Path, qtbot: QtBot, words: int = 0) -> Checker:
    """A window on a case whose claims have not come yet."""
    path = tmp_path / "new.factcase"
    if words:
        article, _ = report(words, 10)
        begun = replace(imported(), article=article)
    else:
        begun = imported()
    opening.new_case(begun, path, who="R. H.", scale=SCALE).close()
    checker = _window(qtbot)
    with qtbot.waitSignal(checker.window.case_shown):
        checker.window.open_path(path)
    checker.session._leave_finding()
    return checker


def test_the_keys_go_to_the_first_claim_found_when_nothing_else_has_them(tmp_path: Path, qtbot: QtBot) -> None:
    checker = _unsearched(tmp_path, qtbot)
    with qtbot.waitSignal(checker.session.changed):
        checker.session.do(lambda file: opening.add_findings(file, findings()))
    assert checker.window.claims.list.hasFocus()
    checker.presses(Qt.Key.Key_J)
    assert checker.claim.number == 2
    checker.window.close()


def test_who_reads_on_meanwhile_begins_with_the_first_claim_in_sight(tmp_path: Path, qtbot: QtBot) -> None:
    checker = _unsearched(tmp_path, qtbot, words=3_000)
    text = checker.window.article.text
    qtbot.waitUntil(lambda: text.is_settled)
    bar = text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = text.offset
    with qtbot.waitSignal(checker.session.changed):
        checker.session.do(lambda file: opening.add_findings(file, report(3_000, 200)[1]))
    assert text.offset == place
    top, bottom = text.line_heights(text.offsets.units_of(checker.claim.span)[0])
    assert place <= top < bottom <= place + text.viewport().height()
    checker.window.close()


def test_who_has_selected_words_meanwhile_is_left_alone(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "new.factcase"
    opening.new_case(imported(), path, who="R. H.", scale=SCALE).close()
    checker = _window(qtbot)
    with qtbot.waitSignal(checker.window.case_shown):
        checker.window.open_path(path)
    checker.session._leave_finding()
    checker.selects_words(12, 24)
    with qtbot.waitSignal(checker.session.changed):
        checker.session.do(lambda file: opening.add_findings(file, findings()))
    assert checker.session.selected == ""
    checker.window.close()


def test_enter_presses_the_button_gone_to_by_key_and_goes_nowhere(low: Checker, qtbot: QtBot) -> None:
    signatures = low.window.details.signatures
    low.goes_to(1)
    signatures.sign.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(signatures.sign.hasFocus)
    low.presses(Qt.Key.Key_Return)
    assert "Signed by" in signatures.said()
    assert low.claim.number == 1


def test_enter_on_an_outcome_goes_on_to_the_next_claim(low: Checker, qtbot: QtBot) -> None:
    low.goes_to(1)
    first = low.claim.id
    button = low.window.details.outcome.buttons()[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    low.presses(Qt.Key.Key_Space)
    low.presses(Qt.Key.Key_Return)
    case = low.session.case
    assert case is not None
    checked = case.claim(first)
    assert checked is not None
    assert (checked.outcome, checked.status, low.claim.number) == ("ok", Status.CHECKED, 2)


def test_what_a_message_offers_is_taken_by_key_and_the_keys_come_back(low: Checker, qtbot: QtBot) -> None:
    taken: list[bool] = []
    low.window.claims.focus_list()
    messages.show("Written.", messages.Level.DONE, messages.Offer("Open", lambda: taken.append(True)))
    low.presses(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    low.presses(Qt.Key.Key_Return)
    assert taken == [True]
    assert low.window.claims.list.hasFocus()
    messages.error("It can’t be opened.")
    low.presses(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    low.presses(Qt.Key.Key_Escape)
    assert not low.window._message.isVisible()
    assert low.window.claims.list.hasFocus()
