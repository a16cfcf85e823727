"""The notes as comments in the author's own document."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from tests.reports.cases import cut_case, seed_case
from tests.reports.odd_cases import hostile_case, multilingual_case
from workbench.domain.case import Case
from workbench.reports.content import Wording
from workbench.reports.docx import write_docx
from workbench.reports.notes import NotesOptions, build_notes

SOFFICE = shutil.which("soffice")


def document(case: Case, options: NotesOptions | None = None) -> Document:
    return docx.Document(io.BytesIO(write_docx(build_notes(case, options or NotesOptions()))))


def marked(written: Document, comment_id: int) -> str:
    """The article's words between the start and the end of a comment's range; a caret brings words of a correction."""
    words, inside = [], False
    for element in written.element.body.iter():
        if element.tag in (qn("w:commentRangeStart"), qn("w:commentRangeEnd")) and element.get(qn("w:id")) == str(
            comment_id
        ):
            inside = element.tag == qn("w:commentRangeStart")
        elif inside and element.tag == qn("w:t"):
            words += [element.text or ""] if not (element.text or "").startswith("‸") else []
    return "".join(words)


def test_each_claim_is_a_comment_on_its_very_words() -> None:
    case = seed_case()
    written = document(case)
    comments = list(written.comments)
    assert len(comments) == len(case.claims)
    for claim, comment in zip(case.claims, comments, strict=True):
        assert comment.text.startswith(f"Claim {claim.number}: ")
        assert marked(written, comment.comment_id) == claim.exact


def test_claims_that_were_cut_stand_after_the_article() -> None:
    written = document(cut_case())
    assert len(list(written.comments)) == 9
    lines = [paragraph.text for paragraph in written.paragraphs]
    after = lines[lines.index("Cut from the article") : lines.index("Sources")]
    for words in (
        "Claim 4: True (second-checked)",
        "Moscow and Minsk “will continue to hold constant military exercises”",
        "The English transcript; the Russian one agrees (https://en.kremlin.ru/ru).",
        "Query to the author: Is there a recording?",
        "Signed off by R. Haddad, 20 November 2026, 10:05 UTC; the claim has been cut since",
        "Claim 10: Can’t be verified (needs editor)",
    ):
        assert words in after, words


def test_the_article_is_there_block_by_block() -> None:
    case = seed_case()
    texts = [paragraph.text for paragraph in document(case, NotesOptions(claims=frozenset())).paragraphs]
    assert texts[: len(case.article.blocks)] == [block.span.of(case.article.text) for block in case.article.blocks]


def test_a_comment_says_what_the_author_must_know() -> None:
    comment = next(comment for comment in document(seed_case()).comments if comment.text.startswith("Claim 2"))
    for words in (
        "Misleading",
        "Vladimir Putin",
        "Correction: “We have no interest",
        "Reasoning: ",
        "Contradicts: Press",
    ):
        assert words in comment.text
    assert (comment.author, comment.initials) == ("R. Haddad, L. Sørensen", "RHL")
    assert comment.timestamp is not None
    assert comment.timestamp.isoformat().startswith("2026-11-20T16:42:10")


def test_a_comment_says_what_is_not_checkable_and_how_a_quotation_compares() -> None:
    def changed(_quote: str, _excerpt: str) -> Wording:
        return Wording("words changed", same=False)

    written = docx.Document(io.BytesIO(write_docx(build_notes(seed_case(), NotesOptions(), changed))))
    said = {comment.text.split(":")[0]: comment.text for comment in written.comments}
    assert "Opinion, said by Vladimir Putin; not checkable" in said["Claim 9"]
    assert "Quotation: words changed." in said["Claim 5"]
    assert "Quotation: words changed." not in said["Claim 1"]


def test_the_same_notes_give_the_same_bytes() -> None:
    notes = build_notes(seed_case(), NotesOptions())
    assert write_docx(notes) == write_docx(notes)


def test_arabic_and_hebrew_run_from_the_right() -> None:
    written = document(multilingual_case())
    from_right = [p.text[:4] for p in written.paragraphs if p._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None]
    assert from_right == ["قال ", "נשיא"]


def test_the_external_version_has_no_confidences() -> None:
    said = "\n".join(comment.text for comment in document(seed_case(), NotesOptions(external=True)).comments)
    assert "Harkavy" not in said
    assert "left out of this version" in said


@pytest.mark.slow
@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not here")
@pytest.mark.parametrize("build", [seed_case, hostile_case, multilingual_case])
def test_libreoffice_opens_it(build: object, tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(write_docx(build_notes(build(), NotesOptions())))  # type: ignore[operator]
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        str(SOFFICE),
        home,
        "--headless",
        "--convert-to",
        "odt",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "notes.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "notes.odt").stat().st_size > 5_000
