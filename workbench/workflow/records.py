"""A case as a record for programs, with everything its file holds; and a case file from a record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from workbench import looking
from workbench.domain.case import Case
from workbench.errors import Cancelled, CaseFileError, ExportError
from workbench.reports.files import write_pieces
from workbench.reports.record import record_pieces
from workbench.reports.record_reading import LARGEST, Record, read_record
from workbench.storage import carrying, drafts
from workbench.storage.case_file import CaseFile
from workbench.storage.journal import Does, Step
from workbench.workflow.reading import read_case

_BEGINNING = 4096
"""Bytes looked at to tell a record."""


def is_record(path: Path) -> bool:
    """Whether the file is, or is called, JSON: no article is, so what it holds is for `new_from_record` to judge."""
    if path.suffix.lower() == ".json":
        return True
    if not looking.is_file(path):  # opening a pipe would wait for its other end
        return False
    with suppress(OSError), path.open("rb") as file:
        return b'"fact-check-record"' in file.read(_BEGINNING)
    return False


@dataclass(frozen=True, slots=True)
class ReadRecord:
    record: Record
    sha256: str
    """Of the record's bytes."""


def read(source: Path) -> ReadRecord:
    """The record in a file. Raises CaseFileError with what is wrong with it."""
    raw = _bytes_of(source)
    return ReadRecord(read_record(raw), hashlib.sha256(raw).hexdigest())


def new_from_record(read: ReadRecord, target: Path, *, who: str) -> CaseFile:
    """Make a case file of a record and open it.

    A record of the whole case brings its history, so that the new file has the digest of the old one and undo goes on
    where it was. One of the case alone, as a PDF has attached or an external version is, becomes the first act of a new
    history, which names the record by its SHA-256; its kept copies are known by hash only and `verify` tells that they
    are missing, and claims that an earlier draft had are left out, as their draft is. Raises CaseFileError when the
    record's history is damaged, or `target` exists or can't be written.
    """

    def first(file: CaseFile) -> None:
        if read.record.journal:
            _as_it_was(file, read.record)
        else:
            _anew(file, read.record, read.sha256)

    return CaseFile.create(target, who, first)


def _bytes_of(source: Path) -> bytes:
    try:
        if not source.is_file():
            raise CaseFileError(
                "“{name}” is not there or no ordinary file. Choose a record exported as JSON.", name=source.name
            )
        if source.stat().st_size > LARGEST:
            raise CaseFileError(
                "“{name}” is over {megabytes} MB, too large for a record. Use the case file itself.",
                name=source.name,
                megabytes=LARGEST // 1_000_000,
            )
        return source.read_bytes()
    except OSError as error:
        raise CaseFileError(
            "“{name}” can't be read: {reason}. Check its folder and rights.", name=source.name, reason=error.strerror
        ) from error


def _as_it_was(file: CaseFile, record: Record) -> None:
    with file.unjournaled() as connection:
        carrying.put_history(connection, record.journal, record.copies, record.case.selected_claim)
    if _signed(read_case(file)) != _signed(record.case):
        raise CaseFileError("This record is damaged: its case and its history disagree. Ask for it again.")


def _anew(file: CaseFile, record: Record, sha256: str) -> None:
    if record.copies:
        raise CaseFileError("This record is damaged: it has kept copies and no history. Ask for it again.")
    case = record.case.without_cut()
    with file.act("import a record", entity=sha256, step=Step(Does.FIXED)) as act:
        carrying.put_case(act, case)
    if case.selected_claim:
        with file.unjournaled() as connection:
            drafts.select_claim(connection, case.selected_claim)
    made = read_case(file)
    if _present_state(made) != _present_state(case):
        raise CaseFileError("This record holds something that no case file can, so none was made. Ask for it again.")


def _signed(case: Case) -> Case:
    """Without whether a signature stands, which is not written down but worked out by the program that reads."""
    return replace(case, sign_offs=tuple(replace(sign, stands=True) for sign in case.sign_offs))


def _present_state(case: Case) -> Case:
    """What an import has to keep: all but the order of rows, what follows from other rows, and what names the file."""
    return replace(
        _signed(case),
        claims=tuple(sorted(case.claims, key=lambda claim: claim.id)),
        links=tuple(sorted(case.links, key=lambda link: (link.claim_id, link.evidence_id))),
        facts=tuple(sorted((replace(fact, claims=()) for fact in case.facts), key=lambda fact: fact.id)),
        warnings=tuple(sorted(case.warnings, key=lambda warning: warning.id)),
        dates=tuple(sorted(case.dates, key=lambda date: (date.span, date.earliest, date.latest, date.how))),
        queries=tuple(sorted(case.queries, key=lambda query: query.id)),
        sign_offs=tuple(sorted(_signed(case).sign_offs, key=lambda sign: sign.id)),
        snapshots={key: copy for key, copy in case.snapshots.items() if key != case.draft.sha256},
        last_saved="",
        digest="",
    )


def write_whole_record(
    case_file: Path, out: Path, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None
) -> None:
    """Write everything the case file holds to `out`, whole or not at all.

    Raises ExportError when `out` can't be written or the kept copies are too large for a record that can be read back,
    EvidenceError when one of them is not what was kept, Cancelled soon after `cancelled()`.
    """
    with CaseFile.open(case_file, "", read_only=True) as file, file.reading() as connection:
        case = read_case(file)
        kept = carrying.kept_bytes(connection) * 4 // 3
        if kept > LARGEST * 0.9:
            raise ExportError(
                "With its kept copies this record would be over {megabytes} MB, too large to be read back. "
                "Save a copy of the case instead, or export the external version, which has no kept copies.",
                megabytes=LARGEST // 1_000_000,
            )
        pieces = record_pieces(case, carrying.history(connection), carrying.contents(connection))
        write_pieces(out, _watched(pieces, kept, progress, cancelled))


def _watched(
    pieces: Iterator[bytes], kept: int, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None
) -> Iterator[bytes]:
    written = 0
    for piece in pieces:
        if cancelled and cancelled():
            raise Cancelled
        yield piece
        written += len(piece)
        if progress:
            progress(min(0.99, written / (kept + 1_000_000)))
