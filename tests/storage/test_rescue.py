"""What can be saved of a damaged case."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.bridge import ORDER, ROSA, begin, claim, contents, copy, with_note
from workbench.errors import CaseFileError, DamagedCaseError
from workbench.workflow.backing_up import rescue
from workbench.workflow.checking import edit_claim
from workbench.workflow.noting import snapshot_bytes
from workbench.workflow.opening import open_case, read_case
from workbench.workflow.undoing import undo
from workbench.workflow.verifying import verify

PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with with_note(tmp_path_factory.mktemp("sound")) as file:
        for number in (1, 2, 3, 4):
            edit_claim(file, claim(file, number).id, reasoning=f"Reasoning {number}. " * 200)
        return file.path


def root_page(path: Path, table: str) -> int:
    connection = sqlite3.connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    connection.close()
    return int(page)


def wiped(sound: Path, folder: Path, *tables: str) -> Path:
    """A copy in which the first page of each of `tables` has been overwritten."""
    spoiled = bytearray(sound.read_bytes())
    for table in tables:
        begin = (root_page(sound, table) - 1) * PAGE
        spoiled[begin : begin + PAGE] = b"\xff" * PAGE
    path = folder / "damaged.factcase"
    path.write_bytes(spoiled)
    return path


@pytest.mark.parametrize("table", ["claims", "anchors", "links", "evidence", "sources", "drafts", "claims_search_data"])
def test_from_a_sound_journal_everything_comes_back(sound: Path, tmp_path: Path, table: str) -> None:
    damaged = wiped(sound, tmp_path, table)
    assert not verify(damaged).is_sound
    result = rescue(damaged, tmp_path / "rescued.factcase", who=ROSA)
    assert (result.whole, result.claims, result.notes, result.copies_lost) == (True, 4, 1, ())
    assert (
        contents(result.path, with_journal=True).items()
        >= {name: rows for name, rows in contents(sound, with_journal=True).items() if name != "desk"}.items()
    )
    assert verify(result.path) == verify(sound)
    with open_case(result.path, who=ROSA) as file:
        assert undo(file) is not None


def test_without_the_journal_the_tables_come_back(sound: Path, tmp_path: Path) -> None:
    result = rescue(wiped(sound, tmp_path, "journal"), tmp_path / "rescued.factcase", who=ROSA)
    assert (result.whole, result.claims, result.notes) == (False, 4, 1)
    with open_case(sound, who=ROSA) as before, open_case(result.path, who=ROSA) as after:
        assert read_case(after).claims == read_case(before).claims
        assert read_case(after).links == read_case(before).links
        assert snapshot_bytes(after, next(iter(read_case(after).evidence.values())).snapshot) == ORDER.content
    assert verify(result.path).findings == ()


def test_a_trigger_of_somebody_elses_is_refused_and_left_behind(sound: Path, tmp_path: Path) -> None:
    path = copy(sound, "altered.factcase")
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER mine AFTER INSERT ON journal BEGIN UPDATE claims SET outcome = 'ok'; END")
    connection.close()
    with pytest.raises(DamagedCaseError, match="altered by another program"):
        open_case(path, who=ROSA)
    result = rescue(path, tmp_path / "rescued.factcase", who=ROSA)
    assert result.whole
    open_case(result.path, who=ROSA).close()
    path.unlink()


def test_a_lost_copy_is_named(sound: Path, tmp_path: Path) -> None:
    result = rescue(wiped(sound, tmp_path, "contents"), tmp_path / "rescued.factcase", who=ROSA)
    assert result.whole
    assert len(result.copies_lost) == 2
    with open_case(result.path, who=ROSA) as file:
        assert len(read_case(file).claims) == 4


def test_nothing_goes_because_what_is_known_about_its_copy_is_lost(sound: Path, tmp_path: Path) -> None:
    damaged = wiped(sound, tmp_path, "journal", "snapshots")
    result = rescue(damaged, tmp_path / "rescued.factcase", who=ROSA)
    assert (result.claims, result.notes, result.copies_lost) == (4, 1, ())
    with open_case(result.path, who=ROSA) as after:
        case = read_case(after)
        assert snapshot_bytes(after, next(iter(case.evidence.values())).snapshot) == ORDER.content
    assert verify(result.path).findings == ()


def test_rows_that_make_no_sense_give_way_to_the_journal_before_the_damage(sound: Path, tmp_path: Path) -> None:
    path = copy(sound, "odd.factcase")
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER journal_is_never_edited")
    connection.execute("UPDATE journal SET who = 'x' WHERE seq = 6")
    connection.execute("UPDATE cases SET scale = '}{'")
    connection.commit()
    connection.close()
    result = rescue(path, tmp_path / "rescued.factcase", who=ROSA)
    with open_case(result.path, who=ROSA) as after:
        assert [bool(found.reasoning) for found in read_case(after).claims] == [True, True, True, False]
    assert verify(result.path).findings == ()
    path.unlink()


def test_a_spoiled_column_name_costs_nothing(sound: Path, tmp_path: Path) -> None:
    path = copy(sound, "odd.factcase")
    path.write_bytes(path.read_bytes().replace(b"correction TEXT NOT NULL", b"corruption TEXT NOT NULL"))
    with pytest.raises(DamagedCaseError):
        open_case(path, who=ROSA)
    result = rescue(path, tmp_path / "rescued.factcase", who=ROSA)
    assert result.whole
    assert verify(result.path) == verify(sound)
    path.unlink()


@pytest.mark.parametrize("at", [0, 16, 18, 20, 44, 56, 60, 68], ids=str)
def test_a_spoiled_header_costs_nothing(sound: Path, tmp_path: Path, at: int) -> None:
    spoiled = bytearray(sound.read_bytes())
    spoiled[at : at + 4] = bytes(4)
    path = tmp_path / "spoiled.factcase"
    path.write_bytes(spoiled)
    result = rescue(path, tmp_path / "rescued.factcase", who=ROSA)
    assert result.whole
    assert verify(result.path) == verify(sound)


def test_a_spoiled_header_costs_no_act_that_stands_in_the_log_only(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        edit_claim(file, claim(file, 1).id, reasoning="The last words.")
        crashed = tmp_path / "crashed" / "case.factcase"
        crashed.parent.mkdir()
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{file.path}{suffix}", f"{crashed}{suffix}")
        with crashed.open("r+b") as stream:
            stream.write(bytes(4))
        result = rescue(crashed, tmp_path / "rescued.factcase", who=ROSA)
        assert result.whole
        with open_case(result.path, who=ROSA) as rescued:
            assert read_case(rescued).digest == read_case(file).digest


def test_too_little_left(sound: Path, tmp_path: Path) -> None:
    damaged = wiped(sound, tmp_path, "journal", "drafts")
    with pytest.raises(DamagedCaseError, match="Restore a backup"):
        rescue(damaged, tmp_path / "rescued.factcase", who=ROSA)
    assert [path.name for path in tmp_path.iterdir()] == ["damaged.factcase"]


def test_rescue_never_overwrites(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "rescued.factcase").write_text("mine")
    with pytest.raises(CaseFileError, match="already exists"):
        rescue(sound, tmp_path / "rescued.factcase", who=ROSA)
    assert copy(sound, "again.factcase").exists()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(page=st.integers(1, 200), junk=st.sampled_from([b"\x00", b"\xff", b"\x0d"]))
def test_whatever_page_is_lost_there_is_a_sound_file_or_a_sentence(
    sound: Path, tmp_path: Path, page: int, junk: bytes
) -> None:
    spoiled = bytearray(sound.read_bytes())
    begin = page * PAGE % len(spoiled)
    spoiled[begin : begin + PAGE] = junk * PAGE
    damaged, target = tmp_path / "damaged.factcase", tmp_path / "rescued.factcase"
    damaged.write_bytes(spoiled)
    target.unlink(missing_ok=True)
    try:
        result = rescue(damaged, target, who=ROSA)
    except CaseFileError:
        assert not target.exists()
        return
    missing = {f"contents {sha256}: the copy is missing" for sha256 in result.copies_lost}
    about_copies = ("contents", "snapshots", "snapshot_texts")
    assert {finding for finding in verify(target).findings if not finding.startswith(about_copies)} == set()
    assert bool(missing) == bool(verify(target).findings)


def test_a_schema_that_makes_no_sense_hides_its_own_table_only(sound: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.factcase"
    damaged.write_bytes(sound.read_bytes().replace(b"CREATE TABLE journal", b"CREATE T\xffBLE journal"))
    assert damaged.read_bytes() != sound.read_bytes()
    result = rescue(damaged, tmp_path / "rescued.factcase", who=ROSA)
    assert (result.claims, result.notes) == (4, 1)


def test_of_which_nothing_can_be_read_is_not_sent_to_rescue_again(sound: Path, tmp_path: Path) -> None:
    for length in (PAGE, 2 * PAGE + 100):
        damaged = tmp_path / "damaged.factcase"
        damaged.write_bytes(sound.read_bytes()[:length])
        with pytest.raises(DamagedCaseError, match=r"Too little of this case can be read.*Restore a backup"):
            rescue(damaged, tmp_path / "rescued.factcase", who=ROSA)
        assert list(tmp_path.iterdir()) == [damaged]
