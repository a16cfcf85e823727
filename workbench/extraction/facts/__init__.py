"""Everything a careful reader underlines: what the "facts left" counter counts.

Names with their titles, places, numbers, dates, quoted sentences, superlatives and causal statements, each with its
exact place. Only what the article asserts is read: headline, standfirst, subheads and body. Byline and source line are
facts about the publication, which the record of the article holds; kickers and boilerplate assert nothing.

A stretch counts once for what it is: numbers in a date or a name, and names in a longer one, are not counted again.
Quotations, superlatives and causal statements may hold names and numbers, which are underlined for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.domain.findings import Fact, FactKind
from workbench.domain.span import Span
from workbench.extraction.dates.expressions import find_expressions
from workbench.extraction.facts.causes import find_causes
from workbench.extraction.facts.names import find_names
from workbench.extraction.facts.numbers import find_numbers
from workbench.extraction.facts.quoted import find_quoted
from workbench.extraction.facts.superlatives import find_superlatives
from workbench.extraction.reading import BlockReading, Reading


def find_facts(reading: Reading) -> tuple[Fact, ...]:
    """The facts of the article in order of place, longer before shorter, none twice."""
    names = find_names(reading)
    dates = list(_apart((Fact(expression.span, FactKind.DATE) for expression in find_expressions(reading)), names))
    numbers = _apart(_numbers(reading), [*names, *dates])
    quoted = (Fact(span, FactKind.QUOTATION) for span in find_quoted(reading))
    found = {*names, *dates, *numbers, *quoted, *_phrases(reading)}
    return tuple(sorted(found, key=lambda fact: (fact.span.start, -fact.span.end, fact.kind)))


def _numbers(reading: Reading) -> Iterator[Fact]:
    for part in _read(reading):
        for start, end in find_numbers(part.doc.text, reading.language):
            yield Fact(Span(start, end).shifted(part.offset), FactKind.NUMBER)


def _phrases(reading: Reading) -> Iterator[Fact]:
    for part in _read(reading):
        for start, end in find_superlatives(part.doc, reading.language):
            yield Fact(Span(start, end).shifted(part.offset), FactKind.SUPERLATIVE)
        for start, end in find_causes(part.doc, reading.language):
            yield Fact(Span(start, end).shifted(part.offset), FactKind.CAUSE)


def _read(reading: Reading) -> Iterator[BlockReading]:
    return (part for part in reading.parts if part.block.kind.bears_claims)


def _apart(candidates: Iterable[Fact], taken: Iterable[Fact]) -> Iterator[Fact]:
    """The candidates, in order, that overlap none of the taken."""
    occupied = sorted(fact.span for fact in taken)
    position = 0
    reached = 0
    for candidate in sorted(candidates, key=lambda fact: fact.span):
        while position < len(occupied) and occupied[position].start < candidate.span.end:
            reached = max(reached, occupied[position].end)
            position += 1
        if reached <= candidate.span.start:
            yield candidate
