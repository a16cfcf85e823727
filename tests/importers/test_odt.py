"""An OpenDocument text gives its words as they stand now, and its comments and footnotes beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.office import ODF, archive, odt
from tests.importers.parts import parts
from workbench.errors import ArticleError
from workbench.importers.odt import read_odt
from workbench.importers.registry import read_article

PROSE = "The harbour of Northport will be dredged to a depth of 14 metres, the port authority said on Thursday."


def text_of(body: str) -> str:
    return read_odt(odt(body), "a.odt").article.text


def test_a_manuscript(tmp_path: Path) -> None:
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    body = (
        '<text:p text:style-name="P1">Harbour to be dredged</text:p><text:p>By Ann Lee</text:p>'
        f'<text:p>{PROSE}</text:p><text:h text:outline-level="1">Larger ships</text:h>'
        "<text:list><text:list-item><text:p>Depth: 14 metres</text:p></text:list-item>"
        "<text:list-item><text:p>Cost: 40 million</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>2021</text:p></table:table-cell>"
        "<table:table-cell><text:p>1,204</text:p></table:table-cell></table:table-row></table:table>"
    )
    (tmp_path / "a.odt").write_bytes(odt(body, styles))
    (tmp_path / "draft").write_bytes(odt(body, styles))
    imported = read_article(tmp_path / "a.odt")
    assert parts(imported.article) == [
        "HEAD Harbour to be dredged",
        "byli By Ann Lee",
        "BODY The harbour of Northport",
        "SUBH Larger ships",
        "BODY Depth: 14 metres",
        "BODY Cost: 40 million",
        "BODY 2021\t1,204",
    ]
    assert imported.original == (tmp_path / "a.odt").read_bytes()
    assert read_article(tmp_path / "draft").article == imported.article


def test_spaces_tabs_breaks_and_deleted_text() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>a\n  b<text:s text:c="3"/>c<text:tab/>d<text:line-break/><text:span>e</text:span> f</text:p>'
    )
    assert text_of(body) == "a b   c\td\ne f"


def test_a_space_count_that_is_no_number_or_endless_does_no_harm() -> None:
    assert text_of('<text:p>a<text:s text:c="x"/>b</text:p>') == "a b"
    assert len(text_of('<text:p>a<text:s text:c="99999999999"/>b</text:p>')) < 2000


def test_comments_and_footnotes_stand_beside_the_text() -> None:
    body = (
        '<text:p>The harbour will be <office:annotation office:name="1"><dc:creator>Bo Chen</dc:creator>'
        "<text:p>See the</text:p><text:p>release</text:p></office:annotation>dredged"
        '<office:annotation-end office:name="1"/> for 40 million.<text:note><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Budget, p. 3</text:p></text:note-body></text:note> Soon.</text:p>"
    )
    imported = read_odt(odt(body), "a.odt")
    assert imported.article.text == "The harbour will be dredged for 40 million. Soon."
    assert [(note.span.of(imported.article.text), note.text, note.author) for note in imported.notes] == [
        ("dredged", "See the release", "Bo Chen"),
        ("million.", "Budget, p. 3", ""),
    ]


def test_title_and_author_from_the_metadata() -> None:
    meta = f'<office:document-meta {ODF} xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Port</dc:title>'
    meta += "<dc:creator>Ann Lee</dc:creator></office:document-meta>"
    metadata = read_odt(odt(f"<text:p>{PROSE}</text:p>", **{"meta.xml": meta}), "a").article.metadata
    assert (metadata.title, metadata.author) == ("Port", "Ann Lee")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (odt("", **{"META-INF/manifest.xml": "<m:encryption-data/>"}), "protected by a password"),
        (archive({"content.xml": "<x/>"}), "is damaged"),
        (archive({"other.xml": "<x/>"}), "is not an OpenDocument text"),
        (odt(""), "no words"),
        (b"no archive", "is damaged"),
    ],
)
def test_what_is_no_manuscript_is_told(data: bytes, says: str) -> None:
    with pytest.raises(ArticleError, match=says):
        read_odt(data, "a.odt")
