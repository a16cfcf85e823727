"""Words before and after, as one line of HTML: what goes struck out, what comes underlined."""

from __future__ import annotations

from html import escape

from ui import look
from workbench.workflow.history import compare_words


def marked(before: str, after: str) -> str:
    tokens = look.tokens()
    words = []
    for piece in compare_words(before, after):
        text = escape(piece.text).replace("\n", "<br>")
        if piece.before and piece.after:
            words.append(text)
        elif piece.before:
            words.append(f'<span style="color:{tokens.bad};text-decoration:line-through">{text}</span>')
        else:
            words.append(f'<span style="color:{tokens.good};text-decoration:underline">{text}</span>')
    return "".join(words)
