"""`make run`: the window on an article; without a screen the same road headless, leaving case, PDF and a picture."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ui.__main__ import has_screen

OUT = Path("out")


def fact_check(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "ui", *words], check=True)


def run_headless(article: Path) -> None:
    """Case, notes and a screenshot of the window in `out/`."""
    print("There is no screen here: doing the same without one.")
    OUT.mkdir(exist_ok=True)
    case, notes, picture = OUT / "article.factcase", OUT / "notes.pdf", OUT / "window.png"
    for old in (case, notes, picture):
        old.unlink(missing_ok=True)
    fact_check("new", str(article), "-o", str(case))
    fact_check("export", str(case), "--to", "pdf", "-o", str(notes))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [sys.executable, "-m", "tools.screenshot", str(case), str(picture)],
        check=True,
        env=environment,
    )
    print(f"The case is in {case}, its verification notes in {notes}, a picture of the window in {picture}.")


def main() -> int:
    article = Path(sys.argv[1])
    try:
        if has_screen():
            fact_check(str(article))
        else:
            run_headless(article)
    except subprocess.CalledProcessError as problem:
        return problem.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
