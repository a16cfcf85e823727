from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.views.welcome import Welcome


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_each_button_with_the_focus_acts_on_enter_as_on_space(qtbot: QtBot, key: Qt.Key) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    welcome.show_recent([Path("/cases/jobs.factcase")])
    welcome.show()
    buttons = welcome.findChildren(QPushButton)
    asked = (welcome.open_asked, welcome.paste_asked, welcome.example_asked, welcome.recent_asked)
    for button, signal in zip(buttons, asked, strict=True):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(button, key)
