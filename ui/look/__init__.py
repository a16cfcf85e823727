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
| QFrame                   | bar (strip with a line below) · card · popup · quote (bar at the left) · rule       |
|                          | · message (with level)                                                              |
| QWidget                  | page (white ground; plain QWidgets need WA_StyledBackground)                        |
| QListView                | rows (its rows draw the focus themselves)                                           |
| QLineEdit                | search                                                                              |

tone: good · mixed · bad · open (the values of workbench.domain.rating.Tone).
level: info · warning · error · done on messages; error on fields.
selected: true on cards.
"""

from ui.look.fonts import READING_FACES, SANS, SERIF, FontRole, default_points, em, font, make, px
from ui.look.icons import icon, paint_icon, pixmap
from ui.look.marks import Line, Mark, MarkShape, mark, mark_shape, tone_icon
from ui.look.roles import set_font, style
from ui.look.shown import changed, tokens
from ui.look.theme import apply, palette, prepare, put_on, resolve
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens, contrast
from workbench.settings import Theme

__all__ = [
    "DARK",
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
    "apply",
    "changed",
    "contrast",
    "default_points",
    "em",
    "font",
    "icon",
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
