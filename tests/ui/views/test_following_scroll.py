"""Where one types is in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.views.following_scroll import FollowingScroll
from ui.views.saved_fields import SavedText


@pytest.fixture
def page(qtbot: QtBot) -> FollowingScroll:
    """A low window on a high page: words, two fields with words between them, a button."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    for part in (_words(), SavedText("Reasoning"), _words(), SavedText("Restated"), _words(), QPushButton("Add")):
        column.addWidget(part)
    scroll = FollowingScroll(inside)
    qtbot.addWidget(scroll)
    scroll.resize(400, 220)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    return scroll


def _words() -> QLabel:
    label = QLabel("Words.")
    label.setFixedHeight(300)
    return label


def _field(page: FollowingScroll, name: str) -> SavedText:
    return next(field for field in page.findChildren(SavedText) if field.accessibleName() == name)


def _is_seen(page: FollowingScroll, widget: QWidget, part: QRect | None = None) -> bool:
    part = part or widget.rect()
    view = page.viewport()
    return view.rect().contains(QRect(widget.mapTo(view, part.topLeft()), part.size()))


@pytest.mark.parametrize("name", ["Reasoning", "Restated"])
def test_a_field_that_takes_the_focus_is_seen_whole(page: FollowingScroll, qtbot: QtBot, name: str) -> None:
    field, bar = _field(page, name), page.verticalScrollBar()
    page.findChildren(QPushButton)[0].setFocus()
    qtbot.waitUntil(lambda: bar.value() > 700)
    assert not _is_seen(page, field)
    field.setFocus()
    qtbot.waitUntil(lambda: _is_seen(page, field))


def test_a_field_is_seen_whole_as_it_grows_and_its_last_line_when_it_no_longer_fits(
    page: FollowingScroll, qtbot: QtBot
) -> None:
    field = _field(page, "Reasoning")
    field.setFocus()
    for _ in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: _is_seen(page, field))
    page.resize(400, 90)
    for _ in range(12):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        caret = field.cursorRect().translated(field.viewport().pos())
        qtbot.waitUntil(lambda caret=caret: _is_seen(page, field, caret))


def test_a_field_pushed_down_by_what_stands_above_it_stays_in_sight(page: FollowingScroll, qtbot: QtBot) -> None:
    field = _field(page, "Restated")
    field.setFocus()
    qtbot.waitUntil(lambda: _is_seen(page, field))
    _field(page, "Reasoning").setPlainText("\n".join(["line"] * 10))
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 800)
    qtbot.waitUntil(lambda: _is_seen(page, field))


def test_a_button_does_not_move_away_under_the_mouse(page: FollowingScroll, qtbot: QtBot) -> None:
    button = page.findChildren(QPushButton)[0]
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum() - button.height())
    before, at = bar.value(), QPoint(10, 2)
    qtbot.mousePress(button, Qt.MouseButton.LeftButton, pos=at)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton, pos=at)
    assert bar.value() == before
