"""Where in a long text a quotation can stand at all, so that only those stretches are taken apart into words.

A place that has all of the quotation's words but at most `missing` has, of any number of them, all but `missing`. So it
is enough to look where that many of the rarest ones stand close together, and those are found as plain substrings, a
hundred times faster than words.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import sqrt

from workbench.domain.span import Span
from workbench.sources.words import plain

_LETTERS = re.compile(r"[^\W_]+|[%€$£¥]")
_MARKS = re.compile(r"['\-]")
_BETWEEN = r"[\W_]*"
_WIDEST_WORD, _NARROWEST_WORD = 24, 12
"""Code points that a word takes at most with what parts it from the next, on the average of a whole place."""


def likely_stretches(wanted: Sequence[str], text: str, missing: int, reach: int) -> list[Span]:
    """The stretches of `text` that can hold all of the words `wanted` (`plain`) but `missing`, in order.

    `reach` is how many words such a place spans at most; each stretch has all of every such place in it.
    """
    lowered = _comparable(text)
    if lowered is None:
        return [Span(0, len(text))]
    width = round(reach * min(_WIDEST_WORD, max(_NARROWEST_WORD, 2 * len(text) / (text.count(" ") + 1))))
    chosen, enough = _telling(wanted, lowered, missing, width)
    if enough < 1:
        return [Span(0, len(text))]
    places = sorted({place for probe in chosen for place in _places(probe, lowered)})
    near = (
        Span(max(0, last - width), first + width)
        for first, last in zip(places, places[enough - 1 :], strict=False)
        if last - first <= width
    )
    return [_with_whole_words(stretch, text) for stretch in _merged(near)]


def exact_stretch(wanted: Sequence[str], text: str) -> Span | None:
    """Where the words `wanted` seem to stand one after the other, to be looked at closely; None when nowhere seen."""
    lowered = _comparable(text)
    if lowered is None:
        return None
    pattern = _BETWEEN.join(_MARKS.sub("['’\\\\-‑]", re.escape(word).replace("\\-", "-")) for word in wanted)
    found = re.search(pattern, lowered)
    return _with_whole_words(Span(found.start(), found.end()), text) if found else None


def _comparable(text: str) -> str | None:
    """The text in small letters, each at its place; None where that is not how all of its words are compared."""
    lowered = text.lower()
    is_stable = text.isascii() or all(map(_is_stable_letter, set(text)))
    return lowered if is_stable and len(lowered) == len(text) else None


@functools.cache
def _is_stable_letter(character: str) -> bool:
    """Whether it compares as its small form does, and makes up no other letter with the next (Hangul)."""
    if not character.isalnum():
        return True
    is_jamo = (
        "\u1100" <= character <= "\u11ff" or "\ua960" <= character <= "\ua97f" or "\ud7b0" <= character <= "\ud7ff"
    )
    return plain(character) == character.lower() and character != "Σ" and not is_jamo  # whose small form varies


def _telling(wanted: Sequence[str], lowered: str, missing: int, width: int) -> tuple[list[str], int]:
    """Parts of the rarest words to look for, and how many of their places a stretch must have; under 1: any will do.

    As many words as make the places needed stand out most from those met by chance in `width` code points. Words that
    are nowhere in the text are among the missing; with too many of those, no stretch will do.
    """
    times = Counter(wanted)
    probes = {word: max(_LETTERS.findall(word), key=len, default=word) for word in times}
    counts = {word: lowered.count(probe) for word, probe in probes.items()}
    missing -= sum(times[word] for word, count in counts.items() if not count)
    if missing < 0:
        return [], 1
    rarest = sorted((word for word in times if counts[word]), key=counts.__getitem__)
    needed = list(accumulate((times[word] for word in rarest), initial=-missing))[1:]
    chance = [count * width / len(lowered) for count in accumulate(counts[word] for word in rarest)]
    best = max(
        range(len(rarest)), key=lambda number: (needed[number] - chance[number]) / sqrt(chance[number]), default=-1
    )
    return [probes[word] for word in rarest[: best + 1]], needed[best] if rarest else 0


def _places(probe: str, lowered: str) -> Iterator[int]:
    at = lowered.find(probe)
    while at >= 0:
        yield at
        at = lowered.find(probe, at + 1)


def _with_whole_words(span: Span, text: str) -> Span:
    """The span, its ends moved outwards to white space, which stands in no word."""
    start, end = span.start, min(span.end, len(text))
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in order of their starts, those that meet as one."""
    open_one: Span | None = None
    for span in spans:
        if open_one is not None and span.start <= open_one.end:
            open_one = Span(open_one.start, max(open_one.end, span.end))
            continue
        if open_one is not None:
            yield open_one
        open_one = span
    if open_one is not None:
        yield open_one
