"""Where a claim stands in a new draft: as it stood, with other words, or no longer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from rapidfuzz import fuzz

from workbench.domain.claim import Anchor
from workbench.domain.span import Span
from workbench.workflow.alignment import Alignment, Same

_KEPT = 0.5
"""Share of a claim's letters that must still stand there for it to be the same claim, changed."""
_TELLING = 20
"""Code points of words that stand for themselves wherever they stand; shorter ones need their surroundings."""
_MOVED_ALIKE = 75.0
"""How alike words elsewhere must be for the claim to have been moved there and changed, 0..100 (partial ratio)."""
_SHORTEST = 12
"""Code points of several words that can be found again by themselves, where both drafts have them once."""
_ALIKE = 60.0
"""How alike surroundings must be for that, 0..100 (rapidfuzz's ratio)."""


class Fate(Enum):
    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


class Reanchored(NamedTuple):
    fate: Fate
    anchors: tuple[Anchor, ...] = ()
    """In the new draft, the claim's own place first; none when it is gone."""


def reanchor(anchors: Sequence[Anchor], alignment: Alignment) -> Reanchored:
    """The fate of a claim that stands at `anchors` of the old text.

    It is the same where its own words stand unchanged, in their place or moved; places where they are repeated come
    along while they stand. A claim whose own place is gone lives on in a repeated one, changed.
    """
    own, *repeats = anchors
    fate, place = _fate(own, alignment)
    others = [found for anchor in repeats if (found := _same(anchor, alignment)) is not None]
    if place is None and others:
        fate, place = Fate.CHANGED, others.pop(0)
    if place is None:
        return Reanchored(Fate.GONE)
    places = dict.fromkeys([place, *others])
    return Reanchored(fate, tuple(Anchor.at(alignment.new, span) for span in places))


def _fate(anchor: Anchor, alignment: Alignment) -> tuple[Fate, Span | None]:
    same = _same(anchor, alignment)
    if same is not None:
        return Fate.SAME, same
    changed = _changed(anchor, alignment) or _elsewhere(anchor, alignment)
    return (Fate.GONE, None) if changed is None else (Fate.CHANGED, changed)


def _same(anchor: Anchor, alignment: Alignment) -> Span | None:
    """The place of the very words: where the texts run alike, else where they were moved to."""
    place = alignment.place(anchor.span)
    return place if place is not None else _moved(anchor, alignment.old, alignment.new)


def _moved(anchor: Anchor, old: str, new: str) -> Span | None:
    best, best_alike = None, -1.0
    for span in _occurrences(anchor.exact, new):
        there = Anchor.at(new, span)
        alike = (fuzz.ratio(anchor.prefix, there.prefix) + fuzz.ratio(anchor.suffix, there.suffix)) / 2
        if alike > best_alike:
            best, best_alike = span, alike
    sure = best_alike >= _ALIKE or len(anchor.exact) >= _TELLING or _is_unmistakable(anchor.exact, old, new)
    return best if sure else None


def _is_unmistakable(words: str, old: str, new: str) -> bool:
    return len(words) >= _SHORTEST and len(words.split()) > 1 and old.count(words) == new.count(words) == 1


def _occurrences(words: str, text: str) -> Iterator[Span]:
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


def _changed(anchor: Anchor, alignment: Alignment) -> Span | None:
    """From the first to the last of its words that still stand there, with what was put in at its ends."""
    kept = alignment.within(anchor.span)
    letters = sum(not character.isspace() for character in anchor.exact)
    still = sum(not character.isspace() for same in kept for character in _of(same, alignment.old))
    if not kept or still < _KEPT * letters:
        return None
    around = alignment.gap(anchor.span)
    pieces = _together(kept, alignment.new)
    first, last = pieces[0], pieces[-1]
    start, end = first.new, last.new + last.length
    # What was exchanged at an end belongs to it, if it is about as long: not a sentence put in before it.
    if 0 < start - around.start <= 2 * (first.old - anchor.span.start) + 2:
        start = around.start
    if 0 < around.end - end <= 2 * (anchor.span.end - last.old - last.length) + 2:
        end = around.end
    return Span(start, end).trimmed(alignment.new)


def _together(kept: Sequence[Same], new: str) -> Sequence[Same]:
    """The pieces where they stand nearest to each other, in their order.

    What is put in beside a claim often has words of its own: “The council …. The council will close …”.
    """
    longest = max(range(len(kept)), key=lambda at: kept[at].length)
    gathered = (_gathered(kept, core, new) for core in {0, longest, len(kept) - 1})
    return min([kept, *gathered], key=lambda pieces: pieces[-1].new + pieces[-1].length - pieces[0].new)


def _gathered(kept: Sequence[Same], core: int, new: str) -> Sequence[Same]:
    """The pieces before and after that of the index `core`, as near to it as the same words stand."""
    pieces = list(kept)
    for at in reversed(range(core)):
        pieces[at] = _alike(pieces[at], pieces[at].new, pieces[at + 1].new, new)[-1]
    for at in range(core + 1, len(pieces)):
        before, here = pieces[at - 1], pieces[at]
        pieces[at] = _alike(here, before.new + before.length, here.new + here.length, new)[0]
    return pieces


def _alike(piece: Same, start: int, end: int, new: str) -> list[Same]:
    """Where its words stand, whole, from `start` to `end` of the new text, in order: there itself at least."""
    words = new[piece.new : piece.new + piece.length]
    before, after = (r"\b" if edge.isalnum() else "" for edge in (words[0], words[-1]))
    found = re.compile(before + re.escape(words) + after).finditer(new, start, end)
    return [Same(piece.old, match.start(), piece.length) for match in found] or [piece]


def _elsewhere(anchor: Anchor, alignment: Alignment) -> Span | None:
    """The most alike words of what was put in: a claim moved and changed. A few letters are alike anywhere."""
    best, score = None, _MOVED_ALIKE
    if len(anchor.exact) < _SHORTEST:
        return None
    for added in alignment.added:
        there = added.of(alignment.new)
        if len(there) < max(_SHORTEST, len(anchor.exact) // 2):
            continue  # it would be looked for in the claim, and found for a few letters alike
        found = fuzz.partial_ratio_alignment(anchor.exact, there, score_cutoff=score)
        if found is not None:
            best, score = Span(added.start + found.dest_start, added.start + found.dest_end), found.score
    return None if best is None else _whole_words(best, alignment.new, anchor.exact[-1])


def _whole_words(span: Span, text: str, last: str) -> Span:
    """`span` without parts of words, and with the stop or mark behind it that the claim had: its `last` character."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    if not last.isalnum() and text[end - 1] != last and text.startswith(last, end):
        end += 1
    return Span(start, end).trimmed(text)


def _of(same: tuple[int, int, int], text: str) -> str:
    old, _, length = same
    return text[old : old + length]
