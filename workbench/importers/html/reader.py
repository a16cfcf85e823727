"""A saved HTML page as an article.

The article's text is what a browser shows of the page's main part: entities decoded, white space folded, paragraphs
parted by a blank line, list items and table rows by a line end, cells by a tab. Nothing else is changed, and block
offsets point into this text. The page's bytes are kept as they came.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from workbench.domain.article import Article, Block
from workbench.domain.imported import ImportedArticle
from workbench.domain.span import Span
from workbench.errors import ArticleError
from workbench.importers.blocks import infer_blocks
from workbench.importers.decoding import decode
from workbench.importers.html.kinds import has_structure, kinds_of
from workbench.importers.html.main_text import found_by_extractor, main_pieces
from workbench.importers.html.metadata import language_of, metadata_of
from workbench.importers.html.walk import Piece, pieces_of
from workbench.importers.publication import published_on

MEDIA_TYPE = "text/html"

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
"""Bytes; browsers look at the first 1024."""
_LARGEST_FOR_EXTRACTOR = 5_000_000
"""Code points of HTML, beyond which the search for the main text takes too long and the whole page is taken."""
_DEEPEST_FOR_EXTRACTOR = 250
"""Elements within one another; the extractor calls itself for each."""
_HEAD = 1_000_000
"""Code points of a very large page in which it may say what it is."""
_OWN_ENTITIES = re.compile(r"(<!DOCTYPE[^>\[]{0,1000})\[.{0,100000}?\]\s*>", re.IGNORECASE | re.DOTALL)
_NOT_WRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WESTERN = ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii")
_CLOSE = frozenset(("li", "tr", "dt", "dd"))
"""Pieces of these are parted from the one before by a line end alone."""


def read_html(original: bytes, name: str, sent_as: str = "") -> ImportedArticle:
    """The article in a saved page, or in a fetched one, whose server may have said a charset (`sent_as`).

    Raises ArticleError when there is no text in it or it can't be taken apart.
    """
    article = article_of_page(decode(original, name, _declared_encoding(original, sent_as)), name)
    return ImportedArticle(article, original, MEDIA_TYPE, name)


def article_of_page(html: str, name: str) -> Article:
    """The article in a page's HTML. Raises ArticleError when there is no text in it or it can't be taken apart."""
    page = _parse(html, name)
    is_large = len(html) > _LARGEST_FOR_EXTRACTOR
    metadata = metadata_of(_tree_for_library(html[:_HEAD] if is_large else html, name))
    body = page.find("body")
    root = page if body is None else body
    pieces = pieces_of(root) or pieces_of(root, with_hidden=True)
    is_fit = not is_large and _depth(page) <= _DEEPEST_FOR_EXTRACTOR
    found = found_by_extractor(pieces, _tree_for_library(html, name)) if is_fit else frozenset[int]()
    chosen, headline = main_pieces(pieces, found, metadata.title)
    text, spans = _joined(chosen)
    if not any(character.isalnum() for character in text):
        raise ArticleError(
            "“{name}” has no text in it; open the page in a browser, copy its words and paste them.", name=name
        )
    if has_structure(chosen, headline):
        blocks = tuple(Block(kind, span) for kind, span in zip(kinds_of(chosen, headline), spans, strict=True))
    else:
        blocks = infer_blocks(text)
    language = language_of(metadata.language, text)
    published = metadata.published or published_on(text, blocks)
    return Article(text, blocks, replace(metadata, language=language, published=published))


def text_of_page(original: bytes, name: str, sent_as: str = "") -> str:
    """All that a browser shows of a page, its menus and notes too. Raises ArticleError when it can't be taken apart."""
    page = _parse(decode(original, name, _declared_encoding(original, sent_as)), name)
    body = page.find("body")
    return _joined(pieces_of(page if body is None else body))[0]


def _declared_encoding(original: bytes, sent_as: str = "") -> str:
    """The page's own word for it, before its server's: many servers say one thing of all their pages."""
    match = _DECLARED.search(original[:_DECLARED_WITHIN])
    declared = match[1].decode("ascii", "replace").lower() if match else "" if _is_utf8(original) else sent_as
    # Browsers read what is declared as ISO 8859-1 as the wider cp1252.
    return "cp1252" if declared in _WESTERN else declared


def _is_utf8(original: bytes) -> bool:
    try:
        original.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _depth(page: HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _tree_for_library(html: str, name: str) -> HtmlElement:
    """A tree that may be changed, without what trafilatura stumbles over: comments in lists, control characters."""
    page = _parse(html, name, bare=True)
    for element in page.iter():
        if element.text and _NOT_WRITTEN.search(element.text):
            element.text = _NOT_WRITTEN.sub(" ", element.text)
        if element.tail and _NOT_WRITTEN.search(element.tail):
            element.tail = _NOT_WRITTEN.sub(" ", element.tail)
    return page


def _parse(html: str, name: str, *, bare: bool = False) -> HtmlElement:
    # From bytes: lxml refuses a str that declares an encoding. Without a network, DTDs and entities of its own.
    html = _OWN_ENTITIES.sub(r"\1>", html, count=1)
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=bare, remove_pis=bare)
    try:
        page = document_fromstring(html.encode("utf-8"), parser=parser)
    except etree.ParserError as error:
        raise ArticleError(
            "“{name}” has no text in it; open the page in a browser and copy its words.", name=name
        ) from error
    except etree.XMLSyntaxError as error:  # of HTML anything is forgiven; what is left is memory
        raise ArticleError(
            "“{name}” is too large to be taken apart; copy its words in a browser.", name=name
        ) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ArticleError(
            "“{name}” nests its parts too deeply to be read whole; open the page in a browser and copy its words.",
            name=name,
        )
    return page


def _joined(pieces: Sequence[Piece]) -> tuple[str, list[Span]]:
    """The article's text, and where in it each piece stands."""
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    before: Piece | None = None
    for piece in pieces:
        gap = _gap(before, piece) if before else ""
        parts += (gap, piece.text)
        spans.append(Span(length + len(gap), length + len(gap) + len(piece.text)))
        length, before = spans[-1].end, piece
    return "".join(parts), spans


def _gap(before: Piece, piece: Piece) -> str:
    is_next_item = piece.tag in _CLOSE and before.tag in _CLOSE and piece.element is not before.element
    return "\n" if is_next_item else "\n\n"
