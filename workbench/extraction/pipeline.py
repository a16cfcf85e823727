"""The one way in: an article goes in, everything found in it comes out."""

from __future__ import annotations

from collections.abc import Callable

from workbench.domain.article import Article
from workbench.domain.findings import Findings
from workbench.extraction.attribution import find_utterances
from workbench.extraction.claims import find_claims
from workbench.extraction.reading import read

READING_SHARE = 0.7
"""How much of the whole work reading is, for the progress told."""


def find(article: Article, *, progress: Callable[[float], None] | None = None) -> Findings:
    """Everything in an article that a fact-checker would mark. `progress` is told 0..1. Models load once per process."""
    tell = progress or (lambda _: None)
    reading = read(article, lambda done: tell(done * READING_SHARE))
    utterances = find_utterances(reading)
    claims = find_claims(reading, utterances)
    tell(1.0)
    return Findings(claims, tuple(one.attribution() for one in utterances))
