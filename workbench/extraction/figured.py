"""Claims in a language without a model besides its quotations: the sentences that state a figure or a full date.

What holds a number is nearly always checkable, whatever the language; what holds none can't be judged by marks alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from workbench.domain.claim import ClaimKind
from workbench.domain.findings import Fact, FactKind
from workbench.domain.span import Span
from workbench.extraction.facts import find_facts
from workbench.extraction.listing import Draft
from workbench.extraction.notices import is_correction
from workbench.extraction.plain_sentences import plain_lead_end
from workbench.extraction.reading import BlockReading, Reading

_FEWEST = 12
"""Letters in a sentence that says something; a third of them where each stands for a syllable or a word."""
_FIRST_DENSE = "\u2e80"


def find_figured(reading: Reading) -> Iterator[Draft]:
    """A claim for each such sentence. Figures inside quotation marks are the quotation's."""
    text = reading.article.text
    quotations = [one.span for one in reading.quotations if one.depth == 0 and not one.scare]
    facts = [fact for fact in find_facts(reading) if _is_figure(fact, text) and not _meets(quotations, fact.span)]
    starts = [fact.span.start for fact in facts]
    for part in reading.parts:
        if not part.block.kind.bears_claims or is_correction(part.text):
            continue
        for sentence in part.sentences:
            stated = facts[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            kind = _kind(stated, is_quoted=_meets(quotations, sentence))
            if kind is not None and _says_something(part, sentence):
                yield Draft(part, sentence, "figure" if kind is ClaimKind.STATISTIC else "date", kind=kind)


def _is_figure(fact: Fact, text: str) -> bool:
    """A number, or a date with a figure in it: not a mere weekday."""
    is_date = fact.kind is FactKind.DATE and any(map(str.isdigit, fact.span.of(text)))
    return is_date or fact.kind is FactKind.NUMBER


def _meets(quotations: Sequence[Span], place: Span) -> bool:
    """Whether one of the quotations, which are in order and apart, has some of the place in it."""
    after = bisect_left(quotations, place.end, key=lambda span: span.start)
    return after > 0 and quotations[after - 1].end > place.start


def _kind(facts: Sequence[Fact], *, is_quoted: bool) -> ClaimKind | None:
    """A date beside a quotation is when it was said, and no claim."""
    if any(fact.kind is FactKind.NUMBER for fact in facts):
        return ClaimKind.STATISTIC
    return ClaimKind.STATEMENT if facts and not is_quoted else None


def _says_something(part: BlockReading, sentence: Span) -> bool:
    """Whether it is more than a lead ("Berlin, 3. Januar –"), a label or a score."""
    if sentence.end - part.offset <= plain_lead_end(part.text):
        return False
    letters = [
        character
        for character in part.text[sentence.start - part.offset : sentence.end - part.offset]
        if character.isalpha()
    ]
    return len(letters) >= (_FEWEST // 3 if any(letter >= _FIRST_DENSE for letter in letters) else _FEWEST)
