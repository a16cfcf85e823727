"""A fact-checker in a hurry, to be killed: does act after act on a case and says so after each.

    python -m tests.storage.worker CASE SEED

Each line on standard output is the case's digest after an act that is done.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from tests.storage.bridge import ROSA
from tests.workflow.acts import ACTS, do
from workbench.storage.case_file import CaseFile
from workbench.workflow import undoing
from workbench.workflow.opening import open_case, read_case


def main(path: Path, seed: int) -> None:
    chosen = random.Random(seed)
    with open_case(path, who=ROSA) as file:
        _say(file)
        while True:
            if chosen.random() < 0.2:
                undoing.undo(file)
            else:
                do(file, chosen.choice(sorted(ACTS)), chosen.randrange(10_000))
            _say(file)


def _say(file: CaseFile) -> None:
    sys.stdout.write(f"{read_case(file).digest}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
