from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.actions.typing_guard import TypingGuard


def test_a_field_may_be_deleted_while_somebody_types_in_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    first, second = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addWidget(second)
    guard = TypingGuard(page)
    page.show()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    first.deleteLater()
    qtbot.waitSignal(first.destroyed).wait()
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    assert guard._watched is second
