"""Other keys for actions: one field for each, and a word when two actions would share a key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QKeySequenceEdit, QLabel, QPushButton, QWidget

from ui import look

Row = tuple[str, str, str, str]
"""Identifier, menu, words and keys of an action."""

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText


class KeysField(QWidget):
    """`keys` are those that the person gave before; `defaults` what each action has without them."""

    changed = Signal()
    """Some action has another key."""

    def __init__(
        self,
        rows: Sequence[Row],
        keys: Mapping[str, str],
        defaults: Mapping[str, tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys = dict(keys)
        self._defaults = defaults
        self._shown: dict[str, str] = {}
        self._words = {row[0]: row[2] for row in rows}
        self._others: dict[str, list[str]] = {}
        """Further keys of actions, which go when the first is changed."""
        self.edits: dict[str, QKeySequenceEdit] = {}
        self._labels: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(look.px(0.3))
        grid.setColumnStretch(0, 1)
        for line, (identifier, _menu, words, native) in enumerate(rows):
            first, *others = (QKeySequence(key, _NATIVE) for key in native.split(", "))
            self._others[identifier] = [key.toString(_PORTABLE) for key in others]
            edit = QKeySequenceEdit(first)
            edit.setMaximumSequenceLength(1)
            edit.setClearButtonEnabled(True)
            edit.keySequenceChanged.connect(self.changed)
            edit.setAccessibleName(self.tr("Key for: {action}").format(action=words))
            self._shown[identifier] = self._key(edit)
            label = QLabel(words)
            label.setWordWrap(True)
            label.setBuddy(edit)
            grid.addWidget(label, line, 0)
            grid.addWidget(edit, line, 1)
            self._labels[identifier] = label
            self.edits[identifier] = edit
        self.restore_all = QPushButton(self.tr("Restore all keys"))
        self.restore_all.setAutoDefault(False)
        self.restore_all.clicked.connect(self._restore)
        grid.addWidget(self.restore_all, len(rows), 1)

    def _restore(self) -> None:
        """The keys that the program comes with, in force when the dialog is saved."""
        self._keys = {}
        for identifier, edit in self.edits.items():
            keys = self._defaults.get(identifier, ())
            first, *others = keys or ("",)
            edit.setKeySequence(QKeySequence(first))
            self._shown[identifier] = self._key(edit)
            self._others[identifier] = [QKeySequence(key).toString(_PORTABLE) for key in others]

    @staticmethod
    def _key(edit: QKeySequenceEdit) -> str:
        return edit.keySequence().toString(_PORTABLE)

    def keys(self) -> dict[str, str]:
        """The keys set before, with those changed here."""
        changed = {
            identifier: self._key(edit)
            for identifier, edit in self.edits.items()
            if self._key(edit) != self._shown[identifier]
        }
        return self._keys | changed

    def words(self) -> str:
        """What the actions are called."""
        return " ".join(self._words.values())

    def narrow(self, wanted: Sequence[str]) -> None:
        """Show only actions with all these words (case-folded); all of them when none has."""
        found = {
            name for name, words in self._words.items() if all(word in words.casefold() for word in wanted)
        } or set(self._words)
        for name, edit in self.edits.items():
            edit.setVisible(name in found)
            self._labels[name].setVisible(name in found)

    def clash(self) -> str:
        """A sentence naming two actions with one key, or empty."""
        taken: dict[str, str] = {}
        for identifier, edit in self.edits.items():
            first = self._key(edit)
            others = self._others[identifier] if first == self._shown[identifier] else []
            for key in filter(None, (first, *others)):
                if key in taken:
                    return self.tr("{key} is given twice: to “{one}” and “{other}”.").format(
                        key=key, one=self._words[taken[key]], other=self._words[identifier]
                    )
                taken[key] = identifier
        return ""
