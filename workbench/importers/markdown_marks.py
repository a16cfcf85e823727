"""What of a Markdown text is mark and not word: the addresses of links, marks of emphasis, code between fences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.domain.article import Block, BlockKind
from workbench.domain.span import Span
from workbench.importers.blocks import infer_blocks

_FENCED = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??(?: {0,3}(?P=fence)[`~]*[ \t]*$|\Z)", re.M | re.S
)
"""CommonMark 4.5: to the closing fence, or to the end."""
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)")
_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<words>[^\n]{0,300}?[^\s*_] {0,300})(?P=mark)(?![\w*])"
)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks, told by the words alone. Code is boilerplate: nobody asserts it."""
    code = [Span(found.start(), found.end()).trimmed(text) for found in _FENCED.finditer(text)]
    words = _blanked(text, code)
    for marks in (_LINK, _EMPHASIS):
        words = marks.sub(_without_marks, words)
    told = [Block(block.kind, _whole(block.span, words, text)) for block in infer_blocks(words)]
    return tuple(sorted((*told, *_code_blocks(code)), key=lambda block: block.span.start))


def _code_blocks(code: Sequence[Span]) -> Iterator[Block]:
    yield from (Block(BlockKind.BOILERPLATE, span) for span in code if span)


def _blanked(text: str, code: Sequence[Span]) -> str:
    parts: list[str] = []
    last = 0
    for span in code:
        parts += (text[last : span.start], re.sub(r"[^\n]", " ", span.of(text)))
        last = span.end
    return "".join((*parts, text[last:]))


def _without_marks(found: re.Match[str]) -> str:
    """As long as it was, so that places hold."""
    before, after = found.start("words") - found.start(), found.end() - found.end("words")
    return " " * before + found["words"] + " " * after


def _whole(span: Span, words: str, text: str) -> Span:
    """With the marks at its ends."""
    start, end = span.start, span.end
    while start and words[start - 1] == " " and text[start - 1] != "\n":
        start -= 1
    while end < len(words) and words[end] == " ":
        end += 1
    return Span(start, end).trimmed(text)
