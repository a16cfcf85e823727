"""What a page says of itself: Open Graph, JSON-LD, <meta>, <html lang>. trafilatura reads them; nothing is fetched."""

from __future__ import annotations

import re
from datetime import date

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from workbench.domain.article import Metadata
from workbench.domain.language import guess_language

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def metadata_of(page: HtmlElement) -> Metadata:
    """Empty strings for what the page does not say. The language is the page's own word for it, or empty.

    Reading may change `page`, a tree made for this alone.
    """
    language = _language(page)
    found = extract_metadata(page, date_config={"original_date": True, "extensive_search": False})
    return Metadata(
        title=_one_line(found.title),
        outlet=_one_line(found.sitename),
        author=_one_line(found.author),
        url=_address(found.url),
        published=_iso_date(found.date),
        language=language,
    )


def language_of(declared: str, text: str) -> str:
    """What the text shows itself to be; the page's own word for it where that can't be told or is the more exact."""
    guessed = guess_language(text)
    same = declared.lower().split("-")[0] == guessed
    return declared if not guessed or same else guessed


def _language(page: HtmlElement) -> str:
    declared = page.get("lang") or page.get("xml:lang") or ""
    match = _LANGUAGE.fullmatch(declared.strip())
    return match[0].replace("_", "-") if match else ""


def _one_line(value: str | None) -> str:
    return " ".join((value or "").split())


def _address(value: str | None) -> str:
    return value if value and value.startswith(("http://", "https://")) else ""


def _iso_date(value: str | None) -> str:
    try:
        return date.fromisoformat((value or "")[:10]).isoformat()
    except ValueError:
        return ""
