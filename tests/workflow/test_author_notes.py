"""What the author wrote beside the text becomes evidence notes, if the checker wants it."""

from __future__ import annotations

from pathlib import Path

import docx as python_docx

from tests.storage.bridge import SCALE, begin
from workbench.domain.claim import ClaimKind
from workbench.domain.evidence import Stance
from workbench.domain.findings import Findings, FoundClaim
from workbench.domain.span import Span
from workbench.importers.registry import read_article
from workbench.storage.case_file import CaseFile
from workbench.workflow.author_notes import offered_notes, take_notes
from workbench.workflow.opening import add_findings, new_case, read_case
from workbench.workflow.undoing import undo


def manuscript(folder: Path) -> CaseFile:
    """A case of a Word file with two comments: one within its one claim, one beside it."""
    document = python_docx.Document()
    document.add_heading("Harbour to be dredged", 0)
    paragraph = document.add_paragraph("The harbour of ")
    town = paragraph.add_run("Northport")
    paragraph.add_run(" will be dredged to ")
    depth = paragraph.add_run("14 metres")
    paragraph.add_run(", the port authority said on Thursday in a release to the press.")
    document.add_comment(depth, text="See the press release", author="Bo Chen")
    document.add_comment(town, text="My own visit", author="Ann Lee")
    document.save(str(folder / "harbour.docx"))
    imported = read_article(folder / "harbour.docx")
    file = new_case(imported, folder / "harbour.factcase", who="R. H.", scale=SCALE)
    start = imported.article.text.index("will be dredged")
    span = Span(start, imported.article.text.index(", the port"))
    add_findings(file, Findings((FoundClaim(span, ClaimKind.STATEMENT),)))
    return file


def test_comments_are_offered_with_their_words_and_claims(tmp_path: Path) -> None:
    with manuscript(tmp_path) as file:
        (claim,) = read_case(file).claims
        found = {one.note.text: (one.words, one.note.author, one.claims) for one in offered_notes(file)}
        assert found == {
            "See the press release": ("14 metres", "Bo Chen", (claim.id,)),
            "My own visit": ("Northport", "Ann Lee", ()),
        }


def test_those_taken_are_context_in_one_act_and_are_not_offered_again(tmp_path: Path) -> None:
    with manuscript(tmp_path) as file:
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


def test_a_plain_text_offers_none(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        assert offered_notes(file) == ()
