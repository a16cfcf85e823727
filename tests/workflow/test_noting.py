"""Notes, their sources and kept copies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.bridge import ORDER, begin, claim, contents, only_note, with_note
from workbench.domain.claim import Status
from workbench.domain.evidence import Stance
from workbench.errors import CaseFileError, EvidenceError
from workbench.workflow.checking import set_status
from workbench.workflow.noting import (
    NoteFields,
    SnapshotFile,
    add_note,
    delete_note,
    edit_note,
    link,
    snapshot_bytes,
    unlink,
)
from workbench.workflow.opening import read_case
from workbench.workflow.signing import sign_off
from workbench.workflow.undoing import redo, undo
from workbench.workflow.verifying import verify

REPORT = NoteFields(
    "Budget report", "report", "A. Holm", "City council", "2023-05", "https://example.org/budget", "https://archive.example/b",
    "2026-11-20", True, True, "press@example.org", "p. 3", "12 million euros", "Includes the ramps.",
)  # fmt: skip


def test_a_note_keeps_every_field(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add_note(file, REPORT, {claim(file, 3).id: Stance.SUPPORTS})
        case = read_case(file)
    note = case.evidence[only_note(case)]
    source = case.sources[note.source_id]
    assert source.title == "Budget report"
    for name, value in REPORT.of_source().items():
        assert getattr(source, name) == value
    assert source.primary is True
    assert (note.locator, note.excerpt, note.note) == ("p. 3", "12 million euros", "Includes the ramps.")
    assert [(found.claim_id, found.stance) for found in case.links] == [(case.claims[2].id, Stance.SUPPORTS)]


def test_a_note_without_title_or_on_a_missing_claim_is_refused_whole(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        with pytest.raises(EvidenceError, match="title"):
            add_note(file, replace(REPORT, title=" "), {})
        with pytest.raises(CaseFileError, match="not in this case"):
            add_note(file, REPORT, {"no such claim": Stance.SUPPORTS}, ORDER)
        case = read_case(file)
    assert not case.evidence
    assert not case.sources
    assert len(case.snapshots) == 1


def test_one_source_serves_many_notes(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add_note(file, REPORT, {})
        source = next(iter(read_case(file).sources))
        add_note(file, replace(REPORT, title="", locator="p. 9"), {}, source_id=source)
        case = read_case(file)
        assert {note.source_id for note in case.evidence.values()} == {source}
        first, second = case.evidence
        delete_note(file, first)
        assert source in read_case(file).sources
        delete_note(file, second)
        assert not read_case(file).sources
        with pytest.raises(EvidenceError, match="source is not in this case"):
            add_note(file, REPORT, {}, source_id="gone")


def test_editing_a_note_rewrites_note_and_source(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        note = only_note(read_case(file))
        changes = edit_note(file, note, REPORT)
        case = read_case(file)
        assert case.evidence[note].locator == "p. 3"
        assert case.sources[case.evidence[note].source_id].title == "Budget report"
        assert case.evidence[note].snapshot
        assert changes.claims == {claim(file, 2).id, claim(file, 3).id}


def test_a_replaced_copy_goes_and_comes_back_with_undo(tmp_path: Path) -> None:
    newer = SnapshotFile("order-2.txt", b"Traffic order 18.", "text/plain")
    with with_note(tmp_path) as file:
        note = only_note(read_case(file))
        old = read_case(file).evidence[note].snapshot
        edit_note(file, note, REPORT, newer)
        new = read_case(file).evidence[note].snapshot
        assert snapshot_bytes(file, new) == newer.content
        assert old not in read_case(file).snapshots
        undo(file)
        assert snapshot_bytes(file, old) == ORDER.content
        assert new not in read_case(file).snapshots
        redo(file)
        assert snapshot_bytes(file, read_case(file).evidence[note].snapshot) == newer.content


def test_what_is_known_about_a_kept_copy(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        case = read_case(file)
    kept = case.snapshots[case.evidence[only_note(case)].snapshot]
    assert (kept.name, kept.media_type, kept.size) == ("order.txt", "text/plain", len(ORDER.content))
    assert kept.captured_from == "https://example.org/17"


def test_linking_unlinking_and_another_stance(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        note, fourth = only_note(read_case(file)), claim(file, 4).id
        link(file, note, fourth, Stance.SUPPORTS)
        link(file, note, fourth, Stance.CONTRADICTS)
        case = read_case(file)
        assert [found.stance for found in case.links_of(fourth)] == [Stance.CONTRADICTS]
        assert sorted(case.claim(found.claim_id).number for found in case.links if found.evidence_id == note) == [
            2,
            3,
            4,
        ]
        unlink(file, note, fourth)
        assert not unlink(file, note, fourth).areas
        assert not read_case(file).links_of(fourth)
        with pytest.raises(EvidenceError, match="note is not in this case"):
            link(file, "gone", fourth, Stance.SUPPORTS)


def test_a_copy_is_read_from_a_file_or_refused_in_a_sentence(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"<p>12 million</p>")
    assert SnapshotFile.read(page) == SnapshotFile("page.html", b"<p>12 million</p>", "text/html")
    for wrong in (tmp_path, tmp_path / "missing.pdf"):
        with pytest.raises(EvidenceError, match="Choose another file"):
            SnapshotFile.read(wrong)


def test_a_copy_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as stream:
        stream.truncate(600_000_000)  # a hole: takes no room on the disk
    with pytest.raises(EvidenceError, match="over 500 MB"):
        SnapshotFile.read(film)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "example.org", "https://"])
def test_a_source_takes_web_addresses_only(tmp_path: Path, address: str) -> None:
    with begin(tmp_path) as file:
        before = contents(file.path)
        with pytest.raises(EvidenceError, match="no web address"):
            add_note(file, NoteFields("Page", url=address), {})
        assert contents(file.path) == before


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (NoteFields("\u200b \u3164"), "title"),
        (NoteFields("Page", url="https://ann:secret@example.org"), "user name or password"),
        (NoteFields("Page", archive_url="https://example.org/\u202efdp.exe"), "another order"),
    ],
)
def test_a_source_that_would_deceive_or_tell_a_secret_is_refused(tmp_path: Path, fields: NoteFields, told: str) -> None:
    with begin(tmp_path) as file, pytest.raises(EvidenceError, match=told) as raised:
        add_note(file, fields, {})
    assert "secret" not in raised.value.message


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_what_is_no_ordinary_file_is_not_kept() -> None:
    with pytest.raises(EvidenceError, match="not an ordinary file"):
        SnapshotFile.read(Path("/dev/zero"))


def test_tags_and_doi_are_kept_in_order_and_undone(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add_note(file, replace(REPORT, tags=("#budget", " city  hall", "BUDGET"), doi="doi:10.1000/182"), {})
        case = read_case(file)
        note = only_note(case)
        assert case.evidence[note].tags == ("budget", "city hall")
        assert case.sources[case.evidence[note].source_id].doi == "10.1000/182"
        edit_note(file, note, replace(REPORT, tags=("roads",)))
        assert read_case(file).evidence[note].tags == ("roads",)
        undo(file)
        assert read_case(file) == replace(case, digest=read_case(file).digest, last_saved=read_case(file).last_saved)
        redo(file)
        assert read_case(file).evidence[note].tags == ("roads",)
    assert verify(tmp_path / "bridge.factcase").findings == ()


def test_what_is_no_doi_is_refused(tmp_path: Path) -> None:
    with begin(tmp_path) as file, pytest.raises(EvidenceError, match=r"no DOI: give one that begins with 10\."):
        add_note(file, replace(REPORT, doi="example.org/paper"), {})


def test_new_tags_leave_a_second_check_as_it_is(tmp_path: Path) -> None:
    """No check rests on them: neither the signature lapses nor does the claim ask for attention."""
    with begin(tmp_path) as file:
        closed = claim(file, 2).id
        add_note(file, REPORT, {closed: Stance.SUPPORTS})
        sign_off(file, closed)
        set_status(file, closed, Status.SECOND_CHECKED)
        note = only_note(read_case(file))
        edit_note(file, note, replace(REPORT, tags=("roads",)))
        assert claim(file, 2).status is Status.SECOND_CHECKED
        assert [sign.stands for sign in read_case(file).sign_offs] == [True]
        edit_note(file, note, replace(REPORT, tags=("roads",), doi="10.1000/182"))
        assert claim(file, 2).status is Status.CHANGED
        assert [sign.stands for sign in read_case(file).sign_offs] == [False]


def test_editing_a_note_changes_what_it_bears_on_in_one_act(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        one, two, three, _ = read_case(file).claims
        before = read_case(file)
        note = only_note(before)
        fields = replace(REPORT, title="Traffic order 17")
        changes = edit_note(file, note, fields, links={one.id: Stance.SUPPORTS, three.id: Stance.CONTRADICTS})
        assert changes.claims == {one.id, two.id, three.id}
        linked = {found.claim_id: found.stance for found in read_case(file).links}
        assert linked == {one.id: Stance.SUPPORTS, three.id: Stance.CONTRADICTS}
        undo(file)
        assert read_case(file).links == before.links
        edit_note(file, note, fields)
        assert read_case(file).links == before.links
        with pytest.raises(CaseFileError, match="not in this case"):
            edit_note(file, note, fields, links={"gone": Stance.SUPPORTS})
        assert read_case(file).links == before.links
