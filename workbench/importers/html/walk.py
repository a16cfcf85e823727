"""From a parsed page to pieces of text, in the order and with the white space a browser would show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree
from lxml.html import HtmlElement

from workbench.importers.html.marks import Mark, is_hidden, marks_of

_BLOCK_TAGS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody tfoot
    thead tr ul
"""
_TEXTLESS_TAGS = """
    area audio base canvas datalist embed frame frameset head iframe img input link map meta noscript object
    optgroup option param picture script select source style svg template textarea title track video
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_WITHOUT_TEXT = frozenset(_TEXTLESS_TAGS.split())
_SPACE = re.compile(r"[ \t\n\f]+")
_BREAK, _CELL = "\x02", "\x03"
"""Stand for <br> and for the border between two cells while white space is folded; never in a page's text."""
_OURS = re.compile(f"[{_BREAK}{_CELL}]")
_AROUND_BREAK = re.compile(f" ?{_BREAK} ?")
_AROUND_CELL = re.compile(f" ?{_CELL} ?")
_BLANK_LINE = re.compile(r"\n{2,}")
_MOSTLY = 0.8
"""Share of a piece's characters under a mark that makes it the mark of the whole piece."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A paragraph, heading, list item, table row or the like."""

    text: str
    element: HtmlElement
    """The element that makes it a paragraph of its own."""
    marks: frozenset[Mark]

    def without(self, marks: frozenset[Mark]) -> Piece:
        return replace(self, marks=self.marks - marks)

    @property
    def is_link(self) -> bool:
        """Whether all of it leads elsewhere."""
        return Mark.LINK in self.marks

    @property
    def tag(self) -> str:
        return str(self.element.tag)


def pieces_of(root: HtmlElement, *, with_hidden: bool = False) -> list[Piece]:
    """All pieces of text that are shown, and those hidden from view as well when asked for."""
    return list(_Walk(root, with_hidden).pieces())


class _Walk:
    def __init__(self, root: HtmlElement, with_hidden: bool) -> None:
        self._root = root
        self._with_hidden = with_hidden
        self._blocks: list[HtmlElement] = [root]
        self._marks: Counter[Mark] = Counter()
        self._preformatted = 0
        self._parts: list[str] = []
        self._length = 0
        self._marked: Counter[Mark] = Counter()

    def pieces(self) -> Iterator[Piece]:
        walk = etree.iterwalk(self._root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                skipped = self._is_skipped(element)
                if skipped:
                    walk.skip_subtree()
                yield from self._enter(element, skipped)
            elif event == "end":
                yield from self._leave(element)
            if event != "start" and element is not self._root:
                self._add(element.tail)
        yield from self._flush()

    def _is_skipped(self, element: HtmlElement) -> bool:
        if element is self._root:
            return False
        return element.tag in _WITHOUT_TEXT or (not self._with_hidden and is_hidden(element))

    def _enter(self, element: HtmlElement, skipped: bool) -> Iterator[Piece]:
        tag = element.tag
        if tag in _BLOCKS:
            yield from self._flush()
            self._blocks.append(element)
        self._preformatted += tag == "pre"
        self._marks.update(marks_of(element))
        if tag == "br":
            self._parts.append(_BREAK)
        elif tag in ("td", "th") and any(part.strip() for part in self._parts):
            self._parts.append(_CELL)
        if not skipped:
            self._add(element.text)

    def _leave(self, element: HtmlElement) -> Iterator[Piece]:
        if element.tag in _BLOCKS:
            yield from self._flush()
            self._blocks.pop()
        self._preformatted -= element.tag == "pre"
        self._marks.subtract(marks_of(element))

    def _add(self, text: str | None) -> None:
        if not text:
            return
        text = _OURS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
        self._parts.append(text.replace("\n", _BREAK) if self._preformatted else text)
        shown = len(text) - text.count(" ")
        self._length += shown
        for mark, depth in self._marks.items():
            if depth > 0:
                self._marked[mark] += shown

    def _flush(self) -> Iterator[Piece]:
        folded = _SPACE.sub(" ", "".join(self._parts))
        folded = _AROUND_CELL.sub("\t", _AROUND_BREAK.sub("\n", folded))
        marks = frozenset(mark for mark, count in self._marked.items() if count >= _MOSTLY * self._length)
        self._parts, self._length, self._marked = [], 0, Counter()
        if "\t" in folded and "\n" in folded:
            folded = folded.replace("\t", "\n\n")  # a table that lays out the page, not one of figures
        for text in _BLANK_LINE.split(folded):
            if stripped := text.strip():
                yield Piece(stripped, self._blocks[-1], marks)
