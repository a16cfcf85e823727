"""The words of kept copies, of every kind, good and bad; the copy itself stays kept whatever is in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from tests.importers.office import archive, docx, odt, p
from tests.storage.bridge import begin, claim, with_note
from workbench.domain.evidence import Stance
from workbench.errors import Cancelled
from workbench.storage import texts
from workbench.storage.case_file import CaseFile
from workbench.workflow import copy_texts
from workbench.workflow.copy_texts import UnreadCopy, copy_text, next_unread, read_all, read_apart
from workbench.workflow.noting import NoteFields, SnapshotFile, add_note, snapshot_bytes
from workbench.workflow.opening import open_case, read_case
from workbench.workflow.searching import find_words
from workbench.workflow.undoing import undo
from workbench.workflow.verifying import verify

PAGE = (
    "<html><head><script>fetch('http://127.0.0.1:9/')</script></head><body><nav>Home</nav>"
    "<p>The mayor spoke.</p><img src='http://127.0.0.1:9/x.png'><iframe src='file:///etc/passwd'></iframe>"
    "<p>“It cost 12 million euros.”</p></body></html>"
)
LETTER = (
    b"From: a@b.example\r\nSubject: Cost\r\nMIME-Version: 1.0\r\nMessage-ID: <1@b>\r\n\r\nIt cost 12 million euros.\r\n"
)


def printed(words: str) -> bytes:
    return bytes(typst.compile(words.encode(), format="pdf"))


def add(file: CaseFile, name: str, content: bytes, media_type: str = "application/octet-stream") -> str:
    """Keep a copy with a note on the third claim; its SHA-256."""
    before = set(read_case(file).snapshots)
    copy = SnapshotFile(name, content, media_type)
    add_note(file, NoteFields(name), {claim(file, 3).id: Stance.SUPPORTS}, copy)
    (new,) = set(read_case(file).snapshots) - before
    return new


def test_the_words_of_every_kind_of_copy_are_found(tmp_path: Path) -> None:
    kinds = {
        "page.html": PAGE.encode(),
        "report.pdf": printed("It cost 12 million euros."),
        "speech.docx": docx(p("It cost 12 million euros.")),
        "minutes.odt": odt("<text:p>It cost 12 million euros.</text:p>"),
        "letter.eml": LETTER,
        "old.txt": "Der Bau: It cost 12 million euros, für alle.".encode("cp1252"),
    }
    with begin(tmp_path) as file:
        kept = {name: add(file, name, content) for name, content in kinds.items()}
        assert read_all(file) == ()
        for name, sha256 in kept.items():
            read = copy_text(file, sha256)
            assert read is not None, name
            assert "It cost 12 million euros" in read.text, name
        assert {hit.id for hit in find_words(file, "cost million") if hit.where == "snapshot"} >= set(kept.values())
        assert next_unread(file) is None
    assert verify(file.path).is_sound


def test_a_page_is_read_as_it_is_seen_and_nothing_in_it_is_followed(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        sha256 = add(file, "page.html", PAGE.encode(), "text/html; charset=utf-8")
        assert copy_text(file, sha256) is None
        read_all(file)
        read = copy_text(file, sha256)
        assert read is not None
        assert read.text == "Home\n\nThe mayor spoke.\n\n“It cost 12 million euros.”"


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "It cost 12 ">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>words &x;</w:t></w:r></w:p></w:body></w:document>"
)
BAD = {
    "broken.pdf": b"%PDF-1.7\nnothing that follows is one",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "cut.docx": docx(p("words"))[:200],
    "bomb.docx": archive({"[Content_Types].xml": "<Types/>", "word/document.xml": b"<a>" + bytes(80_000_000)}),
    "bytes.bin": bytes(range(256)) * 20,
    "empty.html": b"",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_copy_gets_one_sentence_and_stays_kept(tmp_path: Path, name: str) -> None:
    with begin(tmp_path) as file:
        sha256 = add(file, name, BAD[name])
        (problem,) = read_all(file)
        assert problem.count("\n") == 0
        assert name in problem
        assert snapshot_bytes(file, sha256) == BAD[name]
        read = copy_text(file, sha256)
        assert read is not None
        assert (read.text, read.problem) == ("", problem)
        assert read_all(file) == ()


def test_a_protected_pdf_says_so(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add(file, "locked.pdf", (Path(__file__).parents[1] / "data" / "locked.pdf").read_bytes())
        (problem,) = read_all(file)
        assert "protected by a password" in problem


def test_outside_entities_of_a_document_are_not_read(tmp_path: Path) -> None:
    content = archive({"[Content_Types].xml": "<Types/>", "word/document.xml": ENTITIES})
    with begin(tmp_path) as file:
        sha256 = add(file, "entities.docx", content)
        read_all(file)
        read = copy_text(file, sha256)
        assert read is not None
        assert "root:" not in read.text


def test_a_copy_that_takes_too_long_is_given_up() -> None:
    copy = UnreadCopy("0" * 64, "slow.pdf", "application/pdf", printed("Words."))
    read = read_apart(copy, cancelled=lambda: False, seconds=0.001)
    assert read.text == ""
    assert "takes longer than 0.001 seconds" in read.problem


def test_a_copy_that_takes_too_much_memory_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copy_texts, "_MEMORY", 300_000_000)
    copy = UnreadCopy("0" * 64, "wide.html", "text/html", b"<p>words</p>" * 1_000_000)
    read = read_apart(copy, cancelled=lambda: False)
    assert (read.text, "wide.html" in read.problem) == ("", True)


def test_reading_can_be_stopped() -> None:
    copy = UnreadCopy("0" * 64, "page.html", "text/html", PAGE.encode())
    with pytest.raises(Cancelled):
        read_apart(copy, cancelled=lambda: True)


def test_a_text_too_long_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(texts, "LONGEST", 2_000)
    read = read_apart(UnreadCopy("", "long.txt", "", b"word " * 5_000_000), cancelled=lambda: False)
    assert len(read.text) == 2_000
    assert "are searched" in read.problem


def test_a_copy_over_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(copy_texts, "LARGEST", 10)
    with begin(tmp_path) as file:
        sha256 = add(file, "page.html", PAGE.encode())
        assert next_unread(file) is None
        read = copy_text(file, sha256)
        assert read is not None
        assert "too large" in read.problem


def test_the_text_survives_undo_and_is_no_act(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        add(file, "page.html", PAGE.encode())
        digest = read_case(file).digest
        read_all(file)
        assert read_case(file).digest == digest
        undo(file)
        assert [hit.where for hit in find_words(file, "mayor spoke")] == []


def test_nothing_is_read_into_a_file_that_is_only_looked_at(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add(file, "page.html", PAGE.encode())
    with open_case(file.path, who="", read_only=True) as looked_at:
        assert next_unread(looked_at) is None
