"""What the user's world did wrong. Anything else that is raised is a bug of ours."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class Sentence(str):
    """An English sentence, or a part of one, that knows what it was made of: so it can be said in another language.

    `template` holds a `{name}` for each of `values`. Values that are sentences themselves are said in that language
    too, numbers are written as it writes them, and everything else is data.
    """

    template: str
    values: Mapping[str, str | int | float]

    def __new__(cls, template: str, /, **values: object) -> Sentence:
        kept = {name: value if isinstance(value, str | int | float) else str(value) for name, value in values.items()}
        written = {name: f"{value:g}" if isinstance(value, float) else value for name, value in kept.items()}
        made = super().__new__(cls, template.format(**written))
        made.template, made.values = template, kept
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], Mapping[str, str | int | float]]:
        return (self.template,), self.values


class UserFacingError(Exception):
    """One clear sentence for the person at the desk, with what to do about it.

    The template is written out where the error is raised, with a `{name}` for each value given by keyword: from there
    `python -m tools.sentences` takes it to the translators. The window shows the sentence in its message bar and in its
    own language, the command line prints it on standard error in English.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        self.message = Sentence(template, **values)
        super().__init__(self.message)

    def __reduce__(self) -> tuple[object, ...]:
        """Across processes it goes as it is, not by being raised anew."""
        return _as_it_was, (type(self), self.message), self.__dict__


def _as_it_was(kind: type[UserFacingError], message: Sentence) -> UserFacingError:
    return kind.__new__(kind, message)


class ArticleError(UserFacingError):
    """The article can't be read: empty, binary, too large, unreadable."""


class CaseFileError(UserFacingError):
    """The case file can't be opened or written."""


class OnlyReadableError(CaseFileError):
    """The case file can't be opened for writing, but read-only: rights are missing, or somebody else has it open.

    `problem` and `cure`, what to do, are a sentence each. Where nothing can be opened read-only, as on the command
    line, `without_reading` is what to say, made of the `problem` and of the sentence given for it. `may_be_left` when
    all that stands in the way is a record written on another machine, which a crash there leaves behind.
    """

    def __init__(
        self, path: Path, problem: Sentence, cure: Sentence, without_reading: str, *, may_be_left: bool = False
    ) -> None:
        super().__init__("{problem} {cure}", problem=problem, cure=cure)
        self.path = path
        self.may_be_left = may_be_left
        self.without_reading = f"{problem} {without_reading}"


class DamagedCaseError(CaseFileError):
    """The case file is damaged: a backup can be restored, or what can be read rescued into a new file."""

    def __init__(self, template: str, /, *, path: Path, **values: object) -> None:
        super().__init__(template, **values)
        self.path = path


class EvidenceError(UserFacingError):
    """A note, source or snapshot can't be taken in or opened."""


class ExportError(UserFacingError):
    """The notes can't be written."""


class SettingsError(UserFacingError):
    """The settings file or a rating scale can't be used."""


class Cancelled(Exception):  # noqa: N818 - not an error: the person at the desk asked for it
    """Raised inside long work when the person has cancelled it."""
