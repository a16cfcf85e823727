"""The pages as they will be, as pictures, before anything is saved."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.reports.content import Notes
from workbench.reports.job import Job
from workbench.reports.pdf import set_pages
from workbench.reports.volumes import CLAIMS_A_VOLUME, pruned, volumes


@dataclass(frozen=True, slots=True)
class Preview:
    """`pages` are PNGs of one volume of `volumes`."""

    pages: tuple[bytes, ...]
    volume: int
    volumes: int


def render_pages(
    notes: Notes, ppi: float = 96.0, volume: int = 1, cancelled: Callable[[], bool] | None = None
) -> Preview:
    """The pages of one volume, from 1, at `ppi` pixels an inch. Raises ExportError and Cancelled."""
    parts = volumes(notes, Path("notes.pdf"), CLAIMS_A_VOLUME)
    _, part = parts[volume - 1]
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        pictures = Path(folder) / "pages"
        set_pages(Job(pruned(notes, part), part, str(pictures), ppi=ppi), cancelled)
        pages: list[bytes] = pickle.loads(pictures.read_bytes())
    return Preview(tuple(pages), volume, len(parts))
