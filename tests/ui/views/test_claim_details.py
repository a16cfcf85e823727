from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import EDITORIAL, POLITICAL, seed_case
from ui import messages
from ui.case_session import CaseSession
from ui.models import acts
from ui.models.claims_model import dates_of, row_of
from ui.views.claim_details import ClaimDetails
from ui.views.claim_head import ClaimHead
from workbench.domain.case import QueryTo
from workbench.domain.claim import Claim, ClaimKind, Status
from workbench.domain.evidence import Stance
from workbench.domain.findings import DateReading
from workbench.domain.rating import RatingScale
from workbench.domain.span import Span
from workbench.workflow.noting import NoteFields


@pytest.fixture
def details(opened: CaseSession, qtbot: QtBot) -> ClaimDetails:
    """The details of the first claim of a real case."""
    details = ClaimDetails(opened)
    qtbot.addWidget(details)
    details.resize(560, 900)
    details.show()
    assert opened.case is not None
    opened.select(opened.case.claims[0].id)
    return details


def _claim(session: CaseSession, place: int = 0) -> Claim:
    assert session.case is not None
    return session.case.claims[place]


def _outcome(details: ClaimDetails, words: str) -> QPushButton:
    return next(button for button in details.outcome.findChildren(QPushButton) if button.accessibleName() == words)


def test_reasoning_is_filed_when_one_goes_on_to_the_next_claim(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    qtbot.keyClicks(details.fields.reasoning, "The ministry says 4%.")
    with qtbot.waitSignal(opened.changed):
        opened.select(_claim(opened, 1).id)
    assert _claim(opened).reasoning == "The ministry says 4%."
    assert details.fields.reasoning.toPlainText() == ""
    opened.select(_claim(opened).id)
    assert details.fields.reasoning.toPlainText() == "The ministry says 4%."


def test_one_edit_is_one_step_to_undo(details: ClaimDetails, opened: CaseSession, qtbot: QtBot) -> None:
    qtbot.keyClicks(details.fields.claimant, "The minister")
    with qtbot.waitSignal(opened.changed):
        details.flush()
    with qtbot.waitSignal(opened.changed):
        opened.undo()
    assert _claim(opened).claimant == ""
    assert details.fields.claimant.text() == ""


@pytest.mark.parametrize("name", ["claimant", "restated", "correction", "reasoning"])
def test_esc_takes_back_what_was_typed_and_redo_brings_it_again(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot, name: str
) -> None:
    field = getattr(details.fields, name)
    with qtbot.waitSignal(opened.changed):
        opened.do(acts.edit_words(opened.selected, name, "First."))
    undone_next = opened.undo_name
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, " Second.")
    with qtbot.waitSignal(opened.changed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert getattr(_claim(opened), name) == "First."
    qtbot.waitUntil(lambda: any("Redo" in text for text, _ in messages.bus.history))
    assert opened.undo_name == undone_next
    with qtbot.waitSignal(opened.changed):
        opened.redo()
    assert getattr(_claim(opened), name) == "First. Second."
    shown = field.text() if name == "claimant" else field.toPlainText()
    assert shown == "First. Second."


def test_esc_leaves_the_claim_selected_that_one_has_gone_on_to(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    qtbot.keyClicks(details.fields.reasoning, "Typed.")
    with qtbot.waitSignal(opened.changed):
        qtbot.keyClick(details.fields.reasoning, Qt.Key.Key_Escape)
        opened.select(_claim(opened, 1).id)
    assert opened.selected == _claim(opened, 1).id


def test_words_put_aside_that_could_not_be_filed_stay_in_their_field(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    qtbot.keyClicks(details.fields.reasoning, "Not lost")
    opened.read_only = True  # stands for a disk that refuses: the act is not done
    qtbot.keyClick(details.fields.reasoning, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: details.fields.reasoning.toPlainText() == "Not lost")
    assert opened.is_typing
    opened.read_only = False


def test_an_answer_put_aside_comes_back_too(details: ClaimDetails, opened: CaseSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.changed):
        opened.do(acts.ask(opened.selected, QueryTo.AUTHOR, "Whose figure is it?"))
    qtbot.keyClicks(details.queries.answers()[0], "The ministry's.")
    with qtbot.waitSignal(opened.changed):
        qtbot.keyClick(details.queries.answers()[0], Qt.Key.Key_Escape)
    with qtbot.waitSignal(opened.changed):
        opened.redo()
    assert details.queries.answers()[0].toPlainText() == "The ministry's."


def test_the_session_knows_that_words_are_typed_and_not_saved(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.saving):
        qtbot.keyClicks(details.fields.reasoning, "x")
    assert opened.is_typing
    details.flush()
    assert not opened.is_typing


def test_an_act_elsewhere_leaves_what_is_being_typed_and_the_focus(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    details.activateWindow()
    details.fields.reasoning.setFocus()
    qtbot.keyClicks(details.fields.reasoning, "half a sent")
    with qtbot.waitSignal(opened.changed):
        opened.do(acts.set_status(opened.selected, Status.CHECKING))
    assert details.fields.reasoning.toPlainText() == "half a sent"
    assert details.focusWidget() is details.fields.reasoning
    qtbot.keyClicks(details.fields.reasoning, "ence")
    assert details.fields.reasoning.toPlainText() == "half a sentence"


def test_words_that_could_not_be_saved_come_back_with_their_claim(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    opened.read_only = True  # stands for a disk that refuses: the act is not done
    qtbot.keyClicks(details.fields.reasoning, "Not lost")
    first, second = _claim(opened).id, _claim(opened, 1).id
    opened.select(second)
    assert messages.bus.history[-1][1] is messages.Level.ERROR
    opened.read_only = False
    opened.select(first)
    assert details.fields.reasoning.toPlainText() == "Not lost"
    with qtbot.waitSignal(opened.changed):
        details.flush()
    assert _claim(opened).reasoning == "Not lost"


def test_an_outcome_is_given_by_click_or_key_and_taken_back(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.changed):
        qtbot.mouseClick(_outcome(details, "OK"), Qt.MouseButton.LeftButton)
    assert _claim(opened).outcome == "ok"
    assert _outcome(details, "OK").isChecked()
    with qtbot.waitSignal(opened.changed):
        details.set_outcome(1)
    assert _claim(opened).outcome == ""
    assert not _outcome(details, "OK").isChecked()


def test_a_key_beyond_the_scale_does_nothing(details: ClaimDetails, opened: CaseSession, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(opened.changed, wait=50):
        details.set_outcome(9)


def test_change_to_asks_for_the_correction(details: ClaimDetails, opened: CaseSession, qtbot: QtBot) -> None:
    assert not details.fields.correction.isVisible()
    with qtbot.waitSignal(opened.changed):
        details.set_outcome(2)
    assert details.fields.correction.isVisible()


def test_a_correction_with_words_in_it_is_never_hidden(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([opened.changed, opened.changed]):
        opened.do(acts.edit_words(opened.selected, "correction", "4%"))
        opened.do(acts.set_outcome(opened.selected, "ok"))
    assert details.fields.correction.isVisible()


def test_status_and_kind_follow_the_case_and_change_it(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.changed):
        details.set_status(Status.NEEDS_EDITOR)
    assert details.head.status.currentText() == "Needs editor"
    with qtbot.waitSignal(opened.changed):
        details.head.kind_chosen.emit(ClaimKind.PREDICTION)
    assert details.head.kind.currentText() == "prediction"
    with qtbot.waitSignal(opened.changed):
        details.head.checkable.click()
    assert not _claim(opened).checkable


def test_a_query_is_asked_answered_and_kept(details: ClaimDetails, opened: CaseSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.changed):
        opened.do(acts.ask(opened.selected, QueryTo.AUTHOR, "Whose figure is it?"))
    answer = details.queries.answers()[0]
    qtbot.keyClicks(answer, "The ministry has it.")
    with qtbot.waitSignal(opened.changed):
        details.flush()
    assert opened.case is not None
    assert opened.case.queries[0].answer == "The ministry has it."
    assert details.queries.answers()[0].toPlainText() == "The ministry has it."


def test_evidence_shows_its_stance_and_can_be_turned_and_unlinked(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.changed):
        opened.do(acts.add_note(NoteFields("Labour survey"), {opened.selected: Stance.SUPPORTS}))
    card = details.evidence.cards()[0]
    assert card.accessibleName() == "supports: Labour survey"
    with qtbot.waitSignal(opened.changed):
        card.stance_chosen.emit(Stance.CONTRADICTS)
    assert details.evidence.cards()[0].accessibleName() == "contradicts: Labour survey"
    with qtbot.waitSignal(opened.changed):
        details.evidence.cards()[0].unlink_asked.emit()
    assert details.evidence.cards() == []
    assert opened.case is not None
    assert len(opened.case.evidence) == 1


def test_a_deleted_note_comes_back_by_undo(details: ClaimDetails, opened: CaseSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.changed):
        opened.do(acts.add_note(NoteFields("Labour survey"), {opened.selected: Stance.SUPPORTS}))
    with qtbot.waitSignal(opened.changed):
        details.evidence.cards()[0].delete_asked.emit()
    assert "Labour survey" in messages.bus.history[-1][0]
    with qtbot.waitSignal(opened.changed):
        opened.undo()
    assert len(details.evidence.cards()) == 1


def test_what_needs_a_dialog_is_asked_for_with_the_claim(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    for signal, ask in (
        (details.note_asked, details.add_evidence),
        (details.link_asked, details.link_existing),
        (details.query_asked, details.ask_query),
    ):
        with qtbot.waitSignal(signal) as asked:
            ask()
        assert asked.args == [opened.selected]


def test_a_warning_is_dismissed_and_leaves_the_details(session: CaseSession, qtbot: QtBot) -> None:
    details = ClaimDetails(session)
    qtbot.addWidget(details)
    details.show()
    session.case = seed_case()
    session.opened.emit()
    session.select("claim-2")
    assert details.warnings.isVisible()
    gone = tuple(replace(warning, dismissed=True) for warning in session.case.warnings)
    session.case = replace(session.case, warnings=gone)
    details.refresh()
    assert not details.warnings.isVisible()


def test_outcomes_are_those_of_the_cases_scale(session: CaseSession, qtbot: QtBot) -> None:
    details = ClaimDetails(session)
    qtbot.addWidget(details)
    for case, outcomes in ((seed_case(), 4), (seed_case(POLITICAL), 6)):
        session.case = case
        session.selected = "claim-1"
        session.opened.emit()
        buttons = [button.text() for button in details.outcome.buttons()]
        assert len(buttons) == outcomes
        assert buttons[0].startswith("1  ")


def test_nothing_can_be_changed_in_a_case_opened_read_only(session: CaseSession, qtbot: QtBot) -> None:
    details = ClaimDetails(session)
    qtbot.addWidget(details)
    session.case, session.selected, session.read_only = seed_case(), "claim-2", True
    session.opened.emit()
    assert details.fields.reasoning.isReadOnly()
    assert details.fields.claimant.isReadOnly()
    for control in (details.head.status, details.outcome, details.head.kind, details.evidence.add, details.queries.ask):
        assert not control.isEnabled()


def test_without_a_claim_the_details_say_what_to_do(opened: CaseSession, qtbot: QtBot) -> None:
    details = ClaimDetails(opened)
    qtbot.addWidget(details)
    details.show()
    assert not details.head.isVisible()
    details.add_evidence()
    details.set_outcome(1)
    details.flush()


@pytest.mark.parametrize(("width", "speech"), [(360, "en"), (560, "en"), (900, "en"), (340, "qps-long")])
def test_no_control_is_wider_than_the_panel(
    session: CaseSession, qtbot: QtBot, width: int, speech: str, speak: Callable[[str], str]
) -> None:
    speak(speech)
    details = ClaimDetails(session)
    qtbot.addWidget(details)
    session.case, session.selected = seed_case(POLITICAL), "claim-2"
    session.opened.emit()
    details.resize(width, 700)
    details.show()
    scroll = details.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    page = scroll.widget()
    assert page is not None
    assert page.minimumSizeHint().width() <= scroll.viewport().width()


@pytest.mark.parametrize("scale", [EDITORIAL, POLITICAL])
def test_the_outcomes_are_in_sight_however_little_room_there_is(
    session: CaseSession, qtbot: QtBot, scale: RatingScale
) -> None:
    details = ClaimDetails(session)
    qtbot.addWidget(details)
    details.resize(320, 270)
    details.show()
    session.case = seed_case(scale)
    session.opened.emit()
    for claim in session.case.claims:
        session.select(claim.id)
        QApplication.processEvents()
        for button in details.outcome.buttons():
            place = QRect(button.mapTo(details, QPoint()), button.size())
            assert details.rect().contains(place)
            assert button.visibleRegion().boundingRect() == button.rect()
            assert button.width() >= button.minimumSizeHint().width()


def test_the_foot_of_the_details_leads_on_to_the_next_claim(details: ClaimDetails, qtbot: QtBot) -> None:
    with qtbot.waitSignal(details.checked_asked):
        qtbot.mouseClick(details.decision.checked, Qt.MouseButton.LeftButton)


def test_the_correction_is_in_sight_when_an_outcome_asks_for_it(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    details.resize(400, 300)
    bar = details._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    with qtbot.waitSignal(opened.changed):
        qtbot.mouseClick(_outcome(details, "Change to…"), Qt.MouseButton.LeftButton)
    field = details.fields.correction
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())


@pytest.mark.parametrize("scale", [EDITORIAL, POLITICAL])
@pytest.mark.parametrize("width", [360, 420, 480, 560, 900])
def test_the_rows_of_the_form_stand_apart_evenly(
    session: CaseSession, qtbot: QtBot, width: int, scale: RatingScale
) -> None:
    details = ClaimDetails(session)
    qtbot.addWidget(details)
    details.resize(width, 900)
    details.show()
    session.case = seed_case(scale)
    session.opened.emit()
    session.select("claim-2")
    qtbot.keyClicks(details.fields.reasoning, "The words are nowhere in the transcript. " * 6)
    fields = details.fields
    rows = (fields.claimant, fields.correction, fields.reasoning, fields.restated)

    def gaps() -> set[int]:
        shown = [row for row in rows if row.isVisible()]
        return {below.y() - above.geometry().bottom() for above, below in pairwise(shown)}

    qtbot.waitUntil(lambda: len(gaps()) == 1 and min(gaps()) > 0)
    assert not fields.reasoning.horizontalScrollBar().isVisible()


def test_a_card_says_when_the_page_was_accessed(session: CaseSession, qtbot: QtBot) -> None:
    details = ClaimDetails(session)
    qtbot.addWidget(details)
    details.resize(560, 1600)
    details.show()
    session.case = seed_case()
    session.opened.emit()
    session.select("claim-2")
    QApplication.processEvents()
    for card in details.evidence.cards():
        accessed = next(label for label in card.findChildren(QLabel) if label.text().startswith("accessed"))
        assert accessed.width() >= accessed.sizeHint().width()


def test_a_signature_just_given_is_in_sight(details: ClaimDetails, opened: CaseSession, qtbot: QtBot) -> None:
    details.resize(560, 300)
    for who in ("R. H.", "J. W."):
        details._scroll.verticalScrollBar().setValue(0)
        opened.who = who
        with qtbot.waitSignal(opened.changed):
            opened.do(acts.sign_off(opened.selected))
        qtbot.waitUntil(lambda: _is_seen(details, details.signatures))


def _is_seen(details: ClaimDetails, widget: QWidget) -> bool:
    """Whether a part of the page is in sight whole."""
    view = details._scroll.viewport()
    return view.rect().contains(QRect(widget.mapTo(view, QPoint()), widget.size()))


def test_tab_goes_down_the_page_and_meets_every_control(session: CaseSession, qtbot: QtBot) -> None:
    details = ClaimDetails(session)
    qtbot.addWidget(details)
    details.resize(560, 1600)
    details.show()
    session.case = seed_case()
    session.opened.emit()
    session.select("claim-1")
    session.select("claim-2")
    qtbot.waitUntil(details.isActiveWindow)
    details.head.status.setFocus()
    met: list[QWidget] = []
    while details.focusWidget() not in met:
        met.append(details.focusWidget())
        qtbot.keyClick(details.focusWidget(), Qt.Key.Key_Tab)
    names = [widget.accessibleName() or widget.text() for widget in met if isinstance(widget, QWidget)]  # type: ignore[attr-defined]
    order = ("Claimant", "Reasoning", "Add", "OK", "Checked, next")
    assert sorted(order, key=names.index) == list(order)
    assert names.index("Add") < names.index("Stance: contradicts") < names.index("Open page") < names.index("Sign off")
    tops = [widget.mapTo(details, widget.rect().bottomLeft()).y() for widget in met]
    assert all(below >= above - 60 for above, below in pairwise(tops))


def test_every_control_has_a_name(session: CaseSession, qtbot: QtBot) -> None:
    details = ClaimDetails(session)
    qtbot.addWidget(details)
    session.case, session.selected = seed_case(), "claim-2"
    session.opened.emit()
    details.show()
    controls = [control for control in details.findChildren(QWidget) if control.isVisible()]
    for control in controls:
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.objectName().startswith("qt_"):
            said = control.accessibleName() or getattr(control, "text", str)()
            assert said, control


def test_a_note_that_shares_words_is_suggested_and_linked_only_when_one_says_so(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    fields = NoteFields("Labour survey", excerpt="jobs rose by 4% in May")
    with qtbot.waitSignal(opened.changed):
        opened.do(acts.add_note(fields, {_claim(opened, 2).id: Stance.CONTEXT}))
    opened.select(_claim(opened, 1).id)
    qtbot.waitUntil(lambda: len(details.evidence.suggestions.rows()) == 1)
    assert details.evidence.cards() == []
    with qtbot.waitSignal(opened.changed):
        details.evidence.suggestions.rows()[0].chosen.emit(Stance.CONTRADICTS)
    assert details.evidence.cards()[0].accessibleName() == "contradicts: Labour survey"
    assert details.evidence.suggestions.rows() == []
    opened.select(_claim(opened, 2).id)
    assert details.evidence.suggestions.rows() == []


def test_the_dates_of_a_claim_say_how_they_were_read(qtbot: QtBot) -> None:
    case = seed_case()
    claim = case.claims[0]
    start = claim.span.start
    reading = DateReading(Span(start, start + 4), "2022-02-01", "2022-02-28", "“last February”: February 2022")
    elsewhere = DateReading(Span(claim.span.end + 1, claim.span.end + 5), "", "", "somewhere else")
    row = row_of(case, claim.id)
    assert row is not None
    head = ClaimHead()
    qtbot.addWidget(head)
    head.show_row(row, dates_of(claim, replace(case, dates=(reading, elsewhere))))
    assert head._dates.text() == "“last February”: February 2022"
    head.show_row(row)
    assert head._dates.isHidden()


@pytest.mark.parametrize(
    ("key", "held", "claimant"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, ""),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "The minister"),
    ],
)
def test_esc_and_ctrl_enter_lead_back_to_the_claims(
    details: ClaimDetails, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, claimant: str
) -> None:
    qtbot.keyClicks(details.fields.claimant, "The minister")
    with qtbot.waitSignal(details.left):
        qtbot.keyClick(details.fields.claimant, key, held)
    assert details.fields.claimant.text() == claimant
    for elsewhere in (details.fields.reasoning, _outcome(details, "OK")):
        with qtbot.waitSignal(details.left):
            qtbot.keyClick(elsewhere, Qt.Key.Key_Escape)


def test_the_reasons_are_the_correction_while_it_is_wanted_and_missing(
    details: ClaimDetails, opened: CaseSession, qtbot: QtBot
) -> None:
    details.focus_reasons()
    qtbot.waitUntil(details.fields.reasoning.hasFocus)
    with qtbot.waitSignal(opened.changed):
        details.set_outcome(2)
        details.focus_reasons()  # before the act is over
    qtbot.waitUntil(details.fields.correction.hasFocus)
    qtbot.keyClicks(details.fields.correction, "by 4%")
    details.focus_reasons()
    qtbot.waitUntil(details.fields.reasoning.hasFocus)
