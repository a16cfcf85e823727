"""What the page-setting process is asked to do."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.reports.content import Notes
from workbench.reports.volumes import Volume

DISK = 3
"""Exit status of the worker when the disk refuses."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to write. `record` is attached to it when it is not empty."""

    notes: Notes
    volume: Volume
    out: str
    record: bytes = b""
    ppi: float | None = None
    """Pixels an inch when the pages are wanted as pictures (a pickled list of PNGs), None for a PDF."""
