"""Fields whose words are saved as they are typed: after a pause, on leaving the field, on Ctrl+Enter.

What is shown comes from the case again and again while somebody types. Words that aren't saved yet are never
overwritten by it, and the caret stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.views.note_drops import holds_file

PAUSE_MS = 1000
"""A pause in typing after which the words are saved, in milliseconds."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Saving(QObject):
    """Keeps a field's words apart from the words saved, and says when to save: one act for one edit."""

    save = Signal(str)
    """These words are to be saved."""
    put_aside = Signal(str)
    """These words were cancelled before they were saved."""
    pending_changed = Signal()
    """Read `is_pending`."""

    def __init__(self, read: Callable[[], str], write: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._write = write
        self._saved = ""
        self._sent: str | None = None
        self._was_pending = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    def is_dirty(self) -> bool:
        return self._read() != self._saved

    def is_pending(self) -> bool:
        """Whether there are words that are neither saved nor on their way."""
        return self._read() not in (self._saved, self._sent)

    def _tell_pending(self) -> None:
        if self.is_pending() != self._was_pending:
            self._was_pending = not self._was_pending
            self.pending_changed.emit()

    def begin(self, saved: str, typed: str | None = None) -> None:
        """Turn to another claim's words; `typed` are words of hers that could not be saved yet."""
        self._timer.stop()
        self._saved, self._sent = saved, None
        self._write(saved if typed is None else typed)
        self._tell_pending()

    def refresh(self, saved: str) -> None:
        """The case has changed. Words being typed stay."""
        dirty = self.is_dirty()
        self._saved = saved
        if self._sent == saved:
            self._sent = None
        if not dirty:
            self._write(saved)
        self._tell_pending()

    def typed(self) -> None:
        self._sent = None
        self._timer.start()
        self._tell_pending()

    def flush(self) -> None:
        """Save now what is not saved yet. Words on their way are not sent twice."""
        self._timer.stop()
        if self.is_pending():
            self._sent = words = self._read()
            self.save.emit(words)
        self._tell_pending()

    def failed(self) -> None:
        """What was sent could not be saved: the words stay, and the next flush tries again."""
        self._sent = None
        self._tell_pending()

    def cancel(self) -> None:
        """Back to the words saved last, those on their way included; the others are handed to `put_aside`."""
        self._timer.stop()
        pending, words = self.is_pending(), self._read()
        self._write(self._saved if self._sent is None else self._sent)
        if pending:
            self.put_aside.emit(words)
        self._tell_pending()

    def bring_back(self, words: str) -> None:
        """Words that were put aside could not be kept elsewhere: they are here again, unless somebody types."""
        if not self.is_pending():
            self._write(words)
            self._tell_pending()

    def handles(self, event: QKeyEvent) -> bool:
        """Whether Ctrl+Enter or Esc means something here now."""
        if event.key() in _ENTER:
            return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return event.key() == Qt.Key.Key_Escape and self.is_dirty()

    def press(self, event: QKeyEvent) -> bool:
        """Act on Ctrl+Enter or Esc; False when the key is the field's own.

        The key then goes on to what the field stands in, which may lead the focus away.
        """
        if not self.handles(event):
            return False
        if event.key() in _ENTER:
            self.flush()
        else:
            self.cancel()
        event.ignore()
        return True


class SavedLine(QLineEdit):
    """One line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.saving = Saving(self.text, self._write, self)
        self.textEdited.connect(self.saving.typed)
        self.returnPressed.connect(self.saving.flush)

    def _write(self, text: str) -> None:
        if text != self.text():
            caret = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(caret, len(text)) if self.hasFocus() else 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.saving.handles(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.saving.press(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # A file is no words: it is left to what lies behind the field, which begins a note with it.
        if holds_file(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.saving.flush()


class SavedText(QPlainTextEdit):
    """Several lines; grows with its words up to `MOST_LINES`. Tab leaves it."""

    MOST_LINES = 12

    def __init__(self, name: str, parent: QWidget | None = None, *, fewest: int = 2) -> None:
        super().__init__(parent)
        self._fewest = fewest
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it would cover the last line
        self.saving = Saving(self.toPlainText, self._write, self)
        self._writing = False
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    def _on_text_changed(self) -> None:
        self._fit()
        if not self._writing:
            self.saving.typed()

    def _write(self, text: str) -> None:
        if text == self.toPlainText():
            return
        caret = self.textCursor().position()
        self._writing = True
        self.setPlainText(text)
        self._writing = False
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(caret, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        else:
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _fit(self) -> None:
        needed = round(self.document().size().height())
        lines = max(self._fewest, min(self.MOST_LINES, needed))
        # A bar that came by itself would narrow the lines, which makes more of them, which makes it go: for ever.
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if needed > self.MOST_LINES else off)
        edges = self.contentsMargins()
        around = edges.top() + edges.bottom() + 2 * round(self.document().documentMargin())
        height = ceil(lines * self._line_height()) + around
        if height != self.height():
            self.setFixedHeight(height)

    def _line_height(self) -> float:
        # As laid out: the font's own line spacing leaves out the faces it falls back to.
        block = self.document().firstBlock()
        return self.blockBoundingRect(block).height() / max(1, block.layout().lineCount())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.saving.handles(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.saving.press(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.saving.flush()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words only: a file is left to what lies behind the field, which begins a note with it."""
        return not holds_file(source) and super().canInsertFromMimeData(source)
