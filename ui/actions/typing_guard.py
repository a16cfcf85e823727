"""Keys without Ctrl, Alt or Meta never act while somebody types; those that type nothing, F1 to F35, do.

Enter presses the button that somebody has gone to by key, and does nothing else there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OWN_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, *_ENTER}
"""Keys that an open list of choices needs for itself."""


def takes_typing(widget: QObject | None) -> bool:
    """Whether what is typed goes into this widget as text."""
    if isinstance(widget, QTextEdit | QPlainTextEdit | QLineEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox) or (isinstance(widget, QComboBox) and widget.isEditable())


def _press(button: QAbstractButton) -> None:
    """As the space bar does, which also opens a button's menu."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        if isValid(button):
            QApplication.sendEvent(button, QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " "))


class TypingGuard(QObject):
    """Watches only the widget that has the focus: a filter over all events would cost every mouse move."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._watched: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        # The focus also moves on because a widget is being deleted.
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new if takes_typing(new) or isinstance(new, QComboBox) or self._is_gone_to(new) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def _is_gone_to(self, new: QWidget | None) -> bool:
        """Whether this is a button of the window reached by key. Those that stay pressed leave Enter to the check."""
        return (
            isinstance(new, QAbstractButton)
            and not new.isCheckable()
            and new.window() is self._window
            and QApplication.mouseButtons() is Qt.MouseButton.NoButton
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if isinstance(watched, QAbstractButton):
            return self._is_pressed(watched, event)
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        if event.modifiers() & _COMMAND or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
            return False
        if takes_typing(watched) or event.key() in _OWN_KEYS:
            event.accept()
            return True
        return False

    @staticmethod
    def _is_pressed(button: QAbstractButton, event: QKeyEvent) -> bool:
        if event.key() not in _ENTER or event.modifiers() & _COMMAND:
            return False
        if event.type() == QEvent.Type.KeyPress:
            _press(button)
        event.accept()
        return True
