"""Word documents (DOCX): paragraphs with their styles, the author's comments, footnotes and endnotes.

Element names are those of ECMA-376, part 1, WordprocessingML.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from workbench.domain.imported import ImportedArticle
from workbench.errors import ArticleError
from workbench.importers.archive import attribute, broken, local_name, named, parse, unpack
from workbench.importers.manuscript import Manuscript, Note, Role

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_TEXT = "word/document.xml"
_STYLES = "word/styles.xml"
_CORE = "docProps/core.xml"
_NOTES = {"comment": "word/comments.xml", "footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
_LEFT_OUT = frozenset(
    ("del", "moveFrom", "Fallback", "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "instrText", "delText")
)
"""Deleted or moved away, a copy of what stands beside it for older programs, or no text."""
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_REFERENCES = {"commentReference": "comment", "footnoteReference": "footnote", "endnoteReference": "endnote"}


def read_docx(original: bytes, name: str) -> ImportedArticle:
    """The article in a Word document. Raises ArticleError when it is damaged, protected or has no text."""
    packed = unpack(original, name, (_TEXT, _STYLES, _CORE, *_NOTES.values()))
    if _TEXT not in packed:
        raise ArticleError(
            "“{name}” is not a Word document; open a DOCX file, or save the article as plain text.", name=name
        )
    parts = {part: parse(content, name) for part, content in packed.items()}
    body = next(named(parts[_TEXT], "body"), None)
    if body is None:
        raise broken(name)
    reader = _Reader(parts)
    reader.walk(body)
    article, notes = reader.manuscript.article(name)
    return ImportedArticle(article, original, MEDIA_TYPE, name, notes)


class _Reader:
    def __init__(self, parts: Mapping[str, etree._Element]) -> None:
        self.manuscript = Manuscript()
        self._styles = _style_names(parts[_STYLES]) if _STYLES in parts else {}
        self._notes = {
            (kind, attribute(element, "id")): Note(_words(element), attribute(element, "author"))
            for kind, part in _NOTES.items()
            if part in parts
            for element in named(parts[part], kind)
        }
        if _CORE in parts:
            self.manuscript.title = next((_words(found) for found in named(parts[_CORE], "title")), "")
            self.manuscript.author = next((_words(found) for found in named(parts[_CORE], "creator")), "")

    def walk(self, element: etree._Element) -> None:
        for child in element.iterchildren(tag=etree.Element):
            self._take(child, local_name(child))

    def _take(self, element: etree._Element, tag: str) -> None:
        if tag in _LEFT_OUT:
            return
        if tag == "t":
            self.manuscript.add(element.text or "")
        elif tag in _SIGNS:
            self.manuscript.add(_SIGNS[tag])
        elif tag == "br":
            self.manuscript.add("" if attribute(element, "type") in ("page", "column") else "\n")
        elif tag == "p":
            self._paragraph(element)
        elif tag == "tr":
            self._row(element)
        elif tag.startswith("commentRange"):
            self._comment_range(element, tag)
        elif tag in _REFERENCES:
            self._reference(_REFERENCES[tag], attribute(element, "id"))
        else:
            self.walk(element)

    def _paragraph(self, element: etree._Element) -> None:
        role = self._role(element)
        self.manuscript.begin(role)
        for child in element.iterchildren(tag=etree.Element):
            self._take(child, local_name(child))
            if next(named(child, "txbxContent"), None) is not None:
                self.manuscript.begin(role)  # a text box has paragraphs of its own

    def _row(self, row: etree._Element) -> None:
        """Cells of one paragraph each stand on one line, parted by tabs; others are paragraphs like any."""
        cells = [cell for cell in row if local_name(cell) == "tc"]
        inside = [[p for p in named(cell, "p") if _words(p)] for cell in cells]
        if any(len(paragraphs) > 1 for paragraphs in inside):
            self.walk(row)
            return
        self.manuscript.begin(Role.ITEM)
        for index, paragraphs in enumerate(inside):
            self.manuscript.add("\t" if index else "")
            for paragraph in paragraphs:
                self.walk(paragraph)

    def _role(self, paragraph: etree._Element) -> Role:
        properties = next((child for child in paragraph if local_name(child) == "pPr"), None)
        if properties is None:
            return Role.TEXT
        identifier = next((attribute(found, "val") for found in named(properties, "pStyle")), "")
        style = self._styles.get(identifier, identifier).lower()
        if style in ("title", "subtitle"):
            return Role.TITLE if style == "title" else Role.SUBTITLE
        if style.startswith("heading"):
            return Role.HEADING
        listed = style.startswith("list") or next(named(properties, "numPr"), None) is not None
        return Role.ITEM if listed else Role.TEXT

    def _comment_range(self, element: etree._Element, tag: str) -> None:
        note = self._notes.get(("comment", attribute(element, "id")))
        if note is None:
            return
        if tag == "commentRangeStart":
            note.start = self.manuscript.place
            self.manuscript.notes.append(note)
        else:
            note.end = self.manuscript.place

    def _reference(self, kind: str, identifier: str) -> None:
        """The sign of a note, which stands behind the words it is about."""
        note = self._notes.get((kind, identifier))
        if note is None or note in self.manuscript.notes:
            return
        note.end = self.manuscript.place
        note.start = self.manuscript.start_of_last_word()
        self.manuscript.notes.append(note)


def _style_names(styles: etree._Element) -> dict[str, str]:
    """Identifier → the built-in English name, whatever language the writer's program speaks."""
    found = {}
    for style in named(styles, "style"):
        names = (attribute(child, "val") for child in style if local_name(child) == "name")
        found[attribute(style, "styleId")] = next(names, "")
    return found


def _words(element: etree._Element) -> str:
    """All text in an element, its paragraphs parted by spaces."""
    if not len(element):
        return element.text or ""
    pieces = [
        " " if local_name(found) in ("p", "br", "tab") else found.text or ""
        for found in element.iter(tag=etree.Element)
        if local_name(found) in ("t", "p", "br", "tab")
    ]
    return "".join(pieces).strip()
