"""Where our own bugs are written down. Never what an article, a claim or a note says: only where the program failed."""

from __future__ import annotations

import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from workbench import __version__
from workbench.settings import home

_KEPT = 256 * 1024
"""Bytes of the log kept when a new report is added."""


def report_path() -> Path:
    return home() / "bugs.log"


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The report: version, machine, and the places the failure passed through, without any values or messages."""
    places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    when = datetime.now(UTC).isoformat(timespec="seconds")
    head = f"{when} Fact-Check Workbench {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return "\n".join([head, f"  {kind.__module__}.{kind.__qualname__}", *places, ""])


def write_down(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Add a report to the log and return it. A log that can't be written is let go: the person is told anyway."""
    report = describe(kind, trace)
    path = report_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        before = path.read_text("utf-8", "replace")[-_KEPT:] if path.exists() else ""
        path.write_text(before + report, "utf-8")
        path.chmod(0o600)
    except OSError:
        pass
    return report
