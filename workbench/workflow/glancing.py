"""What the window shows in its first picture of the file it is started with, before the case is open."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from workbench.domain.article import Article
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
