"""How a status looks wherever it is shown: icon, word, colour and the line under its words, always together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from ui.look import shown
from workbench.domain.claim import Status
from workbench.domain.rating import Tone


class Line(StrEnum):
    """The line drawn under a claim's words. Each status has its own, so that colour is never the only difference."""

    SOLID = "solid"
    THIN = "thin"
    DOUBLE = "double"
    DASHED = "dashed"
    LONG_DASHED = "long dashed"
    DASH_DOTTED = "dash dotted"
    WAVY = "wavy"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class MarkShape:
    """A mark without its word: cheap enough to be looked up for every frame."""

    icon: str
    token: str
    line: Line


@dataclass(frozen=True, slots=True)
class Mark(MarkShape):
    """`icon` is a name for look.icon, `token` a field of look.tokens()."""

    word: str

    @property
    def colour(self) -> QColor:
        """In the theme that is shown now."""
        return QColor(getattr(shown.tokens(), self.token))


_SHAPES = {
    Status.TO_CHECK: MarkShape("circle", "to_check", Line.SOLID),
    Status.CHECKING: MarkShape("circle-dot", "checking", Line.DASH_DOTTED),
    Status.QUERY_OUT: MarkShape("circle-question-mark", "query_out", Line.DASHED),
    Status.NEEDS_EDITOR: MarkShape("flag", "needs_editor", Line.LONG_DASHED),
    Status.CHECKED: MarkShape("check", "checked", Line.THIN),
    Status.CHANGED: MarkShape("circle-alert", "changed", Line.WAVY),
    Status.SECOND_CHECKED: MarkShape("check-check", "second_checked", Line.DOUBLE),
}
FACT_SHAPE = MarkShape("", "fact", Line.DOTTED)
"""Dots under a fact that no claim covers."""
_TONE_ICONS = {
    Tone.GOOD: "circle-check",
    Tone.MIXED: "circle-minus",
    Tone.BAD: "circle-x",
    Tone.OPEN: "circle-question-mark",
}


def _words() -> dict[Status, str]:
    def tr(text: str) -> str:
        return QCoreApplication.translate("Status", text)

    return {
        Status.TO_CHECK: tr("To check"),
        Status.CHECKING: tr("Checking"),
        Status.QUERY_OUT: tr("Query out"),
        Status.NEEDS_EDITOR: tr("Needs editor"),
        Status.CHECKED: tr("Checked"),
        Status.CHANGED: tr("Changed, needs attention"),
        Status.SECOND_CHECKED: tr("Second-checked"),
    }


def mark(status: Status) -> Mark:
    """The mark of `status`, its word in the user's language."""
    shape = _SHAPES[status]
    return Mark(shape.icon, shape.token, shape.line, _words()[status])


def mark_shape(status: Status) -> MarkShape:
    """The mark of `status` without its word."""
    return _SHAPES[status]


def tone_icon(tone: Tone) -> str:
    """Name of the icon that goes with an outcome of `tone`; its colour token has the tone's own name."""
    return _TONE_ICONS[tone]
