"""Work away from the window's thread ends with the window."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ui.tasks import Background


def test_nothing_is_begun_after_closing(qtbot: QtBot) -> None:
    background, done = Background(), []
    background.on_database(lambda: done.append("asked before"), lambda _: None)
    background.close()
    assert done == ["asked before"]
    for begin in (background.on_database, background.long, background.telling):
        begin(lambda *_: done.append("asked after"), lambda _: done.append("told after"))
    rounds: list[None] = []
    QTimer.singleShot(0, lambda: rounds.append(None))
    qtbot.waitUntil(lambda: bool(rounds))
    assert done == ["asked before"]
