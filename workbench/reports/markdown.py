"""Markdown of the checker's notes as a small tree of plain data that every format shows in its own way.

CommonMark, parsed by markdown-it-py, less what would hide words or change them: nothing typed vanishes. Raw HTML is
text, references are text, an image is a link to it, a line break stays one, and only addresses of the web and of mail
become links. How it is typed stays what is stored, searched and signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from workbench.reports.links import LONGEST as LONGEST_LINK
from workbench.reports.links import target

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 10_000
"""Code points: what is longer is no note, and shown as it was typed."""
DEEPEST = 20
"""Levels of the parser's, about two a list: what is nested deeper has no room on a page, and is shown as typed."""
_MAIL = re.compile(r"mailto:[^\s@<>]+@[^\s@<>?]+", re.IGNORECASE)
_BARE = re.compile(r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a paragraph in one style. A line break in it is `\\n`."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""
    """A http, https or mailto address, or empty."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: tuple[Words, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.words)


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Item:
    number: int | None
    """As it was typed; None under a bullet."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[Item, ...]


Block = Paragraph | Code | Quote | Items


@lru_cache(maxsize=256)
def read_markdown(text: str) -> tuple[Block, ...]:
    """The blocks of a note. Anything is a note: what can't be told for Markdown comes as its lines."""
    if len(text) > LONGEST:
        return as_typed(text)
    tokens = _parser().parse(text.replace("\x00", "\ufffd"))
    if any(token.level >= DEEPEST for token in tokens):
        return as_typed(text)
    return tuple(_blocks(iter(tokens)))


def as_typed(text: str) -> tuple[Block, ...]:
    """A paragraph for each line that holds something."""
    return tuple(Paragraph((Words(line.strip()),)) for line in text.splitlines() if line.strip())


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # not before the first note is shown

    parser = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": DEEPEST + 4})
    parser.disable(["reference", "code", "lheading"])
    parser.validateLink = lambda url: bool(_link(url))  # type: ignore[method-assign]
    return parser


def _link(url: str) -> str:
    return url if len(url) <= LONGEST_LINK and _MAIL.fullmatch(url) else target(url)


def _blocks(tokens: Iterator[Token], closing: str = "") -> Iterator[Block]:
    """Blocks up to the token `closing`, or to the end."""
    for token in tokens:
        if token.type == closing:
            return
        match token.type:
            case "inline":
                yield from _paragraph(_words(token.children or ()))
            case "heading_open":
                yield from _paragraph(replace(piece, strong=True) for piece in _words(next(tokens).children or ()))
            case "fence" | "code_block":
                # What stands beside the fence names a language, or is the checker's word like any other.
                yield Code("\n".join(filter(None, (token.info.strip(), token.content.removesuffix("\n")))))
            case "hr":
                yield Paragraph((Words(token.markup),))
            case "blockquote_open":
                yield Quote(tuple(_blocks(tokens, "blockquote_close")))
            case "bullet_list_open" | "ordered_list_open":
                yield Items(tuple(_items(tokens, token.type.replace("open", "close"))))


def _paragraph(words: Iterable[Words]) -> Iterator[Block]:
    """Nothing for a heading or an item without words."""
    joined: list[Words] = []
    for piece in words:
        if joined and replace(joined[-1], text="") == replace(piece, text=""):
            joined[-1] = replace(piece, text=joined[-1].text + piece.text)
        elif piece.text:
            joined.append(piece)
    if joined:
        yield Paragraph(tuple(joined))


def _items(tokens: Iterator[Token], closing: str) -> Iterator[Item]:
    for token in tokens:
        if token.type == closing:
            return
        number = int(token.info) if token.info.isdecimal() else None
        yield Item(number, tuple(_blocks(tokens, "list_item_close")))


def _words(tokens: Iterable[Token]) -> Iterator[Words]:
    strong = emphasis = 0
    link = title = ""
    for token in tokens:
        style = Words("", strong > 0, emphasis > 0, link=link)
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                link = _link(str(token.attrs["href"]))
                title = _title(token)
            case "link_close":
                yield replace(style, text=title)
                link = title = ""
            case "softbreak" | "hardbreak":
                yield replace(style, text="\n")
            case "code_inline":
                yield replace(style, text=token.content, code=True)
            case "image":
                source = str(token.attrs["src"])
                yield replace(style, text=(token.content or source) + _title(token), link=_link(source))
            case _:
                yield from _linked(style, token.content)


def _title(token: Token) -> str:
    """What a link or image says when it is pointed at: a page has no pointer."""
    return f" ({token.attrs['title']})" if token.attrs.get("title") else ""


def _linked(style: Words, text: str) -> Iterator[Words]:
    """The text with the bare addresses in it as links."""
    last = 0
    for found in _BARE.finditer(text) if not style.link else ():
        if to := target(found.group()):
            yield replace(style, text=text[last : found.start()])
            yield replace(style, text=found.group(), link=to)
            last = found.end()
    yield replace(style, text=text[last:])
