"""The customer's article with its claims part checked, as plain data: what the panels are tried on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.case import Case, CaseFact, CaseWarning, Draft, Query, QueryTo
from workbench.domain.claim import Anchor, Claim, ClaimKind, Origin, Status
from workbench.domain.evidence import Evidence, Link, Snapshot, Source, Stance
from workbench.domain.findings import Fact, FactKind, TextWarning, WarningKind
from workbench.domain.rating import Outcome, RatingScale, Tone
from workbench.domain.span import Span

SEED = Path(__file__).parents[2] / "seeds" / "000_4186c03791c7da8f.txt"
HASH = "7f3a" + "c0" * 30

EDITORIAL = RatingScale(
    "editorial",
    "Editorial",
    True,
    (
        Outcome("ok", "OK", Tone.GOOD, meaning="Right as it stands."),
        Outcome("change", "Change to…", Tone.BAD, wants_correction=True, meaning="Wrong; say what it should be."),
        Outcome("unverified", "Can’t verify", Tone.OPEN),
        Outcome("cut", "Cut", Tone.BAD),
    ),
)
POLITICAL = RatingScale(
    "six",
    "Six steps",
    False,
    (
        Outcome("true", "True", Tone.GOOD, 5),
        Outcome("mostly-true", "Mostly true", Tone.GOOD, 4),
        Outcome("half-true", "Half true", Tone.MIXED, 3),
        Outcome("mostly-false", "Mostly false", Tone.BAD, 2),
        Outcome("false", "False", Tone.BAD, 1),
        Outcome("unproven", "Unproven", Tone.OPEN),
    ),
)

_PUTIN, _LUKA = "Vladimir Putin", "Alexander Lukashenko"
_CLAIMS: tuple[tuple[str, ClaimKind, str, float], ...] = (
    ("Belarus, Russia to continue joint military exercises", ClaimKind.PREDICTION, "", 0.48),
    ("“We will not annex Minsk”", ClaimKind.QUOTATION, _PUTIN, 0.91),
    ("“We will continue to conduct constant … two countries.”", ClaimKind.QUOTATION, f"{_LUKA} and {_PUTIN}", 0.7),
    ("At the end of talks with the Belarusian leader Alexander Lukashenko", ClaimKind.STATEMENT, "", 0.38),
    ("Moscow and Minsk “will continue to hold constant military exercises”", ClaimKind.QUOTATION, _PUTIN, 0.66),
    ("“We agreed … security of our two countries.", ClaimKind.QUOTATION, _PUTIN, 0.59),
    ("We will give priority to troop training, … operational activities.”", ClaimKind.PREDICTION, _PUTIN, 0.55),
    ("The alliance between the two countries, therefore, remains solid", ClaimKind.OPINION, "", 0.12),
    ("Lukashenko announced the sending … when needed – to use", ClaimKind.STATEMENT, _LUKA, 0.94),
    ("The two countries have been allies for decades", ClaimKind.STATEMENT, "", 0.52),
    ("even on the occasion of the invasion … politically and militarily", ClaimKind.STATEMENT, "", 0.71),
    ("just over two months ago, … Ukraine and Poland", ClaimKind.STATISTIC, "Belarus", 0.88),
    ("in the same areas where the Russian offensive had already begun last February", ClaimKind.STATEMENT, "", 0.83),
    ("Today’s interview was very productive”", ClaimKind.OPINION, _PUTIN, 0.08),
    ("Russia has no interest in “absorbing” anyone", ClaimKind.QUOTATION, _PUTIN, 0.86),
)

_STATUSES = {
    1: (Status.CHECKED, "ok"),
    2: (Status.CHECKING, "change"),
    3: (Status.SECOND_CHECKED, "ok"),
    6: (Status.QUERY_OUT, ""),
    9: (Status.CHANGED, "unverified"),
    10: (Status.CHECKED, "ok"),
    14: (Status.NEEDS_EDITOR, "cut"),
}


def _span(text: str, words: str) -> Span:
    """Where `words` stand; "…" between blanks leaves words out."""
    first, _, last = words.partition(" … ")
    start = text.index(first)
    end = text.index(last, start) + len(last) if last else start + len(first)
    return Span(start, end)


def _article(text: str) -> Article:
    kinds = {
        "Conflict": BlockKind.KICKER,
        "Alexander": BlockKind.STANDFIRST,
        "Author": BlockKind.BYLINE,
        "Source": BlockKind.SOURCE,
    }
    blocks: list[Block] = []
    for line in text.split("\n"):
        if line.strip():
            span = _span(text[blocks[-1].span.end :] if blocks else text, line.strip())
            span = span.shifted(blocks[-1].span.end if blocks else 0)
            first = line.split()[0]
            blocks.append(Block(kinds.get(first, BlockKind.BODY) if blocks else BlockKind.HEADLINE, span))
    return Article(text, tuple(blocks), Metadata(title="Belarus, Russia", outlet="Fanpage.it", language="en"))


def _claim(text: str, number: int) -> Claim:
    words, kind, claimant, worth = _CLAIMS[number - 1]
    status, outcome = _STATUSES.get(number, (Status.TO_CHECK, ""))
    reasons = ("names a person", "says what somebody will do") if worth > 0.5 else ("no names or figures",)
    return Claim(
        f"claim-{number}",
        number,
        (Anchor.at(text, _span(text, words)),),
        kind,
        claimant,
        check_worthiness=worth,
        reasons=reasons,
        origin=Origin.FOUND,
        found_by="headline, colon style" if number == 2 else "direct quotation",
        status=status,
        outcome=outcome,
    )


def seed_case(scale: RatingScale = EDITORIAL) -> Case:
    """15 of the article's claims, five of them checked, with notes, a warning and a query."""
    text = SEED.read_text(encoding="utf-8")
    claims = [_claim(text, number) for number in range(1, len(_CLAIMS) + 1)]
    claims[1] = replace(
        claims[1],
        correction="Russia “has no interest in absorbing anyone”",
        reasoning="The words are not in the body, which has “absorbing” only; "
        "the transcript has neither “annex” nor “Minsk”.",
        checkable=True,
    )
    transcript = Source(
        "source-1",
        "Joint press conference, transcript",
        "speech",
        publisher="kremlin.ru",
        published="2022-12-19",
        url="http://en.kremlin.ru/events/president/transcripts/70138",
        accessed="2022-12-20",
        primary=True,
    )
    report = Source(
        "source-2", "Kremlin says Belarus will not be absorbed", "article-newspaper", publisher="Reuters",
        url="https://www.reuters.com/world/europe/putin-minsk-2022-12-19/", accessed="2022-12-20",
    )  # fmt: skip
    notes = (
        Evidence("note-1", "source-1", "p. 3", "We have never had any interest in absorbing anyone…", "", HASH),
        Evidence("note-2", "source-2", "para. 4", "", "Reuters has “absorbing”, *not* “annex”. Same wording in AP."),
        Evidence("note-3", "source-1", "p. 1", "We agreed to continue regular joint exercises."),
    )
    links = (
        Link("claim-2", "note-1", Stance.CONTRADICTS),
        Link("claim-15", "note-1", Stance.SUPPORTS),
        Link("claim-2", "note-2", Stance.CONTEXT),
        Link("claim-1", "note-3", Stance.SUPPORTS),
        Link("claim-5", "note-3", Stance.SUPPORTS),
    )
    facts = tuple(
        CaseFact(f"fact-{place}", Fact(claim.span, FactKind.QUOTATION), (claim.id,) if place % 3 else ())
        for place, claim in enumerate(claims)
    )
    warnings = (
        CaseWarning(
            "warning-1",
            TextWarning(
                WarningKind.HEADLINE_QUOTATION,
                claims[1].span,
                "“We will not annex Minsk” is quoted in the headline but stands nowhere in the body.",
            ),
        ),
        CaseWarning(
            "warning-2",
            TextWarning(
                WarningKind.WORDS_RUN_TOGETHER,
                _span(text, "S-400 Iskanderdelivered"),
                "“Iskanderdelivered” may be two words: “Iskander delivered”.",
            ),
        ),
    )
    return Case(
        "case-1",
        Draft("draft-1", 1, _article(text), "2022-12-20T09:00:00Z", "0" * 64),
        scale,
        tuple(claims),
        {source.id: source for source in (transcript, report)},
        {note.id: note for note in notes},
        links,
        {HASH: Snapshot(HASH, "transcript.html", "text/html", 48_210, "2022-12-20T10:12:00Z", transcript.url)},
        facts,
        warnings,
        queries=(
            Query("query-1", "claim-6", QueryTo.AUTHOR, "Where was this said: in the hall or to reporters?"),
            Query("query-2", "claim-2", QueryTo.AUTHOR, "Where does “annex” come from?", "My own word.", "2022-12-20"),
            Query("query-3", "claim-2", QueryTo.EDITOR, "Will the headline be changed?", asked="2022-12-20"),
        ),
        extracted=True,
    )


def long_case(count: int) -> Case:
    """A case of `count` claims, for timing: a parliamentary report."""
    sentence = (
        "The minister said that spending on roads rose by {n} per cent in the year, more than in any year before. "
    )
    text, claims = "", []
    for number in range(1, count + 1):
        words = sentence.format(n=number) * (1 + number % 2)
        span = Span(len(text), len(text) + len(words.rstrip()))
        text += words
        claims.append((number, span))
    article = Article(text, (Block(BlockKind.BODY, Span(0, len(text.rstrip()))),))
    made = tuple(
        Claim(
            f"claim-{number}",
            number,
            (Anchor.at(text, span),),
            list(ClaimKind)[number % 5],
            _PUTIN if number % 3 else "",
            check_worthiness=(number * 37 % 100) / 100,
            status=list(Status)[number % 7],
        )
        for number, span in claims
    )
    return Case("case-2", Draft("draft-2", 1, article, "", "0" * 64), EDITORIAL, made, extracted=True)
