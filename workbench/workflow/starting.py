"""From an article to its case: the same article gives the same case again, today and tomorrow."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from workbench import looking
from workbench.domain.imported import ImportedArticle
from workbench.errors import CaseFileError
from workbench.settings import Settings, scale
from workbench.storage.case_file import CaseFile
from workbench.workflow import opening
from workbench.workflow.records import ReadRecord, new_from_record

_NAME_LENGTH = 60
"""Code points of the title kept in the file's name."""


def case_path(imported: ImportedArticle, chosen: Settings) -> Path:
    """Where the case of these very bytes is, or would be."""
    return chosen.cases_folder / case_name(imported)


def start_or_resume(imported: ImportedArticle, chosen: Settings, *, read_only: bool = False) -> CaseFile:
    """Go on with the case of these very bytes if there is one, else begin it. `read_only` is for one there is."""
    path = case_path(imported, chosen)
    if looking.is_there(path):
        return opening.open_case(path, who=chosen.signature, read_only=read_only, backup_folder=chosen.backup_folder)
    _make_folder(path)
    return opening.new_case(imported, path, who=chosen.signature, scale=scale(chosen.scale))


def record_path(read: ReadRecord, chosen: Settings) -> Path:
    """Where the case made of this very record is, or would be."""
    return chosen.cases_folder / _name(read.record.case.title, read.sha256)


def start_or_resume_record(read: ReadRecord, chosen: Settings, *, read_only: bool = False) -> CaseFile:
    """Go on with the case made of this very record if there is one, else make it. Raises as `new_from_record` does."""
    path = record_path(read, chosen)
    if looking.is_there(path):
        return opening.open_case(path, who=chosen.signature, read_only=read_only, backup_folder=chosen.backup_folder)
    _make_folder(path)
    return new_from_record(read, path, who=chosen.signature)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise CaseFileError(
            "The folder for cases, “{folder}”, can't be made: {reason}. Choose another in the settings.",
            folder=path.parent,
            reason=problem.strerror,
        ) from problem


def case_name(imported: ImportedArticle) -> str:
    """A name that a person recognises and that differs for different bytes: title, eight digits of the hash."""
    return _name(imported.article.title, imported.sha256)


def _name(title: str, sha256: str) -> str:
    plain = unicodedata.normalize("NFKC", title)
    words = re.sub(r"[^\w]+", "-", plain).strip("-")[:_NAME_LENGTH].strip("-")
    return f"{words or 'article'}-{sha256[:8]}.factcase"
