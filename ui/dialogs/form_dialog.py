"""What every form has in common: Enter files it, Ctrl+Enter from anywhere; Esc leaves it; wrong fields say so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.look.focus_order import follow_layout
from ui.look.labels import caption

_LABELS = 6.2
"""Least width of the labels' column in ems: the same in all parts of a form, so that their fields stand in line."""
_SHORT = (QLineEdit, QAbstractSpinBox, QComboBox, QCheckBox, QRadioButton, QAbstractItemView)
_IS_LABEL = "labelsField"
"""Property of the labels that stand in that column."""


def form_layout() -> QFormLayout:
    """A form with the gaps and alignment of all our forms."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(look.px(0.7))
    form.setVerticalSpacing(look.px(0.5))
    form.setLabelAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    return form


def add_row(form: QFormLayout, name: str, field: QWidget) -> QWidget:
    """Add a field with its label, which names it for screen readers too; returns the field."""
    label = caption("muted", name)
    label.setMinimumWidth(look.px(_LABELS))
    label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    label.setBuddy(field)
    label.setProperty(_IS_LABEL, True)
    if name and not field.accessibleName():
        field.setAccessibleName(name)
    form.addRow(label, field)
    return field


class FormDialog(QDialog):
    """Fill `body`; call `say_problem` with what is wrong, or nothing."""

    def __init__(self, title: str, file_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(0.7))
        self._problem = look.style(QLabel(), role="error")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.file_button = look.style(QPushButton(file_words), role="primary")
        self.file_button.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        self.file_button.setDefault(False)
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self.accept)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.addButton(self.file_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1.1), look.px(1), look.px(1.1), look.px(0.9))
        column.setSpacing(look.px(0.8))
        column.addLayout(self.body, 1)
        self._rule = look.style(QFrame(), role="rule")
        self._rule.hide()
        column.addWidget(self._rule)
        column.addWidget(self._problem)
        column.addWidget(self._buttons)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.file_button.click)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes through the form as it is read; its labels stand in one column, however long a language's words."""
        super().showEvent(event)
        follow_layout(self)
        labels = [label for label in self.findChildren(QLabel) if label.property(_IS_LABEL)]
        widest = max((label.sizeHint().width() for label in labels), default=0)
        for label in labels:
            label.setMinimumWidth(max(widest, label.minimumWidth()))
        areas = self.findChildren(QScrollArea)
        self._rule.setVisible(bool(areas))  # else what is scrolled is cut by nothing
        # In a moment: what the labels have asked for reaches the layouts around them with the next events.
        for area in areas:
            QTimer.singleShot(0, area, partial(self._give_room, area))

    def _give_room(self, area: QScrollArea) -> None:
        """What scrolls only downwards is seen whole across; where the screen is too narrow for that, it scrolls."""
        page = area.widget()
        if page is None or area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            return
        needed = page.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()
        most = self.screen().availableGeometry().width() * 4 // 5
        area.setMinimumWidth(min(needed, most))
        if needed > most:
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def say_problem(self, sentence: str = "", field: QWidget | None = None) -> None:
        """Say what keeps the form from being filed, and go to the field; with no sentence, nothing is wrong.

        What was said is taken back when the field's words change: it is true no more.
        """
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if field is not None:
            field.setFocus()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            once = Qt.ConnectionType.SingleShotConnection
            field.textChanged.connect(lambda: self.say_problem(), once)

    def problem(self) -> str:
        """What was last said to keep the form from being filed; empty when nothing does."""
        return self._problem.text()

    def files_on_enter(self, field: QWidget | None, /) -> bool:
        """Whether Enter in `field` files the form: where Enter can mean nothing else."""
        return isinstance(field, _SHORT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        field = self.focusWidget()
        button = field if isinstance(field, QPushButton) else self.file_button if self.files_on_enter(field) else None
        # A field may have filed the form with this very key.
        if button is not None and self.isVisible() and not event.isAutoRepeat():
            button.click()
        else:
            event.ignore()
