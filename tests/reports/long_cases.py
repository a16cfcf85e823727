"""Made-up cases of any length."""

from __future__ import annotations

from tests.reports.cases import SAVED, SCALE, article, case_on
from workbench.domain.article import BlockKind
from workbench.domain.case import Case
from workbench.domain.claim import Anchor, Claim, ClaimKind, Status
from workbench.domain.evidence import Evidence, Link, Source, Stance
from workbench.domain.span import Span

_COMMON = (
    "the of and to in for on with said that from by at year government percent people country last prices council "
    "inflation minister hospital growth schools border report survey budget workers families city energy"
)
_WORDS = _COMMON.split()


def long_case(claims: int, words: int) -> Case:
    """A made-up article of about `words` words in paragraphs of 60, with two notes of evidence a claim."""
    sentences = [
        " ".join(_WORDS[(7 * n * n + 13 * w + n) % len(_WORDS)] for w in range(15)).capitalize()
        + f" by {n / 10} percent."
        for n in range(words // 18)
    ]
    paragraphs = [" ".join(sentences[n : n + 4]) for n in range(0, len(sentences), 4)]
    text = "\n\n".join(("A long story about prices", *paragraphs))
    story = article(text, {0: BlockKind.HEADLINE})
    outcomes = [outcome.id for outcome in SCALE.outcomes]
    step = max(1, len(sentences) // claims)
    made, start = [], 0
    for number in range(1, claims + 1):
        sentence = sentences[(number - 1) * step % len(sentences)]
        start = text.index(sentence, start)
        span = Span(start, start + len(sentence))
        made.append(Claim(f"claim-{number:05}", number, (Anchor.at(text, span),), ClaimKind.STATISTIC, "A minister",
                          restated=sentence, status=Status.CHECKED, outcome=outcomes[number % len(outcomes)],
                          reasoning=" ".join(sentences[number % 7 : number % 7 + 3])))  # fmt: skip
    sources: dict[str, Source] = {}
    evidence: dict[str, Evidence] = {}
    links: list[Link] = []
    for number in range(2 * claims):
        key = f"{number:05}"
        url = f"https://stats.example.org/{1990 + number % 30}/release/table-{number}?lang=en&view=full"
        sources[f"s{key}"] = Source(
            f"s{key}",
            f"Release {number} of the statistics office",
            "report",
            "Statistics Office",
            "Government Press",
            "2026-10-03",
            url,
            f"https://archive.example.org/2026/{url}",
            "2026-11-02",
            primary=number % 3 > 0,
        )
        excerpt, note = sentences[number % len(sentences)], sentences[(number + 5) % len(sentences)]
        evidence[f"e{key}"] = Evidence(f"e{key}", f"s{key}", f"table {number}", excerpt, note, "", SAVED)
        links.append(Link(made[number // 2].id, f"e{key}", list(Stance)[number % 3]))
    return case_on(story, made, sources=sources, evidence=evidence, links=tuple(links))


def ten() -> Case:
    return long_case(10, 1_500)


def hundred() -> Case:
    return long_case(100, 5_000)


def five_hundred() -> Case:
    return long_case(500, 13_000)


def quarter() -> Case:
    return long_case(250, 6_500)
