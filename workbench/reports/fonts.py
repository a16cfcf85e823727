"""The fonts of the notes, all under the SIL Open Font License, and which characters they can show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import resources

EVERYDAY = frozenset({*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "‘’‚“”„‹›–—…•€")})
"""What the first two faces have for certain, so that a text in a Latin script needs no font read."""


@dataclass(frozen=True, slots=True)
class Face:
    """A folder of one family. Its characters are read from `file`."""

    family: str
    folder: Path
    file: str

    def characters(self) -> frozenset[int]:
        # Late, for plain text needs none of it.
        from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

        with TTFont(self.folder / self.file, fontNumber=0, lazy=True) as font:
            return frozenset(font.getBestCmap())


def _package(name: str, folder: str = "files") -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the font package {name} is not installed")
    return Path(spec.origin).parent / folder


def text_faces() -> tuple[Face, ...]:
    """The faces of running text and the scripts beside Latin, Greek and Cyrillic, small enough to load always."""
    return (
        Face("Source Serif 4", _package("fontpkg_source_serif_4"), "SourceSerif4[opsz,wght].ttf"),
        Face("Source Sans 3", _package("fontpkg_source_sans_3"), "SourceSans3[wght].ttf"),
        Face("IBM Plex Sans Arabic", _package("fontpkg_ibm_plex_sans_arabic"), "IBMPlexSansArabic-Regular.ttf"),
        Face("Noto Sans Hebrew", resources.path("fonts/noto-sans-hebrew"), "NotoSansHebrew.ttf"),
        Face("Noto Sans Devanagari", _package("fontpkg_noto_sans_devanagari"), "NotoSansDevanagari[wdth,wght].ttf"),
        Face("Noto Emoji", resources.path("fonts/noto-emoji"), "NotoEmoji-Regular.ttf"),
    )


def east_asian_face() -> Face:
    """Chinese, Japanese and Korean: 19 MB, loaded only when a text needs it."""
    return Face("Noto Sans CJK SC", _package("noto_cjk_sans_otc", ""), "NotoSansCJK-Regular.ttc")


class FontBook:
    """Which characters can be shown, reading each font when the text first needs it."""

    def __init__(self) -> None:
        self._loaded: list[frozenset[int]] = []
        self._waiting: Iterator[Face] = iter(text_faces())
        self._east_asian: frozenset[int] | None = None
        self.needs_east_asian = False
        """Whether a character was met that only the East Asian face has."""

    def covers(self, code: int) -> bool:
        if code in EVERYDAY or any(code in characters for characters in self._loaded):
            return True
        for face in self._waiting:
            self._loaded.append(face.characters())
            if code in self._loaded[-1]:
                return True
        return self._covered_by_east_asian(code)

    def _covered_by_east_asian(self, code: int) -> bool:
        if self._east_asian is None:
            self._east_asian = east_asian_face().characters()
        covered = code in self._east_asian
        self.needs_east_asian |= covered
        return covered

    def families(self) -> list[str]:
        """In the order in which the template tries them after the serif."""
        east_asian = [east_asian_face().family] if self.needs_east_asian else []
        *text, emoji = (face.family for face in text_faces())
        return [*text[1:], *east_asian, emoji]

    def folders(self) -> list[Path]:
        """What to give to typst."""
        faces = [*text_faces(), *([east_asian_face()] if self.needs_east_asian else [])]
        return [face.folder for face in faces]
