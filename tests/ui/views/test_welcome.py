from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.views.welcome import Welcome
from workbench.settings import RecentCase


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_each_button_with_the_focus_acts_on_enter_as_on_space(qtbot: QtBot, key: Qt.Key) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    welcome.show_recent([RecentCase(Path("/cases/jobs.factcase"))])
    welcome.show()
    buttons = welcome.findChildren(QPushButton)
    asked = (welcome.open_asked, welcome.paste_asked, welcome.example_asked, welcome.recent_asked)
    for button, signal in zip(buttons, asked, strict=True):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(button, key)


def test_a_recent_case_is_told_by_its_title_when_it_was_at_hand_and_how_far_it_is(qtbot: QtBot) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    case = RecentCase(Path("/cases/a-7f3ac0.factcase"), "Jobs & prices", "2026-05-06T07:08:09+00:00", 24, 3)
    welcome.show_recent([case, RecentCase(Path("/cases/b-1c0.factcase"))])
    names = [button.accessibleName() for button in welcome.findChildren(QPushButton)]
    assert names[-2:] == ["Jobs & prices", "b-1c0"]
    (told,) = [label.text() for label in welcome.findChildren(QLabel) if "checked" in label.text()]
    assert told.startswith("3 of 24 checked · ")
    assert "26" in told
