"""PDF files with a text layer.

A PDF holds lines at places on pages, not paragraphs. The article's text is those lines in the file's own order, joined
by spaces where they belong to one paragraph and parted by a blank line where it ends: at a wider gap, another size of
letters, an indent, or a short line that ends a sentence. Running heads and page numbers are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2  # type: ignore[import-untyped]

from workbench.domain.imported import ImportedArticle
from workbench.domain.language import guess_language
from workbench.errors import ArticleError
from workbench.importers import lines
from workbench.importers.decoding import without_surrogates
from workbench.importers.hyphens import mended
from workbench.importers.plain_text import article_of

MEDIA_TYPE = "application/pdf"

_MOST_PAGES = 500
_WIDER_GAP = 1.35
"""Times the usual distance from line to line."""
_LARGER = 1.15
"""Times the usual height of a line: a heading."""
_SHORT_LINE = 0.85
"""Share of the page's widest line."""
_NO_SPACE = 0.1
"""Times the height of a line, up to which two pieces touch; a space is 0.2 at least."""
_FOLDED_HYPHENS = ("\u00ad", "\ufffe", "\x02")
"""What PDFium puts for a hyphen that only the end of a line called for."""
_NUMBERS = re.compile(r"\d+")
_EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that may be running heads."""
_SAME_HEIGHT = 4
"""Points."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of print. Places in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class _Usual:
    """Of a page's lines, in points: distance from one to the next, height, and width of the widest."""

    step: float
    height: float
    width: float


def read_pdf(original: bytes, name: str) -> ImportedArticle:
    """The article in a PDF. Raises ArticleError when it is damaged, protected, too long or has no text layer."""
    article = article_of(text_of_pdf(original, name), name)
    return ImportedArticle(article, original, MEDIA_TYPE, name)


def text_of_pdf(original: bytes, name: str, most_pages: int = _MOST_PAGES) -> str:
    """Its paragraphs, parted by blank lines. Raises ArticleError as `read_pdf` does."""
    pages = _without_running_heads(_pages(original, name, most_pages))
    if not any(pages):
        raise ArticleError(
            "“{name}” is a picture of text, without letters in it; run text recognition over it first.", name=name
        )
    usual = _usual_step(pages)
    language = guess_language("\n".join(line.text for page in pages for line in page))
    paragraphs = _across_pages([_paragraphs(page, usual, language) for page in pages if page], language)
    return "\n\n".join(map(_with_hyphen, paragraphs))


def _pages(original: bytes, name: str, most_pages: int) -> list[list[_Line]]:
    try:
        document = pypdfium2.PdfDocument(original)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ArticleError(
                "“{name}” is protected by a password; save a copy without one and open that.", name=name
            ) from error
        raise ArticleError(
            "“{name}” is damaged; open it in a PDF viewer, copy the words and paste them.", name=name
        ) from error
    try:
        if len(document) > most_pages:
            raise ArticleError(
                "“{name}” has over {pages} pages; print the article's own pages to a PDF.", name=name, pages=most_pages
            )
        return [_lines(document, index) for index in range(len(document))]
    finally:
        document.close()


def _lines(document: pypdfium2.PdfDocument, index: int) -> list[_Line]:
    """The lines of a page; one that can't be loaded has none."""
    try:
        page = document[index].get_textpage()
    except pypdfium2.PdfiumError:
        return []
    found: list[_Line] = []
    for number in range(page.count_rects()):
        left, bottom, right, top = page.get_rect(number)
        text = _plain(page.get_text_bounded(left, bottom, right, top))
        if not text.strip():
            continue
        if found and _is_beside(found[-1], bottom, top):
            found[-1] = _with(found[-1], _Line(text, left, bottom, right, top))
        else:
            found.append(_Line(text, left, bottom, right, top))
    return found


def _plain(text: str) -> str:
    text = without_surrogates(text).replace("\x00", "\ufffd")
    return " ".join(text.split()) + " " * text.endswith((" ", "\n"))


def _is_beside(line: _Line, bottom: float, top: float) -> bool:
    """Whether a piece stands at the height of the line, by more than half of the lower of the two."""
    shared = min(line.top, top) - max(line.bottom, bottom)
    return shared > min(line.height, top - bottom) / 2


def _with(line: _Line, piece: _Line) -> _Line:
    between = "" if line.text.endswith(" ") or _touches(line, piece) else " "
    return replace(
        line,
        text=f"{line.text}{between}{piece.text}",
        right=piece.right,
        bottom=min(line.bottom, piece.bottom),
        top=max(line.top, piece.top),
    )


def _touches(line: _Line, piece: _Line) -> bool:
    """Whether a hyphen, quotation mark or the like stands at the line, or the line ends in one, with no space between.

    Letters and figures beside each other are parted in any case: a figure set high counts notes, and is no digit more.
    """
    if line.text[-1].isalnum() and piece.text[0].isalnum():
        return False
    gap = piece.left - line.right
    return abs(gap) < _NO_SPACE * max(line.height, piece.height)


def _without_running_heads(pages: Sequence[list[_Line]]) -> list[list[_Line]]:
    """Leaves out what stands apart at the edge of most pages, at the same height and the same but for its numbers."""
    if len(pages) < 2:
        return list(pages)
    usual = _usual_step(pages)
    edges = [{_key(page[index]): index for index in _edge(page, usual)} for page in pages]
    counts = Counter(key for edge in edges for key in edge)
    running = {key for key, count in counts.items() if count > len(pages) / 2}
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        left_out = {index for key, index in edge.items() if key in running}
        kept.append([line for index, line in enumerate(page) if index not in left_out])
    return kept


def _key(line: _Line) -> tuple[str, int]:
    return _NUMBERS.sub("#", line.text.strip()), round(line.bottom / _SAME_HEIGHT)


def _edge(page: Sequence[_Line], usual: float) -> list[int]:
    """Indexes of the lines at the top and at the bottom that are parted from the rest by a wider gap than `usual`."""
    apart: list[int] = []
    for order in (range(len(page)), range(len(page) - 1, -1, -1)):
        for index, following in pairwise(order[: _EDGE_LINES + 1]):
            if abs(page[index].bottom - page[following].bottom) > _WIDER_GAP * usual:
                apart += range(min(order[0], index), max(order[0], index) + 1)
    return apart


def _usual_step(pages: Sequence[Sequence[_Line]]) -> float:
    """The distance from one line to the next, in points."""
    pairs = [pair for page in pages for pair in pairwise(page)]
    steps = [above.bottom - below.bottom for above, below in pairs if above.bottom > below.bottom]
    return median(steps) if steps else 0.0


def _paragraphs(page: Sequence[_Line], usual_step: float, language: str) -> list[str]:
    usual = _Usual(
        step=usual_step,
        height=median(line.height for line in page),
        width=max(line.right for line in page) - min(line.left for line in page),
    )
    paragraphs = [page[0].text]
    for above, below in pairwise(page):
        if _begins_paragraph(above, below, usual):
            paragraphs.append(below.text)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], below.text, language)
    return [paragraph.strip() for paragraph in paragraphs]


def _begins_paragraph(above: _Line, below: _Line, usual: _Usual) -> bool:
    step = above.bottom - below.bottom
    large = [line.height > _LARGER * usual.height for line in (above, below)]
    # Between the lines of one heading there is more room, as its letters are larger.
    size = min(above.height, below.height) / usual.height if all(large) else 1.0
    if step > _WIDER_GAP * usual.step * size or large[0] != large[1]:
        return True
    is_short = above.right - above.left < _SHORT_LINE * usual.width
    is_indented = 0.8 * below.height < below.left - above.left < 4 * below.height
    return step > 0 and (is_indented or (is_short and lines.ends_sentence(above.text)))


def _joined(above: str, below: str, language: str) -> str:
    above = above.rstrip()
    if above.endswith(_FOLDED_HYPHENS):
        return mended(above[:-1].rstrip(), below, language)
    return above + below if above.endswith("-") else f"{above} {below}"


def _with_hyphen(paragraph: str) -> str:
    """A word that is broken where nothing follows keeps a hyphen that can be seen."""
    return f"{paragraph[:-1].rstrip()}-" if paragraph.endswith(_FOLDED_HYPHENS) else paragraph


def _across_pages(pages: Sequence[list[str]], language: str) -> Iterator[str]:
    """Goes on with a paragraph that a page's end has cut: no full stop before it, no capital behind it."""
    open_one = ""
    for paragraphs in pages:
        first, *others = paragraphs
        if open_one and not lines.ends_sentence(open_one) and first[:1].islower():
            first = _joined(open_one, first, language)
        elif open_one:
            yield open_one
        yield from [first, *others][:-1]
        open_one = [first, *others][-1]
    if open_one:
        yield open_one
