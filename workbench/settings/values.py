"""The settings, their defaults, and what may stand for each in the file.

To add a setting: give `Settings` a field with its default, and `READERS` a row of its name that says what is expected.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from workbench.errors import Sentence
from workbench.settings.places import default_backup_folder, default_cases_folder, default_house_scales

_COLOUR = r"#[0-9a-fA-F]{6}"


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Paper(StrEnum):
    A4 = "a4"
    US_LETTER = "us-letter"


@dataclass(frozen=True, slots=True, repr=False)  # its repr would take half of the making, which the start waits for
class Settings:
    checker: str = ""
    """The name that stands under checks; empty until somebody gives one."""
    theme: Theme = Theme.SYSTEM
    language: str = ""
    """Of the window, a BCP 47 tag; empty for the system's."""
    reading_face: str = "Source Serif 4"
    reading_size: int = 13
    """Points, 8 to 40."""
    column_width: int = 70
    """Characters of a line of the article, 40 to 120."""
    single_letter_keys: bool = True
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Identifier of an action → its key ("Ctrl+E"); an empty key takes it off."""
    scale: str = "editorial"
    """Identifier of the rating scale of new cases."""
    independent_sources: int = 3
    """Secondary sources, 1 to 9, that together stand for a primary one: KSJ asks for three, AFP for two."""
    house_scales: Path = field(default_factory=default_house_scales)
    """Folder with the house's own rating scales."""
    cases_folder: Path = field(default_factory=default_cases_folder)
    backup_folder: Path = field(default_factory=default_backup_folder)
    backup_minutes: int = 10
    """Between two backups of an open case, 1 to 1440; 0 makes none."""
    model: str = ""
    """Package with the language model; empty for the best one installed."""
    house_name: str = ""
    house_logo: Path | None = None
    house_colour: str = "#1f4e79"
    """#rrggbb, in the notes' headings."""
    paper: Paper = Paper.A4
    allow_private_addresses: bool = False
    """Whether pages may be fetched from the house's own network."""
    problems: tuple[str, ...] = field(default=(), compare=False)
    """A sentence for each line of the file that could not be used; the default stands in its place. Never saved."""

    @property
    def signature(self) -> str:
        """The checker's name, else the name of the account at this computer."""
        return self.checker or _account()


def _account() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unnamed"


class Reader(NamedTuple):
    """How a value of the file is taken in: to the setting's value, or None when it is not what is expected."""

    expected: Sentence
    read: Callable[[object], object | None]


def _text(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and value.isprintable() else None


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def full_path(value: object) -> Path | None:
    """An absolute path that a file of this system can have; ~ is the person's own folder."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        path = Path(value.strip()).expanduser()
        path.lstat()
    except (RuntimeError, ValueError):  # nobody's folder, a zero byte
        return None
    except OSError as error:  # it need not be there yet
        if error.errno == errno.ENAMETOOLONG:
            return None
    return path if path.is_absolute() else None


def _colour(value: object) -> str | None:
    return value.lower() if isinstance(value, str) and re.fullmatch(_COLOUR, value) else None


def _keys(value: object) -> Mapping[str, str] | None:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value.values()):
        return None
    return MappingProxyType({str(action): str(key) for action, key in value.items()})


def _one_of(choices: type[StrEnum]) -> Reader:
    names = [str(choice) for choice in choices]
    quoted = ", ".join(f"“{name}”" for name in names)
    return Reader(Sentence("one of {names}", names=quoted), lambda value: choices(value) if value in names else None)


def _whole(least: int, most: int, *, or_zero: bool = False) -> Reader:
    def read(value: object) -> int | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        return value if least <= value <= most or (or_zero and value == 0) else None

    if or_zero:
        return Reader(Sentence("a whole number from {least} to {most}, or 0", least=least, most=most), read)
    return Reader(Sentence("a whole number from {least} to {most}", least=least, most=most), read)


_TEXT = Reader(Sentence("words in quotation marks"), _text)
_TRUTH = Reader(Sentence("true or false"), _truth)
_PATH = Reader(Sentence("a full path in quotation marks"), full_path)

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "checker": _TEXT,
        "theme": _one_of(Theme),
        "language": _TEXT,
        "reading_face": _TEXT,
        "reading_size": _whole(8, 40),
        "column_width": _whole(40, 120),
        "single_letter_keys": _TRUTH,
        "keys": Reader(Sentence("a table of actions and their keys"), _keys),
        "scale": _TEXT,
        "independent_sources": _whole(1, 9),
        "house_scales": _PATH,
        "cases_folder": _PATH,
        "backup_folder": _PATH,
        "backup_minutes": _whole(1, 1440, or_zero=True),
        "model": _TEXT,
        "house_name": _TEXT,
        "house_logo": _PATH,
        "house_colour": Reader(Sentence("a colour such as “{example}”", example="#1f4e79"), _colour),
        "paper": _one_of(Paper),
        "allow_private_addresses": _TRUTH,
    }
)
