"""`fact-check install-desktop`: the program in the menu of a Linux desktop, its files known to the file manager.

Written into the person's own data folder (XDG base directories), so no rights are needed; `--remove` takes it away.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import resources
from workbench.cli.saying import tell
from workbench.errors import UserFacingError

_NAME = "fact-check-workbench"
_KIND = "application-vnd.fact-check.case"
_RELOADS = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
"""Programs that tell the desktop of what is new in a folder; where one is missing, the next log-in does."""
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")
"""Characters for which a word of an Exec line is quoted (Desktop Entry Specification 1.5)."""


def install(words: argparse.Namespace) -> int:
    """Put the program into the menu, its icon and .factcase files into the file manager; for this user only."""
    if sys.platform in ("win32", "darwin"):
        raise UserFacingError("install-desktop is for Linux desktops; here open cases with “Open with…”.")
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share").absolute()
    files = _files()
    try:
        for name, content in files.items():
            target = data / name
            if words.remove:
                target.unlink(missing_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    except OSError as problem:
        raise UserFacingError(
            "{file} can't be written: {reason}. Look at the rights of that folder.",
            file=problem.filename,
            reason=problem.strerror,
        ) from problem
    for program, folder in _RELOADS:
        if shutil.which(program) and (data / folder).is_dir():
            subprocess.run([program, str(data / folder)], check=False, stderr=subprocess.DEVNULL)
    tell(f"{'Removed from' if words.remove else 'Installed in'} {data}.")
    return 0


def _files() -> dict[str, bytes]:
    """What belongs where, by path in the data folder."""
    icon = resources.path("icons/app.svg").read_bytes()
    entry = resources.path(f"desktop/{_NAME}.desktop").read_text("utf-8")
    return {
        f"applications/{_NAME}.desktop": entry.replace("Exec=fact-check ", f"Exec={_command()} ").encode(),
        f"mime/packages/{_NAME}.xml": resources.path(f"desktop/{_NAME}.xml").read_bytes(),
        f"icons/hicolor/scalable/apps/{_NAME}.svg": icon,
        f"icons/hicolor/scalable/mimetypes/{_KIND}.svg": icon,
    }


def _command() -> str:
    """The words that start this very program, for an Exec line."""
    if getattr(sys, "frozen", False):
        return _quoted(sys.executable)
    beside = Path(sys.executable).with_name("fact-check")
    if beside.exists():
        return _quoted(str(beside))
    return f"{_quoted(sys.executable)} -m ui"


def _quoted(word: str) -> str:
    """A word of an Exec line: % is doubled, and quoted words have a backslash before some of their characters."""
    word = word.replace("%", "%%")
    if not _RESERVED & set(word):
        return word
    for special in '\\"`$':
        word = word.replace(special, f"\\{special}")
    # The value of any key takes a backslash doubled, before the rule of Exec is read.
    return f'"{word}"'.replace("\\", "\\\\")
