"""Writing the notes in any format, inside the process that was started for it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path

import resources
from workbench.reports.cleaning import Cleaner
from workbench.reports.content import Notes
from workbench.reports.files import write_through
from workbench.reports.fonts import FontBook
from workbench.reports.images import extension
from workbench.reports.job import READY, SHARE, Job
from workbench.reports.notes import build_notes
from workbench.reports.pages import page_data
from workbench.reports.record import write_record
from workbench.reports.sheet import Sheet, set_sheet
from workbench.reports.volumes import Volume, volumes

RECORD_NAME = "record.json"
Tell = Callable[[str, float], None]
"""Says a line to the process that waits."""


def carry_out(job: Job, tell: Tell) -> None:
    """Do the job. Raises ExportError when the notes must not be written so, TypstError and OSError."""
    notes = build_notes(job.case, job.options, job.quote_check)
    tell(SHARE, 0.1)
    if job.to == "pdf":
        _pdf(job, notes, tell)
    else:
        write_through(Path(job.out), [_content(job.to, notes, lambda share: tell(SHARE, 0.1 + 0.85 * share))])


def _content(to: str, notes: Notes, progress: Callable[[float], None]) -> bytes:
    """Each format loads what it needs and no more."""
    if to == "html":
        from workbench.reports.html import write_html

        return write_html(notes, progress)
    if to == "docx":
        from workbench.reports.docx import write_docx

        return write_docx(notes, progress)
    if to == "csv":
        from workbench.reports.tables import write_table

        return write_table(notes)
    if to == "claimreview":
        from workbench.reports.claimreview import write_claim_review

        return write_claim_review(notes)
    return write_record(notes.case)


def _pdf(job: Job, notes: Notes, tell: Tell) -> None:
    """One volume is set here and now; the sheets of several are left for processes of their own."""
    parts = [part for _, part in volumes(notes, Path(job.name), job.claims_a_volume)]
    if job.volume or len(parts) == 1:
        part = parts[job.volume - 1 if job.volume else 0]
        write_through(Path(job.out), [set_sheet(lay_out(notes, part, job.ppi))])
        return
    for part in parts:
        write_through(Path(job.out) / str(part.number), [pickle.dumps(False), pickle.dumps(lay_out(notes, part))])
        tell(READY, part.number)


def lay_out(notes: Notes, volume: Volume, ppi: float | None = None) -> Sheet:
    """A volume's pages, ready to be set; the record goes along with the first."""
    fonts = FontBook()
    data = page_data(notes, volume, Cleaner(fonts.covers))
    data["fonts"] = fonts.families()
    texts = {"main.typ": resources.path("notes/notes.typ").read_bytes()}
    logo = notes.options.house.logo
    if logo:
        data["logo"] = f"logo.{extension(logo)}"
    images = {data["logo"]: logo} if logo else {}
    if volume.number == 1 and not ppi:
        data["record"] = {"name": RECORD_NAME}
        texts[RECORD_NAME] = write_record(notes.case)
    texts["data.json"] = json.dumps(data, ensure_ascii=False).encode()
    return Sheet(texts, images, [str(folder) for folder in fonts.folders()], notes.case.last_saved, ppi)
