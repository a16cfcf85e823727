"""Kill the writer at random moments, hundreds of times, and look for what it had said was done.

    python -m benchmarks.kill_rounds [ROUNDS] [acts|shared|command|window ...]

`acts` is the workflow itself, `shared` the same in a cloud folder, where there is no write-ahead log, `command` a
loop over `fact-check evidence add`, `window` the window with its threads. Prints for each how many acts were said to be
done, how many of them are missing (always 0, or it stops), and how often the kill fell between an act's commit and its
being said.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.storage.bridge import begin
from tests.storage.killing import check_after_kill, said_before_the_end

LONGEST = {"acts": 0.4, "shared": 0.4, "command": 2.5, "window": 0.6}
"""Seconds from the first word to the kill, at most."""


def command_line(kind: str, case: Path, number: int) -> list[str]:
    if kind in ("acts", "shared"):
        return [sys.executable, "-m", "tests.storage.worker", str(case), str(number)]
    return [sys.executable, "-m", f"benchmarks.kill_{kind}", str(case), str(number)]


def one_round(kind: str, case: Path, number: int) -> tuple[int, int]:
    """How many acts were said to be done, and how many more the file has."""
    own = {**os.environ, "FACT_CHECK_HOME": str(case.parent), "QT_LOGGING_RULES": "*=false"}
    command = command_line(kind, case, number)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True, env=own)
    assert process.stdout is not None
    first = process.stdout.readline().strip()
    try:
        process.wait(random.uniform(0, LONGEST[kind]))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        while _is_alive(process.pid):
            time.sleep(0.01)
    said = [line for line in (first, *said_before_the_end(process)) if line]
    return len(said), check_after_kill(case, said[-1] if said else "")


def _is_alive(group: int) -> bool:
    """Whether any process of the group still has files open: a command's own process may outlive the loop around it."""
    for found in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group, *_ = found.read_text().rpartition(")")[2].split()
        except OSError:  # gone meanwhile
            continue
        if int(its_group) == group and state not in "ZX":
            return True
    return False


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for kind in sys.argv[2:] or list(LONGEST):
        done = between = 0
        with tempfile.TemporaryDirectory() as folder:
            for number in range(rounds):
                if number % 50 == 0:
                    place = Path(folder) / str(number) / ("Dropbox" if kind == "shared" else "desk")
                    place.mkdir(parents=True)
                    case = begin(place)
                    case.close()
                said, more = one_round(kind, case.path, number)
                assert more <= 1, f"{more} acts were not said to be done"
                done, between = done + said, between + more
        print(f"{kind}: {rounds} kills, {done} acts said to be done, 0 missing, {between} done but not said yet")


if __name__ == "__main__":
    main()
