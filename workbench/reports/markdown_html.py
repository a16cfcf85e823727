"""The tree of a note as HTML: in the exported page, and in the window, where nothing in it can be loaded or run."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from workbench.reports.markdown import Block, Code, Item, Items, Paragraph, Quote, Words
from workbench.reports.scripts import script_of


def to_html(blocks: Iterable[Block], clean: Callable[[str], str] = str) -> Markup:
    """Paragraphs, lists, quotations and code. `clean` sees every word before it is escaped."""
    return Markup("").join(_block(block, clean) for block in blocks)


def _block(block: Block, clean: Callable[[str], str]) -> Markup:
    match block:
        case Paragraph(words):
            language = script_of(block.text).language
            lang = Markup(' lang="{}"').format(language) if language else ""
            inner = Markup("").join(_words(piece, clean) for piece in words)
            return Markup('<p dir="auto"{}>{}</p>').format(lang, inner)
        case Code(text):
            return Markup("<pre><code>{}</code></pre>").format(clean(text))
        case Quote(blocks):
            return Markup("<blockquote>{}</blockquote>").format(to_html(blocks, clean))
        case Items(items):
            return Markup("").join(_list(run, clean) for run in _runs(items))


def _runs(items: Iterable[Item]) -> list[list[Item]]:
    """Items whose numbers follow on each other: a number is shown as it was typed."""
    runs: list[list[Item]] = []
    for item in items:
        last = runs[-1][-1].number if runs else None
        if runs and (item.number is None or (last is not None and item.number == last + 1)):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _list(items: list[Item], clean: Callable[[str], str]) -> Markup:
    inner = Markup("").join(Markup("<li>{}</li>").format(to_html(item.blocks, clean)) for item in items)
    if items[0].number is None:
        return Markup("<ul>{}</ul>").format(inner)
    return Markup('<ol start="{}">{}</ol>').format(items[0].number, inner)


def _words(piece: Words, clean: Callable[[str], str]) -> Markup:
    shown = Markup("<br>").join(escape(clean(line)) for line in piece.text.split("\n"))
    for wanted, tag in ((piece.code, "code"), (piece.emphasis, "em"), (piece.strong, "strong")):
        if wanted:
            shown = Markup(f"<{tag}>{{}}</{tag}>").format(shown)
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(piece.link, shown) if piece.link else shown
