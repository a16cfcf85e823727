"""A monkey at the whole window. It acts within Qt's own loop, so that dialogs and menus run as they do for a person.

Each act is one event as a person would make it; what it needs of chance comes from its seed.
"""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from ui.actions import catalogue, claim_menu
from ui.main_window import MainWindow
from workbench.settings import Theme

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
MODIFIERS = [NONE, NONE, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier]
_MOVES = ("Tab", "Shift+Tab", "Esc", "Space", "Home", "End", "PgUp", "PgDown", "Left", "Right", "Ctrl+A", "Ctrl+V")
_IN_DIALOG = ("Tab", "Tab", "Shift+Tab", "Space", "Up", "Down", "Left", "Right", "Return", "Ctrl+Return", "Alt+Down")
_IN_MENU = ("Down", "Down", "Up", "Right", "Left", "Return", "Esc", "Esc")
_LEFT_OUT = {"file.example", "file.quit"}
"""The one begins a long search for claims; the other comes by the menu and the palette often enough."""
ROWS = [row for row in (*catalogue.ACTIONS, *claim_menu.STATUSES, *claim_menu.OUTCOMES) if row.id not in _LEFT_OUT]
KEYS = [*_MOVES, *(key for row in ROWS for key in row.keys if key != "Ctrl+Q")]
PASTED = [
    "",
    " \n",
    "jobs rose by 5% in May",
    "🙂" * 40,
    "قال الرئيس 15%",
    "x" * 5000,
    "https://example.invalid/a?b=c",
    "\0\ufeff",
    "=HYPERLINK(1)\t<b>&amp;</b> {name} %1 %n",
]


class Slow(NamedTuple):
    """An act and what the window's thread spent on it, in seconds of its processor time."""

    seconds: float
    event: int
    act: str


class Diary:
    """What was done, on the disk at once: when Qt itself crashes, its last line says by what."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb", buffering=0)

    def write(self, words: str) -> None:
        self._file.write(words.encode("utf-8", "replace"))


class Monkey:
    """`reopen` closes the window and gives another one on the same case; `files` can be dropped and opened.

    Each act is written to acts.txt beside the case.
    """

    def __init__(
        self, window: MainWindow, case: Path, seed: int, reopen: Callable[[], MainWindow], files: list[Path]
    ) -> None:
        self.window = window
        self.case = case
        self.chance = random.Random(seed)
        self.done = 0
        self.recent: deque[str] = deque(maxlen=40)
        self.slowest: list[Slow] = []
        self.counts: dict[str, int] = {}
        self.pace: list[float] = []
        self._reopen = reopen
        self._files = files
        self._events = 0
        self._away = False
        self._loop = QEventLoop()
        self._diary = Diary(case.parent / "acts.txt")
        self._began = time.monotonic()
        self._acts: list[tuple[Callable[[], None], float]] = [
            (self._key, 42), (self._letters, 10), (self._click, 20), (self._drag, 5), (self._wheel, 3),
            (self._hover, 2), (self._paste, 3), (self._resize, 1), (self._act, 12), (self._drop, 0.1),
            (self._dress, 0.05), (self._come_back, 0.02), (self._open_another, 0.01),
        ]  # fmt: skip

    def run(self, events: int) -> None:
        """Make so many events; returns when the last dialog is closed."""
        self._events = events
        QTimer.singleShot(0, self._turn)
        self._loop.exec()

    def _turn(self) -> None:
        if self._away:
            QTimer.singleShot(5, self._turn)
            return
        if self.done >= self._events:
            self._leave()
            return
        # Asked for first: an act that opens a dialog comes back only when the dialog is closed by a later turn.
        QTimer.singleShot(0, self._turn)
        self.done += 1
        if self.done % max(1, self._events // 10) == 0:
            self.pace.append(time.monotonic() - self._began)
        mine, began = self.done, time.thread_time()
        act = self._in_front() or (self._chosen() if self.window.isVisible() else self._come_back)
        name = act.__name__.strip("_")
        self.counts[name] = self.counts.get(name, 0) + 1
        self.recent.append(f"{self.done} {name}")
        self._diary.write(f"\n{self.done} {name}")
        act()
        if self.done == mine:
            said = self.recent[-1]
            self.slowest = sorted([*self.slowest, Slow(time.thread_time() - began, mine, said)], reverse=True)[:5]

    def _leave(self) -> None:
        """Close what is open, popups before dialogs, and what work under way still opens; then end."""
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None or dialog is not None or self.window.session.background._under_way:
            QTimer.singleShot(10, self._leave)
        else:
            self._loop.quit()
        if popup is not None:
            popup.close()
        elif isinstance(dialog, QDialog):
            dialog.reject()

    def say(self, *words: object) -> None:
        """Add to what is told of this act."""
        said = " " + " ".join(str(word) for word in words)
        self.recent[-1] += said
        self._diary.write(said)

    # Menus and dialogs, while one is in front.

    def _in_front(self) -> Callable[[], None] | None:
        if QApplication.activePopupWidget() is not None:
            return self._in_menu
        return self._in_dialog if QApplication.activeModalWidget() is not None else None

    def _in_menu(self) -> None:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        key = self.chance.choice(_IN_MENU)
        self.say(type(popup).__name__, key)
        QTest.keySequence(popup.focusWidget() or popup, QKeySequence(key))
        if key == "Esc" and popup.isVisible():
            popup.close()

    def _in_dialog(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self.say(type(dialog).__name__)
        how = self.chance.random()
        if how < 0.08 and isinstance(dialog, QDialog):
            dialog.reject()
        elif how < 0.45:
            key = self.chance.choice(_IN_DIALOG)
            self.say(key)
            QTest.keySequence(dialog.focusWidget() or dialog, QKeySequence(key))
        elif how < 0.65:
            self._letters()
        elif how < 0.7:
            self._paste()
        else:
            self._click()

    # One act each.

    def _chosen(self) -> Callable[[], None]:
        acts, weights = zip(*self._acts, strict=True)
        return self.chance.choices(acts, weights)[0]

    def _front(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    def _target(self) -> QWidget:
        return self._front().focusWidget() or self._front()

    def _key(self) -> None:
        key = self.chance.choice(KEYS)
        self.say(key, type(self._target()).__name__)
        QTest.keySequence(self._target(), QKeySequence(key))

    def _letters(self) -> None:
        target = self._target()
        if isinstance(target, QLineEdit | QPlainTextEdit | QAbstractSpinBox | QComboBox):
            QTest.keyClicks(target, self.chance.choice(["5", "the table says ", "%", "2026-05-06"]))

    def _place_on(self, widget: QWidget) -> QPoint:
        return QPoint(*(self.chance.randint(0, max(0, side - 1)) for side in widget.size().toTuple()))

    def _click(self) -> None:
        seen = [one for one in self._front().findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        if not seen:
            return
        widget = self.chance.choice(seen)
        self.say(type(widget).__name__, widget.accessibleName())
        button = LEFT if self.chance.random() < 0.9 else RIGHT
        held, place = self.chance.choice(MODIFIERS), self._place_on(widget)
        self._mouse(widget, (QTest.mousePress, QTest.mouseRelease), button, held, place)
        if self.chance.random() < 0.1:
            self._mouse(widget, (QTest.mouseDClick,), button, held, place)

    @staticmethod
    def _mouse(
        widget: QWidget,
        steps: tuple[Callable[..., None], ...],
        button: Qt.MouseButton,
        held: Qt.KeyboardModifier,
        place: QPoint,
    ) -> None:
        """One after the other; what a step takes away gets no more of them."""
        for step in steps:
            if isValid(widget):
                step(widget, button, held, place)

    def _drag(self) -> None:
        """Mostly in the article, else over anything: splitters, headers, scroll bars, the strip of marks."""
        page = self.window.article.text.viewport()
        if self.chance.random() < 0.3:
            page = self.chance.choice([one for one in self.window.findChildren(QWidget) if one.isVisible()])
        self.say(type(page).__name__, page.accessibleName())
        start, end = self._place_on(page), self._place_on(page)
        QTest.mousePress(page, LEFT, self.chance.choice(MODIFIERS), start)
        for place in ((start + end) / 2, end):
            if isValid(page):
                QTest.mouseMove(page, place)
        if isValid(page):
            QTest.mouseRelease(page, LEFT, NONE, end)

    def _hover(self) -> None:
        QTest.mouseMove(self.window.article.text.viewport(), self._place_on(self.window.article.text.viewport()), 0)

    def _wheel(self) -> None:
        page = self.window.article.text.viewport()
        turn = QPoint(0, self.chance.choice([-1200, -360, -120, 120, 600]))
        held = self.chance.choice(MODIFIERS)
        place, none = QPointF(9, 9), Qt.MouseButton.NoButton
        QApplication.sendEvent(
            page, QWheelEvent(place, place, QPoint(), turn, none, held, Qt.ScrollPhase.NoScrollPhase, False)
        )

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
        self.say(action.objectName())
        if action.isEnabled():
            action.trigger()

    def _drop(self) -> None:
        takers = [
            one
            for one in self.window.findChildren(QWidget)
            if one.isVisible() and one.acceptDrops() and one.isEnabled()
        ]
        widget = self.chance.choice([*takers, self.window])
        data = QMimeData()
        # Text dropped on the window itself is another article.
        if self.chance.random() < 0.5 and widget is not self.window:
            data.setText(self.chance.choice(PASTED))
        else:
            data.setUrls([QUrl.fromLocalFile(str(self.chance.choice(self._files)))])
        self.say(type(widget).__name__, data.text(), [url.fileName() for url in data.urls()])
        place = self._place_on(widget)
        enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, LEFT, NONE)
        QApplication.sendEvent(widget, enter)
        if enter.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, LEFT, NONE))

    def _come_back(self) -> None:
        self._away = True
        self.window = self._reopen()
        self._away = False

    def _open_another(self) -> None:
        self.window.open_path(self.chance.choice([self.case, self.case, *self._files]))


def settle() -> None:
    """What waits to be done and deleted."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
