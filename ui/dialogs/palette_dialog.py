"""The command palette: type a few letters of an act, Enter does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QStringListModel, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.look.labels import caption
from ui.look.room import fit

Row = tuple[str, str, str, str]
"""Identifier, menu, words, keys."""


class _RowDelegate(QStyledItemDelegate):
    """The menu, muted; the act; its keys at the far end, in a column of their own."""

    def __init__(self, list_: QListView, row: Callable[[int], Row]) -> None:
        super().__init__(list_)
        self._row = row

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        assert isinstance(ground.widget, QWidget)
        ground.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)
        _, menu, act, keys = self._row(index.row())
        room = option.rect.adjusted(look.px(0.5), 0, -look.px(0.5), 0)
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setPen(QColor(look.tokens().muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, keys)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{menu} › ")
        taken = option.fontMetrics.horizontalAdvance(f"{menu} › ")
        left = room.width() - taken - option.fontMetrics.horizontalAdvance(f"  {keys}")
        words = QStyle.visualRect(option.direction, room, QRect(room.x() + taken, room.y(), left, room.height()))
        painter.setPen(QColor(look.tokens().text))
        shown = option.fontMetrics.elidedText(act, Qt.TextElideMode.ElideMiddle, left)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class PaletteDialog(QDialog):
    """A field over a list; the arrows move in the list while the field keeps the focus."""

    def __init__(self, parent: QWidget | None, rows: Sequence[Row]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Command palette"))
        self._rows = list(rows)
        self._shown = self._rows
        self.chosen = ""
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("What do you want to do?"))
        self._field.setAccessibleName(self.tr("Filter commands"))
        self._field.textChanged.connect(self._filter)
        self._field.installEventFilter(self)
        self._model = QStringListModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_RowDelegate(self._list, lambda row: self._shown[row]))
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.activated.connect(lambda _: self._choose())
        self._nothing = caption("muted", self.tr("No command has these words."))
        column = QVBoxLayout(self)
        column.addWidget(self._field)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        fit(self, 44, 34)
        self._filter("")

    @classmethod
    def ask(cls, parent: QWidget | None, rows: Sequence[Row]) -> str:
        """The identifier of the act chosen, or empty."""
        dialog = cls(parent, rows)
        dialog.exec()
        return dialog.chosen

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        self._shown = [row for row in self._rows if all(word in f"{row[1]} {row[2]}".casefold() for word in words)]
        self._model.setStringList(
            [f"{menu} › {act}" + (f"    {keys}" if keys else "") for _, menu, act, keys in self._shown]
        )
        self._list.setCurrentIndex(self._model.index(0))
        self._nothing.setVisible(not self._shown)

    def _choose(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._shown):
            self.chosen = self._shown[row][0]
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                place = self._list.currentIndex().row() + step
                self._list.setCurrentIndex(self._model.index(max(0, min(place, len(self._shown) - 1))))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
        return super().eventFilter(watched, event)
