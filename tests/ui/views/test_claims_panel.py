from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import long_case, seed_case
from ui.case_session import CaseSession
from ui.models import acts
from ui.models.claims_filter import Wanted
from ui.models.claims_model import Order
from ui.tasks import Work
from ui.views.claims_panel import ClaimsPanel
from workbench.domain.case import CaseWarning
from workbench.domain.claim import ClaimKind, Status
from workbench.domain.span import Span


@pytest.fixture
def panel(opened: CaseSession, qtbot: QtBot) -> ClaimsPanel:
    panel = ClaimsPanel(opened)
    qtbot.addWidget(panel)
    panel.resize(560, 640)
    panel.show()
    panel.focus_list()
    return panel


def _shown(panel: ClaimsPanel) -> list[str]:
    return [str(panel.shown.index(row, 0).data()) for row in range(panel.shown.rowCount())]


def _current(panel: ClaimsPanel) -> str:
    return str(panel.list.currentIndex().data() or "")


def _mark(qtbot: QtBot, session: CaseSession, status: Status) -> None:
    with qtbot.waitSignal(session.changed):
        session.do(acts.set_status(session.selected, status))


def test_the_first_claim_is_at_hand_when_the_list_gets_the_keys(panel: ClaimsPanel, opened: CaseSession) -> None:
    assert _current(panel) == "Jobs up 5%"
    assert opened.case is not None
    assert opened.selected == opened.case.claims[0].id


def test_next_and_previous_step_through_the_list_and_stop_at_its_ends(panel: ClaimsPanel) -> None:
    steps = [panel.next_claim, panel.next_claim, panel.next_claim, panel.previous_claim]
    seen = []
    for step in steps:
        step()
        seen.append(_current(panel))
    assert seen == ["jobs rose by 5% in May", "Prices fell.", "Prices fell.", "jobs rose by 5% in May"]


def test_a_click_selects_in_the_session(panel: ClaimsPanel, opened: CaseSession, qtbot: QtBot) -> None:
    place = panel.list.visualRect(panel.shown.index(2, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.case is not None
    assert opened.selected == opened.case.claims[2].id


def test_selecting_elsewhere_moves_the_list(panel: ClaimsPanel, opened: CaseSession) -> None:
    assert opened.case is not None
    opened.select(opened.case.claims[2].id)
    assert _current(panel) == "Prices fell."


def test_the_head_counts_claims_facts_and_checks(panel: ClaimsPanel, opened: CaseSession, qtbot: QtBot) -> None:
    assert panel.header.counts() == ("3 claims", "1 of 2 facts left", "0 checked")
    _mark(qtbot, opened, Status.CHECKED)
    assert panel.header.counts()[2] == "1 checked"


def test_searched_for_claims_begin_with_the_first_and_the_head_says_how_many(
    session: CaseSession, qtbot: QtBot
) -> None:
    session.case = long_case(200)
    panel = ClaimsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(560, 400)
    panel.show()
    session.opened.emit()
    session.select(session.case.claims[150].id)
    scrolled = panel.list.verticalScrollBar()
    qtbot.waitUntil(lambda: scrolled.value() > 0)
    panel.header.search.setText("1")
    shown = panel.shown.rowCount()
    assert 40 < shown < 200
    assert panel.header.counts()[0] == f"{shown} of 200 claims"
    first = panel.shown.index(0, 0)
    qtbot.waitUntil(lambda: panel.list.viewport().rect().contains(panel.list.visualRect(first)))
    panel.header.search.clear()
    assert panel.header.counts()[0] == "200 claims"
    qtbot.waitUntil(lambda: panel.list.viewport().rect().contains(panel.list.visualRect(panel.list.currentIndex())))


def test_a_claim_checked_under_a_filter_stays_until_one_moves_on(
    panel: ClaimsPanel, opened: CaseSession, qtbot: QtBot
) -> None:
    panel.header.chips.wanted.emit(Wanted(statuses=frozenset({Status.TO_CHECK})))
    before = opened.selected
    _mark(qtbot, opened, Status.CHECKED)
    assert opened.selected == before
    assert _current(panel) == "Jobs up 5%"
    panel.next_claim()
    assert _shown(panel) == ["jobs rose by 5% in May", "Prices fell."]
    assert _current(panel) == "jobs rose by 5% in May"


def test_hiding_the_selected_claim_does_not_select_another(
    panel: ClaimsPanel, opened: CaseSession, qtbot: QtBot
) -> None:
    before = opened.selected
    qtbot.keyClicks(panel.header.search, "prices")
    assert _shown(panel) == ["Prices fell."]
    assert opened.selected == before
    assert _current(panel) == ""
    panel.header.search.clear()
    assert _current(panel) == "Jobs up 5%"


def test_nothing_found_says_so_and_offers_the_way_back(panel: ClaimsPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.header.search, "no such words")
    assert panel.empty.isVisible()
    assert panel.empty.title() == "No claim matches"
    qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)
    assert panel.list.isVisible()
    assert len(_shown(panel)) == 3


def test_kinds_narrow_and_order_changes(panel: ClaimsPanel) -> None:
    panel.header.kinds_wanted.emit(frozenset({ClaimKind.STATISTIC}))
    assert len(_shown(panel)) == 2
    panel.clear_filter()
    panel.header.order_wanted.emit(Order.WORTHINESS)
    assert _shown(panel) == ["jobs rose by 5% in May", "Jobs up 5%", "Prices fell."]
    assert _current(panel) == "Jobs up 5%"


def test_esc_empties_the_search_then_goes_back_to_the_list(panel: ClaimsPanel, qtbot: QtBot) -> None:
    panel.focus_search()
    qtbot.keyClicks(panel.header.search, "jobs")
    qtbot.keyClick(panel.header.search, Qt.Key.Key_Escape)
    assert panel.header.search.text() == ""
    with qtbot.waitSignal(panel.header.search.left):
        qtbot.keyClick(panel.header.search, Qt.Key.Key_Escape)


def test_a_chip_filters_by_its_status_and_all_shows_everything(
    panel: ClaimsPanel, opened: CaseSession, qtbot: QtBot
) -> None:
    _mark(qtbot, opened, Status.CHECKED)
    panel.header.chips.press(Status.CHECKED)
    assert _shown(panel) == ["Jobs up 5%"]
    panel.header.chips.press(None)
    assert len(_shown(panel)) == 3


def test_while_claims_are_looked_for_the_panel_says_so_and_counts_none(session: CaseSession, qtbot: QtBot) -> None:
    panel = ClaimsPanel(session)
    qtbot.addWidget(panel)
    assert (panel.empty.title(), panel.header.counts()[0]) == ("Opening…", "Claims")
    session.case = replace(long_case(1), claims=(), extracted=False)
    session.opened.emit()
    session._finding = Work()
    session.finding.emit(session._finding)
    assert (panel.empty.title(), panel.header.counts()[0]) == ("Looking for claims…", "Claims")
    session._leave_finding()
    assert (panel.empty.title(), panel.header.counts()[0]) == ("Nobody has looked for claims yet", "Claims")
    session.case = replace(session.case, extracted=True)
    panel.refresh()
    assert (panel.empty.title(), panel.header.counts()[0]) == ("No claims yet", "0 claims")


def test_a_deleted_claim_leaves_the_rest_where_it_was(session: CaseSession, qtbot: QtBot) -> None:
    panel = ClaimsPanel(session)
    qtbot.addWidget(panel)
    session.case = seed_case()
    session.opened.emit()
    session.select("claim-5")
    session.case = replace(session.case, claims=tuple(c for c in session.case.claims if c.number != 4))
    panel.refresh()
    assert panel.list.currentIndex().row() == 3
    assert session.selected == "claim-5"


@pytest.mark.parametrize("steps", [("next_claim", 1), ("previous_claim", -1)], ids=["down", "up"])
def test_the_claim_after_the_next_is_in_sight(session: CaseSession, qtbot: QtBot, steps: tuple[str, int]) -> None:
    panel = ClaimsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(560, 400)
    panel.show()
    session.case = long_case(80)
    session.opened.emit()
    step, ahead = steps
    session.select("claim-40")
    for _ in range(8):
        getattr(panel, step)()
        coming = panel.list.currentIndex().siblingAtRow(panel.list.currentIndex().row() + ahead)
        assert panel.list.viewport().rect().contains(panel.list.visualRect(coming))


def test_warnings_that_no_claim_shows_are_listed_apart(session: CaseSession, qtbot: QtBot) -> None:
    panel = ClaimsPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    case = seed_case()
    elsewhere = replace(case.warnings[0].warning, span=Span(318, 341))
    loose = CaseWarning("warning-3", elsewhere)
    session.case = replace(case, warnings=(*case.warnings, loose))
    session.opened.emit()
    assert "1 warnings outside the claims" in panel.loose.said()
    panel.loose.show_list(True)
    with qtbot.waitSignal(panel.place_asked) as asked:
        next(b for b in panel.loose.findChildren(QPushButton) if b.text() == "Show in the article").click()
    assert asked.args == [Span(318, 341)]
    session.case = replace(case, warnings=(replace(case.warnings[0], dismissed=True),))
    panel.refresh()
    assert panel.loose.said() == "1 dismissed"
    session.case = replace(case, warnings=())
    panel.refresh()
    assert not panel.loose.isVisible()


def test_the_list_stands_rows_that_leave_while_it_looks_at_them(session: CaseSession, qtbot: QtBot) -> None:
    panel = ClaimsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(400, 400)
    panel.show()
    session.case = seed_case()
    session.opened.emit()
    panel.header.chips.wanted.emit(Wanted(statuses=frozenset({Status.TO_CHECK})))
    for number in (15, 13, 12, 4):
        panel.list.show_selected(f"claim-{number}")
        claims = tuple(replace(c, status=Status.CHECKED) if c.number == number else c for c in session.case.claims)
        session.case = replace(session.case, claims=claims)
        panel.refresh()
        panel.list.viewport().repaint()
    assert panel.shown.rowCount() == len(panel.shown.rows()) == 4
