"""What an element's tag, attributes and class names say of the text in it."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise

from lxml.html import HtmlElement

from workbench.importers.lexicon import class_names


class Mark(Enum):
    LINK = auto()
    HEADLINE = auto()
    BYLINE = auto()
    STANDFIRST = auto()
    KICKER = auto()
    CREDIT = auto()
    CAPTION = auto()
    PAGE = auto()
    """Of the page, not of the article: navigation, cookie notice, sharing, readers' comments."""
    ASIDE = auto()
    """Beside the article: what else to read, newsletters."""


_BY_TAG = {
    "a": Mark.LINK,
    "time": Mark.BYLINE,
    "address": Mark.BYLINE,
    "figcaption": Mark.CAPTION,
    "nav": Mark.PAGE,
    "button": Mark.PAGE,
    "dialog": Mark.PAGE,
}
_BY_ROLE = {
    "navigation": Mark.PAGE,
    "banner": Mark.PAGE,
    "contentinfo": Mark.PAGE,
    "dialog": Mark.PAGE,
    "search": Mark.PAGE,
}
_BY_PROPERTY = {
    "headline": Mark.HEADLINE,
    "author": Mark.BYLINE,
    "datePublished": Mark.BYLINE,
    "dateModified": Mark.BYLINE,
    "alternativeHeadline": Mark.STANDFIRST,
    "articleSection": Mark.KICKER,
    "caption": Mark.CAPTION,
    "copyrightHolder": Mark.CREDIT,
}
_PARTS_OF_NAME = re.compile(r"[a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHOLE_PAGE = ("html", "body", "main", "article")


def is_hidden(element: HtmlElement) -> bool:
    """Whether the page itself says that this is not shown. Saved pages often hide all of <body> until a script runs."""
    if element.tag in _WHOLE_PAGE:
        return False
    attributes = element.attrib
    return "hidden" in attributes or bool(_NOT_SHOWN.search(attributes.get("style", "")))


def marks_of(element: HtmlElement) -> frozenset[Mark]:
    """The marks of this element alone, without those of the elements around it."""
    tag, attributes = element.tag, element.attrib
    marks = {_BY_TAG[tag]} if tag in _BY_TAG else set()
    if tag == "header" and _is_of_the_site(element):
        marks.add(Mark.PAGE)
    if not attributes or tag in _WHOLE_PAGE:
        return frozenset(marks)
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    marks |= _marks_by_name(names) if names != " " else frozenset()
    marks |= {mark for key, mark in _BY_ROLE.items() if attributes.get("role") == key}
    marks |= {mark for key, mark in _BY_PROPERTY.items() if attributes.get("itemprop") == key}
    if attributes.get("rel") == "author":
        marks.add(Mark.BYLINE)
    return frozenset(marks)


def _is_of_the_site(header: HtmlElement) -> bool:
    """Whether a <header> is that of the page and not of an article or a part of one, nor holds the headline."""
    within = any(element.tag in ("article", "main", "section") for element in header.iterancestors())
    return not within and header.find(".//h1") is None


@lru_cache(maxsize=4096)
def _marks_by_name(names: str) -> frozenset[Mark]:
    """By class names and identifier: “article__by-line”, “shareBar”; whole words, and two neighbouring ones as one."""
    words: set[str] = set()
    for name in names.split():
        parts = _PARTS_OF_NAME.findall(_CAMEL.sub("-", name).lower())
        words.update(parts, (first + second for first, second in pairwise(parts)))
    return frozenset(mark for mark in Mark if words & class_names(mark.name.lower()))
