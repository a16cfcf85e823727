"""Work in a process of its own."""

from __future__ import annotations

import subprocess
import sys

ORPHAN = """
from multiprocessing import Pipe
from workbench.workflow import apart
asker, worker = Pipe(duplex=False)
asker.close()
apart._serve(worker, lambda progress: progress(0.5), (), 0)
"""


def test_work_whose_asker_has_died_ends_without_a_word() -> None:
    done = subprocess.run([sys.executable, "-c", ORPHAN], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
