"""A text as words that can be compared: their places kept, marks and case set aside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from workbench.domain.span import Span

# A word keeps its inner apostrophes, hyphens, decimal points and commas ("don't", "S-400", "4.1", "1,000"); the
# scripts that don't part words by spaces give one word a character.
_NO_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0002fa1f"
_WORD = re.compile(rf"[{_NO_SPACES}]|[^\W_{_NO_SPACES}]+(?:['’\-‑.,][^\W_{_NO_SPACES}]+)*|[%€$£¥]")

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": "-"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands, where (code points), and as it is compared."""

    span: Span
    plain: str


def words_of(text: str, within: Span | None = None, first: int = 0, last: int | None = None) -> list[Word]:
    """The words of a text, or of a stretch of it, in order; of those the ones numbered `first` to `last`."""
    within = within or Span(0, len(text))
    found = islice(_WORD.finditer(text, within.start, within.end), first, last)
    return [Word(Span(word.start(), word.end()), plain(word.group())) for word in found]


def plain_words(text: str, within: Span) -> list[str]:
    """The words of a stretch as they are compared, without their places: several times faster than `words_of`."""
    found = _WORD.findall(text, within.start, within.end)
    return [word.lower() if word.isascii() else plain(word) for word in found]


def plain(word: str) -> str:
    """A word without what typesetting changes: case, compatibility forms, the shape of apostrophe and hyphen."""
    if word.isascii():
        return word.casefold()
    return unicodedata.normalize("NFKC", word).translate(_APOSTROPHES).casefold()
