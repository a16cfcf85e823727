"""Articles and cases for the article view's tests."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.ui.seed_case import seed_case
from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.case import Case, CaseFact, Draft
from workbench.domain.claim import Anchor, Claim, ClaimKind, Status
from workbench.domain.findings import Fact, FactKind
from workbench.domain.span import Span

_WORDS = ("minister", "spending", "roads", "year", "per cent", "council", "hospital", "seven thousand", "Tuesday", "in")


def article(*paragraphs: str) -> Article:
    """Paragraphs with blank lines between them, the first one the headline."""
    blocks, at = [], 0
    for paragraph in paragraphs:
        kind = BlockKind.BODY if blocks else BlockKind.HEADLINE
        blocks.append(Block(kind, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Article("\n\n".join(paragraphs), tuple(blocks))


def case_of(shown: Article, claims: Mapping[str, Status], facts: Sequence[str] = ()) -> Case:
    """A case of `shown` with a claim for each of the words given, and those facts left."""
    text = shown.text

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    made = tuple(
        Claim(f"claim-{number}", number, (Anchor.at(text, span(words)),), ClaimKind.STATEMENT, status=status)
        for number, (words, status) in enumerate(claims.items(), 1)
    )
    left = tuple(CaseFact(f"fact-{words}", Fact(span(words), FactKind.NAME)) for words in facts)
    draft = Draft("draft", 1, shown, "", "")
    return replace(seed_case(), draft=draft, claims=made, facts=left, warnings=())


def long_case(words: int, claims: int) -> Case:
    """A case of about `words` words and exactly `claims` claims, with three facts left a claim. Always the same."""
    chance = random.Random(words)
    paragraphs, count = ["A long report"], 0
    while count < words:
        size = chance.randint(30, 120)
        paragraphs.append(" ".join(chance.choice(_WORDS) for _ in range(size)).capitalize() + ".")
        count += size
    shown = article(*paragraphs)
    body = shown.blocks[1:]
    places = []
    for number in range(claims):
        block = body[number * len(body) // claims].span
        start = block.start + chance.randint(0, max(0, len(block) - 150))
        places.append(Span(start, min(block.end, start + chance.randint(40, 150))))
    made = tuple(
        Claim(
            f"claim-{number}",
            number,
            (Anchor.at(shown.text, span),),
            ClaimKind.STATEMENT,
            status=list(Status)[number % len(Status)],
        )
        for number, span in enumerate(sorted(places), 1)
    )
    starts = sorted(chance.randint(0, len(shown.text) - 20) for _ in range(3 * claims))
    facts = tuple(CaseFact(f"fact-{at}", Fact(Span(at, at + 10), FactKind.NAME)) for at in starts)
    return replace(seed_case(), draft=Draft("draft", 1, shown, "", ""), claims=made, facts=facts, warnings=())
