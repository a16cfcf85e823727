"""What can be done about a case that doesn't open: read it, open it all the same, or mend it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from ui.look import sentences
from workbench.errors import DamagedCaseError, OnlyReadableError


class WayOut(Enum):
    NONE = auto()
    READ = auto()
    TAKE_OVER = auto()
    RESTORE = auto()
    RESCUE = auto()


def ask(parent: QWidget, problem: OnlyReadableError | DamagedCaseError, *, has_backup: bool = False) -> WayOut:
    """Say what is wrong, and let a way out of it be chosen; of a damaged case, `has_backup` when there is one."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(sentences.told(problem.message))
    ways: dict[QPushButton, WayOut] = {}
    if isinstance(problem, DamagedCaseError):
        # What can be done is in the sentence already.
        if has_backup:
            restore = box.addButton(_tr("Restore a backup…"), QMessageBox.ButtonRole.AcceptRole)
            ways[restore] = WayOut.RESTORE
            box.setDefaultButton(restore)
        else:
            box.setInformativeText(_tr("There is no backup of this case."))
        rescue = box.addButton(_tr("Rescue what can be read…"), QMessageBox.ButtonRole.AcceptRole)
        ways[rescue] = WayOut.RESCUE
    else:
        told = _tr("You can open it read-only: everything can be read and exported, nothing changed.")
        read = box.addButton(_tr("Open read-only"), QMessageBox.ButtonRole.AcceptRole)
        ways[read] = WayOut.READ
        box.setDefaultButton(read)
        if problem.may_be_left:
            told += "\n\n" + _tr(
                "If it is no longer open there, after a crash perhaps, you can open it anyway. If it is, you two would "
                "write over each other: work can be lost and the file damaged. A backup is made first."
            )
            ways[box.addButton(_tr("Open anyway"), QMessageBox.ButtonRole.DestructiveRole)] = WayOut.TAKE_OVER
        box.setInformativeText(told)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    clicked = box.clickedButton()
    return next((way for button, way in ways.items() if button is clicked), WayOut.NONE)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Opening", words)
