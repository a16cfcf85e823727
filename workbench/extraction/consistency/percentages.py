"""Percentages over 100 of a whole: "120% of voters" can't be, "rose 120%" can."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import Sentence
from workbench.extraction.consistency.wording import bearing
from workbench.extraction.reading import Reading
from workbench.extraction.word_lists import words


def find(reading: Reading, _: tuple[Attribution, ...]) -> Iterator[TextWarning]:
    """A warning for each percentage over 100 of something that has no more than 100."""
    for part in bearing(reading):
        text = part.doc.text
        if "%" not in text and "per" not in text:
            continue
        for match in _pattern(reading.language).finditer(text):
            if float(match["number"].replace(",", "")) > 100:
                message = Sentence(
                    "“{share}” of a whole can’t be: there is no more than 100% of {whole}.",
                    share=match["share"],
                    whole=match["whole"],
                )
                yield TextWarning(WarningKind.PERCENTAGE, Span(*match.span()).shifted(part.offset), message)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    wholes = "|".join(sorted(words(language, "warnings", "wholes")))
    if not wholes:
        return re.compile(r"(?!)")
    return re.compile(
        r"(?<![\d.,])(?P<share>(?P<number>\d{3,6}(?:\.\d{1,4})?|\d{1,3},\d{3})\s?(?:%|percent|per\scent))\s(?:of|out\sof)\s"
        r"(?:(?:the|all|its|their|our|these|those|eligible|registered|adult|young|local|all\sthe)\s){0,3}"
        rf"(?P<whole>(?:[a-z]{{2,15}}\s)?(?:{wholes}))\b(?!['’])"
    )
