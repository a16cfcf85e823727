"""Copies outside the case file that live only as long as they are needed: in private folders, swept after a crash."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

_PREFIX = "fact-check-"
_LONGEST_NAME = 80
"""Characters kept of a name and of its ending."""


def private_folder() -> Path:
    """A new folder only its owner can look into. It is known by this process, and swept once that has ended."""
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))


def lend(folder: Path, name: str, content: bytes) -> Path:
    """Write a copy for another program to show: its owner can read it and nobody can write it."""
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / safe_name(name)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
    path.chmod(0o400)
    return path


def safe_name(name: str) -> str:
    """A file's name without folders, control and direction marks, so that it ends as it seems to end."""
    last = re.split(r"[/\\]", name)[-1]
    printable = "".join(mark for mark in last if mark.isprintable()).strip(". ")
    stem, dot, suffix = printable.rpartition(".")
    return (stem[:_LONGEST_NAME] + dot + suffix[:_LONGEST_NAME]) or "copy"


def sweep(folder: Path | None = None) -> int:
    """Remove private folders whose process has ended without doing so; returns how many."""
    swept = 0
    for left in (folder or Path(tempfile.gettempdir())).glob(f"{_PREFIX}[0-9]*-*"):
        pid = left.name.removeprefix(_PREFIX).partition("-")[0]
        if left.is_dir() and not left.is_symlink() and _is_ours(left) and pid.isdigit() and not is_running(int(pid)):
            shutil.rmtree(left, ignore_errors=True)
            swept += 1
    return swept


def sweep_parts(case: Path) -> None:
    """Remove what a crash left of a file that was being made beside `case`."""
    for part in case.parent.glob(f".{_escaped(case.name)}.*.part*"):
        pid = part.name.removeprefix(f".{case.name}.").partition("-")[0]
        if pid.isdigit() and not is_running(int(pid)):
            part.unlink(missing_ok=True)


def is_running(pid: int) -> bool:
    """Whether a process of that number runs on this machine; True where that can't be told."""
    if os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def part_prefix(case: Path) -> str:
    """How the name of an unfinished file begins."""
    return f".{case.name}.{os.getpid()}-"


def _is_ours(folder: Path) -> bool:
    return os.name != "posix" or folder.stat().st_uid == os.getuid()


def _escaped(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
