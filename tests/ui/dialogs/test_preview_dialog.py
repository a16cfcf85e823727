from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import seed_case
from ui.dialogs.preview_dialog import PreviewDialog, print_pages
from ui.tasks import Background
from workbench.domain.case import Case
from workbench.errors import Cancelled
from workbench.reports.options import NotesOptions


@pytest.fixture
def case() -> Case:
    return seed_case()


def shown(case: Case, qtbot: QtBot) -> PreviewDialog:
    background = Background()
    dialog = PreviewDialog(case, case.claims[1].id, NotesOptions(), background)
    background.setParent(dialog)
    qtbot.addWidget(dialog, before_close_func=lambda _: background.close())
    dialog.show()
    qtbot.waitUntil(lambda: dialog.pages.rowCount() > 0, timeout=30_000)
    return dialog


def test_the_pages_follow_what_is_chosen(case: Case, qtbot: QtBot) -> None:
    dialog = shown(case, qtbot)
    everything = dialog.pages.rowCount()
    assert everything > 3
    with qtbot.waitSignal(dialog.pages.modelReset, timeout=30_000):
        dialog.claims.setCurrentIndex(2)
    assert dialog.options().claims == {case.claims[1].id}
    assert dialog.pages.rowCount() < everything


def test_page_keys_and_wheel_turn_the_pages_and_no_choice(case: Case, qtbot: QtBot) -> None:
    dialog = shown(case, qtbot)
    assert dialog.focusWidget() is dialog.view
    qtbot.waitUntil(lambda: dialog.place.text().startswith("page 1 of "))
    scrolled = dialog.view.verticalScrollBar()
    qtbot.keyClick(dialog.view, Qt.Key.Key_PageDown)
    assert 0 < scrolled.value() <= scrolled.pageStep()
    dialog.version.setFocus()
    qtbot.keyClick(dialog.version, Qt.Key.Key_End)
    assert scrolled.value() == scrolled.maximum()
    count = dialog.pages.rowCount()
    assert dialog.place.text() == f"page {count} of {count}"
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(dialog.version, wheel)
    qtbot.keyClick(dialog.version, Qt.Key.Key_PageDown)
    assert dialog.version.currentIndex() == 0


def test_pages_are_printed_each_on_a_sheet(case: Case, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(case, qtbot)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    pages = tuple(dialog.pages._pages)[:2]
    print_pages(printer, pages)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == 2
    document.close()


def test_printing_happens_beside_the_window_and_can_be_given_up(case: Case, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(case, qtbot)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog._start(72.0, dialog._printed, printer)
    assert not dialog.print.isEnabled()
    qtbot.waitUntil(dialog.print.isEnabled, timeout=30_000)
    assert "sent to the printer" in dialog.state.text()
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == dialog.pages.rowCount()
    document.close()
    with pytest.raises(Cancelled):
        print_pages(printer, tuple(dialog.pages._pages), lambda: True)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_leaves_the_pages_to_be_printed_elsewhere(
    case: Case, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(case, qtbot)
    count = dialog.pages.rowCount()
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    dialog._start(72.0, dialog._printed, printer)
    qtbot.waitUntil(dialog.print.isEnabled, timeout=30_000)
    dialog.view.verticalScrollBar().setValue(40)
    assert "takes nothing" in dialog.state.text()
    assert dialog.pages.rowCount() == count
