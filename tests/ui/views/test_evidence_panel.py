from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import seed_case
from ui import look
from ui.case_session import CaseSession
from ui.views.evidence_panel import EvidencePanel
from ui.views.note_words import NoteWords
from ui.views.quote_diff import QuoteDiff
from workbench.sources.quote_check import check_quote


def _show(panel: EvidencePanel, number: int) -> None:
    case = seed_case()
    panel.show_claim(case, case.claims[number - 1])


@pytest.fixture
def panel(session: CaseSession, qtbot: QtBot) -> EvidencePanel:
    panel = EvidencePanel(session)
    qtbot.addWidget(panel)
    panel.show()
    _show(panel, 2)
    return panel


def _said(panel: EvidencePanel, place: int) -> str:
    card = panel.cards()[place]
    return "\n".join(part.text() for kind in (QLabel, QPushButton) for part in card.findChildren(kind))


def test_a_card_says_what_the_note_rests_on(panel: EvidencePanel) -> None:
    said = _said(panel, 0)
    for words in ("Joint press conference, transcript", "primary", "p. 3", "“We have never had any interest", "7f3a"):
        assert words in said
    assert "15" in said


def test_the_titles_of_all_notes_begin_in_one_line(panel: EvidencePanel) -> None:
    panel.resize(340, 900)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    titles = {card.evidence_id: card.accessibleName().split(": ", 1)[1] for card in panel.cards()}
    labels = [
        label
        for card in panel.cards()
        for label in card.findChildren(QLabel)
        if label.text() == titles[card.evidence_id]
    ]
    assert len(labels) == len(panel.cards()) > 1
    assert len({label.mapTo(panel, QPoint()).x() for label in labels}) == 1
    assert {label.width() for label in labels} == {panel.cards()[0].contentsRect().width() - 2 * look.px(0.3)}


def test_a_secondary_source_without_snapshot_says_no_more_than_it_has(panel: EvidencePanel) -> None:
    said = _said(panel, 1)
    assert "secondary" in said
    assert "Snapshot" not in said
    assert "also on" not in said


def test_words_from_the_web_never_become_markup(panel: EvidencePanel) -> None:
    for label in panel.findChildren(QLabel):
        if label.text() and not isinstance(label, NoteWords) and not isinstance(label.parent(), QuoteDiff):
            assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("excerpt", "said"),
    [
        ("We will not annex Minsk", "the same words"),
        ("We will not annex Kyiv", "words changed"),
        ("Prices fell in May", "does not have these words"),
    ],
)
def test_a_quotation_is_held_against_the_excerpt(panel: EvidencePanel, qtbot: QtBot, excerpt: str, said: str) -> None:
    diff = QuoteDiff(check_quote("“We will not annex Minsk”", excerpt))
    qtbot.addWidget(diff)
    assert said in diff.said()
    assert len(panel.cards()[0].findChildren(QuoteDiff)) == 1
    _show(panel, 1)
    assert panel.cards()[0].findChildren(QuoteDiff) == []


def test_words_that_differ_are_escaped_and_spoken(qtbot: QtBot) -> None:
    diff = QuoteDiff(
        check_quote("we have <b>no</b> interest in them at all", "we have <img> never had interest in them at all")
    )
    qtbot.addWidget(diff)
    label = next(label for label in diff.findChildren(QLabel) if label.textFormat() is Qt.TextFormat.RichText)
    assert "<b>" not in label.text()
    assert "<img" not in label.text()
    assert "only in the source:" in label.accessibleName()


def test_cards_stay_the_same_widgets_while_nothing_about_them_changes(panel: EvidencePanel) -> None:
    before = panel.cards()
    _show(panel, 2)
    assert panel.cards() == before


def test_without_evidence_the_panel_says_how_to_begin(panel: EvidencePanel) -> None:
    _show(panel, 4)
    assert panel.cards() == []
    assert any("No evidence yet" in label.text() and label.isVisible() for label in panel.findChildren(QLabel))
