"""A monkey at the whole window: random keys, clicks, pastes, drops of focus, sizes. No exception, no Qt warning, and a
case file that verifies.

Many more events: `MONKEY_EVENTS=100000 MONKEY_SEED=7 pytest tests/ui/test_window_monkey.py`.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import make_case
from ui.actions import catalogue, claim_menu
from ui.main_window import MainWindow
from workbench import settings
from workbench.cli import main as command_line
from workbench.settings import Theme

EVENTS = int(os.environ.get("MONKEY_EVENTS", "400"))
SEED = int(os.environ.get("MONKEY_SEED", "1"))
LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
MODIFIERS = [NONE, NONE, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier]
_MOVES = ("Tab", "Shift+Tab", "Esc", "Space", "Home", "End", "PgUp", "PgDown", "Left", "Right", "Ctrl+A", "Ctrl+V")
_LEFT_OUT = {"file.example", "file.quit"}
"""What begins a search for claims, which takes seconds; and leaving, which comes at the end."""
ROWS = [row for row in (*catalogue.ACTIONS, *claim_menu.STATUSES, *claim_menu.OUTCOMES) if row.id not in _LEFT_OUT]
KEYS = [*_MOVES, *(key for row in ROWS for key in row.keys)]
PASTED = [
    "",
    " \n",
    "jobs rose by 5% in May",
    "🙂" * 40,
    "قال الرئيس 15%",
    "x" * 5000,
    "https://example.org/a?b=c",
    "\0\ufeff",
]


def _waits(widget: QWidget) -> bool:
    """Whether a click on it waits for a choice in a menu, which nobody would make."""
    return isinstance(widget, QAbstractButton) and getattr(widget, "menu", lambda: None)() is not None


class Monkey:
    """Each act is one event as a person would make it; what it needs of chance comes from its seed."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.chance = random.Random(seed)

    def _target(self) -> QWidget:
        return QApplication.activePopupWidget() or self.window.focusWidget() or self.window

    def _key(self) -> None:
        QTest.keySequence(self._target(), QKeySequence(self.chance.choice(KEYS)))

    def _letters(self) -> None:
        target = self._target()
        if isinstance(target, QLineEdit | QPlainTextEdit):
            QTest.keyClicks(target, self.chance.choice(["5", "the table says ", "%"]))

    def _click(self) -> None:
        seen = [
            one for one in self.window.findChildren(QWidget) if one.isVisible() and one.isEnabled() and not _waits(one)
        ]
        widget = self.chance.choice(seen)
        place = QPoint(
            self.chance.randint(0, max(0, widget.width() - 1)), self.chance.randint(0, max(0, widget.height() - 1))
        )
        press = QTest.mouseDClick if self.chance.random() < 0.1 else QTest.mouseClick
        press(widget, LEFT if self.chance.random() < 0.9 else RIGHT, self.chance.choice(MODIFIERS), place)

    def _drag_in_article(self) -> None:
        page = self.window.article.text.viewport()
        start, end = (
            QPoint(self.chance.randint(0, page.width()), self.chance.randint(0, page.height())) for _ in range(2)
        )
        QTest.mousePress(page, LEFT, NONE, start)
        QTest.mouseMove(page, end)
        QTest.mouseRelease(page, LEFT, NONE, end)

    def _wheel(self) -> None:
        page = self.window.article.text.viewport()
        turn = QPoint(0, self.chance.choice([-360, -120, 120]))
        held = self.chance.choice(MODIFIERS)
        place = QPointF(9, 9)
        event = QWheelEvent(
            place, place, QPoint(), turn, Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(page, event)

    def _paste(self) -> None:
        QGuiApplication.clipboard().setText(self.chance.choice(PASTED))
        QTest.keySequence(self._target(), QKeySequence("Ctrl+V"))

    def _resize(self) -> None:
        self.window.resize(self.chance.randint(200, 1900), self.chance.randint(150, 1200))

    def _dress(self) -> None:
        chosen = replace(self.window.desk.settings, theme=self.chance.choice(list(Theme)))
        self.window.apply_settings(chosen)

    def _act(self) -> None:
        action = self.window._actions[self.chance.choice(ROWS).id]
        if action.isEnabled():
            action.trigger()

    def act(self) -> None:
        often: list[tuple[Callable[[], None], int]] = [
            (self._key, 45), (self._letters, 10), (self._click, 20), (self._drag_in_article, 5), (self._wheel, 3),
            (self._paste, 3), (self._resize, 1), (self._act, 12),
        ]  # fmt: skip
        acts, weights = zip(*often, strict=True)
        self.chance.choices(acts, weights)[0]()
        if self.chance.random() < 0.0005:
            self._dress()


@pytest.fixture
def chance_of_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dialogs are shown and closed at once, mostly by Escape; nothing outside of the window is opened or written."""
    chance = random.Random(SEED)
    slow = {"ExportDialog", "PreviewDialog", "PastedArticleDialog", "RestoreDialog"}

    def exec_(dialog: QDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        accepted = chance.random() < 0.3 and type(dialog).__name__ not in slow
        dialog.accept() if accepted else dialog.reject()
        if dialog.isVisible():
            dialog.reject()
        return dialog.result()

    for kind in (QDialog, QMessageBox):
        monkeypatch.setattr(kind, "exec", exec_)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, **_kwargs: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_kwargs: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_kwargs: "")
    monkeypatch.setattr(QMessageBox, "about", lambda *_args: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)


def test_a_monkey_at_the_window_breaks_nothing(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, chance_of_dialogs: None
) -> None:
    case = make_case(tmp_path / "jobs.factcase")
    chosen = replace(settings.Settings(), checker="R. Haddad", cases_folder=tmp_path / "cases", backup_minutes=0)
    window = MainWindow(chosen)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        window.open_path(case)
    monkey = Monkey(window, SEED)
    for turn in range(EVENTS):
        monkey.act()
        if turn % 3 == 0:
            qapp.processEvents()
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not window.session.is_saving, timeout=20_000)
    acts = window.session.undo_name
    window.close()
    assert acts, "the monkey has done something"
    assert command_line(["verify", str(case)]) == 0
