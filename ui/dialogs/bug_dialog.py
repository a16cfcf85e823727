"""Says that we have made a mistake, what is safe, and where the report is."""

from __future__ import annotations

from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from workbench import logs


class BugDialog(QMessageBox):
    """One at a time: a second failure while it is open goes to the log only."""

    _open = False

    @classmethod
    def tell(cls, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        report = logs.write_down(kind, trace)
        if cls._open or QApplication.instance() is None:
            return
        cls._open = True
        dialog = cls(QApplication.activeWindow())
        dialog.setIcon(QMessageBox.Icon.Critical)
        dialog.setWindowTitle(_tr("A mistake of ours"))
        dialog.setText(_tr("Something went wrong inside the program. Everything noted so far is saved."))
        dialog.setInformativeText(
            _tr("You can go on working. A report without any of your texts is in {path}.").format(
                path=logs.report_path()
            )
        )
        dialog.setDetailedText(f"{report}\n{kind.__name__}: {problem}")
        dialog.finished.connect(lambda _: cls._closed())
        dialog.open()

    @classmethod
    def _closed(cls) -> None:
        cls._open = False


def _tr(words: str) -> str:
    return QCoreApplication.translate("BugDialog", words)
