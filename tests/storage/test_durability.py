"""kill -9 in the middle of work; benchmarks/kill_rounds.py does the same for hundreds of rounds, also to the window."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.bridge import begin
from tests.storage.killing import check_after_kill, said_before_the_end
from workbench.storage.locks import lock_path

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of this family of systems")
def test_what_was_said_to_be_done_survives_the_kill(tmp_path: Path) -> None:
    begin(tmp_path).close()
    path = tmp_path / "bridge.factcase"
    for seed in range(5):
        command = [sys.executable, "-m", "tests.storage.worker", str(path), str(seed)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(random.Random(seed).randrange(2, 40))]
        process.kill()
        said += said_before_the_end(process)
        assert lock_path(path).exists()
        assert check_after_kill(path, said[-1]) <= 1
