"""The dialogs that ask for one thing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import seed_case
from ui.dialogs.dismiss_dialog import DismissDialog
from ui.dialogs.dismissed_dialog import DismissedDialog
from ui.dialogs.link_dialog import LinkDialog
from ui.dialogs.note_claims_dialog import NoteClaimsDialog
from ui.dialogs.palette_dialog import PaletteDialog
from ui.dialogs.pasted_article_dialog import PastedArticleDialog
from ui.dialogs.query_dialog import QueryDialog
from ui.dialogs.shortcuts_dialog import ShortcutsDialog
from workbench.domain.case import CaseFact, QueryTo
from workbench.domain.evidence import Stance
from workbench.domain.findings import Fact, FactKind
from workbench.domain.span import Span

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_fact_is_dismissed_with_a_reason_only(qtbot: QtBot) -> None:
    article = seed_case().article
    dialog = DismissDialog(article, _place("Davide Falcioni"))
    qtbot.addWidget(dialog)
    assert "Author: <b>Davide Falcioni</b>" in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.accept()
    assert "reason" in dialog.problem()
    qtbot.keyClicks(dialog.reason, "Common knowledge")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)


def test_a_dismissed_fact_is_chosen_by_its_sentence_and_reason(qtbot: QtBot) -> None:
    article = seed_case().article
    dismissed = [
        CaseFact(words, Fact(_place(words), FactKind.NAME), dismissed=reason)
        for words, reason in (("Davide Falcioni", "Our own author."), ("Macron", "Part of another claim"))
    ]
    dialog = DismissedDialog(article, dismissed)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert [dialog.facts.item(row).text() for row in range(dialog.facts.count())] == [
        "Davide Falcioni – Our own author.",
        "Macron – Part of another claim",
    ]
    qtbot.keyClick(dialog.facts, Qt.Key.Key_Down)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("many counterparts, including <b>Macron</b>" in words for words in said)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.facts, Qt.Key.Key_Return)
    assert dialog.chosen() is dismissed[1]


def _place(words: str) -> Span:
    start = seed_case().article.text.index(words)
    return Span(start, start + len(words))


def test_enter_dismisses_once(qtbot: QtBot) -> None:
    dialog = DismissDialog(seed_case().article, _place("Davide Falcioni"))
    qtbot.addWidget(dialog)
    dialog.show()
    heard: list[int] = []
    dialog.finished.connect(heard.append)
    qtbot.keyClicks(dialog.reason, "Common knowledge")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert heard == [DismissDialog.DialogCode.Accepted]


def test_a_question_goes_to_author_or_editor(qtbot: QtBot) -> None:
    dialog = QueryDialog(seed_case().claims[1])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.accept()
    assert "question" in dialog.problem()
    dialog.to[QueryTo.EDITOR].setChecked(True)
    qtbot.keyClicks(dialog.question, "Keep the headline?")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.question, Qt.Key.Key_Return, CTRL)
    assert (dialog.asked().to, dialog.asked().text) == (QueryTo.EDITOR, "Keep the headline?")


def test_an_empty_article_is_not_taken(qtbot: QtBot) -> None:
    dialog = PastedArticleDialog()
    qtbot.addWidget(dialog)
    dialog.text.setPlainText("  \n ")
    dialog.accept()
    assert "article" in dialog.problem()
    dialog.text.setPlainText("Headline\n\nBody.")
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()


def test_linking_offers_the_notes_not_yet_on_the_claim(qtbot: QtBot) -> None:
    dialog = LinkDialog(seed_case(), "claim-2")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.shown.rowCount() == 1
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.evidence_id == "note-3"
    assert chosen.stance is Stance.SUPPORTS


def test_linking_searches_as_one_types_and_down_moves_in_the_list(qtbot: QtBot) -> None:
    dialog = LinkDialog(seed_case(), "claim-9")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.evidence_id == "note-1"
    qtbot.keyClicks(dialog.search, "reuters")
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.evidence_id == "note-2"
    qtbot.keyClicks(dialog.search, " zzz")
    assert dialog.chosen() is None
    dialog.accept()
    assert "Choose a note" in dialog.problem()


def test_the_reverse_view_names_the_claims_and_goes_to_one(qtbot: QtBot) -> None:
    dialog = NoteClaimsDialog(seed_case(), "note-1")
    qtbot.addWidget(dialog)
    said = [dialog.claims.item(row).text() for row in range(dialog.claims.count())]
    assert said[0].startswith("2 · contradicts")
    assert said[1].startswith("15 · supports")
    dialog.claims.setCurrentRow(1)
    assert dialog.chosen() == "claim-15"


def test_the_palette_says_when_no_command_has_the_words(qtbot: QtBot) -> None:
    dialog = PaletteDialog(None, [("file.open", "File", "Open…", "Ctrl+O")])
    qtbot.addWidget(dialog)
    dialog.show()
    (nothing,) = [label for label in dialog.findChildren(QLabel) if label.text().startswith("No command")]
    assert not nothing.isVisible()
    qtbot.keyClicks(dialog._field, "elephant")
    assert nothing.isVisible()


def test_the_sheet_shows_what_has_a_key_and_narrows(qtbot: QtBot) -> None:
    rows = [
        ("file.open", "File", "Open…", "Ctrl+O"),
        ("claim.next", "Claim", "Next claim", "J, Down"),
        ("claim.none", "Claim", "Without a key", ""),
    ]
    dialog = ShortcutsDialog(rows)
    qtbot.addWidget(dialog)

    def said() -> list[str]:
        return [label.text() for label in dialog.page().findChildren(QLabel)]

    assert said() == ["File", "Open…", "Ctrl+O", "Claim", "Next claim", "J", "Down"]
    dialog.search.setText("next")
    assert said() == ["Claim", "Next claim", "J", "Down"]
    dialog.search.setText("nothing")
    assert len(said()) == 1
