"""Verification notes as PDF/UA-1 and PDF/A-3a, each volume set by a process of its own (`pdf_worker`)."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import workbench
from workbench.errors import Cancelled, ExportError
from workbench.reports.content import Notes
from workbench.reports.files import replacing
from workbench.reports.job import DISK, Job
from workbench.reports.volumes import CLAIMS_A_VOLUME, pruned, volumes

_LOOK_EVERY = 0.05
"""Seconds between two looks at whether the person has cancelled."""


def write_pdf(
    notes: Notes,
    record: bytes,
    out: Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    claims_a_volume: int = CLAIMS_A_VOLUME,
) -> tuple[Path, ...]:
    """Writes `out`, and beside it the further volumes of a long case; the record is attached to the first.

    `progress` gets 0..1. Returns the files written. Raises ExportError, and Cancelled within 0.3 s of `cancelled()`.
    """
    parts = volumes(notes, out, claims_a_volume)
    paths = tuple(path for path, _ in parts)
    with replacing(paths) as drafts:
        for index, ((_, volume), draft) in enumerate(zip(parts, drafts, strict=True)):
            _tell(progress, (index + 0.1) / len(parts))
            set_pages(Job(pruned(notes, volume), volume, str(draft), record if index == 0 else b""), cancelled)
    _tell(progress, 1.0)
    return paths


def _tell(progress: Callable[[float], None] | None, done: float) -> None:
    if progress:
        progress(done)


def set_pages(job: Job, cancelled: Callable[[], bool] | None = None) -> None:
    """Does `job` in a process of its own, which is ended when the person cancels. Raises ExportError, Cancelled."""
    with tempfile.TemporaryFile() as work, tempfile.TemporaryFile() as said:
        pickle.dump(job, work)
        work.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "workbench.reports.pdf_worker"],
            stdin=work,
            stdout=subprocess.DEVNULL,
            stderr=said,
            env=os.environ | {"PYTHONPATH": _import_path()},
        )
        try:
            status = _wait(process, cancelled)
        finally:
            process.kill()
            process.wait()
        if status:
            said.seek(0)
            words = said.read().decode("utf-8", "replace")
            raise ExportError(_disk_trouble(words) if status == DISK else _trouble(words))


def _import_path() -> str:
    """So that the process finds this very program, wherever it was started."""
    here = str(Path(workbench.__file__).parents[1])
    return os.pathsep.join([here, *filter(None, [os.environ.get("PYTHONPATH")])])


def _wait(process: subprocess.Popen[bytes], cancelled: Callable[[], bool] | None) -> int:
    while True:
        try:
            return process.wait(timeout=_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            if cancelled and cancelled():
                raise Cancelled from None


def _disk_trouble(said: str) -> str:
    return f"The notes could not be written: {said.strip()}. Free some space or choose another folder."


def _trouble(said: str) -> str:
    last = next((line for line in reversed(said.splitlines()) if line.strip()), "the page setter stopped")
    return (
        f"The pages could not be set ({last.strip()}). Export as HTML instead, and report this case to the developers."
    )
