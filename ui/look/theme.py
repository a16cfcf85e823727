"""Light, dark and high contrast: which is shown, and dressing the application in it."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.look import fonts
from ui.look.drawings import tinted
from ui.look.shown import state
from ui.look.stylesheet import IMAGES, stylesheet
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens
from workbench.settings import Theme

_STYLE = "Fusion"


def application(arguments: list[str]) -> QApplication:
    """The QApplication in our style. Setting it afterwards has PySide make its class of styles, 6 ms of the start."""
    state.has_style = True
    return QApplication([*arguments, "-style", _STYLE])


def resolve(theme: Theme) -> Tokens:
    """The colours of `theme` on this desktop."""
    if theme is Theme.SYSTEM:
        return _system_tokens()
    return {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.HIGH_CONTRAST: HIGH_CONTRAST}[theme]


def _system_tokens() -> Tokens:
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    if accessibility is not None and accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def prepare(app: QApplication, theme: Theme = Theme.SYSTEM, *, points: float = 0.0, words: str | None = None) -> None:
    """Fonts and colours of `theme`, which widgets measure themselves by; what `apply` begins with.

    Given `words`, only the fonts they need are there: the others come with `load_fonts`.
    """
    fonts.load_fonts(words)
    _follow_system(app)
    state.theme, state.points = theme, points
    state.tokens = resolve(theme)
    if not state.has_style:
        app.setStyle(_STYLE)
        state.has_style = True
    app.setFont(fonts.make(fonts.SANS, 400, points=points or fonts.default_points()))
    app.setPalette(palette(state.tokens))


def apply(app: QApplication, theme: Theme = Theme.SYSTEM, *, points: float = 0.0) -> None:
    """Dress `app` in `theme`, with the window's font at `points` (0: the system's size). May be called again.

    Theme.SYSTEM follows the desktop's colour scheme and its wish for contrast, also when they change.
    """
    prepare(app, theme, points=points)
    draw_pictures()
    put_on(app)
    state.changed.emit()


def put_on(app: QApplication) -> None:
    """The stylesheet of what was prepared. The pictures it names are read when a widget first shows one."""
    state.is_on = True
    app.setStyleSheet(stylesheet(state.tokens, fonts.em(), _images(state.tokens)))


def draw_pictures() -> None:
    """Draw the pictures that the stylesheet names."""
    for name, image in _images(state.tokens).items():
        icon, token = IMAGES[name]
        if not image.exists():
            image.write_text(tinted(icon, getattr(state.tokens, token)), "utf-8")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Named so that `temporary.sweep` finds it after a crash."""
    return tempfile.TemporaryDirectory(prefix=f"fact-check-{os.getpid()}-look-")


def _images(colours: Tokens) -> dict[str, Path]:
    """Tinted icons as files, because Qt's stylesheets take images from nowhere else."""
    folder = Path(_folder().name)
    return {name: folder / f"{name}-{getattr(colours, token)[1:]}.svg" for name, (_, token) in IMAGES.items()}


def _follow_system(app: QApplication) -> None:
    if state.follows_system:
        return
    state.follows_system = True
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(_system_changed)
    accessibility = hints.accessibility()
    if accessibility is not None:
        accessibility.contrastPreferenceChanged.connect(_system_changed)


def _system_changed() -> None:
    app = QApplication.instance()
    wanted = resolve(state.theme)
    if isinstance(app, QApplication) and wanted is not state.tokens:
        apply(app, state.theme, points=state.points)


def palette(colours: Tokens) -> QPalette:
    """`colours` as the palette that Fusion and the stylesheet draw with."""
    role = QPalette.ColorRole
    result = QPalette()
    for one, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.page,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.Button: colours.page,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_accent,
        role.ToolTipBase: colours.page,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.text,
        role.Link: colours.accent,
        role.LinkVisited: colours.query_out,
        role.Accent: colours.accent,
        role.Light: colours.raised,
        role.Midlight: colours.raised,
        role.Mid: colours.border,
        role.Dark: colours.border_strong,
        role.Shadow: colours.border_strong,
    }.items():
        result.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.disabled))
    return result
