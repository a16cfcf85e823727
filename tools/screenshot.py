"""A picture of the window on an article or a case: `python -m tools.screenshot FILE OUT.png [--dark]`.

Used by `make run` without a screen and to make the README's pictures.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from ui.application import start
from ui.look import language
from ui.main_window import MainWindow
from workbench import settings

_LONGEST_WAIT = 120_000
"""Milliseconds until the claims must have been found."""
_CALM = 300
"""Milliseconds in which everything that follows the selection a moment later is drawn, too."""


def take(path: Path, out: Path, *, theme: settings.Theme, claim: int) -> int:
    """Open `path`, wait for its claims, select claim number `claim`, write the picture; returns an exit code."""
    app = start(sys.argv[:1])
    chosen = replace(settings.load(), theme=theme)
    language.install(app, chosen.language)
    window = MainWindow(chosen)
    window.resize(1440, 900)
    window.show()
    window.open_path(path)
    loop = QEventLoop()
    QTimer.singleShot(_LONGEST_WAIT, lambda: loop.exit(1))

    def look() -> None:
        case = window.session.case
        if case is not None and case.extracted:
            loop.exit(0)

    window.session.opened.connect(look)
    window.session.changed.connect(look)
    if loop.exec() != 0:
        print("The claims were not found in time.", file=sys.stderr)
        return 1
    case = window.session.case
    chosen = next((found.id for found in case.claims if found.number == claim), "") if case else ""
    window.session.select(chosen)
    QTimer.singleShot(_CALM, loop.quit)
    loop.exec()
    window.grab().save(str(out))
    window.close()
    return 0


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("file", type=Path)
    words.add_argument("out", type=Path)
    words.add_argument("--dark", action="store_true")
    words.add_argument("--claim", type=int, default=2)
    asked = words.parse_args()
    return take(
        asked.file, asked.out, theme=settings.Theme.DARK if asked.dark else settings.Theme.LIGHT, claim=asked.claim
    )


if __name__ == "__main__":
    sys.exit(main())
