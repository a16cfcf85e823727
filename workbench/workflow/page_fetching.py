"""Fetching a page, for a note or as the article: in a process of its own, stopped whatever the server does.

What was fetched is also taken apart over there. Each address is told as it is asked, redirects one by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from workbench.domain.article import Metadata
from workbench.domain.imported import ImportedArticle
from workbench.errors import ArticleError, EvidenceError
from workbench.importers.kept_copy import SUFFIX_BY_TYPE, charset_of
from workbench.sources import fetching
from workbench.sources.addresses import site_of, target_of
from workbench.sources.fetching import Fetched
from workbench.workflow.apart import Limits, never, run_apart
from workbench.workflow.noting import SnapshotFile

__all__ = ["FetchedArticle", "FetchedPage", "fetch_article", "fetch_page", "host_of", "led_to"]

Told = Callable[[str], None]
"""Hears each address just before it is asked, the first one too."""

_MEMORY = 2_000_000_000
_GRACE = 30.0
"""Seconds for the process to begin and to take the page apart, beyond those for fetching it."""
_NAMES = {**SUFFIX_BY_TYPE, "text/plain": ".txt", "text/markdown": ".md"}


@dataclass(frozen=True, slots=True)
class FetchedPage:
    copy: SnapshotFile
    known: Metadata
    """What the page says of itself; empty when it says nothing."""
    redirects: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FetchedArticle:
    imported: ImportedArticle
    redirects: tuple[str, ...]
    """The addresses that led to `imported.captured_from`, the one asked for first."""
    remark: str = ""


def host_of(url: str) -> str:
    """Who will be asked, to be said before. Raises EvidenceError when it is no web address."""
    return target_of(url).host


def led_to(asked: str, came_to: str) -> str:
    """The other site that a page asked for at one came from; empty when it came from there."""
    there = site_of(came_to)
    return there if there != site_of(asked) else ""


def fetch_page(
    url: str, *, allow_private: bool, cancelled: Callable[[], bool] = never, told: Told | None = None
) -> FetchedPage:
    """The page as a copy to keep, and what it says of itself.

    Raises EvidenceError with one sentence when it can't be had, Cancelled within about 0.1 s of `cancelled()`.
    """
    page: FetchedPage = run_apart(_fetch_page, (url, allow_private), _limits(url), progress=told, cancelled=cancelled)
    return page


def fetch_article(
    url: str, *, allow_private: bool, cancelled: Callable[[], bool] = never, told: Told | None = None
) -> FetchedArticle:
    """The article at an address, its original the page as it came.

    Raises as `fetch_page` does, and ArticleError when there is no article in what came.
    """
    found: FetchedArticle = run_apart(
        _fetch_article, (url, allow_private), _limits(url), progress=told, cancelled=cancelled
    )
    return found


def _limits(url: str) -> Limits:
    host = host_of(url)
    return Limits(
        EvidenceError(
            "What {host} sends is broken, or takes more memory than is allowed; nothing was kept.", host=host
        ),
        EvidenceError("{host} is too slow: the page did not come in time. Try again later.", host=host),
        fetching.SECONDS + _GRACE,
        _MEMORY,
    )


def _fetch_page(url: str, allow_private: bool, told: Told) -> FetchedPage:
    fetched = fetching.fetch(url, allow_private=allow_private, told=told)
    name = _name(fetched)
    copy = SnapshotFile(name, fetched.body, fetched.media_type, fetched.url, fetched.response())
    return FetchedPage(copy, _known(fetched, name), fetched.redirects, fetched.remark)


def _known(fetched: Fetched, name: str) -> Metadata:
    if not name.endswith(".html"):
        return Metadata()
    try:
        return _read(fetched, name).article.metadata
    except ArticleError:  # a page without an article in it is kept all the same; only nothing is known of it
        return Metadata()


def _fetch_article(url: str, allow_private: bool, told: Told) -> FetchedArticle:
    fetched = fetching.fetch(url, allow_private=allow_private, told=told)
    if not fetched.body:
        raise ArticleError("{host} sends an empty page. Look at it in a browser.", host=host_of(fetched.url))
    imported = _read(fetched, _name(fetched))
    known = imported.article.metadata
    whole = replace(
        known,
        # An address that the page gives for itself is the better one to cite, unless it points elsewhere.
        url=fetched.url if not known.url or led_to(fetched.url, known.url) else known.url,
        outlet=known.outlet or site_of(fetched.url),
    )
    imported = replace(
        imported,
        article=replace(imported.article, metadata=whole),
        media_type=fetched.media_type,
        captured_from=fetched.url,
        response=fetched.response(),
    )
    return FetchedArticle(imported, fetched.redirects, fetched.remark)


def _read(fetched: Fetched, name: str) -> ImportedArticle:
    from workbench.importers import registry

    chosen = registry.format_of(fetched.body, name)
    if ".html" in chosen.suffixes:
        from workbench.importers.html.reader import read_html

        return read_html(fetched.body, name, charset_of(fetched.media_type))
    return chosen.read(fetched.body, name)


def _name(fetched: Fetched) -> str:
    """A file name from the last part of the address, with an ending that fits what was sent."""
    parts = urlsplit(fetched.url)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2] or parts.hostname or "page"
    stem = re.sub(r"[^\w.\-]+", "_", last)[:80]
    ending = _NAMES.get(fetched.media_type.partition(";")[0].strip().lower(), "")
    return stem if stem.lower().endswith(ending) else stem + ending
