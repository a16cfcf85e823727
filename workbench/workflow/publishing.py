"""Handing over the check: notes, record and tables, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from workbench.domain.case import Case
from workbench.errors import Cancelled, ExportError
from workbench.reports.claimreview import write_claim_review
from workbench.reports.content import Mark, MarkedWords, Notes, Wording
from workbench.reports.docx import write_docx
from workbench.reports.files import write
from workbench.reports.html import write_html
from workbench.reports.notes import NotesOptions, build_notes
from workbench.reports.pdf import write_pdf
from workbench.reports.preview import Preview, render_pages
from workbench.reports.record import write_record
from workbench.reports.tables import write_table
from workbench.sources.quote_check import PieceKind, Verdict, check_quote
from workbench.workflow.records import write_whole_record

_WRITERS: Mapping[str, Callable[[Notes], bytes]] = {
    "html": write_html,
    "docx": write_docx,
    "json": lambda notes: write_record(notes.case),
    "csv": write_table,
    "claimreview": write_claim_review,
}
FORMATS = ("pdf", *_WRITERS)
"""What `export` can write, the words that the command line takes."""
_PLAIN = NotesOptions()
_MARKS: Mapping[PieceKind, Mark] = {
    PieceKind.SAME: Mark.SAME,
    PieceKind.EDITORS: Mark.SAME,
    PieceKind.ONLY_IN_QUOTE: Mark.GONE,
    PieceKind.ONLY_IN_SOURCE: Mark.NEW,
}


def export(
    case: Case,
    to: str,
    out: Path,
    options: NotesOptions = _PLAIN,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    file: Path | None = None,
) -> tuple[Path, ...]:
    """Writes `out` in the format `to`, one of FORMATS, and returns the files written: a long PDF has several.

    With `file`, the case's own, the record of all of it for inside has history and kept copies as well. `progress`
    gets 0..1. Raises ExportError with what to do when the target can't be written or the external version would name a
    confidential source, and Cancelled when `cancelled()` says so.
    """
    if to not in FORMATS:
        raise ExportError(f"There is no format “{to}”: choose one of {', '.join(FORMATS)}.")
    if to == "json" and file is not None and not options.external and options.claims is None:
        write_whole_record(file, out, progress, cancelled)
        return (out,)
    notes = build_notes(case, options, _quote_check)
    if to == "pdf":
        return write_pdf(notes, write_record(notes.case), out, progress, cancelled)
    content = _WRITERS[to](notes)
    if cancelled and cancelled():
        raise Cancelled
    write(out, content)
    if progress:
        progress(1.0)
    return (out,)


def preview(
    case: Case,
    options: NotesOptions = _PLAIN,
    ppi: float = 96.0,
    volume: int = 1,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """The PDF's pages as pictures, at `ppi` pixels an inch; of a long case one volume, from 1. Raises as `export`."""
    return render_pages(build_notes(case, options, _quote_check), ppi, volume, cancelled)


def _quote_check(quotation: str, excerpt: str) -> Wording | None:
    found = check_quote(quotation, excerpt)
    if found.verdict is Verdict.NOT_FOUND:
        return None
    same = found.verdict in (Verdict.SAME, Verdict.MARKS)
    words = () if same else tuple(MarkedWords(_MARKS[piece.kind], piece.text) for piece in found.pieces)
    return Wording(found.verdict.value, same, words)
