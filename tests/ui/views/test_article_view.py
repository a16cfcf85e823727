"""The article pane on a real case in a real session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import TEXT, make_case, span_of
from tests.ui.seed_case import long_case
from ui import look
from ui.case_session import CaseSession
from ui.views.article_painting import first_stretch
from ui.views.article_view import ZOOMS, ArticlePane
from workbench import settings
from workbench.domain.claim import Claim, Status
from workbench.workflow import checking, marking, opening


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    look.apply(qapp, look.Theme.LIGHT)


@pytest.fixture
def pane(opened: CaseSession, qtbot: QtBot) -> Iterator[ArticlePane]:
    pane = ArticlePane(opened)
    qtbot.addWidget(pane)
    pane.resize(820, 500)
    with qtbot.waitExposed(pane):
        pane.show()
    qtbot.waitUntil(lambda: pane.text.is_settled)
    return pane


def _claims(session: CaseSession) -> tuple[Claim, ...]:
    assert session.case is not None
    return session.case.claims


def _point_on(pane: ArticlePane, words: str) -> QPoint:
    view = pane.text
    first, end = view.offsets.units_of(span_of(words))
    number = view.page.number_of(first)
    stretch = first_stretch(view.page, first, end)
    assert stretch is not None
    y = view.page.top(number) + stretch.line.base - 4 - view.offset
    return QPointF((stretch.left + stretch.right) / 2, y).toPoint()


def test_a_click_in_the_article_selects_in_the_session(pane: ArticlePane, opened: CaseSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.selection_changed) as selected:
        qtbot.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=_point_on(pane, "Prices fell"))
    assert selected.args == [_claims(opened)[2].id]
    assert pane.text.painter.shown.selected == _claims(opened)[2].id


def test_a_selection_from_elsewhere_is_lit_here(pane: ArticlePane, opened: CaseSession) -> None:
    opened.select(_claims(opened)[1].id)
    assert pane.text.painter.shown.selected == _claims(opened)[1].id
    assert pane.cursor_position() == span_of("jobs rose").start


def test_a_new_status_shows_at_once(pane: ArticlePane, opened: CaseSession, qtbot: QtBot) -> None:
    first = _claims(opened)[0].id
    with qtbot.waitSignal(opened.changed):
        opened.do(lambda file: checking.set_status(file, first, Status.CHECKED))
    assert pane.text.marks.places(first)[0].claim.status is Status.CHECKED


def test_words_selected_here_can_become_a_claim(pane: ArticlePane, opened: CaseSession, qtbot: QtBot) -> None:
    view = pane.text
    with qtbot.waitSignal(pane.words_selected):
        view._set_cursor(*view.offsets.units_of(span_of("“noticed”")))
    span = pane.selected_span()
    assert span == span_of("“noticed”")
    with qtbot.waitSignal(opened.changed):
        opened.do(lambda file: marking.add_claim(file, span_of("“noticed”")))
    assert [mark.claim.exact for mark in view.marks.claims_at(view.offsets.unit(span.start))] == ["“noticed”"]
    assert pane.selected_span() is None, "the claim is lit in their stead"


def test_dragged_bounds_are_kept_in_the_case(pane: ArticlePane, opened: CaseSession, qtbot: QtBot) -> None:
    claim = _claims(opened)[2]
    opened.select(claim.id)
    with qtbot.waitSignal(opened.changed):
        pane.text.bounds_dragged.emit(claim.id, span_of("Prices fell. 🙂 Nobody"))
    assert _claims(opened)[2].exact == "Prices fell. 🙂 Nobody"
    assert pane.text.marks.places(claim.id)[0].end == pane.text.offsets.unit(span_of("Nobody").end)


def test_an_undone_deletion_is_shown_again(pane: ArticlePane, opened: CaseSession, qtbot: QtBot) -> None:
    gone = _claims(opened)[0].id
    with qtbot.waitSignal(opened.changed):
        opened.do(lambda file: marking.delete_claim(file, gone))
    assert not pane.text.marks.places(gone)
    with qtbot.waitSignal(opened.changed):
        opened.undo()
    assert pane.text.marks.places(gone)


def test_another_case_replaces_the_article(
    pane: ArticlePane, opened: CaseSession, tmp_path: Path, qtbot: QtBot
) -> None:
    other = make_case(tmp_path / "other.factcase")
    with qtbot.waitSignal(opened.opened):
        opened.open(lambda: opening.open_case(other, who="R. H.", read_only=True))
    assert pane.text.article.text == TEXT
    assert not pane.text.can_change


def test_facts_left_are_at_hand_for_a_claim_or_a_dismissal(
    pane: ArticlePane, opened: CaseSession, qtbot: QtBot
) -> None:
    pane.next_fact_left()
    assert pane.selected_span() == span_of("“noticed”")
    fact = pane.current_fact()
    assert fact
    with qtbot.waitSignal(opened.changed):
        opened.do(lambda file: marking.dismiss_fact(file, fact, "a figure of speech"))
    assert pane.current_fact() == ""


def test_find_lights_the_places_and_closing_gives_the_keys_back(pane: ArticlePane, qtbot: QtBot) -> None:
    pane.open_find()
    field = pane.findChildren(QLineEdit)[0]
    qtbot.keyClicks(field, "jobs")
    places = [(span.start, span.end) for span in (span_of("Jobs"), span_of("jobs"))]
    assert pane.text.painter.shown.found == places
    assert pane.text.painter.shown.found_current == 0
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert pane.text.painter.shown.found == []
    qtbot.waitUntil(pane.text.hasFocus)


@pytest.mark.parametrize("scrolled", [0, 200, 100_000])
def test_the_words_stay_where_they_are_read_when_the_find_bar_comes_and_goes(
    session: CaseSession, qtbot: QtBot, scrolled: int
) -> None:
    session.case = long_case(60)
    pane = ArticlePane(session)
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    text = pane.text
    qtbot.waitUntil(lambda: text.is_settled)
    text.verticalScrollBar().setValue(scrolled)
    place = text.y() - text.offset
    pane.open_find()
    QApplication.processEvents()
    assert text.y() == pane.find_bar.height() > 0
    assert text.y() - text.offset == place
    pane.find_bar.close_bar()
    QApplication.processEvents()
    assert text.y() == 0
    assert text.y() - text.offset == place


def test_find_begins_with_the_selected_words(pane: ArticlePane) -> None:
    pane.text._set_cursor(*pane.text.offsets.units_of(span_of("Prices")))
    pane.open_find()
    assert pane.findChildren(QLineEdit)[0].text() == "Prices"


def test_zoom_goes_in_steps_and_stops_at_the_ends(pane: ArticlePane, qtbot: QtBot) -> None:
    small = pane.text.page.setting.pixels
    with qtbot.waitSignal(pane.zoomed) as zoomed:
        pane.zoom(1)
    assert zoomed.args == [110]
    assert pane.text.page.setting.pixels > small
    for _ in range(20):
        pane.zoom(1)
    assert pane.zoom_percent() == ZOOMS[-1]
    for _ in range(20):
        pane.zoom(-1)
    assert pane.zoom_percent() == ZOOMS[0]
    pane.zoom(0)
    assert pane.zoom_percent() == 100
    assert pane.text.page.setting.pixels == small
    pane.set_zoom_percent(9999)
    assert pane.zoom_percent() == ZOOMS[-1]


def test_the_settings_face_size_and_column_are_used(pane: ArticlePane) -> None:
    wide = pane.text.page.setting.width
    wanted = replace(settings.Settings(), reading_face=look.SANS, reading_size=16, column_width=40)
    pane.apply_settings(wanted)
    used = pane.text.page.setting
    assert (used.face, used.pixels) == (look.SANS, round(16 * pane.logicalDpiY() / 72))
    assert used.width < wide
    pane.apply_settings(replace(wanted, reading_face="No Such Face"))
    assert pane.text.page.setting.face == look.SERIF


def test_the_menu_offers_what_can_be_done_here(pane: ArticlePane) -> None:
    action = QAction("New claim", pane)
    pane.set_context_actions([action])
    assert pane.text.context_actions == [action]


def test_a_session_with_nothing_open_shows_an_empty_page(session: CaseSession, qtbot: QtBot) -> None:
    pane = ArticlePane(session)
    qtbot.addWidget(pane)
    pane.show()
    assert pane.selected_span() is None
    assert pane.current_fact() == ""
    pane.next_fact_left()
    pane.cycle_overlap()
    pane.open_find()
