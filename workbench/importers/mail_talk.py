"""What is said around an article in an e-mail: earlier mail quoted below it, signatures, notices of confidentiality."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.span import Span
from workbench.importers.lexicon import mail_notices

_PART = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
"""Lines with no blank line between them."""
_QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
"""RFC 3676, 4.3: what stands below is the signature."""
_FORWARDED = re.compile(r"[-_ ]*(forwarded|original|weitergeleitete|ursprüngliche) (message|nachricht)[-_ ]*", re.I)
_MOST_QUOTED = 0.5
"""Share of the text's characters; where more is quoted, that is the article."""


def without_talk(article: Article) -> Article:
    """The article with its mail's talk as boilerplate, which bears no claims; the text stays as it is."""
    talk = tuple(_talk(article.text))
    return replace(article, blocks=tuple(_judged(block, talk) for block in article.blocks))


def _talk(text: str) -> Iterator[Span]:
    quoted = [Span(found.start(), found.end()) for found in _QUOTED.finditer(text)]
    if sum(map(len, quoted)) <= _MOST_QUOTED * len(text.strip()):
        yield from quoted
    for found in _PART.finditer(text):
        first = found[0].partition("\n")[0].strip()
        if _FORWARDED.fullmatch(first) or " ".join(found[0].lower().split()).startswith(mail_notices()):
            yield Span(found.start(), found.end())
    if signature := _SIGNATURE.search(text):
        yield Span(signature.start(), len(text))


def _judged(block: Block, talk: tuple[Span, ...]) -> Block:
    is_talk = any(span.start <= block.span.start < span.end for span in talk)
    return replace(block, kind=BlockKind.BOILERPLATE) if is_talk else block
