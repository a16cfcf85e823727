"""Find in the article: words, how many, next and previous."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from ui import look
from ui.look.labels import search_field

_ALIKE = ("'’‘‛ʼ`´", '"“”„‟«»″', "-‐‑‒–—−")
"""Characters nobody tells apart on a keyboard: each finds the others."""


Place = tuple[int, int]
"""Start and end in code points; a letter may have 20,000 places, too many for Span's checks."""


def occurrences(text: str, words: str) -> list[Place]:
    """Where `words` stand in `text`, whatever their case, white space and kind of quotation marks or dashes."""
    parts = words.split()
    if not parts:
        return []
    pattern = r"\s+".join("".join(_alike(char) for char in part) for part in parts)
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def _alike(char: str) -> str:
    group = next((group for group in _ALIKE if char in group), char)
    return re.escape(char) if group == char else f"[{re.escape(group)}]"


class FindBar(QFrame):
    """A strip over the article. `text` is what it searches."""

    found = Signal(object, int)
    """The places (list of Place, in order) and the one that is current, -1 when there is none."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self._places: list[Place] = []
        self._current = -1
        look.style(self, role="bar")
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in the article"))
        search_field(self.words, self.tr("Find in the article"))
        self.words.textChanged.connect(lambda _: self.search())
        self.words.installEventFilter(self)
        self._count = look.style(QLabel(), role="muted")
        self._count.setMinimumWidth(look.px(6))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(0.6), look.px(0.4), look.px(0.6), look.px(0.4))
        row.addWidget(self.words, 1)
        row.addWidget(self._count)
        row.addWidget(self._button("chevron-up", self.tr("Previous place (Shift+Enter)"), lambda: self.step(-1)))
        row.addWidget(self._button("chevron-down", self.tr("Next place (Enter)"), lambda: self.step(1)))
        row.addWidget(self._button("x", self.tr("Close (Esc)"), self.close_bar))
        self.hide()

    def _button(self, icon: str, words: str, run: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(look.icon(icon))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _=False: run())
        return look.style(button, role="quiet")

    def open_bar(self, words: str = "") -> None:
        """Show the bar, with `words` to find if there are any."""
        self.show()
        if words:
            self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.search()

    def close_bar(self) -> None:
        self.hide()
        self.found.emit([], -1)
        self.closed.emit()

    def search(self, text: str | None = None) -> None:
        """Look for the words again, in `text` if it is given."""
        self.text = self.text if text is None else text
        self._places = occurrences(self.text, self.words.text()) if self.isVisible() else []
        self._current = 0 if self._places else -1
        self._show()

    def step(self, by: int) -> None:
        """Go `by` places on, around the end."""
        if self._places:
            self._current = (self._current + by) % len(self._places)
            self._show()

    def _show(self) -> None:
        if not self.words.text().strip():
            words = ""
        elif not self._places:
            words = self.tr("not found")
        else:
            words = self.tr("{at} of {count}").format(at=self._current + 1, count=len(self._places))
        self._count.setText(words)
        self.found.emit(self._places, self._current)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return False
