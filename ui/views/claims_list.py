"""The list of claims itself."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui import look
from ui.models.claims_filter import ClaimsFilter
from ui.views.claim_delegate import ClaimDelegate


class ClaimsList(QListView):
    """Shows the claims of a filter. `chosen` is emitted when the person, not the program, moves to a claim."""

    chosen = Signal(str)

    def __init__(self, shown: ClaimsFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._by_program = False
        self.setModel(shown)
        self._delegate = ClaimDelegate(shown, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Claims"))
        look.style(self, role="rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: a bar that comes and goes changes the width, and with it the height of every row.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)

    def set_low(self, low: bool) -> None:
        """Whether rows take as few lines as they can."""
        self._delegate.sizes.set_most_lines(1 if low else 2)
        self.scheduleDelayedItemsLayout()

    def show_selected(self, claim_id: str) -> None:
        """Make this claim current and bring it into sight; none is current when it isn't shown."""
        row = self._shown.row_of(claim_id)
        index = self._shown.index(row, 0) if row is not None else QModelIndex()
        if index == self.currentIndex() and index.isValid():
            return
        before = self.currentIndex().row()
        self._by_program = True
        self.setCurrentIndex(index)
        if not index.isValid():
            self.clearSelection()
        self._by_program = False
        self._show_with_next(before)

    def show_where_it_begins(self, *, to_first: bool) -> None:
        """After the list was narrowed or widened: its first row in sight, else the current one."""
        if to_first or not self.currentIndex().isValid():
            self.scrollToTop()
        elif self.isVisible():
            self.scrollTo(self.currentIndex())

    def _show_with_next(self, before: int) -> None:
        """Bring the current row into sight, and the one that comes next on the way from row `before`."""
        current = self.currentIndex()
        if current.isValid() and self.isVisible():
            ahead = current.siblingAtRow(current.row() + (1 if current.row() > before else -1))
            if ahead.isValid():
                self.scrollTo(ahead)
            self.scrollTo(current)

    def showEvent(self, event: QShowEvent) -> None:
        """Before, the rows have no width to be measured by."""
        super().showEvent(event)
        self._show_with_next(-1)

    def rowsAboutToBeRemoved(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        # Qt makes a neighbour current when the current row goes; the checker has not asked for that.
        self._by_program = True
        super().rowsAboutToBeRemoved(parent, start, end)
        self._by_program = False

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if not self._by_program and current.isValid():
            self.chosen.emit(self._shown.claim_id(current.row()))

    def keyboardSearch(self, search: str) -> None:
        """Typing letters jumps nowhere: single letters are the window's own keys."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter marks checked by an action of the window; the list has no use of its own for it.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() != before:
            self._show_with_next(before)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.sizes.set_width(self.viewport().width())
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 3 * self.fontMetrics().lineSpacing())
