"""A saved page gives its article: all of it, in order, without the page around it."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.parts import kinds, parts
from workbench.domain.article import Article
from workbench.errors import ArticleError
from workbench.importers.html.reader import read_html
from workbench.importers.registry import read_article

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "seeds" / "saved-page.html"
PAGES = ROOT / "tests" / "data" / "articles"
OLD_PAGE = PAGES / "page-from-1999.html"
PROSE = "The minister said on Tuesday that the plan would cost 40 million euros and that nobody had asked the people."


def page(html: str) -> Article:
    return read_html(html.encode(), "page.html").article


def test_a_saved_page() -> None:
    assert parts(read_article(PAGE).article) == [
        "kick Local",
        "HEAD Harbour to be dredged &",
        "STAN Work on the 40\xa0million e",
        "byli By Ines Marlow and Piet",
        "byli 4 May 2023, 08:15",
        "BODY The harbour of Northport",
        "BODY The harbour entrance on",
        "sour Photo: Ana Ruiz",
        "SUBH Larger ships",
        "BODY “We need this to stay co",
        "boil Related articles",
        "boil Fishermen protest again",
        "boil What became of the old l",
        "BODY Nobody asked the fisherm",
        "BODY That was how Lotte Bruun",
        "SUBH What is planned",
        "BODY Depth: 14 metres instead",
        "BODY Width of the entrance: 2",
        "BODY Cost: 40 million euros,",
        "BODY Traffic by year",
        "BODY Year\tShips\tTonnes",
        "BODY 2019\t1,012\t2.9 million",
        "BODY 2022\t1,240\t4.1 million",
        "boil Sign up for our newslett",
        "BODY The council votes on 12",
        "BODY Correction: an earlier v",
        "sour Source: Port of Northpor",
    ]


def test_what_is_not_the_article_is_not_in_its_text() -> None:
    text = read_article(PAGE).article.text
    for foreign in (
        "cookies",
        "document.write",
        "color:",
        "sixty years",
        "All rights",
        "Facebook",
        "Sign in",
        "saved from",
    ):
        assert foreign not in text


def test_what_the_page_says_of_itself() -> None:
    metadata = read_article(PAGE).article.metadata
    assert metadata.title == "Harbour to be dredged & widened"
    assert metadata.outlet == "The Northport Courier"
    assert metadata.author == "Ines Marlow; Piet Oosterhuis"
    assert metadata.url == "https://courier.example/harbour"
    assert metadata.published == "2023-05-04"
    assert metadata.language == "en-GB"


def test_a_page_laid_out_by_a_table_in_an_old_encoding() -> None:
    found = read_article(OLD_PAGE).article
    assert kinds(found) == "boil kick kick HEAD byli BODY BODY BODY sour"
    assert found.title == "Le pont de Valmont fermé jusqu’à l’été"
    assert "«plusieurs millimètres» ont été découvertes" in found.text
    assert found.metadata.language == "fr"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("weblog", "HEAD byli BODY BODY BODY BODY"),
        ("page-without-headings", "HEAD BODY BODY BODY BODY"),
        ("page-with-factbox", "HEAD STAN byli BODY BODY SUBH BODY BODY BODY boil"),
    ],
)
def test_pages_of_other_makes(name: str, expected: str) -> None:
    assert kinds(read_article(PAGES / f"{name}.html").article) == expected


def test_what_stands_beside_the_core_is_read_and_other_stories_are_not() -> None:
    story = "".join(f"<p>{PROSE} {number}.</p>" for number in range(8))
    teasers = "".join(
        f"<li><a href='x'><h3>Story {number}</h3><p>Elsewhere: {PROSE}</p></a></li>" for number in range(9)
    )
    head = "<div><h1>Plan</h1><div>Ann Lee, Reuters</div></div>"
    correction = "<div>Correction: it was 15 million.</div>"
    found = page(f"<body><div>{head}<div>{story}</div>{correction}</div><ul>{teasers}</ul></body>")
    assert "Correction: it was 15 million." in found.text
    assert "Elsewhere" not in found.text
    assert kinds(found).startswith("HEAD byli BODY")


def test_white_space_is_folded_as_a_browser_does_and_entities_are_decoded() -> None:
    found = page(
        "<p>One&nbsp;two \n\t three<b> four</b><i>five </i> &amp;amp; &#x1F1E7;&#127479;<br>six</p><pre>a\n  b</pre>"
    )
    assert found.text == "One\xa0two three fourfive &amp; 🇧🇷\nsix\n\na\nb"


def test_words_of_different_parts_never_run_together() -> None:
    assert page("<div>One<div>two</div>three</div><p>four<p>five").text == "One\n\ntwo\n\nthree\n\nfour\n\nfive"


def test_a_page_that_hides_its_text_until_a_script_runs_is_read() -> None:
    assert PROSE in page(f'<body style="display:none"><p>{PROSE}</p></body>').text
    assert PROSE in page(f"<body><div hidden><h1>Plan</h1><p>{PROSE}</p></div></body>").text


def test_class_names_do_not_take_the_article_away() -> None:
    text = "".join(f"<p>{PROSE} {number}.</p>" for number in range(8))
    for name in ("social", "share-story", "comment", "newsletter", "nav"):
        found = page(f'<body><h1>Plan</h1><div class="{name}">{text}</div></body>')
        assert kinds(found) == "HEAD " + " ".join(["BODY"] * 8), name


def test_a_caption_is_kept_and_its_credit_told_apart() -> None:
    found = page(
        f"<article><h1>Plan</h1><p>{PROSE}</p><p>{PROSE}</p><figure><figcaption>The minister on Tuesday.</figcaption>"
        f"<figcaption>Photo: Ana Ruiz</figcaption></figure><p>{PROSE}</p></article>"
    )
    assert kinds(found) == "HEAD BODY BODY BODY sour BODY"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1250">', "cp1250"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', "iso8859_2"),
        ('<?xml version="1.0" encoding="koi8-r"?>', "koi8_r"),
        ("", "utf-8"),
        ('<meta charset="utf-8">', "utf-16"),
    ],
)
def test_the_declared_encoding_is_used(head: str, encoding: str) -> None:
    words = "Что было вчера" if encoding == "koi8_r" else "Příliš žluťoučký kůň"
    assert read_html(f"{head}<p>{words}</p>".encode(encoding), "a").article.text == words


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<html><body></body></html>",
        "<script>var a</script>",
        "<!-- this -->",
        "<p>***</p>",
        "<div>" * 5000 + "deep",
    ],
)
def test_a_page_without_an_article_is_told_in_one_sentence(html: str) -> None:
    with pytest.raises(ArticleError) as caught:
        page(html)
    assert caught.value.message.endswith(".")


@pytest.mark.parametrize("tags", ["<div>", "<ul><li>", "<dl><dd>", "<b>", "<table><tr><td>"])
def test_nesting_up_to_what_is_possible_is_read_whole(tags: str) -> None:
    deep = tags * (1900 // tags.count("<"))
    assert page(f"<p>{PROSE}</p>{deep}words at last").text.split("\n\n")[-1] == "words at last"


def test_comments_and_control_characters_anywhere_do_no_harm() -> None:
    found = page(
        f"<h1>Plan</h1><ul><li><!-- x --></li><li>{PROSE}<?y?></li></ul><p>{PROSE}\x02<span class='ad'>\x03</span></p>"
    )
    assert found.text.count(PROSE) == 2


def test_entities_are_never_expanded_and_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something went out to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf-8")
    found = page(
        f'<?xml version="1.0"?><!DOCTYPE html SYSTEM "http://a.example/x.dtd" [<!ENTITY s SYSTEM "{secret.as_uri()}">'
        '<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><html><head><base href="http://a.example/">'
        '<link rel="stylesheet" href="x.css"></head><body><img src="http://a.example/"><p>Words &s; &b; here</p></body>'
    )
    assert found.text == "Words &s; &b; here"


TAGS = """
    <p> </p> <div> </div> <li> <table> <tr> <td> </td> <h1> </h1> <h2> <br> <b> <script> </script> <!-- --> &lt; &#0;
    &nbsp; <a> </a> <pre> </pre> <svg> <figcaption> <![CDATA[ ]]> <?pi?> < “Quoted” words
"""
SCRAPS = [*TAGS.split(), "<div class='nav'>", "<a href='x'>", "words here. ", " ", "\n", "\r", "\x02", PROSE]


@given(st.lists(st.sampled_from(SCRAPS), max_size=40))
def test_any_page_has_sound_blocks_or_one_sentence(pieces: list[str]) -> None:
    try:
        found = page("".join(pieces))
    except ArticleError:
        return
    assert "".join("".join(b.span.of(found.text) for b in found.blocks).split()) == "".join(found.text.split())
    assert not any(mark in found.text for mark in "\r\x00\x02\x03")


BOXES = """<html lang="en"><head><title>River cleanup cost doubles</title></head><body>
<header><div>The Echo</div><div><span>BREAKING:</span> <a href="/x">Storm kills 14 in Northport</a></div></header>
<main><article><header><h1>River cleanup cost doubles to 90m</h1></header>
<p>{prose}</p>
<div class="newsletter"><h3>Sign up to Morning Echo</h3><p>Join 250,000 readers who start their day with us.</p></div>
<p>Work began in 2019 and was due to cost 45 million.</p>
<aside><h3>Related</h3><a href="/r">Why 40% of voters left</a><p>In short: the work takes 3 years.</p></aside>
<p>{prose}</p></article></main></body></html>"""


@pytest.mark.parametrize("prose", ["The council said so.", PROSE])
def test_what_stands_beside_an_article_bears_no_claims(prose: str) -> None:
    article = page(BOXES.format(prose=prose))
    told = [block.span.of(article.text) for block in article.blocks if block.kind.bears_claims]
    assert told == [
        "River cleanup cost doubles to 90m",
        prose,
        "Work began in 2019 and was due to cost 45 million.",
        "In short: the work takes 3 years.",
        prose,
    ]


def test_a_class_name_that_a_whole_page_has_makes_nothing_a_box() -> None:
    paragraphs = "".join(f"<p>{PROSE} {number}.</p><p>Short {number}.</p>" for number in range(5))
    article = page(
        f'<body><main><div class="elementor-widget"><h1>Plan costs 40 million</h1>{paragraphs}</div></main></body>'
    )
    assert sum(block.kind.bears_claims for block in article.blocks) == 11
