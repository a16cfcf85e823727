"""Fetching a page into a note: in a process of its own, so that it can be stopped whatever the server does."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from workbench.domain.article import Metadata
from workbench.errors import ArticleError, EvidenceError
from workbench.sources import fetching
from workbench.sources.addresses import target_of
from workbench.sources.fetching import Fetched
from workbench.workflow.apart import Limits, Progress, run_apart
from workbench.workflow.noting import SnapshotFile

_MEMORY = 2_000_000_000
_GRACE = 15.0
"""Seconds for the process to begin and to read the page's title, beyond those for the page."""
_NAMES = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt"}


@dataclass(frozen=True, slots=True)
class FetchedPage:
    copy: SnapshotFile
    known: Metadata
    """What the page says of itself; empty when it says nothing."""
    redirects: tuple[str, ...]
    remark: str = ""


def host_of(url: str) -> str:
    """Who will be asked, to be said before. Raises EvidenceError when it is no web address."""
    return target_of(url).host


def fetch_page(url: str, *, allow_private: bool, cancelled: Callable[[], bool]) -> FetchedPage:
    """The page as a copy to keep, and what it says of itself.

    Raises EvidenceError with one sentence when it can't be had, Cancelled within about 0.1 s of `cancelled()`.
    """
    host = host_of(url)
    limits = Limits(
        EvidenceError(f"What {host} sends takes more memory than is allowed; nothing was kept."),
        EvidenceError(f"{host} is too slow: the page did not come in time. Try again later."),
        fetching.SECONDS + _GRACE,
        _MEMORY,
    )
    page: FetchedPage = run_apart(_fetch, (url, allow_private), limits, cancelled=cancelled)
    return page


def _fetch(url: str, allow_private: bool, _progress: Progress) -> FetchedPage:
    fetched = fetching.fetch(url, allow_private=allow_private)
    name = _name(fetched)
    copy = SnapshotFile(name, fetched.body, fetched.media_type, fetched.url, fetched.response())
    return FetchedPage(copy, _metadata(fetched, name), fetched.redirects, fetched.remark)


def _metadata(fetched: Fetched, name: str) -> Metadata:
    if not name.endswith(".html"):
        return Metadata()
    from workbench.importers.html.reader import read_html

    try:
        return read_html(fetched.body, name).article.metadata
    except ArticleError:  # a page without an article in it is kept all the same; only nothing is known of it
        return Metadata()


def _name(fetched: Fetched) -> str:
    """A file name from the last part of the address, with an ending that fits what was sent."""
    parts = urlsplit(fetched.url)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2] or parts.hostname or "page"
    stem = re.sub(r"[^\w.\-]+", "_", last)[:80]
    ending = _NAMES.get(fetched.media_type.partition(";")[0].strip().lower(), "")
    return stem if stem.lower().endswith(ending) else stem + ending
