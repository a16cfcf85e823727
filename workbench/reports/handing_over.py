"""Notes written by processes of their own: this one stays free, cancelling ends them, their memory goes back.

One process makes the notes and writes them. The volumes of a long PDF are set one after the other by further ones,
while the first already lays out the next.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.domain.case import Case
from workbench.errors import ExportError, Sentence
from workbench.reports.files import replacing
from workbench.reports.job import DISK, NOT_SET, READY, REFUSED, Job
from workbench.reports.options import NotesOptions
from workbench.reports.processes import Heard, Process, Processes
from workbench.reports.volume_names import CLAIMS_A_VOLUME, volume_paths

if TYPE_CHECKING:
    from workbench.reports.notes import QuoteCheck

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


def write_notes(
    case: Case,
    options: NotesOptions,
    quote_check: QuoteCheck,
    to: str,
    out: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    claims_a_volume: int = CLAIMS_A_VOLUME,
) -> tuple[Path, ...]:
    """Writes `out`, and beside it the further volumes of a long PDF. Returns the files written.

    `progress` gets 0..1. Raises ExportError, and Cancelled within 0.3 s of `cancelled()`.
    """
    paths = volume_paths(out, _claims(case, options), claims_a_volume) if to == "pdf" else (out,)
    job = Job(case, options, quote_check, to, str(out), "", claims_a_volume)
    tell = progress or (lambda _share: None)
    with replacing(paths) as drafts, Processes(cancelled) as processes:
        if len(drafts) == 1:
            _one_file(replace(job, out=str(drafts[0])), processes, tell)
        else:
            _volumes(job, drafts, processes, tell)
    tell(1.0)
    return paths


def page_pictures(
    case: Case,
    options: NotesOptions,
    quote_check: QuoteCheck,
    ppi: float,
    volume: int = 1,
    cancelled: Cancelled | None = None,
) -> tuple[bytes, ...]:
    """The pages of one volume, from 1, as PNGs at `ppi` pixels an inch. Raises as `write_notes`."""
    with Processes(cancelled) as processes:
        out = processes.folder / "pages"
        job = Job(case, options, quote_check, "pdf", "notes.pdf", str(out), CLAIMS_A_VOLUME, volume, ppi)
        _one_file(job, processes, lambda _share: None)
        pages: list[bytes] = pickle.loads(out.read_bytes())
    return tuple(pages)


def count_volumes(case: Case, options: NotesOptions) -> int:
    return len(volume_paths(Path("notes.pdf"), _claims(case, options), CLAIMS_A_VOLUME))


def _claims(case: Case, options: NotesOptions) -> int:
    chosen = options.claims
    if chosen is None:
        return len(case.claims) + (0 if options.external else len(case.cut))
    return sum(claim.id in chosen for claim in case.claims)


def _one_file(job: Job, processes: Processes, tell: Progress) -> None:
    _start(job, processes)
    while (heard := processes.hear()).status is None:
        tell(float(heard.line.split()[1]))
    _require_success(heard)


def _volumes(job: Job, drafts: tuple[Path, ...], processes: Processes, tell: Progress) -> None:
    _start(replace(job, out=str(processes.folder)), processes)
    ready: list[Path] = []
    setting, done = None, 0
    while done < len(drafts):
        heard = processes.hear()
        if heard.status is not None:
            _require_success(heard)
            if heard.process is setting:
                setting, done = None, done + 1
                tell(done / (len(drafts) + 1))
        elif heard.line.startswith(READY):
            ready.append(processes.folder / heard.line.split()[1])
        if setting is None and ready:
            setting = _set(ready.pop(0), drafts[done], processes)


def _start(job: Job, processes: Processes) -> Process:
    with tempfile.TemporaryFile() as work:
        pickle.dump(bool(job.case.sources), work)
        pickle.dump(job, work)
        work.seek(0)
        return processes.start(work)


def _set(sheet: Path, draft: Path, processes: Processes) -> Process:
    with sheet.open("ab") as work:
        pickle.dump(str(draft), work)
    with sheet.open("rb") as work:
        return processes.start(work)


def _require_success(heard: Heard) -> None:
    """Raises ExportError for what the user's world did; a bug over there is one here."""
    if not heard.status:
        return
    said = heard.process.complaint()
    if heard.status == REFUSED:
        raise pickle.loads(bytes.fromhex(said.splitlines()[-1]))
    if heard.status == DISK:
        raise ExportError(
            "The notes could not be written: {reason}. Free some space or choose another folder.", reason=said.strip()
        )
    if heard.status == NOT_SET:
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        raise ExportError(
            "The pages could not be set ({reason}). Export as HTML instead, and report this case to the developers.",
            reason=lines[-1] if lines else Sentence("the page setter stopped"),
        )
    if heard.status == 1:
        raise RuntimeError(said)
    raise ExportError(
        "The notes were not written: what writes them ended early, perhaps for lack of memory. Try again."
    )
