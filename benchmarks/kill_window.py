"""For kill_rounds: the window on a case, doing acts as fast as it takes them, saying the digest it shows after each."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.workflow.acts import ACTS, do
from ui.application import start
from ui.main_window import MainWindow
from workbench.domain.changes import Changes
from workbench.settings import Settings
from workbench.storage.case_file import CaseFile


def main(case: Path, seed: int) -> None:
    chosen = random.Random(seed)
    app = start(sys.argv[:1])
    window = MainWindow(Settings())
    session = window.session

    def act(file: CaseFile) -> Changes:
        while not do(file, chosen.choice(sorted(ACTS)), chosen.randrange(10_000)):
            pass
        return Changes("act", frozenset())

    def go_on() -> None:
        assert session.case is not None
        print(session.case.digest, flush=True)
        session.do(act)

    session.opened.connect(go_on)
    session.changed.connect(go_on)
    window.show()
    window.open_path(case)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
