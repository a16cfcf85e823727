"""Sets pages with typst, in a process of its own: it can be ended at any moment, and its memory goes back.

`python -m workbench.reports.pdf_worker` reads a pickled `Job` from standard input and writes `job.out`. What typst
refuses is said on standard error, with exit status 1.
"""

from __future__ import annotations

import json
import pickle
import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import typst

import resources
from workbench.reports.cleaning import Cleaner
from workbench.reports.files import write_through
from workbench.reports.fonts import FontBook
from workbench.reports.images import extension
from workbench.reports.job import Job
from workbench.reports.pages import page_data

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-3a"]
RECORD_NAME = "record.json"
_UNSHOWN = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_TRIES = 20
"""A cluster that no single font can show is spelled out and the pages set again, at most this often."""


def run(job: Job) -> bytes:
    """The finished PDF. Raises typst.TypstError when typst refuses the pages."""
    fonts = FontBook()
    data = page_data(job.notes, job.volume, Cleaner(fonts.covers))
    data["fonts"] = fonts.families()
    files = {"main.typ": resources.path("notes/notes.typ").read_bytes()}
    logo = job.notes.options.house.logo
    if logo:
        data["logo"] = name = f"logo.{extension(logo)}"
        files[name] = logo
    if job.record:
        data["record"] = {"name": RECORD_NAME}
        files["record.json"] = job.record
    files["data.json"] = json.dumps(data, ensure_ascii=False).encode()
    return _compile(files, fonts, job.notes.case.last_saved)


def _compile(files: dict[str, bytes], fonts: FontBook, saved: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="notes-") as empty:
        pdf: bytes = typst.compile(
            files,  # type: ignore[call-overload]
            root=empty,
            font_paths=[str(folder) for folder in fonts.folders()],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=STANDARDS,
            package_path=empty,
            package_cache_path=empty,
            timestamp=_instant(saved),
        )
    return pdf


def _instant(saved: str) -> datetime:
    """The case's last act, so that the same case gives the same bytes."""
    try:
        instant = datetime.fromisoformat(saved)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    whole = instant.replace(microsecond=0)  # typst takes no smaller parts
    return whole.astimezone(UTC) if whole.tzinfo else whole.replace(tzinfo=UTC)


def main() -> int:
    job = pickle.load(sys.stdin.buffer)
    try:
        write_through(Path(job.out), run(job))
    except typst.TypstError as error:
        sys.stderr.write(str(error))
        return 1
    except OSError as error:
        sys.stderr.write(str(error))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
