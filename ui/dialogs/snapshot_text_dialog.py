"""The words of a snapshot beside the claim, as plain text: select some, and they become evidence with their place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from ui import look
from ui.dialogs.form_dialog import FormDialog
from ui.look.labels import caption, plain
from ui.look.room import fit
from ui.models.offsets import Utf16Map
from workbench.domain.claim import Anchor, Claim
from workbench.domain.span import Span

_LONGEST = 20_000
"""Code points of an excerpt; a longer one is no excerpt."""


class SnapshotTextDialog(FormDialog):
    def __init__(
        self, title: str, claim: Claim, text: str, place: Span | None, problem: str = "", parent: QWidget | None = None
    ) -> None:
        """`place` is shown first and marked; `problem` says what keeps some of the text from being there."""
        super().__init__(self.tr("Words of “{title}”").format(title=title), self.tr("Use as excerpt"), parent)
        self._text, self._map = text, Utf16Map(text)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(self.tr("Words of the snapshot"))
        look.set_font(self.text, "reading")
        self.text.setPlainText(text)
        self.text.selectionChanged.connect(self._selection_changed)
        self._lay_out(claim, problem)
        fit(self, 62, 42)
        self.file_button.setEnabled(False)
        self.text.setFocus()
        if place is not None:
            self._mark(place)

    def _lay_out(self, claim: Claim, problem: str) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(caption("strong", self.tr("Claim {number}").format(number=claim.number)))
        left.addWidget(plain("reading", claim.exact))
        left.addWidget(plain("muted", self.tr("Select the words that bear on it.")))
        left.addStretch(1)
        right.addWidget(caption("strong", self.tr("Snapshot")))
        if problem:
            right.addWidget(plain("muted", problem))
        right.addWidget(self.text, 1)
        line = QHBoxLayout()
        line.setSpacing(look.px(1.2))
        line.addLayout(left, 1)
        line.addLayout(right, 2)
        self.body.addLayout(line, 1)

    def _mark(self, place: Span) -> None:
        marked = QTextEdit.ExtraSelection()
        marked.cursor = self._cursor(place)
        marked.format = QTextCharFormat()
        marked.format.setBackground(self.palette().highlight())
        marked.format.setForeground(self.palette().highlightedText())
        self.text.setExtraSelections([marked])
        beginning = self._cursor(Span(place.start, place.start))
        self.text.setTextCursor(beginning)
        QTimer.singleShot(0, self.text, self.text.centerCursor)

    def _cursor(self, span: Span) -> QTextCursor:
        start, end = self._map.units_of(span)
        cursor = self.text.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def select(self, span: Span) -> None:
        """Select words as the person does."""
        self.text.setTextCursor(self._cursor(span))

    def _selection_changed(self) -> None:
        place = self.place()
        self.file_button.setEnabled(place is not None)
        self.say_problem()

    def place(self) -> Anchor | None:
        """The words selected, without white space around them; None when there are none."""
        cursor = self.text.textCursor()
        span = self._map.span(cursor.selectionStart(), cursor.selectionEnd()).trimmed(self._text)
        return Anchor.at(self._text, span) if span else None

    def accept(self) -> None:
        place = self.place()
        if place is None:
            self.say_problem(self.tr("Select the words to quote first."), self.text)
        elif len(place.exact) > _LONGEST:
            self.say_problem(self.tr("That is too much for an excerpt. Select fewer words."), self.text)
        else:
            super().accept()

    @classmethod
    def ask(
        cls, parent: QWidget | None, title: str, claim: Claim, text: str, place: Span | None, problem: str = ""
    ) -> Anchor | None:
        """The words to quote with their place, or None when the dialog was left."""
        dialog = cls(title, claim, text, place, problem, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.place()
        dialog.deleteLater()
        return chosen if given else None
