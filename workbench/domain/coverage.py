"""Which claims cover which facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from workbench.domain.span import Span

Key = TypeVar("Key")


def covering(facts: Sequence[Span], places: Iterable[tuple[Span, Key]]) -> list[tuple[Key, ...]]:
    """For each fact, the keys of the places that contain it whole, each once, in order of place.

    One sweep over the text: about n log n for places that overlap little.
    """
    waiting = sorted(places, key=lambda place: (place[0].start, -place[0].end), reverse=True)
    open_places: list[tuple[Span, Key]] = []
    found: list[tuple[Key, ...]] = [()] * len(facts)
    for index in sorted(range(len(facts)), key=lambda i: facts[i].start):
        fact = facts[index]
        while waiting and waiting[-1][0].start <= fact.start:
            open_places.append(waiting.pop())
        open_places = [place for place in open_places if place[0].end > fact.start]
        found[index] = tuple(dict.fromkeys(key for span, key in open_places if span.end >= fact.end))
    return found
