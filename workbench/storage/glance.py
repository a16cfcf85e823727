"""The article of a case file and the place where work stopped, read in the time of a picture; nothing else of it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from workbench.domain.article import Article
from workbench.domain.span import Span
from workbench.storage.article_row import article_of
from workbench.storage.schema import APPLICATION_ID, LATEST

_LONGEST = 500_000
"""Code points of a text; more is read when the case is opened."""
_ROLLBACK = b"\x01\x01"
"""At byte 18 of a file that keeps no write-ahead log: all of it is in the one file, and nobody of ours writes to it."""


def read(path: Path) -> tuple[Article, Span | None] | None:
    """The newest text, and the words of the claim selected last; None where that is not quickly and surely told.

    Nothing is raised: whoever opens the file afterwards says what is wrong with it. Nothing is written, no lock waited
    for, and none of the checks made that opening makes.
    """
    try:
        return _read(path) if _is_at_rest(path) else None
    except (OSError, sqlite3.Error, ValueError, TypeError, KeyError, RecursionError):
        return None


def _is_at_rest(path: Path) -> bool:
    if not path.is_file():  # opening a pipe waits for its other end
        return False
    with path.open("rb") as stream:
        head = stream.read(100)
    version, application = (int.from_bytes(head[at : at + 4], "big") for at in (60, 68))
    return head[18:20] == _ROLLBACK and application == APPLICATION_ID and 1 <= version <= LATEST


def _read(path: Path) -> tuple[Article, Span | None] | None:
    uri = f"file:{quote(os.fsencode(path.absolute()))}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0)
    try:
        connection.execute("BEGIN")
        draft, length = connection.execute(
            "SELECT id, length(text) FROM drafts ORDER BY number DESC LIMIT 1"
        ).fetchone() or ("", 0)
        if not 0 < length <= _LONGEST:
            return None
        text, blocks, metadata = connection.execute(
            "SELECT text, blocks, metadata FROM drafts WHERE id = ?", (draft,)
        ).fetchone()
        place = connection.execute(
            "SELECT start_at, end_at FROM desk JOIN anchors ON claim_id = value"
            " WHERE name = 'selected claim' AND draft_id = ? ORDER BY position LIMIT 1",
            (draft,),
        ).fetchone()
    finally:
        connection.close()
    article, shown = article_of(text, blocks, metadata), Span(*place) if place else None
    ends = [block.span.end for block in article.blocks] + ([shown.end] if shown else [])
    return (article, shown) if max(ends, default=0) <= len(text) else None
