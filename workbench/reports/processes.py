"""Processes that do work for this one: started, listened to, and ended together."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple

import workbench
from workbench import temporary
from workbench.errors import Cancelled

_LOOK_EVERY = 0.05
"""Seconds between two looks at whether the person has cancelled."""


class Heard(NamedTuple):
    """A line that a process said, or its end."""

    process: Process
    line: str = ""
    status: int | None = None


class Process:
    """`python -m workbench.reports.pdf_worker`, reading from `stdin`; what it needs for a while only is in `folder`."""

    def __init__(self, stdin: IO[bytes], heard: queue.SimpleQueue[Heard], folder: Path) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`
        self._heard = heard
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "workbench.reports.pdf_worker"],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env=os.environ | {"PYTHONPATH": _import_path()} | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder)),
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._heard.put(Heard(self, line.decode()))
        self._heard.put(Heard(self, status=self._process.wait()))

    def complaint(self) -> str:
        """What it wrote on standard error."""
        self._said.seek(0)
        return self._said.read().decode("utf-8", "replace")

    def end(self) -> None:
        """End it if it has not ended, and let go of it."""
        self._process.kill()
        self._listener.join()
        assert self._process.stdout
        self._process.stdout.close()
        self._said.close()


class Processes:
    """All that were started inside the block end with it, and `folder` goes, where they keep what nobody else sees."""

    def __init__(self, cancelled: Callable[[], bool] | None) -> None:
        self._cancelled = cancelled
        self._heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()
        self._started: list[Process] = []

    def start(self, stdin: IO[bytes]) -> Process:
        process = Process(stdin, self._heard, self.folder)
        self._started.append(process)
        return process

    def hear(self) -> Heard:
        """The next thing that any of them says. Raises Cancelled within 0.1 s of `cancelled()`."""
        while True:
            if self._cancelled and self._cancelled():
                raise Cancelled
            try:
                return self._heard.get(timeout=_LOOK_EVERY)
            except queue.Empty:
                continue

    def __enter__(self) -> Processes:
        self.folder = temporary.private_folder()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._started:
            process.end()
        temporary.remove(self.folder)


def _import_path() -> str:
    """So that the process finds this very program, wherever it was started."""
    here = str(Path(workbench.__file__).parents[1])
    return os.pathsep.join([here, *filter(None, [os.environ.get("PYTHONPATH")])])
