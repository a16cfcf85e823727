"""The article in a row of the drafts."""

from __future__ import annotations

import json

from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.span import Span


def article_of(text: str, blocks: str, metadata: str) -> Article:
    """What these three columns hold. Raises one of trouble.ODD_ROWS where they make no sense."""
    spans = tuple(Block(BlockKind(kind), Span(start, end)) for kind, start, end in json.loads(blocks))
    return Article(text, spans, Metadata(**json.loads(metadata)))
