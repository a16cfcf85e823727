"""What lives outside the case file only as long as it is needed, and is swept up after a crash: private folders, and
files that are being made beside the place where they will stand.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

_PREFIX = "fact-check-"
_LONGEST_NAME = 80
"""Characters kept of a name and of its ending."""


def private_folder() -> Path:
    """A new folder only its owner can look into. It is known by this process, and swept once that has ended."""
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))


@contextlib.contextmanager
def folder() -> Iterator[Path]:
    """Such a folder, gone after the block."""
    made = private_folder()
    try:
        yield made
    finally:
        remove(made)


def remove(folder: Path) -> None:
    """Remove a private folder with what is in it, as far as the system lets us."""
    for inside in folder.rglob("*"):
        with contextlib.suppress(OSError):  # Windows keeps what is read-only
            inside.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def lend(folder: Path, name: str, content: bytes) -> Path:
    """Write a copy for another program to show: its owner can read it and nobody can write it."""
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / safe_name(name)
    if path.exists():
        path.chmod(0o600)  # Windows keeps what is read-only
        path.unlink()
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
            remove(left)
            swept += 1
    return swept


def part(folder: Path) -> Path:
    """A name in `folder`, free as yet, for a file that gets its own name when it is finished."""
    return folder / f"{_part_prefix()}{os.getpid()}-{os.urandom(6).hex()}.part"


def sweep_parts(folder: Path) -> None:
    """Remove what processes of this machine that have ended left unfinished in `folder`."""
    for left in folder.glob(f"{_part_prefix()}*.part*"):
        pid = left.name.removeprefix(_part_prefix()).partition("-")[0]
        if pid.isdigit() and not is_running(int(pid)):
            with contextlib.suppress(OSError):  # it may be another person's
                left.unlink()


def _part_prefix() -> str:
    """With the machine: in a shared folder the number of another one's process says nothing."""
    return f".{_PREFIX}{hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]}-"


if sys.platform == "win32":
    import ctypes

    _ASK_ONLY = 0x1000
    """PROCESS_QUERY_LIMITED_INFORMATION, https://learn.microsoft.com/windows/win32/procthread/process-security-and-access-rights"""
    _NO_SUCH_PROCESS = 87
    """ERROR_INVALID_PARAMETER, what OpenProcess says of a number that no process has."""
    _STILL_ACTIVE = 259

    def is_running(pid: int) -> bool:
        """Whether a process of that number runs on this machine; True where that can't be told."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        process = kernel.OpenProcess(_ASK_ONLY, False, pid & 0xFFFFFFFF)
        if not process:
            return ctypes.get_last_error() != _NO_SUCH_PROCESS
        code = ctypes.c_ulong()
        told = kernel.GetExitCodeProcess(ctypes.c_void_p(process), ctypes.byref(code))
        kernel.CloseHandle(ctypes.c_void_p(process))
        return not told or code.value == _STILL_ACTIVE

else:

    def is_running(pid: int) -> bool:
        """Whether a process of that number runs on this machine; True where that can't be told."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True


def _is_ours(folder: Path) -> bool:
    return os.name != "posix" or folder.stat().st_uid == os.getuid()
