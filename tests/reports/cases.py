"""Cases to write notes from: plain, hostile, in many scripts, long. Built by hand, so that no storage is needed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.case import Case, CaseFact, CaseWarning, Draft, Query, QueryTo, SignOff
from workbench.domain.claim import Anchor, Claim, ClaimKind, Origin, Status
from workbench.domain.evidence import Evidence, Link, Snapshot, Source, Stance
from workbench.domain.findings import Fact, FactKind, TextWarning, WarningKind
from workbench.domain.rating import Outcome, RatingScale, Tone
from workbench.domain.span import Span

SEED = Path(__file__).parents[2] / "seeds" / "000_4186c03791c7da8f.txt"
SAVED = "2026-11-20T16:42:10Z"

SCALE = RatingScale(
    "rating",
    "Rating",
    editorial=False,
    outcomes=(
        Outcome("true", "True", Tone.GOOD, 5, meaning="The claim is accurate and nothing significant is missing."),
        Outcome("mostly", "Mostly true", Tone.GOOD, 4),
        Outcome("half", "Half true", Tone.MIXED, 3),
        Outcome("misleading", "Misleading", Tone.MIXED, 2, wants_correction=True),
        Outcome("false", "False", Tone.BAD, 1, wants_correction=True),
        Outcome("unproven", "Can’t be verified", Tone.OPEN),
    ),
)

_KINDS = {
    0: BlockKind.HEADLINE,
    1: BlockKind.KICKER,
    2: BlockKind.STANDFIRST,
    3: BlockKind.BYLINE,
    4: BlockKind.KICKER,
    9: BlockKind.SUBHEAD,
    12: BlockKind.SOURCE,
    13: BlockKind.BOILERPLATE,
}


def article(text: str, kinds: dict[int, BlockKind] | None = None, metadata: Metadata | None = None) -> Article:
    """One block a paragraph; `kinds` by the paragraph's number, body where it says nothing."""
    spans = [Span(found.start(), found.end()).trimmed(text) for found in re.finditer(r"[^\n](?:.|\n(?!\n))*", text)]
    blocks = tuple(
        Block((kinds or {}).get(number, BlockKind.BODY), span) for number, span in enumerate(filter(None, spans))
    )
    return Article(text, blocks, metadata or Metadata(language="en"))


def claim_on(text: str, words: str, number: int, **more: object) -> Claim:
    start = text.index(words)
    made = Claim(
        id=f"claim-{number:04}",
        number=number,
        anchors=(Anchor.at(text, Span(start, start + len(words))),),
        kind=ClaimKind.STATEMENT,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def case_on(article: Article, claims: Sequence[Claim] = (), **more: object) -> Case:
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    made = Case(
        id="6f1d2c52-4b0e-4c0e-9b52-6d3f2b8f5f10",
        draft=Draft("draft-1", 1, article, "2026-11-19T09:00:00Z", digest),
        scale=SCALE,
        claims=tuple(sorted(claims, key=lambda claim: (claim.span.start, claim.number))),
        extracted=True,
        last_saved=SAVED,
        digest=hashlib.sha256(b"journal").hexdigest(),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def seed_article() -> Article:
    text = SEED.read_text(encoding="utf-8")
    known = Metadata(
        outlet="Fan Page IT", author="Davide Falcioni", url="https://www.example.org/news/1", language="en"
    )
    return article(text, _KINDS, known)


def seed_case() -> Case:
    """The customer's article with claims nested and overlapping, evidence of every stance, queries, sign-offs."""
    story = seed_article()
    text = story.text
    claims = [
        claim_on(
            text,
            "Belarus, Russia to continue joint military exercises",
            1,
            kind=ClaimKind.PREDICTION,
            status=Status.CHECKED,
            outcome="true",
            reasoning="Both presidents said so at the press conference, and the readout repeats it.",
        ),
        claim_on(
            text,
            "“We will not annex Minsk”",
            2,
            kind=ClaimKind.QUOTATION,
            claimant="Vladimir Putin",
            status=Status.CHECKED,
            outcome="misleading",
            restated="Putin said the words “We will not annex Minsk”.",
            reasoning="The words in the headline stand nowhere in the article or in the transcript.\n\n"
            "What the transcript has is a sentence on having “no interest in absorbing anyone”, which is a different "
            "statement and about nobody in particular.",
            correction="“We have no interest in absorbing anyone”",
        ),
        claim_on(
            text,
            "We agree to continue taking all necessary steps together to ensure the security of our two countries.",
            3,
            kind=ClaimKind.QUOTATION,
            claimant="Alexander Lukashenko and Vladimir Putin",
            status=Status.QUERY_OUT,
        ),
        claim_on(
            text,
            "Moscow and Minsk “will continue to hold constant military exercises”",
            4,
            claimant="Vladimir Putin",
            status=Status.SECOND_CHECKED,
            outcome="true",
        ),
        claim_on(
            text,
            "“will continue to hold constant military exercises”",
            5,
            kind=ClaimKind.QUOTATION,
            claimant="Vladimir Putin",
            status=Status.CHECKED,
            outcome="half",
            correction="“will continue to hold regular military exercises”",
            reasoning="The transcript has “regular”, not “constant”.",
        ),
        claim_on(
            text,
            "Lukashenko announced the sending of Missiles S-400 Iskanderdelivered direct from Russia",
            6,
            status=Status.CHECKED,
            outcome="false",
            reasoning="The S-400 is an air defence system, the Iskander a ballistic missile: two things run into one.",
            correction="Lukashenko announced the deployment of S-400 and Iskander missiles delivered from Russia",
        ),
        claim_on(
            text,
            "Iskanderdelivered direct from Russia and ready – when needed – to use",
            7,
            status=Status.CHANGED,
            origin=Origin.BY_HAND,
        ),
        claim_on(
            text,
            "just over two months ago, in fact, Belarus announced the sending of a joint task force with Moscow troops",
            8,
            kind=ClaimKind.STATISTIC,
            status=Status.CHECKING,
            check_worthiness=0.83,
            reasons=("a number", "a date"),
        ),
        claim_on(
            text,
            "Today’s interview was very productive",
            9,
            kind=ClaimKind.OPINION,
            claimant="Vladimir Putin",
            checkable=False,
        ),
        claim_on(
            text,
            "Russia has no interest in “absorbing” anyone",
            10,
            claimant="Vladimir Putin",
            status=Status.NEEDS_EDITOR,
            outcome="unproven",
            restated="Russia does not intend to absorb Belarus.",
        ),
    ]
    repeated = text.rindex("I maintain working relationships with many counterparts, including Macron")
    macron = claim_on(
        text,
        "I maintain working relationships with many counterparts, including Macron",
        11,
        kind=ClaimKind.QUOTATION,
        claimant="Vladimir Putin",
        status=Status.CHECKED,
        outcome="mostly",
    )
    again = Anchor.at(text, Span(repeated, repeated + len(macron.exact)))
    claims.append(replace(macron, anchors=(*macron.anchors, again)))
    return _with_evidence(case_on(story, claims))


def cut_case() -> Case:
    """The same after a later draft that lost claims 4 and 10, which have evidence, an answered query and sign-offs."""
    case = seed_case()
    lost = {"claim-0004", "claim-0010"}
    return replace(
        case,
        draft=replace(case.draft, number=2),
        claims=tuple(claim for claim in case.claims if claim.id not in lost),
        cut=tuple(claim for claim in case.claims if claim.id in lost),
        facts=tuple(replace(fact, claims=tuple(set(fact.claims) - lost)) for fact in case.facts),
        queries=(*case.queries, Query("q3", "claim-0004", QueryTo.AUTHOR, "Is there a recording?")),
        sign_offs=tuple(replace(one, stands=one.stands and one.claim_id not in lost) for one in case.sign_offs),
    )


def _with_evidence(case: Case) -> Case:
    sources = {
        "kremlin": Source(
            "kremlin",
            "Press statements following Russian-Belarusian talks",
            "speech",
            authors="President of Russia",
            publisher="Kremlin",
            published="2022-12-19",
            url="https://kremlin.example.org/events/president/transcripts/70147",
            archive_url="https://archive.example.org/20221220000000/https://kremlin.example.org/events/president/transcripts/70147",
            accessed="2026-11-18",
            primary=True,
        ),
        "reuters": Source(
            "reuters",
            "Putin and Lukashenko extol ever-closer ties",
            "article-newspaper",
            authors="Faulconbridge, Guy; Osborn, Andrew",
            publisher="Wire Service",
            published="2022-12-20",
            url="https://wire.example.org/world/europe/putin-lukashenko?lang=en&view=full",
            accessed="2026-11-18",
        ),
        "diplomat": Source(
            "diplomat",
            "Talk with a diplomat in Minsk",
            "interview",
            authors="Ambassador N. Harkavy",
            confidential=True,
            contact="+375 29 555 01 02",
            accessed="2026-11-19",
            primary=True,
        ),
        "ministry": Source(
            "ministry",
            "Weapons register 2022",
            "report",
            publisher="Ministry of Defence",
            published="2022",
            contact="press office, M. Ivanova",
            primary=True,
        ),
    }
    snapshots = {
        copy.sha256: copy
        for copy in (
            Snapshot(
                hashlib.sha256(b"page").hexdigest(),
                "transcript.html",
                "text/html",
                48_211,
                "2026-11-18T10:20:00Z",
                "https://kremlin.example.org/events/president/transcripts/70147",
            ),
            Snapshot(
                hashlib.sha256(b"talk").hexdigest(),
                "harkavy-notes.pdf",
                "application/pdf",
                120_400,
                "2026-11-19T08:00:00Z",
                "/home/desk/secret/harkavy-notes.pdf",
            ),
        )
    }
    page, talk = snapshots
    evidence = {
        note.id: note
        for note in (
            Evidence(
                "e1",
                "kremlin",
                "paragraph 14",
                "We agreed to continue to hold regular joint exercises and other "
                "operational and combat training events.",
                "The English transcript; the *Russian* one [agrees](https://en.kremlin.ru/ru).\n\n"
                "1. Read **both**\n3. Asked the `desk`\n   - twice\n\n> Once more.\n\n```\nhash\n```",
                page,
                SAVED,
            ),
            Evidence(
                "e2",
                "kremlin",
                "paragraph 31",
                "Russia has no interest in absorbing anyone. It makes no sense.",
                "",
                page,
                SAVED,
            ),
            Evidence(
                "e3",
                "reuters",
                "",
                "“There is no takeover,” Putin said, dismissing “unscrupulous critics abroad”.",
                "Second source on the wording, written by people in the room.",
                "",
                SAVED,
                tags=("ask Kovalenko again", "wording"),
            ),
            Evidence(
                "e4",
                "diplomat",
                "from 00:12:30",
                "They had been talking of absorption all year.",
                "Promised not to be named, keep Harkavy out of anything printed.",
                talk,
                SAVED,
            ),
            Evidence("e5", "ministry", "table 4, p. 12", "S-400: 2 divisions. Iskander-M: 1 brigade.", "", "", SAVED),
        )
    }
    links = (
        Link("claim-0001", "e1", Stance.SUPPORTS),
        Link("claim-0002", "e2", Stance.CONTRADICTS),
        Link("claim-0002", "e3", Stance.CONTRADICTS),
        Link("claim-0004", "e1", Stance.SUPPORTS),
        Link("claim-0005", "e1", Stance.CONTRADICTS),
        Link("claim-0006", "e5", Stance.CONTRADICTS),
        Link("claim-0010", "e2", Stance.SUPPORTS),
        Link("claim-0010", "e4", Stance.CONTRADICTS),
        Link("claim-0010", "e3", Stance.CONTEXT),
        Link("claim-0011", "e3", Stance.CONTEXT),
    )
    return replace(
        case,
        sources=sources,
        evidence=evidence,
        snapshots=snapshots,
        links=links,
        facts=_facts(case),
        warnings=_warnings_of(case.article.text),
        queries=(
            Query(
                "q1",
                "claim-0003",
                QueryTo.AUTHOR,
                "Where do these words come from? The transcript has no “steps”.",
                asked="2026-11-19T11:00:00Z",
            ),
            Query(
                "q2",
                "claim-0010",
                QueryTo.EDITOR,
                "Can we print this on one unnamed source?",
                "Not without a second.",
                "2026-11-19T12:00:00Z",
                "2026-11-19T15:30:00Z",
            ),
        ),
        sign_offs=(
            SignOff("s1", "claim-0001", "R. Haddad", "2026-11-20T10:00:00Z", hashlib.sha256(b"1").hexdigest(), True),
            SignOff("s2", "claim-0004", "R. Haddad", "2026-11-20T10:05:00Z", hashlib.sha256(b"4").hexdigest(), True),
            SignOff("s3", "claim-0004", "L. Sørensen", "2026-11-20T14:00:00Z", hashlib.sha256(b"4").hexdigest(), True),
            SignOff("s4", "claim-0007", "R. Haddad", "2026-11-20T10:06:00Z", hashlib.sha256(b"7").hexdigest(), False),
        ),
    )


def _facts(case: Case) -> tuple[CaseFact, ...]:
    names = [
        found.span() for found in re.finditer(r"\b(?:Putin|Lukashenko|Macron|Belarus|Russia)\b", case.article.text)
    ]
    facts = []
    for number, (start, end) in enumerate(names):
        span = Span(start, end)
        covering = tuple(claim.id for claim in case.claims if claim.span.contains(span))
        reason = "" if covering or number % 3 else "said in passing, known to the desk"
        facts.append(CaseFact(f"fact-{number}", Fact(span, FactKind.NAME), covering, reason))
    return tuple(facts)


def _warnings_of(text: str) -> tuple[CaseWarning, ...]:
    flag, words = text.index("🇧🇷"), text.index("Iskanderdelivered")
    headline = text.index("“We will not annex Minsk”")
    return (
        CaseWarning(
            "w1",
            TextWarning(
                WarningKind.HEADLINE_QUOTATION,
                Span(headline, headline + 25),
                "The words quoted in the headline don’t stand in the body.",
            ),
        ),
        CaseWarning(
            "w2",
            TextWarning(
                WarningKind.WORDS_RUN_TOGETHER,
                Span(words, words + 17),
                "“Iskanderdelivered” looks like “Iskander delivered”.",
            ),
        ),
        CaseWarning(
            "w3",
            TextWarning(WarningKind.DAMAGE, Span(flag, flag + 2), "An emoji stands where a quotation mark belongs."),
        ),
        CaseWarning(
            "w4", TextWarning(WarningKind.MARKS, Span(0, 5), "Dismissed and not to be printed."), dismissed=True
        ),
    )
