"""The real window on real files, driven as a person would drive it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from ui import messages
from ui.main_window import MainWindow
from workbench import settings
from workbench.domain.claim import Claim


class Checker:
    """A fact-checker at the window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.session = window.session
        self._qtbot = qtbot

    def opens(self, path: Path) -> None:
        with self._qtbot.waitSignal(self.window.case_shown, timeout=20_000):
            self.window.open_path(path)

    def waits_for_the_claims(self) -> None:
        self._qtbot.waitUntil(lambda: self.session.case is not None and self.session.case.extracted, timeout=90_000)

    def waits_until_saved(self) -> None:
        self._qtbot.waitUntil(lambda: not self.session.is_saving, timeout=20_000)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self.waits_until_saved()

    def does(self, action: str) -> None:
        self.window._actions[action].trigger()
        self.waits_until_saved()

    @property
    def claim(self) -> Claim:
        """The selected claim as it is in the case now."""
        found = self.session.case.claim(self.session.selected) if self.session.case else None
        assert found is not None
        return found

    def goes_to(self, number: int) -> None:
        self.session.select(next(claim.id for claim in self.session.case.claims if claim.number == number))

    def selects_words(self, start: int, end: int) -> None:
        """Select words of the article; code points."""
        view = self.window.article.text
        cursor = view.textCursor()
        cursor.setPosition(view.offsets.unit(start))
        cursor.setPosition(view.offsets.unit(end), QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)

    def is_told(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: any(words in text for text, _ in messages.bus.history), timeout=30_000)


@pytest.fixture(autouse=True)
def nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that no test expects fails at once instead of waiting for an answer for ever."""

    def refuse(dialog: QDialog) -> int:
        words = dialog.text() if isinstance(dialog, QMessageBox) else dialog.windowTitle()
        pytest.fail(f"asked without being expected: {words}")

    monkeypatch.setattr(QDialog, "exec", refuse)
    monkeypatch.setattr(QMessageBox, "exec", refuse)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Checker]]:
    """Opens windows that keep their cases in a folder of the test's own; all are closed at the end."""
    messages.bus.history.clear()
    chosen = replace(settings.Settings(), checker="R. Haddad", cases_folder=tmp_path / "cases")
    opened: list[MainWindow] = []

    def sit_down() -> Checker:
        window = MainWindow(chosen)
        window.show()
        qtbot.waitExposed(window)
        opened.append(window)
        return Checker(window, qtbot)

    yield sit_down
    for window in opened:
        window.close()
        window.deleteLater()
