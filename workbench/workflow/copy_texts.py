"""Reading the texts of kept copies, each in a process of its own with limits: a copy can be anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.errors import ArticleError, EvidenceError, Sentence
from workbench.storage import snapshots, texts
from workbench.storage.case_file import CaseFile
from workbench.storage.texts import KeptText, Waiting
from workbench.workflow.apart import Limits, Progress, run_apart

LARGEST = 50_000_000
"""Bytes of a copy whose text is read."""
SECONDS = 30.0
_MEMORY = 2_000_000_000
"""Bytes of address space for one reading."""


@dataclass(frozen=True, slots=True)
class UnreadCopy:
    """A copy whose text waits to be read."""

    sha256: str
    name: str
    media_type: str
    content: bytes


def next_unread(file: CaseFile) -> UnreadCopy | None:
    """A copy kept with a note whose text has not been read yet; None when there is none, or it can't be written."""
    while not file.read_only:
        with file.reading() as connection:
            waiting = texts.next_waiting(connection)
        if waiting is None:
            break
        try:
            return _unread(file, waiting)
        except EvidenceError as problem:
            keep_text(file, waiting.sha256, KeptText("", problem.message))
    return None


def _unread(file: CaseFile, waiting: Waiting) -> UnreadCopy:
    if waiting.size > LARGEST:
        raise EvidenceError("“{name}” is kept, but it is too large for its words to be searched.", name=waiting.name)
    with file.reading() as connection:
        content = snapshots.read_content(connection, waiting.sha256)
    return UnreadCopy(waiting.sha256, waiting.name, waiting.media_type, content)


def read_apart(copy: UnreadCopy, *, cancelled: Callable[[], bool], seconds: float = SECONDS) -> KeptText:
    """The copy's text, or the sentence that says why it has none: the copy itself stays kept either way.

    Raises Cancelled within about 0.1 s of `cancelled()`.
    """
    limits = Limits(
        EvidenceError(
            "“{name}” is kept, but its words can't be searched: reading them takes more memory than is allowed, "
            "or its file is broken.",
            name=copy.name,
        ),
        EvidenceError(
            "“{name}” is kept, but its words can't be searched: reading them takes longer than {seconds} seconds.",
            name=copy.name,
            seconds=seconds,
        ),
        seconds,
        _MEMORY,
    )
    try:
        text: str = run_apart(_read, (copy.content, copy.name, copy.media_type), limits, cancelled=cancelled)
    except ArticleError as problem:
        told = Sentence("The copy is kept, but its words can't be searched: {problem}", problem=problem.message)
        return KeptText("", told)
    except EvidenceError as problem:
        return KeptText("", problem.message)
    if len(text) > texts.LONGEST:
        told = Sentence(
            "Only the first {millions} million characters of “{name}” are searched.",
            millions=texts.LONGEST // 1_000_000,
            name=copy.name,
        )
        return KeptText(text[: texts.LONGEST], told)
    return KeptText(text)


def keep_text(file: CaseFile, sha256: str, read: KeptText) -> None:
    """Write down what was read. Not an act: it is made from the copy, and can be made again."""
    with file.unjournaled() as connection:
        texts.put_text(connection, sha256, read)


def read_all(file: CaseFile) -> tuple[str, ...]:
    """Read every text that waits, one after the other. Returns the sentences on those that can't be read."""
    problems = []
    while copy := next_unread(file):
        read = read_apart(copy, cancelled=lambda: False)
        keep_text(file, copy.sha256, read)
        problems += [read.problem] if read.problem else []
    return tuple(problems)


def copy_text(file: CaseFile, sha256: str) -> KeptText | None:
    """The text of a kept copy; None while it has not been read."""
    with file.reading() as connection:
        return texts.read_text(connection, sha256)


def _read(content: bytes, name: str, media_type: str, _progress: Progress) -> str:
    from workbench.importers.kept_copy import read_words

    return read_words(content, name, media_type)[: texts.LONGEST + 1]
