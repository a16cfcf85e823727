"""Where the window and its parts stand: as they stood last on the screen they are on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen

from ui.views.layout_memory import LayoutMemory, name_of
from workbench import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from ui.views.workplace import Workplace


class WindowPlace(QObject):
    """Puts the window and its workplace in their places, and keeps these."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.kept = LayoutMemory(settings.home() / "layout.ini")
        self._workplace: Workplace | None = None
        self.screen = ""
        """As layout_memory.name_of tells it; empty until the window has its place."""
        self._follows = False

    def take(self) -> None:
        """Put the window where it was, and its halves."""
        self.kept.place(self._window, QGuiApplication.screens(), QGuiApplication.primaryScreen())
        self.screen = name_of(self._window.screen())
        if self._workplace is not None:
            self.arrange(self._workplace)

    def arrange(self, workplace: Workplace) -> None:
        """Part the halves as they were, once the window has its place; again when there is more in them."""
        self._workplace = workplace
        if self.screen:
            workplace.restore(self.kept.at(self.screen))

    def follow(self) -> None:
        """Hear when the window, which is shown, comes to another screen."""
        if not self._follows:
            from PySide6.QtGui import QWindow  # no part of the start

            self._follows = True
            handle = self._window.windowHandle()
            # PySide may hand out what stood at this address before; then the parts stay as they are on any screen.
            if isinstance(handle, QWindow):
                handle.screenChanged.connect(self.moved_to)

    def keep(self) -> None:
        self.kept.keep_place(self._window, self.screen)
        if self._workplace is not None:
            self._workplace.remember(self.kept.at(self.screen))

    def moved_to(self, screen: QScreen) -> None:
        """On another screen the parts stand as they stood there last."""
        name = name_of(screen)
        if name != self.screen and self._workplace is not None:
            self._workplace.remember(self.kept.at(self.screen))
            self._workplace.restore(self.kept.at(name))
        self.screen = name
