"""The field for a note's tags."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.dialogs.tags_field import TagsField


def field(qtbot: QtBot, *known: str) -> TagsField:
    made = TagsField(known)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_comma_and_enter_end_a_tag(qtbot: QtBot) -> None:
    tags = field(qtbot)
    QTest.keyClicks(tags, " #budget")
    QTest.keyClick(tags, Qt.Key.Key_Return)
    assert tags.text() == "budget, "
    QTest.keyClicks(tags, "City  Hall,BUDGET")
    assert tags.tags() == ("budget", "City Hall")


def test_leaving_the_field_puts_the_tags_in_order(qtbot: QtBot) -> None:
    tags = field(qtbot)
    QTest.keyClicks(tags, "one,,#two , One")
    tags.clearFocus()
    qtbot.waitUntil(lambda: tags.text() == "one, two")


def test_a_tag_of_the_case_is_offered_and_taken(qtbot: QtBot) -> None:
    tags = field(qtbot, "Budget", "city hall", "budget")
    QTest.keyClicks(tags, "x, hal")
    popup = tags.suggested.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    assert tags.suggested.currentCompletion() == "city hall"
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tags.text() == "x, city hall, ")
    assert tags.tags() == ("x", "city hall")


def test_a_tag_typed_in_the_middle_leaves_the_others(qtbot: QtBot) -> None:
    tags = field(qtbot)
    tags.set_tags(["one", "three"])
    tags.setCursorPosition(len("one, "))
    QTest.keyClicks(tags, "two")
    QTest.keyClick(tags, Qt.Key.Key_Comma)
    QTest.keyClick(tags, Qt.Key.Key_Return)
    assert tags.tags() == ("one", "two", "three")


def test_deleting_leaves_no_offer_open(qtbot: QtBot) -> None:
    tags = field(qtbot, "budget")
    QTest.keyClicks(tags, "b")
    popup = tags.suggested.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(tags, Qt.Key.Key_Backspace)
    assert not popup.isVisible()
