"""The sheet of keys, made from the one table of actions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.look.labels import caption, search_field
from ui.look.room import fit

Row = tuple[str, str, str, str]
"""Identifier, menu, words and keys of an action."""


class ShortcutsDialog(QDialog):
    """One group for each menu; only what has a key. The search field narrows by words or key."""

    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._rows = [row for row in rows if row[3]]
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search keys and words"))
        search_field(self.search, self.tr("Search keys and words"))
        self.search.textChanged.connect(self._show)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1.1), look.px(1), look.px(1.1), look.px(0.9))
        column.setSpacing(look.px(0.7))
        column.addWidget(self.search)
        column.addWidget(self._scroll, 1)
        column.addWidget(look.style(QFrame(), role="rule"))
        column.addWidget(close)
        fit(self, 36, 42)
        self._show("")

    def _show(self, typed: str) -> None:
        wanted = typed.casefold().split()
        rows = [row for row in self._rows if all(word in f"{row[2]} {row[3]}".casefold() for word in wanted)]
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, look.px(0.6), 0)
        grid.setVerticalSpacing(look.px(0.35))
        grid.setColumnStretch(0, 1)
        for menu, group in groupby(rows, key=lambda row: row[1]):
            title = caption("heading", menu)
            title.setContentsMargins(0, look.px(0.6) if grid.count() else 0, 0, 0)
            grid.addWidget(title, grid.rowCount(), 0, 1, 2)
            for row in group:
                self._add(grid, grid.rowCount(), row)
        if not rows:
            grid.addWidget(caption("muted", self.tr("No action has such a key or such words.")), 0, 0)
        grid.setRowStretch(grid.rowCount(), 1)
        self._scroll.setWidget(page)

    def page(self) -> QWidget:
        """What is shown now."""
        return self._scroll.widget() or self._scroll

    def _add(self, grid: QGridLayout, line: int, row: Row) -> None:
        words = QLabel(row[2])
        words.setWordWrap(True)
        grid.addWidget(words, line, 0)
        keys = QHBoxLayout()
        keys.setSpacing(look.px(0.3))
        keys.addStretch(1)
        for key in row[3].split(", "):
            keys.addWidget(caption("keycap", key))
        grid.addLayout(keys, line, 1)

    @classmethod
    def ask(cls, parent: QWidget | None, rows: Sequence[Row]) -> None:
        """Show the sheet until it is closed."""
        dialog = cls(rows, parent)
        dialog.exec()
        dialog.deleteLater()
