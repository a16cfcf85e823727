"""Giving a widget its part: the dynamic properties that the stylesheet reads, and the font that goes with it."""

from __future__ import annotations

from typing import TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.look import fonts, shown

_W = TypeVar("_W", bound=QWidget)
_FONTS: dict[str, fonts.FontRole] = {
    "primary": "strong",
    "heading": "heading",
    "title": "title",
    "strong": "strong",
    "small": "small",
    "keycap": "small",
    "chip": "small",
    "badge": "small-strong",
    "segment": "small-strong",
    "reading": "reading",
}


def style(widget: _W, *, role: str = "", tone: str = "", level: str = "", selected: bool | None = None) -> _W:
    """Set the given properties on `widget` (those left out stay), dress it anew if it is dressed, and return it."""
    for name, value in (("role", role), ("tone", tone), ("level", level)):
        if value:
            widget.setProperty(name, value)
    if selected is not None:
        widget.setProperty("selected", selected)
    if role in _FONTS:
        set_font(widget, _FONTS[role])
    if shown.state.is_on and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        dress_anew(widget)
    return widget


def dress_anew(widget: QWidget) -> None:
    """Have the stylesheet look at the properties of `widget` again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


_dressed: WeakKeyDictionary[QWidget, fonts.FontRole] = WeakKeyDictionary()


def set_font(widget: QWidget, role: fonts.FontRole) -> None:
    """Give `widget` the font of `role`, also after the window's font has changed."""
    _dressed[widget] = role
    widget.setFont(fonts.font(role))


def _dress_again() -> None:
    for widget, role in list(_dressed.items()):
        if isValid(widget):
            widget.setFont(fonts.font(role))


shown.changed.connect(_dress_again)
