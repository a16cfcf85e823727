"""Cases that break things, and cases in many languages."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from tests.reports.cases import SAVED, article, case_on, claim_on
from workbench.domain.article import BlockKind, Metadata
from workbench.domain.case import Case, CaseWarning, Query, QueryTo, SignOff
from workbench.domain.claim import ClaimKind, Status
from workbench.domain.evidence import Evidence, Link, Snapshot, Source, Stance
from workbench.domain.findings import TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.domain.tags import proper

HOSTILE = (
    '"; DROP TABLE claims; --',
    '=HYPERLINK("http://evil.example","x")',
    '#set page(width: 1pt) #eval("1") *bold* _it_ $x^2$ `raw` <label> @ref \\u{41} // no /* no */ #read("/etc/hosts")',
    "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; ]]> {{ 7*7 }} {% raw %}",
    "\\input{/etc/passwd} \\end{document} %n %s ${HOME} $(id)",
    "nul \x00 bell \x07 escape \x1b[31m delete \x7f next line \x85 tab \t end",
    "private \ue000 \U000f1234 nonchar \ufdd0 \uffff half \ud83d pair \udc00 end",
    "override \u202eevil\u202c isolate \u2066x\u2069 bom \ufeff joiner \u200d zero \u200b width",
    "Z̷̡͓̘̈́̎a̴͠l̸g̷o̶ e\u05b0x \u0301alone ﷽ ☃ ก ა Ա ꙮ 𓀀",
    "w" * 5000,
    "https://example.org/" + "a" * 300 + "?q=" + "b" * 300,
    "   ",
)
"""Words that break markup, spreadsheets, fonts or lines."""

HOSTILE_NOTE = (
    '# #set page(width: 1pt)\n[x](javascript:alert(1)) ![y](https://evil.example/p.png) [z](https://e.example/"><script>)\n'
    "<iframe src='https://evil.example'></iframe>\n\n- - - - - - 1. deep `#eval(\"1\")` **" + "w" * 3000 + "**\n"
    '999999999. last\n\n> > > \u202eevil \x07 \ue000\n\n```typ\n#read("/etc/hosts")\n' + "c" * 500 + "\n"
)
"""Markdown that tries everything."""

ADDRESSES = (
    "",
    "file:///etc/passwd",
    f"http://x.org/{'a' * 9_000}",
    "https://[",
    "ftp://x",
    "HTTPS://EXAMPLE.ORG/ü?q=1 2",
)


def hostile_case() -> Case:
    """Every field of every part holds something that breaks something."""
    lines = [f"Line {number} {words} ends." for number, words in enumerate(HOSTILE)]
    text = "\n\n".join(lines)
    story = article(
        text, {0: BlockKind.HEADLINE}, Metadata(outlet=HOSTILE[3], author=HOSTILE[2], url="javascript:alert(1)")
    )
    claims = [
        claim_on(
            text,
            line,
            number,
            claimant=HOSTILE[number % len(HOSTILE)],
            restated=HOSTILE[(number + 1) % len(HOSTILE)],
            reasoning=HOSTILE[(number + 3) % len(HOSTILE)],
            correction=HOSTILE[(number + 2) % len(HOSTILE)],
            outcome="false" if number % 2 else "no-such-outcome",
            reasons=HOSTILE[:3],
        )
        for number, line in enumerate(lines, start=1)
    ]
    sources = {
        f"s{number}": Source(
            f"s{number}", words, "webpage", words, words, words, address, words, words, contact=words, doi=words
        )
        for number, (words, address) in enumerate(zip(HOSTILE, ADDRESSES * 2, strict=True))
    }
    digest = hashlib.sha256(b"x").hexdigest()
    snapshots = {digest: Snapshot(digest, HOSTILE[9], HOSTILE[0], 1, HOSTILE[5], HOSTILE[6])}
    evidence = {
        f"e{number}": Evidence(f"e{number}", f"s{number}", words, words, words, digest, words, tags=proper([words]))
        for number, words in enumerate(HOSTILE)
    }
    evidence["e11"] = replace(evidence["e11"], note=HOSTILE_NOTE)
    links = tuple(
        Link(claim.id, f"e{number % len(HOSTILE)}", stance)
        for number, claim in enumerate(claims)
        for number, stance in enumerate(Stance, start=number)
    )
    queries = tuple(
        Query(f"q{n}", claims[n].id, QueryTo.AUTHOR, words, words, words, words) for n, words in enumerate(HOSTILE)
    )
    return case_on(
        story,
        claims,
        sources=sources,
        evidence=evidence,
        snapshots=snapshots,
        links=links,
        queries=queries,
        sign_offs=tuple(
            SignOff(f"o{n}", claims[n].id, words, words, words, n % 2 == 0) for n, words in enumerate(HOSTILE)
        ),
        warnings=(CaseWarning("w", TextWarning(WarningKind.DAMAGE, Span(0, 8), HOSTILE[2])),),
    )


LANGUAGES = (
    "Мінск і Масква: «Мы не анэксуем Мінск», — заявил президент России Владимир Путин.",
    "قال الرئيس الروسي إن بلاده لن تضم مينسك، وإن التدريبات العسكرية المشتركة ستستمر في عام 2023.",
    "נשיא רוסיה אמר: „לא נספח את מינסק”, והתרגילים הצבאיים המשותפים יימשכו בשנת 2023.",
    "ロシアとベラルーシは合同軍事演習を続けると、プーチン大統領は「ミンスクを併合しない」と述べた。",
    "普京表示：“我们不会吞并明斯克”，两国将继续举行联合军事演习。",
    "푸틴 대통령은 “우리는 민스크를 합병하지 않을 것”이라고 말했다.",
    "रूस के राष्ट्रपति ने कहा: “हम मिंस्क पर कब्ज़ा नहीं करेंगे”, और संयुक्त सैन्य अभ्यास जारी रहेंगे।",
    "Tổng thống Nga tuyên bố: “Chúng tôi sẽ không sáp nhập Minsk”, Nguyễn Thị Hương ghi lại.",
    "Ο Πούτιν είπε: «Δεν θα προσαρτήσουμε το Μινσκ», και οι ασκήσεις συνεχίζονται.",
    "ประธานาธิบดีรัสเซียกล่าวว่าจะไม่ผนวกมินสก์",
    "🇧🇷 Today’s interview was 🔥 👨‍👩‍👧 👩🏽‍🚀 productive ☎️, na\u0131\u0308ve cafe\u0301 ﬁnally.",
)


def multilingual_case() -> Case:
    """A claim a language, in quote, reasoning, source and note."""
    text = "\n\n".join(("Minsk, Минск, مينسك, 明斯克: one quotation in many languages", *LANGUAGES))
    story = article(text, {0: BlockKind.HEADLINE}, Metadata(outlet="Агентство", author="نجيب محفوظ", language="en"))
    claims = [
        claim_on(
            text,
            words,
            number,
            kind=ClaimKind.QUOTATION,
            claimant=words[:12],
            reasoning=words,
            outcome="half",
            status=Status.CHECKED,
            correction=words[:-1] + "!",
        )
        for number, words in enumerate(LANGUAGES, start=1)
    ]
    sources = {
        f"s{n}": Source(f"s{n}", words, authors=words[:9], publisher=words[:20]) for n, words in enumerate(LANGUAGES)
    }
    evidence = {f"e{n}": Evidence(f"e{n}", f"s{n}", words[:8], words, words) for n, words in enumerate(LANGUAGES)}
    links = tuple(Link(claim.id, f"e{n}", Stance.CONTEXT) for n, claim in enumerate(claims))
    signs = tuple(
        SignOff(f"o{n}", claim.id, "Дмитрий Соколов", SAVED, "0" * 64, True) for n, claim in enumerate(claims)
    )
    return case_on(story, claims, sources=sources, evidence=evidence, links=links, sign_offs=signs)
