"""From launch to the first picture, to the whole window, to case and claims, as ratios to a bare PySide6 window.

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

from workbench import settings
from workbench.importers import registry
from workbench.workflow import finding, opening

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
from ui import __main__ as program
def say(moment):
    print(moment, time.time(), flush=True)
def listen():
    from ui import application
    from ui.furnishing import Furnishing
    def painted(self, go_on=Furnishing.begin):
        say("window")
        go_on(self)
    def opened(*words, go_on=application.open_window):
        window = go_on(*words)
        session = window.session
        def told(_=None):
            if session.case.extracted:
                say("claims")
                window.close()
        def there():
            say("case")
            told()
        session.opened.connect(there)
        session.changed.connect(told)
        window.furnished.connect(lambda: (say("all"), len(sys.argv) > 1 or window.close()))
        return window
    Furnishing.begin = painted
    application.open_window = opened
def glanced(path, go_on=program._glance):
    early = go_on(path)
    listen()
    return early
if len(sys.argv) > 1:
    program._glance = glanced  # begun before Qt is loaded
else:
    listen()
program.main(sys.argv[1:])
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
    with tempfile.TemporaryDirectory() as folder:
        case = _case(Path(folder))
        starts: dict[str, list[str]] = {"alone": [], "with an article": [str(SEED)], "with its case": [str(case)]}
        ours: dict[tuple[str, str], list[float]] = {}
        for run in range(runs + 1):
            taken = {"bare": timed(_BARE), **{name: timed(_OURS, *words) for name, words in starts.items()}}
            if run == 0:
                continue  # the first run warms the disk's cache
            bare.append(taken.pop("bare")["window"])
            for name, moments in taken.items():
                for moment, seconds in moments.items():
                    ours.setdefault((name, moment), []).append(seconds)
    base = statistics.median(bare)
    print(f"bare PySide6 window                {base:6.2f} s")
    for (name, moment), all_seconds in ours.items():
        middle = statistics.median(all_seconds)
        print(f"{name:<15} launch to {moment:<8} {middle:6.2f} s   {middle / base:5.2f} times the bare window")


def _unheard(_share: float) -> None:
    return None


def _case(folder: Path) -> Path:
    """The case of the seed as it was left yesterday, its claims found."""
    path = folder / "yesterday.factcase"
    article = registry.read_article(SEED)
    with opening.new_case(article, path, who="Benchmark", scale=settings.scale("editorial")) as file:
        opening.add_findings(file, finding.find_apart(article.article, progress=_unheard, cancelled=lambda: False))
    return path


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
