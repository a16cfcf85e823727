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
class Mark:
    """`icon` is a name for look.icon, `token` a field of look.tokens()."""

    icon: str
    word: str
    token: str
    line: Line

    @property
    def colour(self) -> QColor:
        """In the theme that is shown now."""
        return QColor(getattr(shown.tokens(), self.token))


_SHAPES: dict[Status, tuple[str, str, Line]] = {
    Status.TO_CHECK: ("circle", "to_check", Line.SOLID),
    Status.CHECKING: ("circle-dot", "checking", Line.DASH_DOTTED),
    Status.QUERY_OUT: ("circle-question-mark", "query_out", Line.DASHED),
    Status.NEEDS_EDITOR: ("flag", "needs_editor", Line.LONG_DASHED),
    Status.CHECKED: ("check", "checked", Line.THIN),
    Status.CHANGED: ("circle-alert", "changed", Line.WAVY),
    Status.SECOND_CHECKED: ("check-check", "second_checked", Line.DOUBLE),
}
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
    icon, token, line = _SHAPES[status]
    return Mark(icon, _words()[status], token, line)


def tone_icon(tone: Tone) -> str:
    """Name of the icon that goes with an outcome of `tone`; its colour token has the tone's own name."""
    return _TONE_ICONS[tone]
