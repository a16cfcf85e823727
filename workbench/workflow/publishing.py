"""Handing over the check: notes, record and tables, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.domain.case import Case
from workbench.errors import ExportError
from workbench.reports.handing_over import count_volumes, page_pictures, write_notes
from workbench.reports.options import NotesOptions
from workbench.reports.preview import Preview

if TYPE_CHECKING:
    from workbench.reports.content import Wording

FORMATS = ("pdf", "html", "docx", "json", "csv", "claimreview")
"""What `export` can write, the words that the command line takes."""
_PLAIN = NotesOptions()


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
    confidential source, and Cancelled within 0.3 s of `cancelled()`.
    """
    if to not in FORMATS:
        raise ExportError(
            "There is no format “{format}”: choose one of {formats}.", format=to, formats=", ".join(FORMATS)
        )
    if to == "json" and file is not None and not options.external and options.claims is None:
        from workbench.workflow.records import write_whole_record

        write_whole_record(file, out, progress, cancelled)
        return (out,)
    return write_notes(case, options, quote_check, to, out, progress, cancelled)


def gaps(case: Case, to: str, options: NotesOptions) -> str:
    """What the reader of the format `to` will miss, in a sentence to the person; empty when nothing is missing."""
    if to != "claimreview":
        return ""
    from workbench.reports import claimreview

    return claimreview.gaps(case, options)


def preview(
    case: Case,
    options: NotesOptions = _PLAIN,
    ppi: float = 96.0,
    volume: int = 1,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """The PDF's pages as pictures, at `ppi` pixels an inch; of a long case one volume, from 1. Raises as `export`."""
    pages = page_pictures(case, options, quote_check, ppi, volume, cancelled)
    return Preview(pages, volume, count_volumes(case, options))


def quote_check(quotation: str, excerpt: str) -> Wording | None:
    """How a quotation compares with an excerpt; None when the excerpt hasn't got it. Runs where the notes are made."""
    from workbench.reports.content import Mark, MarkedWords, Wording
    from workbench.sources.quote_check import PieceKind, Verdict, check_quote

    found = check_quote(quotation, excerpt)
    if found.verdict is Verdict.NOT_FOUND:
        return None
    marks = {PieceKind.ONLY_IN_QUOTE: Mark.GONE, PieceKind.ONLY_IN_SOURCE: Mark.NEW}
    same = found.verdict in (Verdict.SAME, Verdict.MARKS)
    words = () if same else tuple(MarkedWords(marks.get(piece.kind, Mark.SAME), piece.text) for piece in found.pieces)
    return Wording(found.verdict.value, same, words)
