"""What is dropped on the right half begins a note on the selected claim; the case stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import messages
from ui.case_session import CaseSession
from ui.views.note_drops import dropped_thing
from ui.views.workplace import Workplace
from workbench.settings import Settings

_COPY, _LEFT, _NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def workplace(opened: CaseSession, qtbot: QtBot) -> Workplace:
    workplace = Workplace(opened, Settings())
    workplace.furnish()
    qtbot.addWidget(workplace)
    workplace.resize(1200, 800)
    workplace.show()
    opened.opened.emit()
    workplace.claims.next_claim()
    return workplace


def _mime(text: str = "", url: str = "") -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if url:
        data.setUrls([QUrl(url)])
    return data


def _drop(data: QMimeData, on: QWidget) -> bool:
    """Drop as Qt does: the first widget that takes it from `on` upwards gets it. Whether one did."""
    enter = QDragEnterEvent(QPoint(2, 2), _COPY, data, _LEFT, _NONE)
    enter.ignore()
    taker: QWidget | None = on
    while taker is not None and not enter.isAccepted():
        if taker.acceptDrops():
            QApplication.sendEvent(taker, enter)
        if not enter.isAccepted():
            taker = taker.parentWidget()
    if taker is not None:
        QApplication.sendEvent(taker, QDropEvent(QPointF(2, 2), _COPY, data, _LEFT, _NONE))
    return taker is not None


def test_files_addresses_and_words_can_be_dropped() -> None:
    assert dropped_thing(_mime(url="file:///tmp/a.pdf")) == Path("/tmp/a.pdf")
    assert dropped_thing(_mime(url="https://example.org/x")) == "https://example.org/x"
    assert dropped_thing(_mime(text=" Quoted words ")) == "Quoted words"
    assert dropped_thing(_mime()) is None
    assert dropped_thing(None) is None


def test_a_file_dropped_anywhere_beside_the_article_is_for_the_selected_claim(
    workplace: Workplace, opened: CaseSession, qtbot: QtBot
) -> None:
    details = workplace.details
    places = (
        workplace.claims.list.viewport(),
        workplace.claims,
        details.evidence,
        details.head,
        details.fields.claimant,
        details.fields.reasoning.viewport(),
    )
    for place in places:
        with qtbot.waitSignal(details.note_dropped) as dropped:
            assert _drop(_mime(url="file:///tmp/a.pdf"), place)
        assert dropped.args == [opened.selected, Path("/tmp/a.pdf")]
    assert details.fields.claimant.text() == "" == details.fields.reasoning.toPlainText()


def test_words_dropped_on_a_field_are_typed_there(workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(workplace.details.note_dropped, wait=50):
        assert _drop(_mime(text="words"), workplace.details.fields.reasoning.viewport())
    assert workplace.details.fields.reasoning.toPlainText() == "words"


def test_without_a_claim_the_drop_says_what_is_missing_and_opens_nothing(
    workplace: Workplace, opened: CaseSession, qtbot: QtBot
) -> None:
    opened.select("")
    with qtbot.assertNotEmitted(workplace.details.note_dropped, wait=50):
        assert _drop(_mime(url="file:///tmp/a.pdf"), workplace.claims)
    assert "Choose the claim first" in messages.bus.history[-1][0]


def test_the_article_s_side_leaves_files_to_the_window(workplace: Workplace) -> None:
    assert not _drop(_mime(url="file:///tmp/a.txt"), workplace.article)
