"""A language that has no model: what is looked for all the same, and what isn't."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import Sentence
from workbench.extraction.plain_attribution import can_attribute
from workbench.extraction.reading import Reading


def find(reading: Reading, _: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """One warning at the beginning when the article can't be read in full."""
    if reading.has_model or not reading.article.blocks:
        return
    yield TextWarning(WarningKind.LANGUAGE, _first_line(reading), _message(reading.language))


def _message(language: str) -> Sentence:
    if not language:
        return Sentence(
            "There is no language model for the article’s language, which could not be told: quotations and "
            "sentences with figures are listed as claims, numbers and plain dates are found, but not other claims, "
            "names, places or who said what; mark those by hand."
        )
    if can_attribute(language):
        return Sentence(
            "There is no language model for “{language}”: quotations, with the speaker named right beside them, and "
            "sentences with figures are listed as claims, numbers and plain dates are found, but not other claims, "
            "names, places or who said what; mark those by hand.",
            language=language,
        )
    return Sentence(
        "There is no language model for “{language}”: quotations and sentences with figures are listed as claims, "
        "numbers and plain dates are found, but not other claims, names, places or who said what; mark those by hand.",
        language=language,
    )


def _first_line(reading: Reading) -> Span:
    block = reading.article.blocks[0].span
    end = reading.article.text.find("\n", block.start, block.end)
    return Span(block.start, end if end > block.start else block.end)
