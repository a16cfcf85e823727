"""Quotation marks that are lost, or that something else stands in the place of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import Sentence
from workbench.extraction.consistency.wording import shown
from workbench.extraction.quotations import Quotation
from workbench.extraction.reading import Reading

_STRAY = re.compile(r"[^\w\s.,;:!?…()\[\]{}«»‹›“”„‘’'\"*•·–—/&#@%$€£§+-]+$")
_SINGLE = "‘’'‚‛‹›"
_CLOSING = {"“": "”", '"': '"', "„": "“", "«": "»", "»": "«"}
_NEAR = 1500
"""Code points from the end of a paragraph left open to the one that closes it, at most."""
_SAMPLE = 40
"""Code points from the lost mark's place that the warning points at, at most."""


def find(reading: Reading, _: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """A warning for each damaged quotation.

    But for single marks, as apostrophes tell too little, and for quotations that simply run on into the next paragraph.
    """
    text = reading.article.text
    damaged = [quotation for quotation in reading.quotations if quotation.is_damaged and not _is_single(quotation)]
    skipped = _run_on(reading, damaged)
    for quotation in damaged:
        if quotation in skipped or _is_inches(text, quotation):
            continue
        yield _lost_opening(text, quotation) if not quotation.opening else _lost_closing(text, quotation)


def _is_single(quotation: Quotation) -> bool:
    return (quotation.opening or quotation.closing) in _SINGLE


def _is_inches(text: str, quotation: Quotation) -> bool:
    """6'2" and 12" are measures, whatever seems to close there."""
    return not quotation.opening and quotation.closing in ('"', "″") and text[quotation.span.end - 2].isdigit()


def _run_on(reading: Reading, damaged: list[Quotation]) -> set[Quotation]:
    """Pairs that are one quotation over several paragraphs, not opened again at their beginnings."""
    found: set[Quotation] = set()
    starts = [quotation.span.start for quotation in reading.quotations]
    for first, second in pairwise(damaged):
        if first.closing or second.opening or second.span.start - first.span.end > _NEAR:
            continue
        if bisect_left(starts, second.span.start) - bisect_left(starts, first.span.start) == 1:
            found |= {first, second}
    return found


def _lost_opening(text: str, quotation: Quotation) -> TextWarning:
    stray = _STRAY.search(text, max(0, quotation.span.start - 8), quotation.span.start)
    words = shown(quotation.words.of(text))
    if stray:
        span = Span(stray.start(), min(quotation.span.end, stray.end() + _SAMPLE))
        message = Sentence(
            "“{stray}” stands where the opening quotation mark before “{words}” should be.", stray=stray[0], words=words
        )
        return TextWarning(WarningKind.MARKS, span, message)
    end = quotation.span.end
    span = Span(max(quotation.span.start, end - _SAMPLE), end)
    message = Sentence("The quotation mark {mark} closes a quotation that was never opened.", mark=quotation.closing)
    return TextWarning(WarningKind.MARKS, span, message)


def _lost_closing(text: str, quotation: Quotation) -> TextWarning:
    span = Span(quotation.span.start, min(quotation.span.end, quotation.span.start + _SAMPLE))
    mark, words = _CLOSING.get(quotation.opening), shown(text[quotation.words.start : span.end])
    message = (
        Sentence("The closing mark {mark} of the quotation that begins “{words}” is missing.", mark=mark, words=words)
        if mark
        else Sentence("The closing mark of the quotation that begins “{words}” is missing.", words=words)
    )
    return TextWarning(WarningKind.MARKS, span, message)
