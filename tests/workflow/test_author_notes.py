"""What the author wrote beside the text becomes evidence notes, if the checker wants it."""

from __future__ import annotations

from pathlib import Path

import docx as python_docx
import pytest

from tests.importers.office import odt
from tests.storage.bridge import SCALE, begin
from workbench.domain.claim import ClaimKind
from workbench.domain.evidence import Stance
from workbench.domain.findings import Findings, FoundClaim
from workbench.domain.span import Span
from workbench.importers.registry import read_article
from workbench.reports.options import NotesOptions
from workbench.storage.case_file import CaseFile
from workbench.workflow import author_notes
from workbench.workflow.author_notes import OfferedNote, take_notes
from workbench.workflow.opening import add_findings, new_case, read_case
from workbench.workflow.publishing import export
from workbench.workflow.undoing import undo


def offered_notes(file: CaseFile) -> tuple[OfferedNote, ...]:
    imported = author_notes.read_apart(author_notes.original(file))
    return author_notes.offered_notes(read_case(file), imported)


OPEN_DOCUMENT = (
    '<text:h text:outline-level="1">Harbour to be dredged</text:h><text:p>The harbour of '
    '<office:annotation office:name="a"><dc:creator>Ann Lee</dc:creator><dc:date>2026-05-06</dc:date>'
    '<text:p>My own visit</text:p></office:annotation>Northport<office:annotation-end office:name="a"/> will be '
    'dredged to <office:annotation office:name="b"><dc:creator>Bo Chen</dc:creator><text:p>See the press release'
    '</text:p></office:annotation>14 metres<office:annotation-end office:name="b"/>, the port authority said on '
    "Thursday in a release to the press.</text:p>"
)
"""As LibreOffice writes a comment on words."""


def manuscript(folder: Path, kind: str = "docx") -> CaseFile:
    """A case of a Word or OpenDocument file with two comments: one within its one claim, one beside it."""
    path = folder / f"harbour.{kind}"
    if kind == "odt":
        path.write_bytes(odt(OPEN_DOCUMENT))
    else:
        _write_docx(path)
    imported = read_article(path)
    file = new_case(imported, folder / "harbour.factcase", who="R. H.", scale=SCALE)
    start = imported.article.text.index("will be dredged")
    span = Span(start, imported.article.text.index(", the port"))
    add_findings(file, Findings((FoundClaim(span, ClaimKind.STATEMENT),)))
    return file


def _write_docx(path: Path) -> None:
    document = python_docx.Document()
    document.add_heading("Harbour to be dredged", 0)
    paragraph = document.add_paragraph("The harbour of ")
    town = paragraph.add_run("Northport")
    paragraph.add_run(" will be dredged to ")
    depth = paragraph.add_run("14 metres")
    paragraph.add_run(", the port authority said on Thursday in a release to the press.")
    document.add_comment(depth, text="See the press release", author="Bo Chen")
    document.add_comment(town, text="My own visit", author="Ann Lee")
    document.save(str(path))


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_comments_are_offered_with_their_words_and_claims(tmp_path: Path, kind: str) -> None:
    with manuscript(tmp_path, kind) as file:
        (claim,) = read_case(file).claims
        found = {one.note.text: (one.words, one.note.author, one.claims) for one in offered_notes(file)}
        assert found == {
            "See the press release": ("14 metres", "Bo Chen", (claim.id,)),
            "My own visit": ("Northport", "Ann Lee", ()),
        }


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_those_taken_are_context_in_one_act_and_are_not_offered_again(tmp_path: Path, kind: str) -> None:
    with manuscript(tmp_path, kind) as file:
        offered = offered_notes(file)
        take_notes(file, offered)
        case = read_case(file)
        assert {(note.excerpt, note.note) for note in case.evidence.values()} == {
            ("14 metres", "See the press release"),
            ("Northport", "My own visit"),
        }
        assert {source.authors for source in case.sources.values()} == {"Bo Chen", "Ann Lee"}
        assert [link.stance for link in case.links] == [Stance.CONTEXT]
        assert offered_notes(file) == ()
        undo(file)
        assert not read_case(file).evidence
        assert offered_notes(file) == offered


def test_what_was_said_beside_a_draft_does_not_leave_the_desk(tmp_path: Path) -> None:
    with manuscript(tmp_path) as file:
        take_notes(file, offered_notes(file))
        case = read_case(file)
    outside, inside = tmp_path / "outside.json", tmp_path / "inside.json"
    export(case, "json", outside, NotesOptions(external=True))
    export(case, "json", inside)
    told = ("Bo Chen", "See the press release", "harbour.docx")
    assert all(one in inside.read_text("utf-8") for one in told)
    assert not any(one in outside.read_text("utf-8") for one in told)


def test_a_plain_text_offers_none(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        assert offered_notes(file) == ()
