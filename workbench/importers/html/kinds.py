"""What each of an article's pieces is, by its element, its class names, and where these say nothing by its words."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.article import BlockKind
from workbench.importers import lines
from workbench.importers.blocks import kind_at_sight
from workbench.importers.html.marks import Mark
from workbench.importers.html.walk import Piece

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST_BYLINE = 30
_LONGEST_KICKER = 6
_LONGEST_CREDIT = 30
"""Words up to which a class name is believed over the text."""
_MOST_STANDFIRSTS = 3


def has_structure(pieces: Sequence[Piece], headline: int | None) -> bool:
    """Whether the page has headings at all; on one without, only the words can tell what a piece is."""
    return headline is not None or any(piece.tag in _HEADINGS for piece in pieces)


def kinds_of(pieces: Sequence[Piece], headline: int | None) -> list[BlockKind]:
    """One kind for each piece. A caption is body: it asserts something; its credit line is a source."""
    top = _end_of_head(pieces, headline)
    standfirsts = sum(Mark.STANDFIRST in piece.marks for piece in pieces)
    kinds = [
        BlockKind.HEADLINE if index == headline else _kind(piece, index < top, standfirsts <= _MOST_STANDFIRSTS)
        for index, piece in enumerate(pieces)
    ]
    if kinds and kinds[-1] is BlockKind.SUBHEAD:
        kinds[-1] = BlockKind.BOILERPLATE  # what stood below it was the page's
    return kinds


def _end_of_head(pieces: Sequence[Piece], headline: int | None) -> int:
    """The index of the first plain paragraph below the headline."""
    start = 0 if headline is None else headline + 1
    for index in range(start, len(pieces)):
        piece = pieces[index]
        if (
            lines.is_prose(piece.text)
            and not piece.marks & {Mark.STANDFIRST, Mark.CAPTION}
            and piece.tag not in _HEADINGS
        ):
            return index
    return start


def _kind(piece: Piece, in_head: bool, believes_standfirst: bool) -> BlockKind:
    text, marks = piece.text, piece.marks
    words = lines.size(text)
    if marks & {Mark.PAGE, Mark.ASIDE} or (piece.is_link and _is_in_aside(piece)):
        return BlockKind.BOILERPLATE
    at_sight = kind_at_sight(text)
    if at_sight is not None:
        return at_sight
    if Mark.CREDIT in marks and words <= _LONGEST_CREDIT:
        return BlockKind.SOURCE
    if _is_byline(piece, in_head):
        return BlockKind.BYLINE
    if in_head and Mark.KICKER in marks and words <= _LONGEST_KICKER:
        return BlockKind.KICKER
    if in_head and (piece.tag == "h2" or (believes_standfirst and Mark.STANDFIRST in marks)):
        return BlockKind.STANDFIRST
    return BlockKind.SUBHEAD if piece.tag in _HEADINGS else BlockKind.BODY


def _is_in_aside(piece: Piece) -> bool:
    """Whether it stands in an <aside>. That may hold facts of the article's too, so only its links lead elsewhere."""
    return any(element.tag == "aside" for element in piece.element.iterancestors()) or piece.tag == "aside"


def _is_byline(piece: Piece, in_head: bool) -> bool:
    if Mark.BYLINE in piece.marks:
        return lines.size(piece.text) <= _LONGEST_BYLINE and not lines.is_prose(piece.text)
    named = lines.is_signed(piece.text) or (piece.tag not in _HEADINGS and lines.is_bare_byline(piece.text))
    return in_head and named
