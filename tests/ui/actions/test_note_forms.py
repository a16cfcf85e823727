"""A note begun with what was copied, by the keys that people know."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import make_case
from ui.dialogs.note_dialog import NoteDialog
from ui.main_window import MainWindow
from workbench.settings import Settings

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> MainWindow:
    window = MainWindow(Settings(cases_folder=tmp_path / "cases", backup_folder=tmp_path / "backups"))
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        window.open_path(make_case(tmp_path / "jobs.factcase"))
    window.claims.next_claim()
    return window


def _addresses_begun(qtbot: QtBot, on: QWidget) -> list[str]:
    """The addresses of the notes that Ctrl+V begins there; each note is left again."""
    begun: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, NoteDialog):
            begun.append(dialog.source.url.text())
            dialog.reject()

    # The key is over when the dialog is.
    watch = QTimer(on, interval=10)
    watch.timeout.connect(look)
    watch.start()
    on.setFocus()
    qtbot.keyClick(on, Qt.Key.Key_V, CONTROL)
    watch.stop()
    return begun


def test_an_address_pasted_among_the_claims_begins_a_note(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("https://example.org/report")
    assert _addresses_begun(qtbot, window.claims.list) == ["https://example.org/report"]


def test_what_is_pasted_into_a_field_is_words(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("https://example.org/report")
    field = window.details.fields.reasoning
    assert _addresses_begun(qtbot, field) == []
    assert field.toPlainText() == "https://example.org/report"


def test_a_note_just_filed_comes_into_view_and_the_keys_stay_in_the_list(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(form: NoteDialog) -> int:
        qtbot.keyClicks(form.source.title, "Labour survey")
        qtbot.keyClicks(form.note, "The figure is that of the first month.")
        form.accept()
        return form.result()

    monkeypatch.setattr(NoteDialog, "exec", fill)
    window.resize(1200, 700)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.claims.focus_list()
    details = window.details
    view = details._scroll.viewport()
    known: set[str] = set()
    for _ in range(3):
        with qtbot.waitSignal(window.session.changed):
            window._actions["evidence.add"].trigger()
        card = next(card for card in details.evidence.cards() if card.evidence_id not in known)
        known.add(card.evidence_id)
        qtbot.waitUntil(lambda card=card: view.rect().contains(QRect(card.mapTo(view, QPoint()), card.size())))
        assert window.focusWidget() is window.claims.list
