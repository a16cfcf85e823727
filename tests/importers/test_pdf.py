"""A PDF gives its paragraphs again, though it holds only lines at places."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from tests.importers.parts import parts
from workbench.errors import ArticleError
from workbench.importers.pdf import read_pdf
from workbench.importers.registry import read_article

STORY = """
= Harbour to be dredged and widened

By Ann Lee

The harbour of Northport will be dredged to a depth of 14 metres, the port authority said on Thursday. The work will
cost 40 million euros and take three years, according to its director.

“We need this to stay competitive,” said the director, Tomas Vey. He added that traffic had grown by 12% a year since
2019, and that the largest ships could no longer enter, which he called regrettable.

== Larger ships

LOREM

The vote is on 12 May.
"""
LOREM = "The ship number N came in at noon and left at night with all that it had brought, and nobody saw it go. "


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdf")
    ships = "".join(LOREM.replace("N", str(number)) for number in range(40))
    look = "#set page(width: 150mm, height: 120mm, header: [The Courier], footer: context counter(page).display())\n"
    look += '#set text(size: 10pt, hyphenate: true, lang: "en")\n#set par(justify: true)\n'
    (folder / "a.typ").write_text(look + STORY.replace("LOREM", ships), "utf-8")
    typst.compile(str(folder / "a.typ"), output=str(folder / "a.pdf"))
    return folder / "a.pdf"


def test_paragraphs_come_together_over_lines_and_pages(printed: Path) -> None:
    article = read_article(printed).article
    assert parts(article) == [
        "HEAD Harbour to be dredged an",
        "byli By Ann Lee",
        "BODY The harbour of Northport",
        "BODY “We need this to stay co",
        "SUBH Larger ships",
        "BODY The ship number 0 came i",
        "BODY The vote is on 12 May.",
    ]
    ships = article.blocks[5].span.of(article.text)
    assert ships == "".join(LOREM.replace("N", str(number)) for number in range(40)).strip()


def test_words_broken_in_columns_and_headings_are_whole(tmp_path: Path) -> None:
    look = "#set page(width: 148mm, height: 140mm, columns: 2)\n#set par(justify: true)\n"
    look += '#set text(lang: "en", hyphenate: true, size: 9pt)\n'
    story = "= Fact or spin? Prime minister and challenger clash over migration\n\n" + "By our political staff\n\n"
    told = (
        "In the only televised debate before Sunday’s election, Prime Minister Erik Dahl defended his record on "
        "migration on Tuesday night, saying that asylum applications had fallen by 40% since he took office.",
        "His challenger, the Conservative leader Anna Brandt, accused Dahl of “inventing numbers”. According to the "
        "Migration Agency, 22,900 people applied for asylum in 2023, against 31,500 in 2019.",
        "The twenty-five representatives of the neighbouring municipalities, an extraordinarily uncompromising lot, "
        "unanimously disagreed with the well-established recommendations of forty-four administrative councillors.",
    )
    (tmp_path / "a.typ").write_text(look + story + "\n\n".join(told), "utf-8")
    typst.compile(str(tmp_path / "a.typ"), output=str(tmp_path / "a.pdf"))
    article = read_article(tmp_path / "a.pdf").article
    texts = [block.span.of(article.text) for block in article.blocks]
    assert texts[0] == "Fact or spin? Prime minister and challenger clash over migration"
    assert texts[2:] == list(told)


def test_running_heads_and_page_numbers_are_left_out(printed: Path) -> None:
    assert "The Courier" not in read_article(printed).article.text


def test_a_page_without_letters_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.typ").write_text("#rect(width: 100%, height: 50%)", "utf-8")
    typst.compile(str(tmp_path / "a.typ"), output=str(tmp_path / "a.pdf"))
    with pytest.raises(ArticleError, match="picture of text"):
        read_article(tmp_path / "a.pdf")


def test_damage_anywhere_is_one_sentence_or_what_can_be_read(printed: Path) -> None:
    good = printed.read_bytes()
    for data in (b"%PDF-1.7", good[:500], good[: len(good) // 2], good.replace(b"endobj", b"endobx")):
        try:
            imported = read_pdf(data, "a.pdf")
        except ArticleError as error:
            told = error.message
        else:
            told = imported.article.text
        assert told.strip()
