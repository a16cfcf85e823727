"""Words before and after, as HTML: what goes is struck out, what comes underlined."""

from __future__ import annotations

from html import escape

from ui import look
from workbench.workflow.history import compare_words


def marked(before: str, after: str) -> str:
    """Both as one line, what they share once."""
    said = {(True, True): kept, (True, False): gone, (False, True): new}
    return "".join(said[piece.before, piece.after](piece.text) for piece in compare_words(before, after))


def kept(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def gone(words: str) -> str:
    return _set(words, look.tokens().bad, "line-through")


def new(words: str) -> str:
    return _set(words, look.tokens().good, "underline")


def _set(words: str, colour: str, line: str) -> str:
    return f'<span style="color:{colour};text-decoration:{line}">{kept(words)}</span>' if words else ""
