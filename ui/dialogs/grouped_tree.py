"""Rows under headings: only the rows can be gone to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from ui import look

_BACK = {
    QTreeWidget.CursorAction.MoveUp,
    QTreeWidget.CursorAction.MovePrevious,
    QTreeWidget.CursorAction.MovePageUp,
    QTreeWidget.CursorAction.MoveEnd,
}
"""Ways at whose end the next row to try is the one above."""


class GroupedTree(QTreeWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def add_group(self, title: str, rows: Sequence[QTreeWidgetItem]) -> None:
        """Add `rows` below a heading."""
        head = QTreeWidgetItem([title])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setFont(0, look.font("strong"))
        head.addChildren(rows)
        self.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        head.setExpanded(True)

    def moveCursor(self, action: QTreeWidget.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: over headings, and from the first row and the last no further."""
        led = super().moveCursor(action, modifiers)
        ways = (self.indexAbove, self.indexBelow) if action in _BACK else (self.indexBelow, self.indexAbove)
        for step in ways:
            index = led
            while index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsSelectable:
                index = step(index)
            if index.isValid():
                break
            self.scrollTo(led)  # a heading at the end is in sight with its first row
        return index
