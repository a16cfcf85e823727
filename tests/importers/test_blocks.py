"""Plain text comes apart as a reader would see it; where nothing tells, a paragraph is body."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.parts import kinds, parts
from workbench.domain.article import Article, BlockKind
from workbench.importers.blocks import infer_blocks
from workbench.importers.registry import read_article, read_pasted

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
SEEDS = Path(__file__).parents[2] / "seeds"
PROSE = "The harbour of Northport will be dredged to a depth of 14 metres, the port authority said on Thursday."
MORE = (
    "The work will cost 40 million euros and take three years, according to the director, Tomas Vey, who presented it."
)


def article(text: str) -> Article:
    return read_pasted(text).article


def test_a_live_blog() -> None:
    assert parts(read_article(SEEDS / "live-blog.txt").article) == [
        "kick LIVE",
        "HEAD Flooding in the Lower Ve",
        "STAN Two bridges closed as ri",
        "byli By Hannah Osei and Tom B",
        "byli Last updated: 11 January",
        "byli 16:52",
        "SUBH What we know so far",
        "BODY • The Verra stood at 6.1",
        "BODY • About 3,400 people in",
        "BODY • No deaths have been re",
        "BODY • Trains between Millhav",
        "byli 17:05",
        "SUBH Mayor: “We have never se",
        "BODY Ruth Adeyemi, the mayor",
        "BODY She added that the schoo",
        "byli 17:31",
        "BODY The weather service has",
        "byli 17:48",
        "BODY Here is our reporter Tom",
        "BODY The old stone bridge is",
        "byli 18:02",
        "SUBH Insurers estimate damage",
        "BODY The Association of Insur",
        "byli 18:40",
        "BODY The government has promi",
        "BODY Opposition leader Maria",
        "boil Related articles\nHow to",
    ]


def test_wire_copy_wrapped_by_hand() -> None:
    found = read_article(SEEDS / "wire-copy.txt").article
    assert parts(found) == [
        "HEAD Central bank holds key r",
        "BODY PORT SAYLE, June 6 (NPA)",
        "BODY Governor Elena Marsh tol",
        "BODY The bank lowered its for",
        "BODY The crown fell 0.4% agai",
        "SUBH ANALYSTS DIVIDED",
        "BODY Jan Kowalczyk of Norther",
        "BODY Others were more careful",
        "BODY The next decision is due",
        "sour (Reporting by Ada Lindqv",
    ]
    assert "key interest\nrate unchanged" in found.blocks[1].span.of(found.text)


@pytest.mark.parametrize(
    ("seed", "expected", "published"),
    [
        ("waermepumpen", "kick HEAD STAN byli byli BODY BODY SUBH BODY BODY boil BODY sour sour boil", "2024-08-14"),
        ("mina", "kick HEAD byli byli BODY BODY SUBH BODY BODY sour boil boil", "2024-03-12"),
        ("dizhen", "kick HEAD byli byli BODY BODY SUBH BODY BODY sour byli boil", "2024-03-18"),
        ("council-transcript", "HEAD byli BODY BODY BODY BODY BODY BODY BODY BODY BODY BODY BODY BODY", "2023-05-09"),
        ("press-release", "boil HEAD STAN BODY BODY BODY BODY BODY BODY BODY SUBH BODY sour boil", ""),
        (
            "school-budget",
            "HEAD STAN byli BODY BODY SUBH BODY BODY BODY BODY BODY BODY BODY BODY BODY BODY sour",
            "2024-03-07",
        ),
    ],
)
def test_other_languages_and_forms(seed: str, expected: str, published: str) -> None:
    found = read_article(SEEDS / f"{seed}.txt").article
    assert kinds(found) == expected
    assert found.metadata.published == published


@pytest.mark.parametrize(
    ("name", "expected", "published"),
    [
        ("draft-by-mail", "BODY BODY HEAD STAN STAN BODY BODY BODY BODY", ""),
        ("pasted-behind-paywall", "HEAD STAN byli byli byli boil BODY boil", "2023-05-12"),
        ("pasted-german", "HEAD STAN STAN byli byli BODY sour", "2023-05-12"),
        ("pasted-with-ads", "HEAD byli byli byli SUBH sour boil BODY BODY boil SUBH BODY boil", "2023-05-12"),
        ("pasted-with-appeal", "kick boil HEAD STAN byli byli byli BODY BODY boil BODY boil", "2023-05-12"),
        (
            "pasted-with-captions",
            "HEAD boil byli boil STAN sour sour STAN byli byli BODY BODY BODY SUBH BODY BODY boil byli boil",
            "",
        ),
    ],
)
def test_what_people_copy_out_of_a_browser(name: str, expected: str, published: str) -> None:
    found = read_article(ARTICLES / f"{name}.txt").article
    assert kinds(found) == expected
    assert found.metadata.published == published


@pytest.mark.parametrize("text", [PROSE, "A quiet day.", "No full stop here", "A\nB\nC", f"{PROSE}\n\n{MORE}"])
def test_text_without_a_headline_is_all_body(text: str) -> None:
    assert set(kinds(article(text)).split()) == {"BODY"}


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "By ANN LEE and Bo Chen in Port Sayle",
        "by Ann-Marie O’Hara, Political Correspondent",
        "Author: Davide Falcioni",
        "Von Jürgen Müller und Petra Voß, Berlin",
        "Par Claire Fontenay (avec AFP)",
        "Di Maria Rossi",
        "Por María José García",
        "Door Piet de Vries",
        "Автор: Иван Петров",
        "Ann Lee, Reuters",
        "Ann Lee and Bo Chen",
        "ANN B. LEE | Staff Writer",
        "Piet van der Berg, Luc Morel & María García",
        "5 May 2023 | 14:30",
        "Published on Thursday, May 4, 2023 at 2:30 pm EDT",
        "Veröffentlicht am 4. Mai 2023 um 14.30 Uhr",
        "Publié le 4 mai 2023 à 14h30",
        "2 hours ago",
    ],
)
def test_lines_that_say_who_and_when(line: str) -> None:
    assert (
        parts(article(f"Harbour to be dredged to fourteen metres\n\n{line}\n\n{PROSE}"))[1]
        == f"byli {line[:24].strip()}"
    )


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the work will have begun, and by June it will be done, the port said.",
        "Von der Leyen rejected this.",
        "Di Maio resigned on Monday.",
        "Source close to the minister: nobody had known of it before Tuesday night at eight.",
        "Follow the money, prosecutors said.",
        "Share prices fell by 12 percent.",
        "More than 40 people died.",
        "Print editions will cost 2 euros.",
        "Advertisement spending fell by 3 percent.",
        "“Read more books”, he said.",
        "In 2023 there were 14.",
        "12 people were hurt.",
        "AP reported that 14 people had died.",
        "Photo evidence shows that he was there.",
    ],
)
def test_news_that_only_begins_like_something_else_is_body(line: str) -> None:
    found = article(f"Harbour to be dredged to fourteen metres\n\n{PROSE}\n\n{line}\n\n{MORE}")
    assert parts(found)[2] == f"BODY {line[:24].strip()}"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Source: Port of Northport", "sour"),
        ("Quelle: dpa", "sour"),
        ("(AP)", "sour"),
        ("Photo: Ana Ruiz / Getty Images", "sour"),
        ("https://courier.example/harbour", "sour"),
        ("© 2023 Reuters", "sour"),
        ("Follow us on Facebook and X", "boil"),
        ("► Read also: What the harbour really costs", "boil"),
        ("Comments (37)", "boil"),
        ("* * *", "boil"),
        ("Leggi anche: Il porto", "boil"),
        ("Lire aussi : Le port", "boil"),
        ("Tous droits réservés", "boil"),
        ("Подписывайтесь на наш Telegram", "boil"),
        ("Tags: harbour, Northport", "boil"),
    ],
)
def test_lines_that_are_not_the_articles_own(line: str, kind: str) -> None:
    found = article(f"Harbour to be dredged to fourteen metres\n\n{PROSE}\n\n{line}\n\n{MORE}")
    assert kinds(found) == f"HEAD BODY {kind} BODY"


def test_a_short_topic_printed_twice_is_a_kicker() -> None:
    topic = "Harbour at Northport"
    text = f"{topic}\n\nPort to be dredged to fourteen metres\n\nBy Ann Lee\n\n{topic}\n\n{PROSE}"
    assert kinds(article(text)) == "kick HEAD byli kick BODY"


def test_a_short_line_below_the_headline_that_is_printed_once_may_claim_something() -> None:
    assert kinds(article(f"Port to be dredged to fourteen metres\n\nWork begins Monday\n\n{PROSE}")) == "HEAD STAN BODY"


def test_a_heading_needs_text_below_it_and_none_like_it_beside_it() -> None:
    listed = "Depth fourteen metres\n\nWidth two hundred metres\n\nCost forty million"
    assert kinds(article(f"{PROSE}\n\nLarger ships\n\n{MORE}")) == "BODY SUBH BODY"
    assert kinds(article(f"{PROSE}\n\n{listed}\n\n{MORE}")) == "BODY BODY BODY BODY BODY"
    assert kinds(article(f"{PROSE}\n\nHe said the following:\n\n{MORE}")) == "BODY BODY BODY"
    assert kinds(article(f"{PROSE}\n\n{MORE}\n\nLarger ships")) == "BODY BODY BODY"


def test_headings_marked_as_in_markdown() -> None:
    found = article(f"# The harbour\n\n{PROSE}\n\n## Cost.\n\n{MORE}\n\nLater\n-----\n\n{MORE}")
    assert parts(found, 11) == [
        "HEAD The harbour",
        "BODY The harbour",
        "SUBH Cost.",
        "BODY The work wi",
        "SUBH Later",
        "boil -----",
        "BODY The work wi",
    ]


def test_single_line_ends_part_paragraphs_where_lines_are_not_wrapped() -> None:
    assert kinds(article(f"The harbour and its ships\n{PROSE}\n{MORE}\nShort.\n{PROSE}")) == "HEAD BODY BODY BODY BODY"


def test_a_signed_standfirst_above_the_byline() -> None:
    assert kinds(article(f"The harbour and its ships\n\n{MORE}\n\nBy Ann Lee\n\n{PROSE}")) == "HEAD STAN byli BODY"


def test_titles_listed_below_boilerplate_at_the_end_are_boilerplate() -> None:
    assert (
        kinds(article(f"{PROSE}\n\nRead also\n\nThe old lighthouse\n\nWhat became of the ferry?"))
        == "BODY boil boil boil"
    )


def test_text_behind_boilerplate_is_still_read() -> None:
    assert kinds(article(f"{PROSE}\n\nAdvertisement\n\n{MORE}\n\nIt was over.")) == "BODY boil BODY BODY"


@given(
    st.lists(
        st.sampled_from([PROSE, "Larger ships", "By Ann Lee", "14:30", "follow:", "- one", "# A", "Source: AP"]),
        min_size=1,
    )
)
def test_nothing_is_in_no_block(chosen: list[str]) -> None:
    text = "\n\n".join(chosen)
    covered = "".join(block.span.of(text) for block in infer_blocks(text))
    assert "".join(covered.split()) == "".join(text.replace("# A", "A").split())


TITLES = ["Foreign Minister Resigns", "Peace Deal Reached", "Peace Talks Resume in Geneva", "Work Begins Monday"]


@pytest.mark.parametrize("line", TITLES)
def test_a_title_in_capitals_below_the_headline_is_no_byline(line: str) -> None:
    assert kinds(article(f"Harbour to Be Dredged to Fourteen Metres\n\n{line}\n\n{PROSE}")) == "HEAD STAN BODY"


@given(st.text(alphabet="Aa .:“”\n#-*1=", max_size=120))
def test_any_text_comes_apart_in_order(text: str) -> None:
    last = 0
    for block in infer_blocks(text):
        assert last <= block.span.start < block.span.end
        last = block.span.end
        assert block.kind in BlockKind


def test_a_press_release_under_embargo() -> None:
    text = f"EMBARGOED UNTIL 00:01 GMT, 3 MAY 2024\n\nNew study links harbours to silt\n\n{PROSE}\n\n{MORE}"
    text += "\n\nFor interviews contact: press@northport.example, +47 555 0101"
    assert kinds(article(text)) == "boil HEAD BODY BODY boil"


def test_an_exclusive_is_signed_too() -> None:
    text = f"Harbour to be dredged\n\nEXCLUSIVE by Tom Hackett\n\n{PROSE}\n\n{MORE}"
    assert kinds(article(text)) == "HEAD byli BODY BODY"


@pytest.mark.parametrize(
    "told",
    [
        "The regulator fined the network 390 million euros over its privacy policy.",
        "The advertisement ran on Facebook and Twitter for three weeks.",
        "The senator contributed to this report on prisons, which counted 300 deaths.",
        "Reporting by the BBC showed that 300 people had died.",
    ],
)
def test_news_with_the_words_of_a_notice_is_news(told: str) -> None:
    assert kinds(article(f"Harbour to be dredged\n\n{PROSE}\n\n{told}\n\n{MORE}")) == "HEAD BODY BODY BODY"


def test_notices_to_the_reader_are_none() -> None:
    notice = "By signing up you agree to our privacy policy."
    assert kinds(article(f"Harbour to be dredged\n\n{PROSE}\n\n{MORE}\n\n{notice}")) == "HEAD BODY BODY boil"


def test_an_interview_labelled_by_first_and_last_name_has_no_subheads() -> None:
    turns = "Dan Wirth: How bad is it?\n\nCarla Espinoza: {prose}\n\nWirth: Why is that?\n\nEspinoza: {prose}"
    text = f"The interview\n\n{PROSE}\n\n" + turns.format(prose=PROSE)
    assert kinds(article(text)) == "HEAD BODY BODY BODY BODY BODY"


def test_a_long_question_above_the_text_is_its_headline() -> None:
    question = "Is it true that eating carrots every single day helps you see in the dark?"
    assert kinds(article(f"{question}\n\n{PROSE}\n\n{MORE}")) == "HEAD BODY BODY"
