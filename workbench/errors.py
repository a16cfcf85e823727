"""What the user's world did wrong. Anything else that is raised is a bug of ours."""

from __future__ import annotations

from pathlib import Path


class UserFacingError(Exception):
    """One clear sentence for the person at the desk, with what to do about it.

    The window shows the sentence in its message bar, the command line prints it on standard error.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class ArticleError(UserFacingError):
    """The article can't be read: empty, binary, too large, unreadable."""


class CaseFileError(UserFacingError):
    """The case file can't be opened or written."""


class OnlyReadableError(CaseFileError):
    """The case file can't be opened for writing, but read-only: rights are missing, or somebody else has it open.

    `cure` is what else helps, in the imperative, without a stop. Where nothing can be opened read-only, as on the
    command line, `without_reading` is the sentence to say. `may_be_left` when all that stands in the way is a record
    written on another machine, which a crash there leaves behind.
    """

    def __init__(
        self, path: Path, problem: str, cure: str, without_reading: str = "", *, may_be_left: bool = False
    ) -> None:
        super().__init__(f"{problem} Open it read-only, or {cure}.")
        self.path = path
        self.may_be_left = may_be_left
        self.without_reading = f"{problem} {without_reading or f'{cure[0].upper()}{cure[1:]}'}."


class DamagedCaseError(CaseFileError):
    """The case file is damaged: a backup can be restored, or what can be read rescued into a new file."""

    def __init__(self, message: str, path: Path) -> None:
        super().__init__(message)
        self.path = path


class EvidenceError(UserFacingError):
    """A note, source or snapshot can't be taken in or opened."""


class ExportError(UserFacingError):
    """The notes can't be written."""


class SettingsError(UserFacingError):
    """The settings file or a rating scale can't be used."""


class Cancelled(Exception):  # noqa: N818 - not an error: the person at the desk asked for it
    """Raised inside long work when the person has cancelled it."""
