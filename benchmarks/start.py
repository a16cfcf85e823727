"""From launch to the article painted, to the whole window, to case and claims, as ratios to a bare PySide6 window.

    python -m benchmarks.start [RUNS]

Each run is a process of its own; the time counts from before the interpreter starts. The screen is Qt's offscreen
platform unless another is set.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEED = Path(__file__).parents[1] / "seeds" / "000_4186c03791c7da8f.txt"

_BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit("An article."))
window.resize(1440, 900)
window.show()
app.processEvents()
print("window", time.time())
"""

_OURS = """
import sys, time
from ui.__main__ import main
from ui.main_window import MainWindow
def say(moment):
    print(moment, time.time(), flush=True)
def painted(self, go_on=MainWindow._furnish_next):
    if self._steps and not self.session.case and not getattr(self, "timed", False):
        self.timed = True
        say("article")
        self.furnished.connect(lambda: say("all"))
        self.session.opened.connect(lambda: say("case"))
        self.session.changed.connect(lambda _: self.session.case.extracted and (say("claims"), self.close()))
    go_on(self)
MainWindow._furnish_next = painted
main(sys.argv[1:])
"""


_COMPILED = tempfile.TemporaryDirectory(prefix="fact-check-bytecode-")
"""Compiled once, in the run that warms up, as they are where the program is installed: ours and Python's own."""


def timed(code: str, *words: str) -> dict[str, float]:
    """Seconds from launch to each moment that the program prints."""
    with tempfile.TemporaryDirectory() as home:
        places = {"FACT_CHECK_HOME": home, "HOME": home, "PYTHONPYCACHEPREFIX": _COMPILED.name}
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **places, "PYTHONDONTWRITEBYTECODE": ""}
        begun = time.time()
        done = subprocess.run(
            [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, env=environment
        )
    moments = (line.split() for line in done.stdout.splitlines())
    return {name: float(at) - begun for name, at in moments}


def measure(runs: int) -> None:
    bare: list[float] = []
    ours: dict[str, list[float]] = {"article": [], "all": [], "case": [], "claims": []}
    for run in range(runs + 1):
        one, other = timed(_BARE), timed(_OURS, str(SEED))
        if run == 0:
            continue  # the first run warms the disk's cache
        bare.append(one["window"])
        for name, seconds in other.items():
            ours[name].append(seconds)
    base = statistics.median(bare)
    print(f"bare PySide6 window    {base:6.2f} s")
    for name, seconds in ours.items():
        middle = statistics.median(seconds)
        print(f"launch to {name:<10}   {middle:6.2f} s   {middle / base:5.2f} times the bare window")


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
