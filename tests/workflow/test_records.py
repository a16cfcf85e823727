"""A case out of its file as a record, and a case file out of a record."""

import base64
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import resources
from tests.reports.cases import seed_case
from tests.reports.long_cases import long_case
from tests.reports.odd_cases import hostile_case, multilingual_case
from tests.storage import bridge
from tests.workflow.acts import ACTS, do
from workbench.domain.case import Case, QueryTo
from workbench.domain.claim import Status
from workbench.errors import Cancelled, CaseFileError, EvidenceError, UserFacingError
from workbench.reports.options import NotesOptions
from workbench.reports.record import write_record
from workbench.reports.record_reading import LARGEST, read_record
from workbench.storage.case_file import CaseFile
from workbench.storage.snapshots import read_content
from workbench.workflow import asking, checking, drafting, signing, undoing
from workbench.workflow.opening import open_case, read_case, remember_selection
from workbench.workflow.publishing import export
from workbench.workflow.records import is_record, new_from_record, read, write_whole_record
from workbench.workflow.verifying import verify

Edit = Callable[[dict[str, Any]], object]


def written(file: Path, name: str = "record.json") -> Path:
    out = file.with_name(name)
    write_whole_record(file, out, None, None)
    return out


def taken_in(record: Path, name: str = "again.factcase") -> Path:
    target = record.with_name(name)
    new_from_record(read(record), target, who=bridge.JONAS).close()
    return target


def closed(file: CaseFile) -> Path:
    file.close()
    return file.path


def test_export_import_export_gives_the_same_bytes_and_the_same_rows(tmp_path: Path) -> None:
    file = bridge.with_note(tmp_path)
    remember_selection(file, bridge.claim(file, 2).id)
    path = closed(file)
    record = written(path)
    again = taken_in(record)
    assert written(again, "second.json").read_bytes() == record.read_bytes()
    assert bridge.contents(again, with_journal=True) == bridge.contents(path, with_journal=True)
    assert verify(again).is_sound
    assert verify(again).digest == verify(path).digest


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([("note", 1), ("undo", 0)])
@given(st.lists(st.tuples(st.sampled_from([*ACTS, "undo", "redo"]), st.integers(0, 10_000)), max_size=25))
def test_any_case_comes_back_whole(tmp_path: Path, acts: list[tuple[str, int]]) -> None:
    folder = tmp_path / os.urandom(6).hex()
    folder.mkdir()
    file = bridge.begin(folder)
    for name, number in acts:
        if name in ACTS:
            do(file, name, number)
        else:
            undoing.undo(file) if name == "undo" else undoing.redo(file)
    path = closed(file)
    again = taken_in(written(path))
    assert bridge.contents(again, with_journal=True) == bridge.contents(path, with_journal=True)
    assert verify(again).is_sound


def test_the_whole_record_obeys_its_schema(tmp_path: Path) -> None:
    schema = json.loads(resources.path("schemas/record.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(written(closed(bridge.with_note(tmp_path))).read_bytes()), schema)


def _with_a_cut_claim(folder: Path) -> Path:
    """A case whose later draft has lost a claim that was asked about, signed, and rests on a note."""
    file = bridge.with_note(folder)
    lost = bridge.claim(file, 2)
    asking.ask(file, lost.id, QueryTo.AUTHOR, "Which month?")
    checking.set_outcome(file, lost.id, "ok")
    checking.set_status(file, lost.id, Status.CHECKED)
    signing.sign_off(file, lost.id)
    drafting.take_in(file, bridge.shortened())
    assert [claim.number for claim in read_case(file).cut] == [2]
    return closed(file)


def test_a_case_with_a_claim_that_was_cut_comes_back_whole(tmp_path: Path) -> None:
    path = _with_a_cut_claim(tmp_path)
    again = taken_in(written(path))
    assert bridge.contents(again, with_journal=True) == bridge.contents(path, with_journal=True)
    assert verify(again).is_sound


def test_a_record_of_the_case_alone_is_taken_in_without_the_claims_that_were_cut(tmp_path: Path) -> None:
    with open_case(_with_a_cut_claim(tmp_path), who="") as file:
        case = read_case(file)
    record = tmp_path / "record.json"
    record.write_bytes(write_record(case))
    with new_from_record(read(record), tmp_path / "again.factcase", who=bridge.JONAS) as file:
        made = read_case(file)
    assert (made.cut, made.queries, made.sign_offs) == ((), (), ())
    assert made.claims == case.claims
    assert made.evidence == case.evidence
    assert len(made.links) == len(case.links) - 1


def test_undo_goes_on_where_it_was(tmp_path: Path) -> None:
    record = written(closed(bridge.with_note(tmp_path)))
    with new_from_record(read(record), tmp_path / "again.factcase", who=bridge.JONAS) as file:
        undoing.undo(file)
        assert not read_case(file).evidence
        undoing.redo(file)
        assert read_case(file).evidence


def test_the_kept_copies_come_along(tmp_path: Path) -> None:
    again = taken_in(written(closed(bridge.with_note(tmp_path))))
    with open_case(again, who="") as file, file.reading() as connection:
        note = next(iter(read_case(file).evidence.values()))
        assert read_content(connection, note.snapshot) == bridge.ORDER.content


def _without_halves(case: Case) -> Case:
    """What a case file can hold: a paste's halves of surrogate pairs are U+FFFD there already."""
    record = json.loads(write_record(case))
    text = json.dumps(record, ensure_ascii=False).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return read_record(text.encode()).case


@pytest.mark.parametrize("build", [seed_case, hostile_case, multilingual_case, lambda: long_case(200, 9_000)])
def test_a_record_of_the_case_alone_begins_a_history_of_its_own(tmp_path: Path, build: Callable[[], Case]) -> None:
    case = _without_halves(build())
    record = tmp_path / "record.json"
    record.write_bytes(write_record(case))
    path = taken_in(record)
    with open_case(path, who="") as file:
        made = read_case(file)
    for name in ("sources", "evidence", "scale", "draft"):
        assert getattr(made, name) == getattr(case, name)
    for name in ("claims", "warnings", "queries", "links"):
        assert sorted(getattr(made, name), key=repr) == sorted(getattr(case, name), key=repr)
    missing = {copy.sha256 for copy in made.snapshots.values()}
    told = verify(path).findings
    assert missing
    assert all(any(sha256 in finding and "missing" in finding for finding in told) for sha256 in missing)
    assert all("missing" in finding for finding in told)
    whole = written(path, "whole.json")
    assert written(taken_in(whole, "third.factcase"), "second.json").read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("options", [NotesOptions(external=True), NotesOptions(claims=frozenset())])
def test_the_version_for_outside_has_neither_history_nor_copies_and_is_taken_in(
    tmp_path: Path, options: NotesOptions
) -> None:
    path = closed(bridge.with_note(tmp_path))
    with open_case(path, who="", read_only=True) as file:
        case = read_case(file)
    (out,) = export(case, "json", tmp_path / "out.json", options, file=path)
    record = json.loads(out.read_bytes())
    assert record.keys() == {"format", "version", "case"}
    with open_case(taken_in(out), who="") as file:
        assert len(read_case(file).claims) == len(record["case"]["claims"])


def test_the_whole_record_is_written_when_the_file_is_named(tmp_path: Path) -> None:
    path = closed(bridge.with_note(tmp_path))
    with open_case(path, who="", read_only=True) as file:
        case = read_case(file)
    (out,) = export(case, "json", tmp_path / "out.json", file=path)
    record = read_record(out.read_bytes())
    assert record.case == case
    assert [row["act"] for row in record.journal] == ["new case", "find claims", "add evidence"]
    assert base64.b64encode(bridge.ORDER.content).decode() in out.read_text()


def test_a_copy_that_is_not_what_was_kept_is_not_written(tmp_path: Path) -> None:
    path = closed(bridge.with_note(tmp_path))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE contents SET content = ? WHERE content = ?", (b"other words", bridge.ORDER.content))
    with pytest.raises(EvidenceError, match="is damaged"):
        written(path)
    assert not path.with_name("record.json").exists()


def test_writing_stops_when_cancelled_and_leaves_nothing(tmp_path: Path) -> None:
    path = closed(bridge.with_note(tmp_path))
    with pytest.raises(Cancelled):
        write_whole_record(path, tmp_path / "out.json", None, lambda: True)
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name}


DAMAGE: dict[str, tuple[Edit, str]] = {
    "a newer version": (lambda r: r.update(version=2), "newer version"),
    "a part unknown here": (lambda r: r["case"].update(mood="good"), "unknown to this version"),
    "an offset outside the text": (
        lambda r: r["case"]["claims"][0]["anchors"][0]["span"].update(end=99_999),
        "outside the article",
    ),
    "an offset of a million digits' worth": (
        lambda r: r["case"]["facts"][0]["fact"]["span"].update(end=10**30),
        "outside the article",
    ),
    "other words": (lambda r: r["case"]["claims"][0]["anchors"][0].update(exact="No"), "other words than the article"),
    "a claim twice": (lambda r: r["case"]["claims"].append(r["case"]["claims"][0]), "stands there twice"),
    "a number twice": (lambda r: r["case"]["claims"][1].update(number=1), "stands there twice"),
    "a claim nowhere": (lambda r: r["case"]["claims"][0].update(anchors=[]), "stands nowhere"),
    "a note without source": (lambda r: r["case"].update(sources={}), "has no source"),
    "a link to nothing": (lambda r: r["case"].update(evidence={}), "from or to nothing"),
    "a copy that isn't one": (
        lambda r: r["copies"].update({next(iter(r["copies"])): "AAAA"}),
        "other bytes than its name says",
    ),
    "a copy of something else": (
        lambda r: r["copies"].update({"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d": "AA=="}),
        "not one of this case",
    ),
    "copies without history": (lambda r: r.pop("journal"), "no history"),
    "a history with a row less": (lambda r: r["journal"].pop(1), "row 3"),
    "a history rewritten": (lambda r: r["journal"][1].update(who="Nobody"), "row 2"),
    "a history of other columns": (lambda r: r["journal"][0].pop("who"), "columns of a journal"),
    "a history of other types": (lambda r: r["journal"][0].update(seq="1"), "no journal holds"),
    "a case its history doesn't know": (
        lambda r: r["case"]["claims"][0].update(reasoning="Trust me."),
        "its case and its history disagree",
    ),
    "a lone half of a pair": (lambda r: (r.pop("journal"), r.pop("copies"), _half(r)), "no case file can"),
}


def _half(record: dict[str, Any]) -> None:
    record["case"]["claims"][0]["reasoning"] = "\ud83d"


@pytest.mark.parametrize("what", DAMAGE)
def test_a_bad_record_is_refused_in_a_sentence_and_makes_no_file(tmp_path: Path, what: str) -> None:
    edit, told = DAMAGE[what]
    path = written(closed(bridge.with_note(tmp_path)))
    record = json.loads(path.read_bytes())
    edit(record)
    path.write_text(json.dumps(record))
    with pytest.raises(CaseFileError, match=told):
        taken_in(path)
    assert not (tmp_path / "again.factcase").exists()
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "JSON"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a": ' * 200_000, "nested too deeply"),
        (b'{"format": "fact-check-record", "format": "fact-check-record"}', "stands there twice"),
        (b'{"format": "fact-check-record", "version": 1, "case": NaN}', "NaN is no number"),
        (b'{"format": "fact-check-record", "version": 1, "case": ' + b"9" * 5_000 + b"}", "JSON"),
    ],
)
def test_what_is_no_record_at_all_is_said(tmp_path: Path, raw: bytes, told: str) -> None:
    record = tmp_path / "r.json"
    record.write_bytes(raw)
    with pytest.raises(CaseFileError, match=told):
        taken_in(record)


def test_a_record_cut_anywhere_is_refused(tmp_path: Path) -> None:
    whole = written(closed(bridge.with_note(tmp_path))).read_bytes()
    cut = tmp_path / "cut.json"
    for end in range(0, len(whole) - 3, len(whole) // 40):
        cut.write_bytes(whole[:end])
        with pytest.raises(CaseFileError):
            taken_in(cut)


def test_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(CaseFileError, match="too large"):
        taken_in(path)


def test_neither_a_folder_nor_a_missing_file_is_a_record(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.json"):
        with pytest.raises(UserFacingError, match="not there or no ordinary file"):
            taken_in(path, "x.factcase")


def test_a_case_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path = closed(bridge.with_note(tmp_path))
    before = path.read_bytes()
    with pytest.raises(CaseFileError, match="already exists"):
        taken_in(written(path), path.name)
    assert path.read_bytes() == before


def test_a_record_is_known_by_its_content_or_its_name(tmp_path: Path) -> None:
    record = written(closed(bridge.with_note(tmp_path)))
    renamed = record.rename(tmp_path / "handed over")
    article = tmp_path / "article.txt"
    article.write_text("A bridge reopened.")
    assert is_record(renamed)
    assert is_record(tmp_path / "any.JSON")
    assert not is_record(article)
    assert not is_record(tmp_path)
    assert not is_record(tmp_path / "none")
