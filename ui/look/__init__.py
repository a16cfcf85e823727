"""How the window looks: colours, fonts, icons, and the marks of a claim's status.

`apply(app, Theme.SYSTEM)` dresses the application (Fusion, palette, one stylesheet); `changed` is emitted afterwards
and whenever the desktop's colour scheme changes. Painters read `tokens()`, `font(role)` and `px(ems)` when they paint
and keep none of it. Icons follow the theme by themselves.

Fonts: never `font-weight` in a stylesheet, never `setBold`: the faces are variable (see fonts.py). Use `font(role)`
with "body", "strong", "small", "small-strong", "heading", "title", "reading", "reading-strong", "reading-small",
or `set_font(widget, role)`, which keeps up with the settings.

Dynamic properties that the stylesheet reads; set them with `style(widget, role=…, tone=…)`:

| widget                   | role                                                                                |
|--------------------------|-------------------------------------------------------------------------------------|
| QPushButton, QToolButton | primary · quiet (no frame until pointed at)                                         |
| QPushButton              | chip (checkable filter) · segment (one of a row; with tone) · danger · link         |
| QLabel                   | heading · title · strong · small (muted) · muted · reading · error · keycap ("Ctrl+F")
|                          | · chip (filled) · badge (framed; with tone)                                         |
| QFrame                   | bar (strip with a line below) · foot (with one above) · card · popup                |
|                          | · quote (bar at the left) · rule · message (with level)                             |
| QWidget                  | page (white ground; plain QWidgets need WA_StyledBackground)                        |
| QListView                | rows (its rows draw the focus themselves) · desk (what sheets of paper lie on)      |
| QLineEdit                | search                                                                              |

tone: good · mixed · bad · open (the values of workbench.domain.rating.Tone).
level: info · warning · error · done on messages; error on fields.
selected: true on cards.

Icons and marks are loaded when they are first asked for: the window's first picture has none.
"""

from typing import TYPE_CHECKING, Any

from ui.look.fonts import (
    READING_FACES,
    SANS,
    SERIF,
    FontRole,
    default_points,
    em,
    font,
    load_fonts,
    make,
    px,
)
from ui.look.roles import dress_anew, set_font, style
from ui.look.shown import changed, tokens
from ui.look.stylesheet import button_height
from ui.look.theme import application, apply, draw_pictures, palette, prepare, put_on, resolve
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens, contrast
from workbench.settings import Theme

if TYPE_CHECKING:
    from ui.look.icons import beside_words, icon, paint_icon, pixmap
    from ui.look.marks import FACT_SHAPE, Line, Mark, MarkShape, mark, mark_shape, tone_icon

__all__ = [
    "DARK",
    "FACT_SHAPE",
    "HIGH_CONTRAST",
    "LIGHT",
    "READING_FACES",
    "SANS",
    "SERIF",
    "FontRole",
    "Line",
    "Mark",
    "MarkShape",
    "Theme",
    "Tokens",
    "application",
    "apply",
    "beside_words",
    "button_height",
    "changed",
    "contrast",
    "default_points",
    "draw_pictures",
    "dress_anew",
    "em",
    "font",
    "icon",
    "load_fonts",
    "make",
    "mark",
    "mark_shape",
    "paint_icon",
    "palette",
    "pixmap",
    "prepare",
    "put_on",
    "px",
    "resolve",
    "set_font",
    "style",
    "tokens",
    "tone_icon",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ui.look import icons, marks

    found = globals()[name] = getattr(icons if hasattr(icons, name) else marks, name)
    return found
