"""The pages of the notes as pictures: kept as PNG, decoded when they are seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QPixmapCache

_Index = QModelIndex | QPersistentModelIndex


class PagesModel(QAbstractListModel):
    """One row a page. `Qt.DecorationRole` gives its picture, decoded at most once while it stays in Qt's cache."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: Sequence[bytes] = ()
        self._size = QSize(1, 1)
        self._ratio = 1.0
        self._showing = 0

    def show(self, pages: Sequence[bytes], ratio: float = 1.0) -> None:
        """Show other pages, PNG each, with `ratio` of their pixels to one of the screen's units."""
        self.beginResetModel()
        self._pages = pages
        self._showing += 1
        self._ratio = ratio
        self._size = QImage.fromData(pages[0]).size() / ratio if pages else QSize(1, 1)
        self.endResetModel()

    @property
    def page_size(self) -> QSize:
        """Of the first page, in the screen's units."""
        return self._size

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {number} of {all}").format(number=index.row() + 1, all=len(self._pages))
        return None

    def _picture(self, row: int) -> QPixmap:
        key = f"notes/{id(self)}/{self._showing}/{row}"
        found = QPixmap()
        if not QPixmapCache.find(key, found):
            found = QPixmap.fromImage(QImage.fromData(self._pages[row]))
            found.setDevicePixelRatio(self._ratio)
            QPixmapCache.insert(key, found)
        return found
