"""What the command line says to a person, a line each: what was done on standard output, the rest on standard error."""

from __future__ import annotations

import sys


def tell(sentence: str) -> None:
    """Say what was done in one line, whatever line breaks a file's name or a title brought into it."""
    print(in_one_line(sentence))


def complain(sentence: str) -> None:
    """Say it in one line, whatever line breaks a file's name or a title brought into it."""
    print(f"fact-check: {in_one_line(sentence)}", file=sys.stderr)


def in_one_line(words: str) -> str:
    """For a terminal: without line breaks, nor anything else that would command it."""
    from workbench.importers.files import without_controls  # the window asks only for the names of the commands

    return without_controls(" ".join(words.split()))
