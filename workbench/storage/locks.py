"""One writer at a time: a lock file beside the case, `.name.factcase.lock`, that says who has it open.

On this machine the operating system's own lock on that file decides, so that a crash lets go of it at once. The record
inside decides between machines, where such locks can't be trusted: through a share or a synchronised folder.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from workbench.errors import CaseFileError, OnlyReadableError, Sentence
from workbench.storage import clock

_TRIES = 5
"""How often to begin again when the lock file is taken away between opening and locking it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a case open for writing."""

    name: str
    machine: str
    pid: int
    since: str
    """ISO 8601 instant, UTC."""

    @classmethod
    def here(cls, name: str) -> Holder:
        return cls(name, socket.gethostname(), os.getpid(), clock.now())


def _told(holder: Holder) -> Sentence:
    """Who has it, since when."""
    return Sentence(
        "{who} on {machine}, since {since} UTC",
        who=holder.name or Sentence("somebody"),
        machine=holder.machine,
        since=holder.since[:16].replace("T", " "),
    )


class CaseInUseError(OnlyReadableError):
    """Somebody else writes to the case. `holder` is None when their record can't be read."""

    def __init__(self, case: Path, holder: Holder | None, *, may_be_left: bool = False) -> None:
        other = _told(holder) if holder else Sentence("another program")
        problem = Sentence("“{name}” is open elsewhere ({other}).", name=case.name, other=other)
        cure = Sentence("Open it read-only, or close it there first.")
        left = "Close it there first; if a crash left it so, open it in the window, which can take it over."
        super().__init__(case, problem, cure, left if may_be_left else "Close it there first.", may_be_left=may_be_left)
        self.holder = holder


def unwritable(case: Path, problem: Sentence) -> OnlyReadableError:
    """What to raise where the rights to write are missing; the `problem` says of what."""
    cure = Sentence("Open it read-only, or copy it to your own folder.")
    return OnlyReadableError(case, problem, cure, "Copy it to your own folder.")


class Lock:
    """Held from `take` to `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    @classmethod
    def take(cls, case: Path, who: str, *, over: bool = False) -> Lock:
        """Lock a case for writing. A record left by a crash on this machine is taken over.

        `over` also takes over the record of another machine, which only a person can know to be left behind. Raises
        CaseInUseError when somebody has it, CaseFileError when the folder can't be written to.
        """
        path = lock_path(case)
        for _ in range(_TRIES):
            handle = _open(path, case)
            held = _try_lock(handle)
            if held and not _is_there(handle, path):
                os.close(handle)
                continue
            holder = _read(handle)
            of_another = holder is not None and holder.machine != socket.gethostname()
            if not held or (of_another and not over):
                os.close(handle)
                raise CaseInUseError(case, holder, may_be_left=held)
            lock = cls(path, handle)
            try:
                _write(handle, Holder.here(who))
            except OSError:  # a full disk: nothing stays behind
                lock.release()
                raise
            return lock
        raise CaseInUseError(case, None)

    def release(self) -> None:
        """Let go; doing it twice is harmless."""
        if self._handle >= 0:
            if _is_there(self._handle, self._path) and os.name == "posix":
                self._path.unlink(missing_ok=True)
            os.close(self._handle)
            if os.name != "posix":  # there an open file can't be unlinked
                with contextlib.suppress(OSError):
                    self._path.unlink(missing_ok=True)
            self._handle = -1


def lock_path(case: Path) -> Path:
    """Beside the file itself, whatever link it is opened by."""
    real = case.resolve()
    return real.with_name(f".{real.name}.lock")


def _open(path: Path, case: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except PermissionError as error:
        raise unwritable(case, Sentence("“{name}” can't be opened for writing here.", name=case.name)) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise CaseFileError(
                "The name “{name}…” leaves no room for the lock beside it. Give the case a shorter one.",
                name=case.name[:30],
            ) from error
        raise CaseFileError(
            "“{name}” can't be locked: {reason}. Look at the disk it is on.", name=case.name, reason=error.strerror
        ) from error


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """A place to lock that leaves the record readable."""

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks: the record alone must do
            return True
        return True


def _is_there(handle: int, path: Path) -> bool:
    """Whether the open file still is the one under `path`."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _read(handle: int) -> Holder | None:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        return Holder(**json.loads(os.read(handle, 4096)))
    except (ValueError, TypeError):  # empty, or cut off by a crash
        return None


def _write(handle: int, holder: Holder) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    os.write(handle, json.dumps(asdict(holder), ensure_ascii=False).encode())
    os.fsync(handle)
