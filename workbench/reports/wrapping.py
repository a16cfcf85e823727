"""Line ends that only wrap a line, as wire services and mail programs set them: on paper lines have another width."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.domain.article import Article

_WIDTHS = range(30, 101)
"""Columns at which text is wrapped by hand and by programs."""
_LEAST = 3
_MOSTLY = 0.8


def unwrapped(article: Article) -> str:
    """The article's text with a space in place of each line end that wraps; as long as the text, so offsets hold.

    Wrapped is a text in which nearly every line end within a block stands where the next word no longer fitted.
    """
    ends = list(_line_ends(article))
    width = max((length for _, length, _ in ends), default=0)
    wrapping = [at for at, length, word in ends if length + 1 + word > width]
    if width not in _WIDTHS or len(wrapping) < max(_LEAST, _MOSTLY * len(ends)):
        return article.text
    characters = list(article.text)
    for at in wrapping:
        characters[at] = " "
    return "".join(characters)


def _line_ends(article: Article) -> Iterator[tuple[int, int, int]]:
    """Of each line end within a block: where it is, how long its line is, how long the word after it."""
    text = article.text
    for block in article.blocks:
        begins, at = text.rfind("\n", 0, block.span.start) + 1, block.span.start  # an indent counts as well
        for line, after in pairwise(block.span.of(text).split("\n")):
            at += len(line)
            yield at, len(text[begins:at].rstrip()), len(next(iter(after.split()), ""))
            begins = at = at + 1
