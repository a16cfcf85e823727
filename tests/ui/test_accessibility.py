"""Every control that takes the focus, in the window and each dialog: named, explained, whole, seen when it has it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.screens import all_dialog_classes, dialogs, made_window, shown, taken_away
from tests.ui.seed_case import seed_case
from ui import look
from ui.main_window import MainWindow

THEMES = (look.Theme.LIGHT, look.Theme.DARK, look.Theme.HIGH_CONTRAST)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return made_window(qtbot, seed_case())


def stops(root: QWidget) -> list[QWidget]:
    """What Tab stops at in `root`, in the order it does, from where the focus is at first: pressed until it is back."""
    if root.focusWidget() is None:
        root.focusNextPrevChild(True)
    met: list[QWidget] = []
    while (widget := root.focusWidget()) is not None and widget not in met:
        met.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return met


def _screens(window: MainWindow, qtbot: QtBot, folder: Path) -> Iterator[tuple[str, QWidget]]:
    yield "window", window
    made = dialogs(window, folder)
    assert set(made) == all_dialog_classes()
    for kind, make in made.items():
        dialog = shown(make(), qtbot)
        yield kind.__name__, dialog
        taken_away(dialog)


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {name_of(widget) or widget.objectName()}"


def name_of(widget: QWidget) -> str:
    """As a screen reader gets it: given, or its own words."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _label_of(widget: QWidget) -> str:
    """The label beside a field of a form. (To ask labels for their buddies upsets PySide's ownership of layouts.)"""
    forms = widget.window().findChildren(QFormLayout)
    labels = (form.labelForField(widget) for form in forms if form.indexOf(widget) >= 0)
    return next((label.text() for label in labels if isinstance(label, QLabel)), "")


def _is_explained(widget: QWidget) -> bool:
    """Buttons whose words say it all need no more: those of a form's foot, choices with words of their own."""
    if isinstance(widget, QCheckBox | QRadioButton):
        return True
    if isinstance(widget, QComboBox):
        return bool(_label_of(widget) or widget.accessibleDescription() or widget.toolTip())
    if isinstance(widget, QAbstractButton) and not widget.text():
        return bool(widget.toolTip() or widget.accessibleDescription())
    return True


def test_whatever_takes_the_focus_has_a_name_and_says_what_it_does(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    nameless = []
    for screen, root in _screens(window, qtbot, tmp_path):
        nameless += [
            f"{screen}: {_told(widget)}"
            for widget in stops(root)
            if not isinstance(widget, QScrollArea | QTabBar) and not (name_of(widget) and _is_explained(widget))
        ]
    assert nameless == []


def _scroller(widget: QWidget) -> QScrollArea | None:
    while widget is not None and not isinstance(widget, QScrollArea):
        widget = widget.parentWidget()
    return widget


def _is_whole(widget: QWidget) -> bool:
    """Whether it has the room it needs for its words, and none of it is cut off."""
    area = _scroller(widget)
    if area is not None and area.widget() is not None and area.widget() is not widget:
        area.ensureWidgetVisible(widget)
    QApplication.processEvents()
    seen = widget.visibleRegion().boundingRect()
    whole = seen.width() >= min(widget.width(), 40) and seen.height() >= min(widget.height(), 12)
    if isinstance(widget, QAbstractButton):
        needed = widget.minimumSizeHint()
        return whole and widget.width() >= needed.width() - 1 and widget.height() >= needed.height() - 2
    return whole or isinstance(widget, QScrollArea)  # what is in it covers it


def test_nothing_that_takes_the_focus_is_cut_off(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    cut = []
    for screen, root in _screens(window, qtbot, tmp_path):
        cut += [f"{screen}: {_told(widget)}" for widget in stops(root) if not _is_whole(widget)]
    assert cut == []


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def test_tab_goes_down_a_dialog_as_it_is_read(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """From top to bottom, columns side by side, with one leap: from the last stop back up to the first."""
    wrong = {}
    for screen, root in _screens(window, qtbot, tmp_path):
        if root is window:
            continue
        leaps = []
        for one, following in pairwise(stops(root)):
            before, after = _place(one), _place(following)
            if after.bottom() <= before.top() and after.left() <= before.right():
                leaps.append(f"{_told(one)} → {_told(following)}")
        if len(leaps) > 1:
            wrong[screen] = leaps
    assert wrong == {}


def _picture(widget: QWidget) -> QImage:
    """The widget with what is around it: some rings are drawn by what holds it."""
    around = widget.parentWidget() or widget
    return around.grab().toImage()


def _shows_focus(widget: QWidget, root: QWidget) -> bool:
    area = _scroller(widget)
    if area is not None and area.widget() is not None and area.widget() is not widget:
        area.ensureWidgetVisible(widget)
    focused = root.focusWidget()
    if focused is not None:
        focused.clearFocus()
    QApplication.processEvents()
    without = _picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return _differs(without, _picture(widget))


def _differs(one: QImage, other: QImage) -> bool:
    """By more than a caret: at least 30 pixels."""
    if one.size() != other.size():
        return True
    width, height = one.width(), one.height()
    one, other = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (one, other))
    first, second = bytes(one.constBits()), bytes(other.constBits())
    row = one.bytesPerLine()
    count = 0
    for y in range(height):
        if first[y * row : y * row + 4 * width] != second[y * row : y * row + 4 * width]:
            a, b = first[y * row : y * row + 4 * width], second[y * row : y * row + 4 * width]
            count += sum(a[x : x + 4] != b[x : x + 4] for x in range(0, 4 * width, 4))
            if count >= 30:
                return True
    return False


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark", "high contrast"])
def test_the_focus_is_seen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, qapp: QApplication, theme: look.Theme
) -> None:
    look.apply(qapp, theme)
    unseen = []
    for screen, root in _screens(window, qtbot, tmp_path):
        root.activateWindow()
        unseen += [f"{screen}: {_told(widget)}" for widget in stops(root) if not _shows_focus(widget, root)]
    look.apply(qapp, look.Theme.LIGHT)
    assert unseen == []
