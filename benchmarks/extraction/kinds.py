"""The kinds of claims against those a reader gave (`kinds.toml`), in the two halves of GUM's news and in sentences
written for the measure."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.extraction.data import gum
from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.findings import FoundClaim
from workbench.domain.span import Span
from workbench.extraction.pipeline import find

LABELS = Path(__file__).with_name("kinds.toml")
HALVES = ("open", "held")
"""Documents that may be read while rules are made, and those that may not."""
WRITTEN = {"written": "sentences written first", "written_later": "sentences written when the rules stood"}
"""The parts made up of sentences for the measure. The first was known while the rules were made, by whom it was
written; only the later one says how they do on what is new."""
Pairs = Counter[tuple[str, str]]
"""(the reader's kind, ours) → how often; ours is empty where the claim was not found."""


def half(document: str) -> str:
    """The half a document is in, by the hash of its name, so that nobody chooses."""
    return HALVES[int(hashlib.sha256(document.encode()).hexdigest(), 16) % 2]


def measure() -> dict[str, Pairs]:
    labels = tomllib.loads(LABELS.read_text(encoding="utf-8"))
    pairs = {name: Counter[tuple[str, str]]() for name in HALVES}
    for document in gum("news"):
        rows = labels.get(document.name, [])
        claims = find(document.article).claims if rows else ()
        for start, end, kind in rows:
            pairs[half(document.name)][kind, _kind_at(Span(start, end), claims)] += 1
    pairs |= {name: Counter(_written(labels[name])) for name in WRITTEN}
    return pairs


def _written(rows: list[list[str]]) -> Iterator[tuple[str, str]]:
    for text, claim, kind in rows:
        start = text.index(claim)
        article = Article(text, (Block(BlockKind.BODY, Span(0, len(text))),), Metadata(language="en"))
        yield kind, _kind_at(Span(start, start + len(claim)), find(article).claims)


def _kind_at(wanted: Span, claims: tuple[FoundClaim, ...]) -> str:
    """The kind of the claim that shares most with the stretch, if it is hardly longer or shorter."""
    best = max(claims, key=lambda claim: _likeness(claim.span, wanted), default=None)
    return best.kind.value if best is not None and _likeness(best.span, wanted) >= 0.6 else ""


def _likeness(one: Span, other: Span) -> float:
    shared = one.overlap(other)
    return shared / (len(one) + len(other) - shared)


def run() -> None:
    for name, pairs in measure().items():
        found = sum(count for (_, ours), count in pairs.items() if ours)
        right = sum(count for (kind, ours), count in pairs.items() if kind == ours)
        part = WRITTEN.get(name, f"{name} half of GUM news")
        print(f"Kinds, {part}: {right} of {found} right ({right / found:.2f})")
        for kind in dict.fromkeys(kind for kind, _ in sorted(pairs)):
            row = {ours or "not found": count for (label, ours), count in sorted(pairs.items()) if label == kind}
            print(f"  {kind:12} {row}")
