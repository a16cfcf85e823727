"""A process that writes notes or sets pages: it can be ended at any moment, and its memory goes back.

`python -m workbench.reports.pdf_worker` reads from standard input, pickled one after the other: whether sources will be
cited, and a `Job`, or a `Sheet` and the path of its file. It says on standard output how far it is; its exit status is
one of those in `job`.
"""

from __future__ import annotations

import gc
import pickle
import sys
from pathlib import Path
from threading import Thread

import typst

from workbench.errors import ExportError
from workbench.reports.citations import warm_up
from workbench.reports.files import write_through
from workbench.reports.sheet import Sheet, set_sheet


def main() -> int:
    gc.disable()  # what lives as long as one file has nothing to gain
    if pickle.load(sys.stdin.buffer):
        Thread(target=warm_up).start()  # typst works beside Python, which now loads what the job is made of
    task = pickle.load(sys.stdin.buffer)
    from workbench.reports.job import DISK, NOT_SET, REFUSED

    try:
        _do(task)
    except ExportError as error:
        return _end(REFUSED, pickle.dumps(error).hex())
    except typst.TypstError as error:
        return _end(NOT_SET, str(error))
    except OSError as error:
        return _end(DISK, error.strerror or str(error))
    return 0


def _do(task: object) -> None:
    if isinstance(task, Sheet):
        write_through(Path(pickle.load(sys.stdin.buffer)), [set_sheet(task)])
        return
    from workbench.reports.job import Job
    from workbench.reports.writing import carry_out

    assert isinstance(task, Job)
    carry_out(task, _tell)


def _tell(word: str, number: float) -> None:
    sys.stdout.write(f"{word} {number}\n")
    sys.stdout.flush()


def _end(status: int, said: str) -> int:
    sys.stderr.buffer.write(said.encode("utf-8", "backslashreplace"))
    return status


if __name__ == "__main__":
    sys.exit(main())
