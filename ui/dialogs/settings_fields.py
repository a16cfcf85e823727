"""Editors for single settings: each shows a value and gives it back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui import look
from workbench.settings.values import full_path


class _ChosenField(QWidget):
    """Something typed, or chosen by the button beside it."""

    def __init__(self, name: str, text: str, icon: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(text)
        self.line.setAccessibleName(name)
        choose = QPushButton(look.icon(icon), self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.setAccessibleName(self.tr("Choose: {name}").format(name=name))
        choose.clicked.connect(self._choose)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.line, 1)
        line.addWidget(choose)
        self.setFocusProxy(self.line)

    def _choose(self) -> None:
        raise NotImplementedError


class PathField(_ChosenField):
    """A folder or a file, typed or chosen."""

    def __init__(self, name: str, path: Path | None, *, folder: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(name, str(path) if path else "", "folder-open", parent)
        self._folder = folder

    def _choose(self) -> None:
        if self._folder:
            chosen = QFileDialog.getExistingDirectory(self, self.line.accessibleName(), self.line.text())
        else:
            chosen, _ = QFileDialog.getOpenFileName(
                self, self.line.accessibleName(), self.line.text(), self.tr("Pictures (*.png *.jpg *.jpeg *.svg)")
            )
        if chosen:
            self.line.setText(chosen)

    def path(self) -> Path | None:
        """None when it is empty, or no full path."""
        return full_path(self.line.text())

    def is_wrong(self) -> bool:
        """Whether what stands there is no full path."""
        return bool(self.line.text().strip()) and self.path() is None


class ColourField(_ChosenField):
    """A colour by its `#rrggbb`, typed or chosen."""

    def __init__(self, name: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(name, colour, "a-large-small", parent)
        self.line.setInputMask(r"\#HHHHHH")

    def _choose(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.line.text()), self, self.line.accessibleName())
        if chosen.isValid():
            self.line.setText(chosen.name())

    def colour(self) -> str:
        return self.line.text().lower()
