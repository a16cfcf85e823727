"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from workbench import temporary
from workbench.errors import ExportError

_DATABASE = b"SQLite format 3\0"
"""How every SQLite file begins (https://sqlite.org/fileformat.html, 1.3.1), so every case file."""


@contextmanager
def replacing(targets: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Temporary names beside `targets`, put in their places when the block ends well and removed when it doesn't.

    Raises ExportError when a target is a folder or a case file, its folder is missing, or the disk refuses.
    """
    drafts: tuple[Path, ...] = ()
    try:
        places = [_place(target) for target in targets]
        for folder in {place.parent for place in places}:
            temporary.sweep_parts(folder)
        drafts = tuple(temporary.part(place.parent) for place in places)
        yield drafts
        for draft, place in zip(drafts, places, strict=True):
            draft.replace(place)
    except OSError as error:
        raise ExportError(
            "{target} could not be written: {reason}.", target=targets[0], reason=error.strerror or error
        ) from error
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)


def write(target: Path, content: bytes) -> None:
    """`content` into `target`, whole or not at all. Raises ExportError as `replacing` does."""
    write_pieces(target, [content])


def write_pieces(target: Path, pieces: Iterable[bytes]) -> None:
    """The same with content that is made while it is written."""
    with replacing([target]) as (draft,):
        write_through(draft, pieces)


def write_through(path: Path, pieces: Iterable[bytes]) -> None:
    """A new file that is on the disk when this returns. Raises OSError."""
    with path.open("xb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())


def _place(target: Path) -> Path:
    """Where the file is to stand, following links. Raises ExportError with what to do."""
    if "\0" in str(target):
        raise ExportError("No file can have that name: give another one.")
    place = Path(os.path.realpath(target))
    if place.is_dir():
        raise ExportError("{target} is a folder: give the name of a file in it.", target=target)
    if place.exists() and not place.is_file():
        raise ExportError("{target} is not an ordinary file: give another name.", target=target)
    if not place.parent.is_dir():
        raise ExportError("The folder {folder} doesn’t exist: create it or choose another.", folder=place.parent)
    if not os.access(place.parent, os.W_OK | os.X_OK) or (place.exists() and not os.access(place, os.W_OK)):
        raise ExportError("You may not write {target}: choose another folder or name.", target=target)
    if place.exists() and _is_database(place):
        raise ExportError(
            "{target} is a case file, which the notes must not replace: give another name.", target=target
        )
    return place


def _is_database(place: Path) -> bool:
    with place.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE
