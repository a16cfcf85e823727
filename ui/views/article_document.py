"""The article as a Qt document whose positions are exactly the UTF-16 positions of `Article.text`."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from ui import look
from ui.models.offsets import Utf16Map
from workbench.domain.article import Article, BlockKind

_WRAPPED_LINE = 45
"""Lines of a paragraph that are all longer than this were broken by a machine: they flow together again."""
_LINE_SEPARATOR = "\u2028"
_REPLACEMENT = "\ufffd"
_UNSHOWABLE = {ord(char): _REPLACEMENT for char in "\x00\ufdd0\ufdd1\ufffc"}
"""Characters that Qt's documents keep for their own use or cut off at."""
_UNSHOWABLE |= {ord("\r"): " ", ord("\u2029"): _LINE_SEPARATOR}
_UNSHOWABLE |= dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT)


class KindStyle(NamedTuple):
    """How blocks of a kind are set. Lengths are parts of the body's size."""

    serif: bool
    weight: int
    size: float
    line: float
    """Distance of base lines, in sizes of this style's own font."""
    before: float
    after: float
    muted: bool = False
    capitals: bool = False


_SMALL_PRINT = KindStyle(serif=False, weight=400, size=0.8, line=1.5, before=0.1, after=0.7, muted=True)
STYLES: dict[BlockKind | None, KindStyle] = {
    BlockKind.HEADLINE: KindStyle(serif=True, weight=600, size=1.62, line=1.32, before=0.2, after=0.75),
    BlockKind.KICKER: KindStyle(
        serif=False, weight=600, size=0.72, line=1.5, before=0.1, after=0.55, muted=True, capitals=True
    ),
    BlockKind.STANDFIRST: KindStyle(serif=True, weight=400, size=1.1, line=1.5, before=0.0, after=0.85),
    BlockKind.BYLINE: _SMALL_PRINT,
    BlockKind.SUBHEAD: KindStyle(serif=True, weight=600, size=1.14, line=1.45, before=0.65, after=0.5),
    BlockKind.BODY: KindStyle(serif=True, weight=400, size=1.0, line=1.55, before=0.0, after=0.8),
    BlockKind.SOURCE: _SMALL_PRINT,
    BlockKind.BOILERPLATE: _SMALL_PRINT,
    None: _SMALL_PRINT,
}
"""None: text that belongs to no block."""


def shown_text(article: Article) -> str:
    """The text as it is put into the document: character for character as long in UTF-16 as `article.text`.

    Line breaks inside a block become blanks where the text was wrapped by a machine, line separators elsewhere.
    """
    parts: list[str] = []
    last = 0
    for block in article.blocks:
        parts.append(article.text[last : block.span.start])
        parts.append(_one_paragraph(block.span.of(article.text)))
        last = block.span.end
    parts.append(article.text[last:])
    return "".join(parts).translate(_UNSHOWABLE)


def _one_paragraph(text: str) -> str:
    if "\n" not in text:
        return text
    *lines, _ = text.split("\n")
    wrapped = all(len(line) > _WRAPPED_LINE for line in lines)
    return text.replace("\n", " " if wrapped else _LINE_SEPARATOR)


def build_document(article: Article) -> QTextDocument:
    """The document, still without fonts. Its edits can't be undone."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setPlainText(shown_text(article))
    return document


def kinds_of(document: QTextDocument, article: Article, offsets: Utf16Map) -> list[BlockKind | None]:
    """The kind of each paragraph of `document`; None for text that belongs to no block."""
    blocks = [(*offsets.units_of(block.span), block.kind) for block in article.blocks]
    kinds: list[BlockKind | None] = []
    at, paragraph = 0, document.begin()
    while paragraph.isValid():
        start = paragraph.position() + _leading_blanks(paragraph)
        while at < len(blocks) and blocks[at][1] <= start:
            at += 1
        kinds.append(blocks[at][2] if at < len(blocks) and blocks[at][0] <= start else None)
        paragraph = paragraph.next()
    return kinds


def _leading_blanks(paragraph: QTextBlock) -> int:
    text = paragraph.text()
    return len(text) - len(text.lstrip())


def set_fonts(document: QTextDocument, kinds: list[BlockKind | None], face: str, pixels: float) -> None:
    """Set each paragraph in the font of its kind, the body in `face` at `pixels` device-independent pixels."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setCharFormat(_format(BlockKind.BODY, face, pixels))
    formats = {kind: _format(kind, face, pixels) for kind in STYLES if kind is not BlockKind.BODY}
    paragraph = document.begin()
    for kind in kinds:
        if kind in formats and paragraph.length() > 1:
            cursor.setPosition(paragraph.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(formats[kind])
        paragraph = paragraph.next()
    cursor.endEditBlock()


def font_of(kind: BlockKind | None, face: str, pixels: float) -> QFont:
    """The font of `kind` when the body is set in `face` at `pixels`."""
    style = STYLES[kind]
    font = look.make(face if style.serif else look.SANS, style.weight, pixels=pixels * style.size)
    if style.capitals:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return font


def _format(kind: BlockKind | None, face: str, pixels: float) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font_of(kind, face, pixels))
    return made
