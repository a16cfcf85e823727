"""From an article to its case: the same article gives the same case again, today and tomorrow."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from workbench.domain.article import ImportedArticle
from workbench.errors import CaseFileError
from workbench.settings import Settings, scale
from workbench.storage.case_file import CaseFile
from workbench.workflow import opening

_NAME_LENGTH = 60
"""Code points of the title kept in the file's name."""


def case_path(imported: ImportedArticle, chosen: Settings) -> Path:
    """Where the case of these very bytes is, or would be."""
    return chosen.cases_folder / case_name(imported)


def start_or_resume(imported: ImportedArticle, chosen: Settings, *, read_only: bool = False) -> CaseFile:
    """Go on with the case of these very bytes if there is one, else begin it. `read_only` is for one there is."""
    path = case_path(imported, chosen)
    if path.exists():
        return opening.open_case(path, who=chosen.signature, read_only=read_only, backup_folder=chosen.backup_folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CaseFileError(
            f"The folder for cases, “{path.parent}”, can't be made: {problem.strerror}. Choose another in the settings."
        ) from problem
    return opening.new_case(imported, path, who=chosen.signature, scale=scale(chosen.scale))


def case_name(imported: ImportedArticle) -> str:
    """A name that a person recognises and that differs for different bytes: title, eight digits of the hash."""
    plain = unicodedata.normalize("NFKC", imported.article.title)
    words = re.sub(r"[^\w]+", "-", plain).strip("-")[:_NAME_LENGTH].strip("-")
    return f"{words or 'article'}-{imported.sha256[:8]}.factcase"
