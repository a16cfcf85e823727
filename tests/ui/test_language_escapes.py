"""Words that escaped translation: in a pseudo-language, every word shown that is not data stands in its brackets."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QLocale, QModelIndex, Qt
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.screens import all_dialog_classes, cyrillic, dialogs, made_window, shown, taken_away
from tests.ui.seed_case import seed_case
from ui import messages
from ui.look import language
from ui.look.pseudo import LONG
from ui.main_window import MainWindow
from workbench import settings
from workbench.settings.scales import load_scales

_TEXTS = (
    "text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription",
    "placeholderText", "suffix", "prefix",
)  # fmt: skip
_ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.StatusTipRole,
)  # fmt: skip
LETTERS = re.compile(r"[A-Za-zÀ-ž]{2,}")
_NAMES = {"Fact", "Check", "Workbench", "Source", "Serif", "Sans", "https", "Return", "May", "Dec", "AM"}
"""Names of the program, of faces, of keys; and what the locale writes in dates."""


def escaped(text: str) -> list[str]:
    """The words of `text` that nobody translated."""
    while (inner := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = inner
    text = re.sub(r"<style>[^<]*</style>|<[^>]*>|&\w+;|\S*/\S*|(?:Ctrl|Alt|Shift|Meta)(?:\+\w+)*", " ", text)
    return [word for word in LETTERS.findall(text) if word not in _NAMES]


def _of_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    is_list = isinstance(model, QAbstractListModel)
    for row in range(min(model.rowCount(parent), 40)):
        for column in range(1 if is_list else model.columnCount(parent)):
            index = model.index(row, column, parent)
            for role in _ROLES:
                said = index.data(role)
                if isinstance(said, str):
                    yield said
            if not is_list and model.hasChildren(index):
                yield from _of_model(model, index)


def _of_widget(widget: QWidget) -> Iterator[str]:
    for name in _TEXTS:
        if name == "text" and isinstance(widget, QLineEdit | QAbstractSpinBox):
            continue  # what is typed there
        read = getattr(widget, name, None)
        said = read() if callable(read) else None
        if isinstance(said, str):
            yield said
    if isinstance(widget, QComboBox):
        yield from _of_model(widget.model(), QModelIndex())
    if isinstance(widget, QAbstractItemView):
        yield from _of_model(widget.model(), QModelIndex())
    if isinstance(widget, QTextBrowser):
        yield widget.toPlainText()


def said_by(root: QWidget) -> Iterator[tuple[str, str]]:
    """What `root` and all in it say, with who says it."""
    for widget in [root, *root.findChildren(QWidget)]:
        for said in _of_widget(widget):
            yield type(widget).__name__, said
    for action in root.findChildren(QAction):
        for said in (action.text(), action.toolTip(), action.statusTip()):
            yield action.objectName() or "action", said


def _names() -> set[str]:
    """What is chosen from lists of names: faces, scales, language models, the languages in themselves; the user."""
    models = (entry.name for entry in entry_points(group="spacy_models"))
    languages = (QLocale(tag).nativeLanguageName() for tag in language.available())
    scales = (scale.label for scale in load_scales().values())
    return {*QFontDatabase.families(), *models, *languages, *scales, settings.Settings().signature}


def escaped_from(root: QWidget) -> set[tuple[str, str]]:
    names = _names()
    return {(who, said) for who, said in said_by(root) if said not in names and escaped(said)}


@pytest.fixture
def window(qtbot: QtBot, speak: Callable[[str], str]) -> MainWindow:
    speak(LONG)
    return made_window(qtbot, cyrillic(seed_case()))


def test_words_outside_of_the_brackets_are_seen() -> None:
    assert escaped("⟦Çlàîmmm 2⟧ · Он · ⟦ñõtééé ⟦îñ⟧⟧ 12 Ctrl+E") == []
    assert escaped("⟦Çlàîmmm⟧ has two") == ["has", "two"]


def test_no_word_of_the_window_escaped(window: MainWindow) -> None:
    window._actions["edit.find"].trigger()
    messages.bus.history.clear()
    QApplication.processEvents()
    assert escaped_from(window) == set()


def test_no_word_of_the_empty_window_escaped(qtbot: QtBot, speak: Callable[[str], str]) -> None:
    speak(LONG)
    assert escaped_from(made_window(qtbot)) == set()


def test_no_word_of_a_dialog_escaped(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    made = dialogs(window, tmp_path)
    assert set(made) == all_dialog_classes()
    found = {}
    for kind, make in made.items():
        dialog = shown(make(), qtbot)
        said = escaped_from(dialog)
        if said:
            found[kind.__name__] = sorted(said)
        taken_away(dialog)
    assert found == {}


def _message_shown_as_it_is(tree: ast.AST) -> Iterator[int]:
    """Lines that take a problem's English sentence and don't have it told in the window's language."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    told = {id(one) for call in calls if ast.unparse(call.func) == "sentences.told" for one in call.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "message" and id(node) not in told:
            yield node.lineno


def test_no_sentence_of_the_workbench_is_shown_as_it_is() -> None:
    found = {
        path.name: list(_message_shown_as_it_is(ast.parse(path.read_text("utf-8"))))
        for path in (Path(__file__).parents[2] / "ui").rglob("*.py")
        if path.name != "application.py"  # where it is told once there is a window
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


_SHOWN_BY = {
    "setText", "setTitle", "setWindowTitle", "setToolTip", "setStatusTip", "setAccessibleName", "setPlaceholderText",
    "setAccessibleDescription", "setInformativeText", "addItem", "addAction", "addMenu", "addTab", "addButton", "say",
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "caption", "show", "error",
    "say_problem", "setSuffix", "showText",
}  # fmt: skip


def _is_said(words: str) -> bool:
    """Names of roles and icons are not, nor is a tag."""
    return bool(escaped(words)) and not re.fullmatch(r"[a-z-]+|<\w+ style=.*", words)


def _bare_words(tree: ast.AST) -> Iterator[str]:
    """Words written straight into a call that shows them: they may be seen too rarely for the tests above."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        for given in call.args if name in _SHOWN_BY else ():
            pieces = given.values if isinstance(given, ast.JoinedStr) else [given]
            for piece in pieces:
                words = getattr(piece, "value", "")
                if isinstance(piece, ast.Constant) and isinstance(words, str) and _is_said(words):
                    yield f"line {call.lineno}: {words}"


def test_no_word_is_written_straight_into_what_shows_it() -> None:
    found = {
        path.name: list(_bare_words(ast.parse(path.read_text("utf-8"))))
        for path in (Path(__file__).parents[2] / "ui").rglob("*.py")
    }
    assert {name: words for name, words in found.items() if words} == {}
