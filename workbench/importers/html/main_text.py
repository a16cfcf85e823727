"""Which pieces of a page are the article.

trafilatura says which paragraphs it takes for the article's. It leaves out captions, lists, headings and corrections
now and then, and a fact-checker must see all: so its paragraphs only show *where* in the page the article stands, and
everything there is taken, but for what is plainly the page's own. Where it finds little, the whole page is taken.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence

import trafilatura
from lxml.html import HtmlElement

from workbench.importers import lines
from workbench.importers.html.marks import Mark
from workbench.importers.html.walk import Piece

# What they log, that a page is short or has no date, is no news to the person at the desk.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_LEAST_FOUND = 200
"""Characters the extractor has to find, and…"""
_LEAST_SHARE = 0.25
"""… their share of all running text on the page."""
_MOST_IN_ROOT = 0.9
_MOST_ADDED = 0.3
"""Of the core's own length."""
_FARTHEST_HEADLINE = 60
"""Pieces between a headline and the text it stands over."""
_PAGE_MARKS = frozenset((Mark.PAGE, Mark.ASIDE))
_NOT_AROUND = _PAGE_MARKS | {Mark.LINK}
"""Marks of pieces that are no part of the article when they stand around its core."""
_MOST_LEFT_OUT = 0.3
"""Share of the article's running text that class names may lead us to leave out, before they are not believed."""


def main_pieces(pieces: Sequence[Piece], found: frozenset[int], title: str) -> tuple[list[Piece], int | None]:
    """The article's pieces in order, and which of them is its headline.

    `found` are indexes of pieces that the extractor takes for the article's, `title` is what the metadata calls it.
    """
    core = _core_of([pieces[index] for index in found])
    inside = {index for index, piece in enumerate(pieces) if core is None or _is_within(piece, core)}
    root = core if core is None else _widened(core, pieces)
    around = {index for index, piece in enumerate(pieces) if root is not None and _is_within(piece, root)} - inside
    around = {index for index in around if not pieces[index].marks & _NOT_AROUND}
    headline = _headline(pieces, sorted(inside | around), title)
    certain = {*found, *(() if headline is None else (headline,))}
    kept = _without_page(pieces, inside, certain)
    kept |= {index: pieces[index] for index in around | _head(pieces, headline, inside)}
    order = sorted({*kept, *certain})
    unbelieved = _PAGE_MARKS - _believed_of_short(pieces, inside)
    article = [kept.get(index) or _certain(pieces[index], unbelieved) for index in order]
    return article, order.index(headline) if headline is not None else None


def _head(pieces: Sequence[Piece], headline: int | None, inside: set[int]) -> set[int]:
    """What stands between a headline and the text below it: standfirst, byline; and the kicker above."""
    start = min(inside, default=0)
    if headline is None or not 0 < start - headline <= _FARTHEST_HEADLINE:
        return set()
    head = range(_start_of_head(pieces, headline), start)
    return {index for index in head if Mark.PAGE not in pieces[index].marks}


def _without_page(pieces: Sequence[Piece], inside: set[int], certain: set[int]) -> dict[int, Piece]:
    """The core's pieces by index, but for the page's own; marks for such are taken off where they are not believed."""
    doubtful = [pieces[index] for index in inside - certain]
    believed = _believed(_prose([pieces[index] for index in inside]), doubtful)
    kept = {}
    for index in inside - certain:
        piece = pieces[index].without(_PAGE_MARKS - believed)
        if Mark.PAGE not in piece.marks:
            kept[index] = piece
    return kept


def _believed_of_short(pieces: Sequence[Piece], inside: set[int]) -> frozenset[Mark]:
    """The marks for what is beside the article, where they don't stand on so much that they can't mean that."""
    all_inside = [pieces[index] for index in inside]
    return _believed(_prose(all_inside), all_inside)


def _certain(piece: Piece, unbelieved: frozenset[Mark]) -> Piece:
    """What the extractor takes for the article's keeps a mark against it only when it is short, as in a box."""
    return piece.without(_PAGE_MARKS if lines.is_prose(piece.text) else unbelieved)


def _believed(prose: int, doubtful: Sequence[Piece]) -> frozenset[Mark]:
    """Which of the marks for the page's own text to go by: not one that would take much of the article's text."""
    taken = {mark: _prose([piece for piece in doubtful if mark in piece.marks]) for mark in _PAGE_MARKS}
    return frozenset(mark for mark, length in taken.items() if length <= _MOST_LEFT_OUT * prose)


def found_by_extractor(pieces: Sequence[Piece], page: HtmlElement) -> frozenset[int]:
    """Indexes of the pieces that trafilatura takes for the article's; none when it finds too little to trust.

    It changes `page`, which must not be the tree that the pieces are of.
    """
    document = trafilatura.bare_extraction(page, favor_recall=True, include_comments=False, with_metadata=False)
    text = getattr(document, "text", None) or ""
    known = {_key(line) for line in text.split("\n")}
    found = frozenset(index for index, piece in enumerate(pieces) if _is_known(piece, known))
    length = sum(len(pieces[index].text) for index in found)
    return found if length >= max(_LEAST_FOUND, _LEAST_SHARE * _prose(pieces)) else frozenset()


def _is_known(piece: Piece, known: set[str]) -> bool:
    return any(len(key) > 2 and key in known for key in map(_key, piece.text.split("\n")))


def _key(line: str) -> str:
    """A line without white space and the extractor's marks for lists and tables."""
    return "".join(line.lstrip("- ").replace("|", " ").split())


def _is_within(piece: Piece, root: HtmlElement) -> bool:
    return piece.element is root or any(element is root for element in piece.element.iterancestors())


def _core_of(found: Sequence[Piece]) -> HtmlElement | None:
    """The innermost element that holds nearly all of the extractor's text; None when it found none."""
    weights: Counter[HtmlElement] = Counter()
    for piece in found:
        for element in (piece.element, *piece.element.iterancestors()):
            weights[element] += len(piece.text)
    enough = _MOST_IN_ROOT * sum(len(piece.text) for piece in found)
    holders = [element for element, weight in weights.items() if weight >= enough]
    return max(holders, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _widened(core: HtmlElement, pieces: Sequence[Piece]) -> HtmlElement:
    """The outermost element that adds little to the core: its head, a correction, the source; not other articles."""
    weights: Counter[HtmlElement] = Counter()
    for piece in pieces:
        if not piece.is_link and not piece.marks & _PAGE_MARKS:
            for element in (piece.element, *piece.element.iterancestors()):
                weights[element] += len(piece.text)
    root = core
    for element in core.iterancestors():
        if weights[element] > (1 + _MOST_ADDED) * weights[core]:
            break
        root = element
    return root


def _headline(pieces: Sequence[Piece], inside: Sequence[int], title: str) -> int | None:
    """The <h1> that says what the metadata says; else the one in the article, or nearest above it. On pages whose
    <h1> is the site's name, another heading that is called a headline.
    """
    candidates = [index for index, piece in enumerate(pieces) if piece.tag == "h1" and Mark.PAGE not in piece.marks]
    if not candidates:
        candidates = [index for index, piece in enumerate(pieces) if Mark.HEADLINE in piece.marks]
    same = [index for index in candidates if _says_the_same(pieces[index].text, title)]
    start = inside[0] if inside else 0
    within = [index for index in candidates if index >= start]
    above = [index for index in candidates if index < start]
    return next(iter((*same, *within, *reversed(above))), None)


def _says_the_same(text: str, title: str) -> bool:
    first, second = _key(text).lower(), _key(title).lower()
    return bool(first and second) and (first in second or second in first)


def _start_of_head(pieces: Sequence[Piece], headline: int) -> int:
    """The index of the first piece of the headline's own header: its kicker stands there."""
    start = headline
    header = pieces[headline].element.getparent()
    while start > 0 and headline - start < 3:
        before = pieces[start - 1]
        if before.marks & {Mark.PAGE, Mark.ASIDE} or not (
            Mark.KICKER in before.marks or before.element.getparent() is header
        ):
            break
        start -= 1
    return start


def _prose(pieces: Sequence[Piece]) -> int:
    """Characters of running text."""
    return sum(len(piece.text) for piece in pieces if lines.is_prose(piece.text))
