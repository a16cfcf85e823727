"""A Word document gives its words as they stand now, and its comments and footnotes beside them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest

from tests.importers.office import CORE, W, archive, docx, p
from tests.importers.parts import parts
from workbench.domain.imported import ImportedArticle
from workbench.errors import ArticleError
from workbench.importers.docx import read_docx
from workbench.importers.registry import read_article

PROSE = "The harbour of Northport will be dredged to a depth of 14 metres, the port authority said on Thursday."


def text_of(body: str) -> str:
    return read_docx(docx(body), "a.docx").article.text


def noted(imported: ImportedArticle) -> list[tuple[str, str, str]]:
    return [(note.span.of(imported.article.text), note.text, note.author) for note in imported.notes]


def refusal(data: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        read_docx(data, "a.docx")
    assert caught.value.message.endswith(".")
    return caught.value.message


def test_a_manuscript_made_with_word(tmp_path: Path) -> None:
    manuscript = python_docx.Document()
    manuscript.core_properties.author = "Ann Lee"
    manuscript.add_heading("Harbour to be dredged", 0)
    manuscript.add_paragraph("By Ann Lee")
    paragraph = manuscript.add_paragraph("The harbour of Northport will be ")
    dredged = paragraph.add_run("dredged")
    paragraph.add_run(" to a depth of 14 metres, the port authority said on Thursday.")
    manuscript.add_comment(dredged, text="See the press release", author="Bo Chen")
    manuscript.add_heading("Larger ships", 1)
    for item in ("Depth: 14 metres", "Cost: 40 million"):
        manuscript.add_paragraph(item, style="List Bullet")
    table = manuscript.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2021", "1,204"
    manuscript.save(str(tmp_path / "a.docx"))

    imported = read_article(tmp_path / "a.docx")
    assert parts(imported.article) == [
        "HEAD Harbour to be dredged",
        "byli By Ann Lee",
        "BODY The harbour of Northport",
        "SUBH Larger ships",
        "BODY Depth: 14 metres",
        "BODY Cost: 40 million",
        "BODY 2021\t1,204",
    ]
    assert noted(imported) == [("dredged", "See the press release", "Bo Chen")]
    assert imported.article.metadata.author == "Ann Lee"
    assert imported.original == (tmp_path / "a.docx").read_bytes()


def test_what_was_inserted_is_there_and_what_was_deleted_is_not() -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('The ')}<w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
        f"<w:ins>{run.format('new ')}</w:ins><w:moveFrom>{run.format('gone ')}</w:moveFrom>"
        f"<w:hyperlink>{run.format('harbour')}</w:hyperlink>"
        f"<w:sdt><w:sdtContent>{run.format(' opens')}</w:sdtContent></w:sdt></w:p>"
    )
    assert text_of(body) == "The new harbour opens"


def test_tabs_breaks_and_text_boxes() -> None:
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type='page'/></w:r></w:p>"
        f"<w:p><w:r><w:t>before</w:t></w:r><w:r><w:txbxContent>{p('boxed')}</w:txbxContent></w:r>"
        "<w:r><w:t>after</w:t></w:r></w:p>"
    )
    assert text_of(body) == "a\tb\nc\n\nbefore\n\nboxed\n\nafter"


def test_a_table_that_lays_out_paragraphs_keeps_them_apart() -> None:
    body = f"<w:tbl><w:tr><w:tc>{p('one')}{p('two')}</w:tc><w:tc>{p('three')}</w:tc></w:tr></w:tbl>"
    assert text_of(body) == "one\n\ntwo\n\nthree"


def test_the_built_in_style_counts_whatever_it_is_called_here() -> None:
    styles = f"<w:styles {W}><w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style></w:styles>"
    body = p("Der Hafen.", "berschrift1") + p(PROSE) + p("Größere Schiffe.", "berschrift1") + p(PROSE)
    imported = read_docx(docx(body, styles=styles), "a.docx")
    assert parts(imported.article, 8) == ["HEAD Der Hafe", "BODY The harb", "SUBH Größere", "BODY The harb"]


def test_footnotes_are_about_the_word_before_their_sign() -> None:
    body = "<w:p><w:r><w:t>It cost 40 million.</w:t><w:footnoteReference w:id='2'/><w:t> Really.</w:t></w:r></w:p>"
    line, note = f"<w:footnote w:id='-1'>{p('')}</w:footnote>", f"<w:footnote w:id='2'>{p('Budget, p. 3')}</w:footnote>"
    notes = f"<w:footnotes {W}>{line}{note}</w:footnotes>"
    imported = read_docx(docx(body, footnotes=notes), "a.docx")
    assert imported.article.text == "It cost 40 million. Really."
    assert noted(imported) == [("million.", "Budget, p. 3", "")]


def test_a_comment_over_two_paragraphs() -> None:
    body = (
        "<w:p><w:r><w:t>One </w:t></w:r><w:commentRangeStart w:id='7'/><w:r><w:t>two</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>three</w:t></w:r><w:commentRangeEnd w:id='7'/><w:r><w:t> four</w:t></w:r></w:p>"
    )
    comments = f"<w:comments {W}><w:comment w:id='7' w:author='A'>{p('Check')}{p('both')}</w:comment></w:comments>"
    assert noted(read_docx(docx(body, comments=comments), "a")) == [("two\n\nthree", "Check both", "A")]


def test_title_and_author_from_the_properties() -> None:
    core = f"<cp:coreProperties {CORE}><dc:title>Port</dc:title><dc:creator>Ann Lee</dc:creator></cp:coreProperties>"
    metadata = read_docx(docx(p(PROSE), core=core), "a").article.metadata
    assert (metadata.title, metadata.author, metadata.language) == ("Port", "Ann Lee", "en")


def test_entities_are_not_expanded_and_files_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf-8")
    document = (
        f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}"><!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]>'
        f"<w:document {W}><w:body>{p('words &s; &b; here')}</w:body></w:document>"
    )
    imported = read_docx(archive({"word/document.xml": document}), "a")
    assert "secret" not in imported.article.text
    assert "haha" not in imported.article.text


def test_a_bomb_is_refused() -> None:
    assert "unpacks to over 64 MB" in refusal(archive({"word/document.xml": b" " * (65 * 1024 * 1024)}))


def test_a_protected_document_is_told() -> None:
    data = bytearray(docx(p("x")))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(signature, start + 4)
    assert "protected by a password" in refusal(bytes(data))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 nothing", "is damaged"),
        (docx(p(PROSE))[:300], "is damaged"),
        (archive({"word/document.xml": "<unclosed"}), "is damaged"),
        (archive({"word/document.xml": "<x/>"}), "is damaged"),
        (archive({"word/document.xml": "<a>" * 400 + "</a>" * 400}), "is damaged"),
        (archive({"xl/workbook.xml": "<x/>"}), "is not a Word document"),
        (docx(""), "no words"),
        (docx(p(" ")), "no words"),
    ],
)
def test_what_is_no_manuscript_is_told(data: bytes, says: str) -> None:
    assert says in refusal(data)


def test_a_document_under_a_wrong_name_is_read_as_what_it_is(tmp_path: Path) -> None:
    for name in ("a.txt", "draft", "a.pdf"):
        (tmp_path / name).write_bytes(docx(p(PROSE)))
        assert read_article(tmp_path / name).article.text == PROSE


def test_damage_anywhere_is_one_sentence() -> None:
    good = docx(p(PROSE) + p("Second"))
    with zipfile.ZipFile(BytesIO(good)) as file:
        assert file.testzip() is None
    for place in range(0, len(good), 7):
        damaged = bytearray(good)
        damaged[place] ^= 0xFF
        try:
            read_docx(bytes(damaged), "a")
        except ArticleError:
            continue
