"""The checker's note on its card."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from tests.reports.odd_cases import HOSTILE_NOTE
from ui.views.note_words import NoteWords


def _document(qtbot: QtBot, note: str) -> QTextDocument:
    """What Qt makes of the label's text."""
    label = NoteWords(note)
    qtbot.addWidget(label)
    document = QTextDocument()
    document.setHtml(label.text())
    return document


def test_markdown_is_shown_as_meant(qtbot: QtBot) -> None:
    label = NoteWords("Not *there*: [transcript](https://a.example/t)\n\n- one\n- two")
    qtbot.addWidget(label)
    assert "<em>there</em>" in label.text()
    assert label.accessibleName().startswith("Not *there*")
    assert not label.openExternalLinks()
    assert _document(qtbot, "3. three").toPlainText().strip() == "three"


def test_only_a_note_with_links_is_a_stop_for_the_tab_key(qtbot: QtBot) -> None:
    for note, stops in (("plain <a href='#'>", False), ("https://a.example", True)):
        label = NoteWords(note)
        qtbot.addWidget(label)
        assert bool(label.focusPolicy() & Qt.FocusPolicy.TabFocus) is stops


def test_nothing_of_a_note_is_read_as_html_or_loaded(qtbot: QtBot) -> None:
    document = _document(qtbot, HOSTILE_NOTE)
    shown = document.toPlainText()
    assert "<iframe src='https://evil.example'></iframe>" in shown
    assert "[x](javascript:alert(1))" in shown
    assert "\ufffc" not in shown  # no image
    html = document.toHtml()
    assert "<img" not in html
    assert 'href="javascript' not in html
