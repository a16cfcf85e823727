"""What a part of the window says while it has nothing to show."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.views.empty_state import EmptyState


@pytest.mark.parametrize(("height", "has_icon"), [(130, False), (400, True)])
def test_where_there_is_little_room_the_words_go_before_the_icon(qtbot: QtBot, height: int, has_icon: bool) -> None:
    empty = EmptyState()
    qtbot.addWidget(empty)
    empty.resize(320, height)
    empty.show()
    empty.say("file-search", "Nobody has looked yet", "Look for them now, or press N to make one. " * 2, "Look")
    QApplication.processEvents()
    assert empty._icon.isVisible() is has_icon
    for label in empty.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
