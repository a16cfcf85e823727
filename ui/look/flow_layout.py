"""Lays items out in lines like words: chips and segments that wrap in a narrow panel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_Sized = tuple[QLayoutItem, QSize]


class FlowLayout(QLayout):
    """`gap` device-independent pixels between items, `line_gap` (the same unless given) between lines.

    Follows the reading direction. The last `far` items stand at the far end of their line.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 6, line_gap: int | None = None, far: int = 0) -> None:
        super().__init__(parent)
        self._far = far
        self._line_gap = gap if line_gap is None else line_gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        edges = self.contentsMargins()
        inside = QRect(0, 0, width - edges.left() - edges.right(), 0)
        return self._place(inside, move=False) + edges.top() + edges.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        """All in one line: a form takes the height at this width for the least that a row needs, and robs the next."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the items into `rect`; the height they take."""
        top = 0
        for line in self._lines(max(rect.width(), 1)):
            height = max(size.height() for _, size in line)
            if move:
                self._place_line(line, rect, rect.top() + top, height)
            top += height + self._line_gap
        return max(0, top - self._line_gap)

    def _lines(self, width: int) -> list[list[_Sized]]:
        lines: list[list[_Sized]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if not lines or taken + size.width() > width:
                lines.append([])
                taken = 0
            lines[-1].append((item, size))
            taken += size.width() + self.spacing()
        return lines

    def _place_line(self, line: list[_Sized], rect: QRect, top: int, height: int) -> None:
        widget = self.parentWidget()
        mirrored = widget is not None and widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        far = self._items[len(self._items) - self._far :]
        x, room = 0, rect.width() - sum(size.width() for _, size in line) - self.spacing() * (len(line) - 1)
        for item, size in line:
            if item in far:
                x, room = x + room, 0
            left = rect.right() + 1 - x - size.width() if mirrored else rect.left() + x
            item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
            x += size.width() + self.spacing()
