"""Kept copies handed to other programs, as private files that go when the case is closed."""

from __future__ import annotations

from pathlib import Path

from workbench import temporary
from workbench.errors import EvidenceError
from workbench.storage import snapshots
from workbench.storage.case_file import CaseFile


class Lending:
    """The copies lent from one case. `close` takes them back; the next program start takes back what a crash left."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def lend(self, file: CaseFile, sha256: str) -> Path:
        """Write a kept copy for a viewer to open. Raises EvidenceError when it is gone, damaged or can't be written."""
        with file.reading() as connection:
            content = snapshots.read_content(connection, sha256)
            known = snapshots.read_snapshots(connection).get(sha256)
        try:
            self._folder = self._folder or temporary.private_folder()
            return temporary.lend(self._folder / sha256[:8], known.name if known else sha256, content)
        except OSError as error:
            raise EvidenceError(
                "The kept copy can't be written out: {reason}. Free some space and try again.", reason=error.strerror
            ) from error

    def close(self) -> None:
        """Remove every copy that was lent."""
        if self._folder:
            temporary.remove(self._folder)
            self._folder = None


def ending(name: str) -> str:
    """The ending under which a copy of that name is lent, in lower case, without its dot."""
    return temporary.safe_name(name).rpartition(".")[2].lower()


def sweep() -> int:
    """Remove what a crashed program left; to be done once at each start. Returns how many folders."""
    return temporary.sweep()
