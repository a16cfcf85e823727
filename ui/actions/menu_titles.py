"""The titles in the menu bar, apart from what is in the menus: the window's first picture has these alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar

TITLES = {
    "File": "&File",
    "Edit": "&Edit",
    "Claim": "&Claim",
    "Evidence": "E&vidence",
    "View": "&View",
    "Help": "&Help",
}
"""By the names of ui.actions.table.Menu."""


def put(bar: QMenuBar) -> dict[str, QMenu]:
    """The menus, still empty, by name."""
    return {name: bar.addMenu(title) for name, title in zip(TITLES, words(), strict=True)}


def words() -> list[str]:
    """The titles in the language of the window."""
    return [QCoreApplication.translate("Menus", title) for title in TITLES.values()]
