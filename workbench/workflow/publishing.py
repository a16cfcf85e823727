"""Handing over the check: notes, record and tables, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from workbench.domain.case import Case
from workbench.errors import ExportError
from workbench.reports.claimreview import write_claim_review
from workbench.reports.content import Notes
from workbench.reports.files import write
from workbench.reports.html import write_html
from workbench.reports.notes import NotesOptions, build_notes
from workbench.reports.pdf import write_pdf
from workbench.reports.record import write_record
from workbench.reports.tables import write_table

_WRITERS: Mapping[str, Callable[[Notes], bytes]] = {
    "html": write_html,
    "json": lambda notes: write_record(notes.case),
    "csv": write_table,
    "claimreview": write_claim_review,
}
FORMATS = ("pdf", *_WRITERS)
"""What `export` can write, the words that the command line takes."""
_PLAIN = NotesOptions()


def export(
    case: Case,
    to: str,
    out: Path,
    options: NotesOptions = _PLAIN,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Path, ...]:
    """Writes `out` in the format `to`, one of FORMATS, and returns the files written: a long PDF has several.

    `progress` gets 0..1. Raises ExportError with what to do when the target can't be written or the external version
    would name a confidential source, and Cancelled when `cancelled()` says so.
    """
    if to not in FORMATS:
        raise ExportError(f"There is no format “{to}”: choose one of {', '.join(FORMATS)}.")
    notes = build_notes(case, options)
    if to == "pdf":
        return write_pdf(notes, write_record(notes.case), out, progress, cancelled)
    write(out, _WRITERS[to](notes))
    if progress:
        progress(1.0)
    return (out,)
