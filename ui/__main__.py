"""`fact-check`: a command of the command line, or the window. Qt is imported only for the window."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.workflow.glancing import Glance

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    # Until there is something to finish, Ctrl+C just ends the program, without a report of what was being imported.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

_SET_PAGES = ["-P", "-m", "workbench.reports.pdf_worker"]
"""How a process for pages is started; in a packaged program sys.executable is the program and not Python."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the words ask for; returns the exit code."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # for the processes of our own that a packaged program starts
        if sys.argv[1:] == _SET_PAGES:
            import runpy

            runpy.run_module(_SET_PAGES[-1], run_name="__main__")
            return 0
    words = list(sys.argv[1:] if arguments is None else arguments)
    if _is_window(words):
        return _window(words)
    from workbench.cli import main as command_line

    return command_line(words)


def _is_window(words: Sequence[str]) -> bool:
    if len(words) != 1 or words[0].startswith("-"):
        return not words
    if "." in words[0]:  # no command has a dot, and an article is not kept waiting for theirs
        return True
    from workbench.cli import COMMANDS

    return words[0] not in COMMANDS


def _window(words: Sequence[str]) -> int:
    if not has_screen():
        return _refuse("there is no screen here to open a window on")
    import gc

    gc.disable()  # until the window is painted: nothing loaded for it is garbage
    word = words[0] if words else ""
    is_address = word.lower().startswith(("http://", "https://"))
    path = Path(word) if word and not is_address else None
    early = _glance(path) if path is not None else None
    try:
        from ui.application import run
    except ImportError as problem:
        return _refuse(f"the window can't start: {problem}")
    return run(path, word if is_address else "", early)


def _glance(path: Path) -> Callable[[], Glance | None]:
    from workbench.workflow.glancing import glance_beside

    return glance_beside(path)


def has_screen() -> bool:
    """Whether Qt will find somewhere to draw. Without this look, Qt would abort the program."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _refuse(why: str) -> int:
    print(  # noqa: T201 - the command line's own door, before there is a window
        f"fact-check: {why}. The commands work without one: see fact-check --help.", file=sys.stderr
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
