"""The notes as they will be, page by page, before they are written; and printing them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractSlider,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.look import sentences
from ui.look.labels import caption, explained
from ui.look.room import fit
from ui.models.pages_model import PagesModel
from ui.tasks import Background, Work
from workbench.domain.case import Case
from workbench.errors import Cancelled, ExportError, UserFacingError
from workbench.reports.options import NotesOptions, Paper
from workbench.reports.preview import Preview

_SCREEN = 96.0
_PRINT = 300.0
"""Pixels an inch."""
_GAP = 14
_TURNS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class _PageDelegate(QStyledItemDelegate):
    """A sheet on the desk, centred, with a hairline around it."""

    def __init__(self, model: PagesModel) -> None:
        super().__init__()
        self._pages = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self._pages.page_size + QSize(2 * _GAP, _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        assert isinstance(picture, QPixmap)
        sheet = QRectF(QPointF(0, 0), picture.deviceIndependentSize())
        sheet.moveCenter(QRectF(option.rect).center())
        painter.drawPixmap(sheet.topLeft(), picture)
        painter.setPen(QColor(look.tokens().border))
        painter.drawRect(sheet)


class _Pages(QListView):
    """Keys scroll by what is seen; a list would go on by whole rows, and a row is a page here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = _TURNS | {
            Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
            Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
            Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
        }
        if (move := moves.get(Qt.Key(event.key()))) is not None:
            self.verticalScrollBar().triggerAction(move)
        else:
            super().keyPressEvent(event)


class _Choice(QComboBox):
    """Closed, it changes by the arrows only: the wheel and the page keys are for the pages."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TURNS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PreviewDialog(QDialog):
    """Sets the pages anew whenever another version, paper or choice of claims is asked for."""

    def __init__(
        self,
        case: Case,
        selected: str,
        options: NotesOptions,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preview of the notes"))
        self._case, self._selected, self._plain, self._background = case, selected, options, background
        self._work: Work | None = None
        self.pages = PagesModel()
        self.view = _Pages()
        self.view.setModel(self.pages)
        self._delegate = _PageDelegate(self.pages)
        self.view.setItemDelegate(self._delegate)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.view.setAccessibleName(self.tr("Pages of the notes"))
        look.style(self.view, role="desk")
        self.view.verticalScrollBar().valueChanged.connect(self._say_page)
        self.view.verticalScrollBar().rangeChanged.connect(self._say_page)
        self.state, self.place = caption("muted"), caption("muted")
        self.version, self.claims, self.paper, self.volume = (_Choice() for _ in range(4))
        self._lay_out()
        for box in (self.version, self.claims, self.paper):
            box.currentIndexChanged.connect(self._options_changed)
        self.volume.currentIndexChanged.connect(self._set_pages)
        self._options_changed()

    def _lay_out(self) -> None:
        for box, name, choices in (
            (self.version, self.tr("Version"), ((self.tr("Internal"), False), (self.tr("External"), True))),
            (self.claims, self.tr("Claims"), self._claim_choices()),
            (self.paper, self.tr("Paper"), ((self.tr("A4"), Paper.A4), (self.tr("US Letter"), Paper.LETTER))),
        ):
            for words, value in choices:
                box.addItem(words, value)
            explained(box, name)
        self.paper.setCurrentIndex(self.paper.findData(self._plain.paper))
        explained(self.volume, self.tr("Volume"))
        self.volume.addItem("1", 1)
        self.volume.hide()
        row = QHBoxLayout()
        for box in (self.version, self.claims, self.paper, self.volume):
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self.state)
        row.addWidget(self.place)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.print = buttons.addButton(self.tr("Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.print.setIcon(look.icon("printer"))
        self.print.clicked.connect(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(0.9), look.px(0.8), look.px(0.9), look.px(0.8))
        column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        fit(self, 62, 56)
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that turn the pages do so from anywhere in the dialog."""
        if event.key() in _TURNS:
            self.view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _claim_choices(self) -> tuple[tuple[str, frozenset[str] | None], ...]:
        done = frozenset(claim.id for claim in self._case.claims if claim.status.is_done)
        claim = self._case.claim(self._selected)
        choices: list[tuple[str, frozenset[str] | None]] = [
            (self.tr("All %n claims", "", len(self._case.claims)), None),
            (self.tr("Only the %n checked", "", len(done)), done),
        ]
        if claim is not None:
            only = self.tr("Only claim {number}").format(number=claim.number)
            choices.append((only, frozenset({claim.id})))
        return tuple(choices)

    def options(self) -> NotesOptions:
        """What the notes shown are made with."""
        return replace(
            self._plain,
            external=bool(self.version.currentData()),
            paper=Paper(self.paper.currentData()),
            claims=self._claim_choices()[self.claims.currentIndex()][1],
        )

    def _options_changed(self) -> None:
        self.volume.blockSignals(True)
        self.volume.setCurrentIndex(0)
        self.volume.blockSignals(False)
        self._set_pages()

    def _set_pages(self) -> None:
        self.state.setText(self.tr("Setting the pages…"))
        self._start(_SCREEN * self.devicePixelRatioF(), self._show)

    def _start(self, ppi: float, done: Callable[[Preview], None], printer: QPrinter | None = None) -> None:
        """Set the pages, and print them, away from the window's thread; what was still under way is given up."""
        if self._work is not None:
            self._work.cancel()
        case, options, volume = self._case, self.options(), max(1, self.volume.currentIndex() + 1)

        def work(_progress: object, cancelled: Callable[[], bool]) -> Preview:
            from workbench.workflow import publishing

            preview = publishing.preview(case, options, ppi, volume, cancelled)
            if printer is not None:
                print_pages(printer, preview.pages, cancelled)
            return preview

        self.print.setEnabled(False)
        mine = self._work = self._background.long(work, lambda pages: done(pages) if self._work is mine else None)
        mine.failed.connect(lambda problem: self._failed(problem, printer) if self._work is mine else None)

    def _failed(self, problem: UserFacingError, printer: QPrinter | None) -> None:
        """Pages that can't be printed stay, to be printed elsewhere."""
        if printer is None:
            self.pages.show(())
            self._say_page()
        self.print.setEnabled(printer is not None)
        self.state.setText(sentences.told(problem.message))

    def _show(self, preview: Preview) -> None:
        self.pages.show(preview.pages, self.devicePixelRatioF())
        self.print.setEnabled(True)
        self.state.clear()
        self._say_page()
        if self.volume.count() != preview.volumes:
            self.volume.blockSignals(True)
            self.volume.clear()
            for number in range(1, preview.volumes + 1):
                words = self.tr("Volume {number} of {all}").format(number=number, all=preview.volumes)
                self.volume.addItem(words, number)
            self.volume.setCurrentIndex(preview.volume - 1)
            self.volume.blockSignals(False)
        self.volume.setVisible(preview.volumes > 1)

    def _say_page(self) -> None:
        """Which page is in the middle of what is seen."""
        if not self.pages.rowCount():
            self.place.clear()
            return
        # Between two pages, the one above counts.
        middle = self.view.viewport().rect().center()
        index = self.view.indexAt(middle)
        page = index if index.isValid() else self.view.indexAt(middle - QPoint(0, 2 * _GAP))
        number = page.row() + 1 if page.isValid() else self.pages.rowCount()
        self.place.setText(self.tr("page {number} of {all}").format(number=number, all=self.pages.rowCount()))

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._case.title)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.state.setText(self.tr("Printing…"))
            self._start(_PRINT, self._printed, printer)

    def _printed(self, preview: Preview) -> None:
        self.print.setEnabled(True)
        self.state.setText(self.tr("%n pages sent to the printer", "", len(preview.pages)))

    @classmethod
    def ask(
        cls, parent: QWidget | None, case: Case, selected: str, options: NotesOptions, background: Background
    ) -> None:
        """Show the pages until the dialog is closed."""
        dialog = cls(case, selected, options, background, parent)
        dialog.exec()
        dialog.deleteLater()

    def done(self, result: int) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None
        super().done(result)


def print_pages(printer: QPrinter, pages: tuple[bytes, ...], cancelled: Callable[[], bool] = lambda: False) -> None:
    """Draw each page, a PNG, over a whole sheet of the printer's; on any thread.

    Raises Cancelled between two pages, ExportError when the printer takes nothing.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise ExportError("The printer takes nothing. See whether it is on and connected, or print to a file.")
    try:
        for number, page in enumerate(pages):
            if cancelled():
                printer.abort()
                raise Cancelled
            if number:
                printer.newPage()
            picture = QImage.fromData(page)
            sheet = printer.pageLayout().fullRectPixels(printer.resolution())
            fitted = picture.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(0, 0, fitted.width(), fitted.height()), picture)
    finally:
        painter.end()
