"""What the window shows in its first picture of the file it is started with, before the case is open."""

from __future__ import annotations

import marshal
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.span import Span


class Glance(NamedTuple):
    article: Article
    place: Span | None = None
    """The words to begin at; None for the top."""


def glance(path: Path) -> Glance | None:
    """The article of a case file or a plain text, as its case will show it; None for all that takes longer."""
    if path.suffix.lower() == ".factcase":
        from workbench.storage import glance as case_file

        seen = case_file.read(path)
        return None if seen is None else Glance(*seen)
    from workbench.importers import glance as plain_text

    article = plain_text.read(path)
    return None if article is None else Glance(article)


def glance_beside(path: Path) -> Callable[[], Glance | None]:
    """Begin to `glance`, beside the loading of Qt; the function returned waits for what was seen.

    A copy of this process looks, and one that dies has seen nothing. Where a process can't be copied safely (other
    systems, other threads), the function returned does the looking.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return lambda: glance(path)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as stream:
                stream.write(_packed(glance(path)))
        finally:
            os._exit(0)  # nothing of the program's own end, and no word about what went wrong: opening will tell
    os.close(writing)
    return lambda: _await(reading, child)


def _await(reading: int, child: int) -> Glance | None:
    with os.fdopen(reading, "rb") as stream:
        seen = stream.read()
    os.waitpid(child, 0)
    return _unpacked(seen) if seen else None


def _packed(seen: Glance | None) -> bytes:
    """In the form that Python's own modules are kept in: no module has to be loaded to read it."""
    if seen is None:
        return b""
    article, place = seen
    blocks = tuple((block.kind.value, block.span.start, block.span.end) for block in article.blocks)
    known = article.metadata
    metadata = (known.title, known.outlet, known.author, known.url, known.published, known.language)
    return marshal.dumps((article.text, blocks, metadata, (place.start, place.end) if place else None))


def _unpacked(seen: bytes) -> Glance:
    text, blocks, metadata, place = marshal.loads(seen)
    spans = tuple(Block(BlockKind(kind), Span(start, end)) for kind, start, end in blocks)
    return Glance(Article(text, spans, Metadata(*metadata)), Span(*place) if place else None)
