"""Sets pages with typst, in a process of its own: it can be ended at any moment, and its memory goes back.

`python -m workbench.reports.pdf_worker` reads a pickled `Job` from standard input and writes `job.out`. What typst
refuses is said on standard error with exit status 1, what the disk refuses with exit status DISK.
"""

from __future__ import annotations

import json
import pickle
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import typst

import resources
from workbench.reports.cleaning import Cleaner
from workbench.reports.files import write_through
from workbench.reports.fonts import FontBook
from workbench.reports.images import extension
from workbench.reports.job import DISK, Job
from workbench.reports.pages import page_data

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-3a"]
RECORD_NAME = "record.json"


def run(job: Job) -> bytes:
    """The finished PDF, or the pictures. Raises typst.TypstError when typst refuses the pages."""
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
        files[RECORD_NAME] = job.record
    files["data.json"] = json.dumps(data, ensure_ascii=False).encode()
    with tempfile.TemporaryDirectory(prefix="notes-") as empty:
        compiler = typst.Compiler(
            cast(Any, files),  # its stub knows one file only, and not a set of them
            root=empty,
            font_paths=[str(folder) for folder in fonts.folders()],
            ignore_system_fonts=True,
            package_path=empty,
            package_cache_path=empty,
        )
        if job.ppi:
            return pickle.dumps(_pictures(compiler, job.ppi))
        return _pdf(compiler, job.notes.case.last_saved)


def _pdf(compiler: typst.Compiler, saved: str) -> bytes:
    pdf = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=_instant(saved))
    assert isinstance(pdf, bytes)
    return pdf


def _pictures(compiler: typst.Compiler, ppi: float) -> list[bytes]:
    pictures = compiler.compile(format="png", ppi=ppi)
    return [pictures] if isinstance(pictures, bytes) else list(pictures or ())


def _instant(saved: str) -> datetime:
    """The case's last act, in whole seconds, so that the same case gives the same bytes."""
    try:
        instant = datetime.fromisoformat(saved).replace(microsecond=0)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)


def main() -> int:
    job = pickle.load(sys.stdin.buffer)
    try:
        write_through(Path(job.out), [run(job)])
    except typst.TypstError as error:
        sys.stderr.write(str(error))
        return 1
    except OSError as error:
        sys.stderr.write(error.strerror or str(error))
        return DISK
    return 0


if __name__ == "__main__":
    sys.exit(main())
