"""The theme that is shown now, for everything that paints."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.look.tokens import LIGHT, Tokens
from workbench.settings import Theme


class Shown(QObject):
    """What `theme.apply` was last asked for, and what that came to."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme.SYSTEM
        self.tokens = LIGHT
        self.points = 0.0
        self.follows_system = False
        self.has_style = False
        self.is_on = False
        """Whether the stylesheet is on: widgets dressed by it have to be dressed anew when their part changes."""


state = Shown()
changed = state.changed
"""Emitted after another theme or font size has been applied."""


def tokens() -> Tokens:
    """The colours of the theme that is shown."""
    return state.tokens
