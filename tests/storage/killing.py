"""What must hold after the writer was killed: every act it said was done is there, and no half of one."""

from __future__ import annotations

import sqlite3
import subprocess
from pathlib import Path

from tests.storage.bridge import ROSA
from workbench.workflow.opening import open_case, read_case
from workbench.workflow.verifying import verify


def said_before_the_end(process: subprocess.Popen[str]) -> list[str]:
    """What the writer said, including what still was in the pipe when it was killed."""
    assert process.stdout is not None
    said = process.stdout.read().splitlines()
    process.wait()
    process.stdout.close()
    return said


def check_after_kill(path: Path, last_said: str) -> int:
    """Returns how many journal rows there are beyond the last one that was said: at most one act was under way."""
    findings = verify(path).findings  # the log as the kill left it
    assert findings == (), findings
    with open_case(path, who=ROSA) as file:
        read_case(file)
    assert verify(path).findings == ()
    left = [beside.name for beside in path.parent.glob(".fact-check-*")]
    left += [beside.name for beside in path.parent.glob(f"*{path.name}?*")]
    assert left == []
    connection = sqlite3.connect(path)
    (newest,) = connection.execute("SELECT max(seq) FROM journal").fetchone()
    (said,) = connection.execute("SELECT coalesce(max(seq), 0) FROM journal WHERE hash = ?", (last_said,)).fetchone()
    connection.close()
    assert said or not last_said, "an act that was said to be done is gone"
    return int(newest) - int(said)
