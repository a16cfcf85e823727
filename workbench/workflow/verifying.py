"""Proving a case file sound."""

from __future__ import annotations

from pathlib import Path

from workbench.storage import verify as proof
from workbench.storage.verify import Verdict


def verify(path: Path) -> Verdict:
    """Check the file against its journal, hashes, keys, texts and itself; it may be open or read-only.

    Raises CaseFileError when `path` is no case file, or of a newer version.
    """
    return proof.verify(path)
