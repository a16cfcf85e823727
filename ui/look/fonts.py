"""The faces of the window: Source Sans 3 for controls, Source Serif 4 for words of the article.

Both are variable fonts. Qt's fontconfig backend does not map QFont.setWeight (or `font-weight` in a stylesheet) to
their weight axis, so every font is made here, with both set.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

import resources

SANS = "Source Sans 3"
SERIF = "Source Serif 4"
ARABIC = "IBM Plex Sans Arabic"
_UPRIGHT = (
    ("fontpkg_source_sans_3", "SourceSans3[wght].ttf"),
    ("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf"),
)
"""Package and file of the faces that every picture of the window needs."""
_ITALIC = (
    ("fontpkg_source_sans_3", "SourceSans3-Italic[wght].ttf"),
    ("fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf"),
)
_ARABIC = ("fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-Regular.ttf")
_DEVANAGARI = ("fontpkg_noto_sans_devanagari", "NotoSansDevanagari[wdth,wght].ttf")
_EAST_ASIAN = ("noto_cjk_sans_otc", "NotoSansCJK-Regular.ttc")
_HEBREW, _EMOJI = "fonts/noto-sans-hebrew/NotoSansHebrew.ttf", "fonts/noto-emoji/NotoEmoji-Regular.ttf"
"""For systems without Hebrew or emoji; Qt prefers the system's own fonts."""
READING_FACES = (SERIF, SANS)
"""Faces the article can be read in."""

FontRole = Literal[
    "body", "strong", "small", "small-strong", "heading", "title", "reading", "reading-strong", "reading-small"
]


class _Cut(NamedTuple):
    family: str
    weight: int
    size: float
    """Times the size of the window's font."""


_CUTS: dict[FontRole, _Cut] = {
    "body": _Cut(SANS, 400, 1.0),
    "strong": _Cut(SANS, 600, 1.0),
    "small": _Cut(SANS, 400, 0.88),
    "small-strong": _Cut(SANS, 600, 0.88),
    "heading": _Cut(SANS, 600, 1.14),
    "title": _Cut(SERIF, 600, 1.7),
    "reading": _Cut(SERIF, 400, 1.14),
    "reading-strong": _Cut(SERIF, 600, 1.14),
    "reading-small": _Cut(SERIF, 400, 1.0),
}
_POINTS_A_PIXEL = 0.75
_OPTICAL = (8.0, 60.0)
"""Sizes in points that Source Serif is drawn for: sturdier when small, finer when large."""
_SMALLEST_POINTS = 10.5
"""Source Sans runs small: below this its words tire the eye, whatever the system's own font has."""


def load_fonts(words: str | None = None) -> None:
    """Register the fonts with Qt, each once per process; given `words`, only those they are written in.

    Needs a QGuiApplication. Fonts that come later change nothing for words that don't need them.
    """
    everything, characters = words is None, set(words or "")
    for font in (*_UPRIGHT, *_ITALIC) if everything else _UPRIGHT:
        _register_packaged(*font)
    if everything or any("\u0600" <= one < "\u0900" or "\ufb50" <= one < "\uff00" for one in characters):
        _register_packaged(*_ARABIC)
    if everything or any("\u0590" <= one < "\u0600" or "\ufb1d" <= one < "\ufb50" for one in characters):
        _register(resources.path(_HEBREW))
    if everything or any("\u0900" <= one < "\u0980" for one in characters):
        _register_packaged(*_DEVANAGARI)
    if everything or any("\u1100" <= one < "\u1200" or "\u2e80" <= one < "\ud800" for one in characters):
        _register_east_asian()
    if everything or any(one >= "\u2190" for one in characters):
        _register(resources.path(_EMOJI))


def _register_east_asian() -> None:
    """Where the system has nothing for one of them: 19 MB, which take 30 ms."""
    system = QFontDatabase.WritingSystem
    east = (system.SimplifiedChinese, system.TraditionalChinese, system.Japanese, system.Korean)
    if not all(QFontDatabase.families(one) for one in east):
        _register_packaged(*_EAST_ASIAN)


@cache
def _register(file: Path) -> None:
    QFontDatabase.addApplicationFont(str(file))


@cache
def _register_packaged(package: str, name: str) -> None:
    """A file of an installed font package, found without importing it: its registry costs 50 ms of start."""
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec is not None else None
    if folders:
        inside = Path(folders[0], "files")
        _register((inside if inside.is_dir() else inside.parent) / name)


def make(family: str, weight: int, *, pixels: float = 0.0, points: float = 0.0) -> QFont:
    """A font of `weight` (200..900) with the size in `pixels` or `points`; Arabic falls back to a face that has it."""
    font = QFont([family, ARABIC])
    font.setWeight(QFont.Weight(weight))
    font.setVariableAxis(QFont.Tag("wght"), weight)
    if pixels:
        font.setPixelSize(max(1, round(pixels)))
    elif points:
        font.setPointSizeF(points)
    if family == SERIF:
        size = points or pixels * _POINTS_A_PIXEL
        font.setVariableAxis(QFont.Tag("opsz"), min(max(size, _OPTICAL[0]), _OPTICAL[1]))
    return font


def default_points() -> float:
    """The size of the window's font unless the settings say otherwise: the system's, but not below a readable one."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(system.pointSizeF(), _SMALLEST_POINTS)


def font(role: FontRole = "body") -> QFont:
    """The font of `role`, in proportion to the application's font."""
    cut = _CUTS[role]
    points = QGuiApplication.font().pointSizeF() * cut.size
    return make(cut.family, cut.weight, points=points)


def em() -> float:
    """Size of the window's font in device-independent pixels; the unit all lengths are derived from."""
    return float(QFontInfo(QGuiApplication.font()).pixelSize())


def px(ems: float) -> int:
    """`ems` times the size of the window's font, in whole device-independent pixels, at least 1."""
    return max(1, round(ems * em()))
