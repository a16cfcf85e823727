"""An article as it was published: one text, its blocks, what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from workbench.domain.span import Span


class BlockKind(StrEnum):
    HEADLINE = "headline"
    KICKER = "kicker"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    SUBHEAD = "subhead"
    BODY = "body"
    SOURCE = "source"
    BOILERPLATE = "boilerplate"

    @property
    def bears_claims(self) -> bool:
        """Whether the article asserts anything in such a block."""
        return self in (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.BODY)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line of one kind. Blocks are in order, don't overlap, and have no white space at their ends."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article apart from its text. Empty strings where nothing is known."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    published: str = ""
    """ISO 8601 date, or empty."""
    language: str = ""
    """BCP 47 tag ("en"), or empty when it could not be told."""


@dataclass(frozen=True, slots=True)
class Article:
    """The text as it stands in the file, only its newlines normalised to `\\n`; blocks point into it in code points."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)

    def __post_init__(self) -> None:
        last = 0
        for block in self.blocks:
            if block.span.start < last or block.span.end > len(self.text) or not block.span:
                raise ValueError(f"blocks out of order or outside the text: {block}")
            last = block.span.end

    @property
    def title(self) -> str:
        """The headline, else the metadata's title, else the first words of the text."""
        for block in self.blocks:
            if block.kind is BlockKind.HEADLINE:
                return block.span.of(self.text)
        return self.metadata.title or " ".join(self.text.split()[:12])
