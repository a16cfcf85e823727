"""The sentences that `rank` is given: a file of lines, or what another program hands on through a pipe."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from workbench.errors import ArticleError

LARGEST = 256 * 1024 * 1024
"""Bytes."""


def read(path: Path) -> list[str]:
    """The lines of UTF-8 text. Only `\\n` and `\\r\\n` end a line. Raises ArticleError, at over `LARGEST`."""
    try:
        text = _bytes_of(path).decode("utf-8-sig")
    except OSError as problem:
        raise ArticleError(
            "“{path}” can't be read: {reason}. Check the name and your rights.", path=path, reason=problem.strerror
        ) from problem
    except UnicodeDecodeError as problem:
        raise ArticleError("“{path}” is not UTF-8 text. Save it as UTF-8, one sentence a line.", path=path) from problem
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _bytes_of(path: Path) -> bytes:
    status = path.stat()
    if stat.S_ISCHR(status.st_mode) and not _is_standard_input(status):
        raise ArticleError(
            "“{path}” is a device, not a file. Name a file with one sentence a line, or /dev/stdin.", path=path
        )
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        most = LARGEST // 1024 // 1024
        raise ArticleError("“{path}” has over {most} MB. Split it into several files.", path=path, most=most)
    return content


def _is_standard_input(status: os.stat_result) -> bool:
    try:
        return os.path.samestat(status, os.fstat(0))
    except OSError:  # closed
        return False
