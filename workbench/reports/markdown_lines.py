"""The tree of a note as lines, for a format without lists of its own: Word's comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from workbench.reports.markdown import Block, Code, Item, Items, Paragraph, Quote, Words


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, `indent` steps in. A link under other words has its address after it."""

    indent: int
    words: tuple[Words, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.words)


def to_lines(blocks: Iterable[Block], indent: int = 0) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Paragraph(words):
                yield Line(indent, tuple(_addressed(words)))
            case Code(text):
                yield Line(indent + 1, (Words(text, code=True),))
            case Quote(inner):
                yield from to_lines(inner, indent + 1)
            case Items(items):
                for item in items:
                    yield from _item(item, indent)


def _item(item: Item, indent: int) -> Iterator[Line]:
    mark = "• " if item.number is None else f"{item.number}. "
    first, *rest = [*to_lines(item.blocks, indent + 1)] or [Line(indent + 1, ())]
    yield replace(first, indent=indent, words=(Words(mark), *first.words))
    yield from rest


def _addressed(words: Iterable[Words]) -> Iterator[Words]:
    for piece in words:
        yield piece
        if piece.link and piece.link.removeprefix("mailto:") not in (piece.text, piece.text + "/"):
            yield Words(f" ({piece.link})")
