"""OpenDocument texts (ODT): paragraphs with their styles, the author's comments, footnotes and endnotes.

Element names are those of OpenDocument 1.3, part 3.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from workbench.domain.imported import ImportedArticle
from workbench.errors import ArticleError
from workbench.importers.archive import attribute, broken, local_name, named, parse, unpack
from workbench.importers.manuscript import Manuscript, Note, Role

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_TEXT = "content.xml"
_META = "meta.xml"
_MANIFEST = "META-INF/manifest.xml"
_LEFT_OUT = frozenset(("tracked-changes", "sequence-decls", "forms", "script", "ruby-text"))
"""Deleted text, declarations, and the reading printed above a word."""
_SIGNS = {"tab": "\t", "line-break": "\n", "soft-hyphen": "\u00ad"}
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1000


def read_odt(original: bytes, name: str) -> ImportedArticle:
    """The article in an OpenDocument text. Raises ArticleError when it is damaged, protected or has no text."""
    packed = unpack(original, name, (_TEXT, _META, _MANIFEST))
    if b"encryption-data" in packed.get(_MANIFEST, b""):
        raise ArticleError("“{name}” is protected by a password; save a copy without one and open that.", name=name)
    if _TEXT not in packed:
        raise ArticleError("“{name}” is not an OpenDocument text; save the article as ODT or plain text.", name=name)
    content = parse(packed[_TEXT], name)
    body = next(named(content, "body"), None)
    if body is None:
        raise broken(name)
    reader = _Reader(_parent_styles(content))
    if _META in packed:
        reader.take_metadata(parse(packed[_META], name))
    reader.walk(body, Role.TEXT)
    article, notes = reader.manuscript.article(name)
    return ImportedArticle(article, original, MEDIA_TYPE, name, notes)


class _Reader:
    def __init__(self, parents: Mapping[str, str]) -> None:
        self.manuscript = Manuscript()
        self._parents = parents
        self._open_comments: dict[str, Note] = {}

    def take_metadata(self, meta: etree._Element) -> None:
        self.manuscript.title = next((found.text or "" for found in named(meta, "title")), "")
        self.manuscript.author = next((found.text or "" for found in named(meta, "creator")), "")

    def walk(self, element: etree._Element, role: Role) -> None:
        """Takes in what holds paragraphs: sections, lists, tables. `role` is that of a plain paragraph in it."""
        for child in element.iterchildren(tag=etree.Element):
            tag = local_name(child)
            if tag in ("p", "h"):
                self._paragraph(child, role)
            elif tag == "table-row":
                self._row(child)
            elif tag not in _LEFT_OUT:
                self.walk(child, Role.ITEM if tag == "list" else role)

    def _paragraph(self, element: etree._Element, role: Role) -> None:
        self.manuscript.begin(self._role(element, role))
        self._inline(element)

    def _row(self, row: etree._Element) -> None:
        """Cells of one paragraph each stand on one line, parted by tabs; others are paragraphs like any."""
        inside = [[p for p in named(cell, "p") if _words(p)] for cell in row if local_name(cell) == "table-cell"]
        if any(len(paragraphs) > 1 for paragraphs in inside):
            self.walk(row, Role.TEXT)
            return
        self.manuscript.begin(Role.ITEM)
        for index, paragraphs in enumerate(inside):
            self.manuscript.add("\t" if index else "")
            for paragraph in paragraphs:
                self._inline(paragraph)

    def _inline(self, element: etree._Element) -> None:
        self.manuscript.add(_folded(element.text))
        for child in element:
            if isinstance(child.tag, str):
                self._take(child, local_name(child))
            self.manuscript.add(_folded(child.tail))

    def _take(self, element: etree._Element, tag: str) -> None:
        if tag in _SIGNS:
            self.manuscript.add(_SIGNS[tag])
        elif tag == "s":
            count = attribute(element, "c")
            self.manuscript.add(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        elif tag == "note":
            self._footnote(element)
        elif tag == "annotation":
            self._comment(element)
        elif tag == "annotation-end":
            self._end_comment(attribute(element, "name"))
        elif tag in ("text-box", "section"):
            self.walk(element, Role.TEXT)
            self.manuscript.begin(Role.TEXT)
        elif tag not in _LEFT_OUT:
            self._inline(element)

    def _footnote(self, element: etree._Element) -> None:
        words = " ".join(_words(body) for body in named(element, "note-body"))
        start = self.manuscript.start_of_last_word()
        self.manuscript.notes.append(Note(words, "", start, self.manuscript.place))

    def _comment(self, element: etree._Element) -> None:
        words = " ".join(_words(paragraph) for paragraph in named(element, "p"))
        author = next((_words(found) for found in named(element, "creator")), "")
        note = Note(words, author, self.manuscript.place, self.manuscript.place)
        name = attribute(element, "name")
        if name:
            self._open_comments[name] = note
        else:
            note.start = self.manuscript.start_of_last_word()
        self.manuscript.notes.append(note)

    def _end_comment(self, name: str) -> None:
        if name in self._open_comments:
            self._open_comments[name].end = self.manuscript.place

    def _role(self, element: etree._Element, role: Role) -> Role:
        style = self._style(attribute(element, "style-name")).lower()
        if style in ("title", "subtitle"):
            return Role.TITLE if style == "title" else Role.SUBTITLE
        return Role.HEADING if local_name(element) == "h" else role

    def _style(self, name: str) -> str:
        """The named style behind a paragraph's own variation of it ("P1" → "Title")."""
        return self._parents.get(name, name)


def _parent_styles(content: etree._Element) -> dict[str, str]:
    return {
        attribute(style, "name"): attribute(style, "parent-style-name")
        for style in named(content, "style")
        if attribute(style, "parent-style-name")
    }


def _folded(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
