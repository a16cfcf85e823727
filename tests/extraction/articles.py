"""Articles made up for the tests: five as a good desk would publish them, five with things gone wrong."""

from __future__ import annotations

from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.span import Span

_MARKS = {"#": BlockKind.HEADLINE, "##": BlockKind.SUBHEAD, ">": BlockKind.STANDFIRST}


def article(text: str, *, published: str = "", language: str = "en") -> Article:
    """An article from paragraphs, lines joined: "# " begins the headline, "> " the standfirst, "## " a subhead."""
    blocks: list[Block] = []
    whole = ""
    for paragraph in text.strip("\n").split("\n\n"):
        line = paragraph.replace("\n", " ")
        mark, _, rest = line.partition(" ")
        words = rest if mark in _MARKS else line
        kind = _MARKS.get(mark, BlockKind.BYLINE if mark == "By" else BlockKind.BODY)
        whole += "\n\n" if whole else ""
        span = Span(len(whole), len(whole) + len(words))
        whole += words
        if span:
            blocks.append(Block(kind, span))
    return Article(whole, tuple(blocks), Metadata(published=published, language=language))


COUNCIL = """# Council leader says “we will not close a single library”

> Maria Petersen promised on Tuesday that all 14 branches would stay open despite a 9% cut.

By Jo Peterson

Maria Petersen, the leader of the city council, told residents on Tuesday, 6 December 2022: “We will not close a
single library.” The council runs 14 libraries, including five in the old town and nine in the suburbs.

“We will not close a single library,” Petersen repeated in an interview with this newspaper. “I said it in May and I
say it again.”

Lars Peterson of the readers’ union was not convinced. “They’ve said that before – and then they shut Hill Street,”
he said. According to a survey by the university, 62% of residents were in favour of the plan, 30% were against and
8% had no opinion.
"""

COMPANY = """# Profits at Nordlicht rise 120% as iPhone sales recover

Profits at Nordlicht, Zürich’s largest retailer of telephones, rose 120% in the third quarter of 2021, the company
said on Monday. Revenue was SFr 3.4bn, or 150% of the figure for 2019.

“We’re delighted,” said chief executive Ana McDonald, who joined from eBay. YouTube and PayPal also advertised more,
she said. Of the group’s 300 staff, 120 work in São Paulo.

The company employs 48 women and 52 men on its shop floors. It said that a fall in the price of the iPhone led to
higher sales, and that the “new normal” would last.
"""

COURT = """# Three jailed over warehouse fire that killed two

Three men were jailed on Friday for a fire in which two people died.

“I warned them. I wrote to them twice, and nobody ever answered,” said Oleksandr Shevchenko, a neighbour.

“I have asked myself every day since then whether I could have done more.

“I could not. None of us could,” he added.

Judge Ellen O’Connor said that the men had shown “no remorse”. In the words of one juror: “He kept saying ‘not my
fault’, and we didn’t believe it.” The fire began at 6'2\" above the floor, an expert had told the court.

The dead were Pavel and Irina Novak, of Brno.
"""

SCIENCE = """# Sea ice shrinks to smallest area on record

The sea ice around Antarctica shrank to its smallest area on record last February, scientists said.

The area fell to 1.79m square kilometres, or 36% less than the average of 1981–2010, according to the journal Nature
Geoscience. It was the third low in seven years, because the ocean had warmed, said Dr Walter Meier, a senior
research scientist.

Andreas Schmidt and Helga Schmitt, who weren’t involved in the study, called it “sobering”. Doomscrolling readers
livestreamed the briefing, which began at 10.30am and was crowdfunded.

The µm-thin layers were measured with α-particles from a β-source, the authors write.
"""

MATCH = """# ‘We never gave up’: Rovers come back from three down

> Rovers won 4–3 on Saturday after trailing by three goals at half-time.

Rovers scored four goals in 20 minutes on Saturday to beat United. “We never gave up, not for one second,” said the
captain, Zinédine Müller. “At half-time I told them: ‘Believe.’”

The club has 25 players: 20 men under 30 and five over that age. On Sunday, March 5, 2023 it plays at Kraków.
United’s coach, Dmytro Kovalenko, said: “We should never have lost that.” Kovalenko’s side had won 9 of its last 10.

More than 110 per cent effort was needed, he joked, and 250% of last year’s budget. Theresa May watched from the
stands.
"""

CLEAN = {"council": COUNCIL, "company": COMPANY, "court": COURT, "science": SCIENCE, "match": MATCH}
PUBLISHED = {
    "council": "2022-12-07",
    "company": "2021-11-22",
    "court": "2022-03-04",
    "science": "2023-03-01",
    "match": "2023-03-04",
}

COPIED = """# Minister: “Nobody will lose a cent”

â€œThe reform is fair,â€\x9d minister Karin Lindqvist said on Monday. She spoke for an hour to the press in Malmö.

The caf\ufffd where she spoke was full. Her spokesman, Pаul Eriksson, said that the re\u200bform would start next
year.

“Everybody who works will keep what they have, said Lindqvist. The union was not convinced.
"""
"""Read in the wrong encoding, a lost character, a Cyrillic а, a zero-width space, a mark that never closes, and a
headline quotation that nobody says."""

GLUED = """# Floods leave 12 dead

The floods left 12 people dead, including 8 men and 5 women, officialssaid. The river rose by two metres.The army
came on Tuesday, 3 March 2021.

Governor Zelenskyy said that help was on the way. Later Volodymyr Zelensky thanked the army, and Volodymyr Zelenskyy
left for Kyiv. It was reported thatthe bridge had gone, and Kaminskidelivered food.
"""
"""Words run together, parts that make 13 of 12, a wrong weekday, and a name in two spellings."""

TRANSLATED = """# Summit: “We have always wanted the peace of all”

At the conclusion of the summit the french minister Jean Dupont he said that the talks were useful. “We have worked
– explained the minister – for both peace, trade and energy ”.

On the occasion of the visit the german delegation was received warmly and kindness. It is not by chance that the
same source spoke of a success.
"""

POLL = """# Poll gives mayor a clear lead

A survey of 1,000 people found that 130% of voters know the mayor. Asked about her plan, 58% were in favour, 39%
were against and 11% were undecided.

“The plan will cost the city at least two million euros every single year,” said treasurer Ada Blom on Friday.

“The plan will cost the city at least five million euros every single year,” said treasurer Ada Blom at a meeting on
Saturday.
"""

SWAPPED = """# Chancellor: taxes will stay

> Eva Brandt: “We will keep all the taxes as they are until the end of the decade.”

The chancellor, Otto Keller, met the finance minister, Eva Brandt, in Bonn. “We shall keep taxes as they are until
the end of this decade”, said Otto Keller.

🇩🇪Nobody asked us for more”, Otto Keller added.
"""

DAMAGED = {"copied": COPIED, "glued": GLUED, "translated": TRANSLATED, "poll": POLL, "swapped": SWAPPED}
