"""Tries a packaged program: `python -m tools.package.trial FOLDER`, with an empty environment and from another folder.

Every road that loads data or starts a process of its own: finding claims, each format of notes, the window.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import resources
from workbench.workflow.publishing import FORMATS

_STAYS = 20
"""Seconds that the window is left to find the claims of the article."""


class Trial:
    def __init__(self, folder: Path, place: Path) -> None:
        suffix = ".exe" if sys.platform == "win32" else ""
        self._program = (folder / f"fact-check{suffix}").resolve()
        self._place = place
        self._environment = {"FACT_CHECK_HOME": str(place / "home")} | _needed()

    def run(self, *words: str) -> str:
        """Standard output of a command. Raises CalledProcessError when it fails."""
        done = subprocess.run(
            [self._program, *words],
            cwd=self._place,
            env=self._environment,
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
        return done.stdout

    def look(self, article: Path) -> None:
        """Open the window on an article, without a screen, and close it as Ctrl+C does. Raises CalledProcessError."""
        environment = self._environment | {"QT_QPA_PLATFORM": "offscreen"}
        window = subprocess.Popen([self._program, str(article)], cwd=self._place, env=environment)
        try:
            window.wait(_STAYS)
        except subprocess.TimeoutExpired:
            window.send_signal(signal.SIGINT)
        code = window.wait(_STAYS)
        if code:
            raise subprocess.CalledProcessError(code, [str(self._program), str(article)])


def _needed() -> Mapping[str, str]:
    """What no program of Windows starts without."""
    return {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "USERPROFILE") if name in os.environ}


def main() -> int:
    folder = Path(sys.argv[1])
    article = resources.seed(resources.EXAMPLE).resolve()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        trial = Trial(folder, place)
        print(trial.run("--version").strip())
        claims = len(trial.run("claims", str(article), "--json"))
        print(trial.run("new", str(article), "-o", "case.factcase").strip())
        for to in FORMATS:
            trial.run("export", "case.factcase", "--to", to, "-o", f"notes.{to}")
        print(trial.run("verify", "case.factcase").strip())
        trial.look(article)
        (made,) = (place / "home").rglob("cases/*.factcase")
        trial.run("export", str(made), "--to", "json", "-o", "window.json")
        found = (place / "window.json").read_text("utf-8").count('"exact"')
        assert claims, "the command found no claims"
        assert found, "the window found no claims"
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"Tried, and sound: {folder}, {size / 1e6:.0f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
