"""The one way in: an article goes in, everything found in it comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbench.domain.article import Article
from workbench.domain.findings import Findings, FoundClaim, TextWarning, WarningKind
from workbench.extraction.attribution import find_utterances
from workbench.extraction.claims import find_claims
from workbench.extraction.consistency import find_warnings
from workbench.extraction.dates import read_dates
from workbench.extraction.facts import find_facts
from workbench.extraction.reading import read
from workbench.extraction.speakers import Speakers
from workbench.extraction.turns import turn_attributions
from workbench.extraction.worthiness import model_problem, rank, rank_by_signs

READING_SHARE = 0.6
"""How much of the whole work reading is, for the progress told."""


def find(article: Article, *, progress: Callable[[float], None] | None = None) -> Findings:
    """Everything in an article that a fact-checker would mark. `progress` is told 0..1. Models load once a process."""
    tell = progress or (lambda _: None)
    reading = read(article, lambda done: tell(done * READING_SHARE))
    speakers = Speakers(reading)
    utterances = find_utterances(reading, speakers)
    attributions = tuple(one.attribution() for one in utterances)
    turns = turn_attributions(reading, speakers.turns)
    claims = _ranked(article.text, find_claims(reading, utterances, speakers.turns), reading.has_model)
    tell(0.9)
    warnings = (*_model_warnings(article), *find_warnings(reading, attributions))
    spoken = tuple(sorted([*attributions, *turns], key=lambda one: one.content[0].start))
    findings = Findings(claims, spoken, find_facts(reading), warnings, read_dates(reading))
    tell(1.0)
    return findings


def _model_warnings(article: Article) -> tuple[TextWarning, ...]:
    """One at the article's beginning when the check-worthiness model is missing or damaged."""
    problem = model_problem()
    if not problem or not article.blocks:
        return ()
    return (TextWarning(WarningKind.MODEL, article.blocks[0].span, problem),)


def _ranked(text: str, claims: tuple[FoundClaim, ...], has_model: bool) -> tuple[FoundClaim, ...]:
    """The check-worthiness model was made from English; in a language without models plain signs rank."""
    ranks = (rank if has_model else rank_by_signs)([claim.span.of(text) for claim in claims])
    return tuple(
        replace(claim, check_worthiness=ranked.score, reasons=ranked.reasons)
        for claim, ranked in zip(claims, ranks, strict=True)
    )
