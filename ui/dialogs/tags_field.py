"""Tags of a note as one line of words, completed from those that the case has."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from workbench.domain.tags import proper, read_tags, write_tags


class TagsField(QLineEdit):
    """A comma or Enter ends a tag; leaving the field puts what was typed in order."""

    def __init__(self, known: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("such as budget, city hall"))
        # Not the line's own completer, which completes the whole line.
        self.suggested = QCompleter(sorted(proper(known), key=str.casefold), self)
        self.suggested.setWidget(self)
        self.suggested.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.suggested.setFilterMode(Qt.MatchFlag.MatchContains)
        self.suggested.activated.connect(self._take)
        self.textEdited.connect(self._suggest)
        self.returnPressed.connect(self._end_tag)

    def tags(self) -> tuple[str, ...]:
        return read_tags(self.text())

    def set_tags(self, tags: Iterable[str]) -> None:
        self.setText(write_tags(tags))

    def _typed(self) -> str:
        """The tag at the caret."""
        return self.text()[: self.cursorPosition()].rpartition(",")[2].lstrip(" #")

    def _suggest(self) -> None:
        typed = self._typed()
        self.suggested.setCompletionPrefix(typed)
        exact = self.suggested.completionCount() == 1 and self.suggested.currentCompletion() == typed
        if typed and self.suggested.completionCount() and not exact:
            self.suggested.complete()
        elif popup := self.suggested.popup():
            popup.hide()

    def _take(self, tag: str) -> None:
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        kept = before.rpartition(",")[0]
        self._show(f"{kept}, {tag}" if kept else tag, after.partition(",")[2])

    def _end_tag(self) -> None:
        popup = self.suggested.popup()
        if popup and popup.isVisible() and popup.currentIndex().isValid():
            return  # Enter takes the tag that is offered
        self._show(self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :])

    def _show(self, before: str, after: str) -> None:
        """Both in order, and the caret between them, where the next tag goes."""
        first = write_tags(read_tags(before))
        rest = write_tags(tag for tag in read_tags(f"{before}, {after}") if tag not in read_tags(before))
        self.setText(", ".join(part for part in (first, rest) if part) + ("" if rest or not first else ", "))
        self.setCursorPosition(len(first) + 2 if rest and first else len(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.set_tags(self.tags())
        super().focusOutEvent(event)
