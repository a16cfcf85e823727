"""For kill_rounds: files notes by the command line until killed, saying the case's digest after each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from workbench.workflow.verifying import verify


def main(case: Path, seed: int) -> None:
    print(verify(case).digest, flush=True)
    number = seed
    while True:
        number += 1
        words = ["evidence", "add", str(case), "--claim", "2", "--stance", "supports", "--title", f"Order {number}"]
        done = subprocess.run([sys.executable, "-m", "workbench", *words], capture_output=True, check=False)
        if done.returncode:
            sys.exit(done.stderr.decode())
        print(verify(case).digest, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
