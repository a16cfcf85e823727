"""Backups: made when something changed, thinned by a rule, restored without losing the present one."""

from __future__ import annotations

import sqlite3
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.bridge import JONAS, ROSA, begin, claim, copy, left_by_a_crash, with_note
from workbench.domain.claim import Status
from workbench.errors import CaseFileError, OnlyReadableError
from workbench.storage.backup_folder import NEWEST, to_keep
from workbench.workflow.backing_up import back_up, list_backups, restore
from workbench.workflow.checking import edit_claim, set_status
from workbench.workflow.opening import open_case, read_case
from workbench.workflow.verifying import verify

NOW = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)


def test_a_backup_is_made_only_when_something_changed(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        first = back_up(file.path)
        assert first is not None
        assert back_up(file.path) is None
        edit_claim(file, claim(file, 1).id, reasoning="New.")
        second = back_up(file.path)
        assert second is not None
        assert {first, second} == {backup.path for backup in list_backups(file.path)}
        assert first.parent == tmp_path / "bridge backups"
        for folder_or_file in (first.parent, first, second):
            assert stat.S_IMODE(folder_or_file.stat().st_mode) & 0o077 == 0
    for path in (first, second):
        assert verify(path).is_sound
    assert {path.name for path in first.parent.iterdir()} == {first.name, second.name}


def test_a_backup_holds_what_is_only_in_the_log_yet(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        edit_claim(file, claim(file, 1).id, reasoning="a moment ago")
        backup = back_up(file.path, tmp_path / "elsewhere" / "backups")
        assert backup is not None
        with open_case(backup, who=ROSA, read_only=True) as copied:
            assert read_case(copied) == read_case(file)


@pytest.mark.parametrize("folder", ["desk", "Dropbox"])
def test_a_backup_is_made_from_another_thread_while_acts_go_on(tmp_path: Path, folder: str) -> None:
    made: list[Path | None] = []
    (tmp_path / folder).mkdir()
    with begin(tmp_path / folder) as file:
        thread = threading.Thread(target=lambda: made.append(back_up(file.path)))
        thread.start()
        for number in range(20):
            edit_claim(file, claim(file, 1).id, reasoning=f"as of {number}")
        thread.join()
    assert made
    assert made[0]
    assert verify(made[0]).is_sound


def test_backups_asked_for_at_one_moment_make_one(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        for round_ in range(5):
            edit_claim(file, claim(file, 1).id, reasoning=f"as of {round_}")
            together = threading.Barrier(6)

            def ask(_: int, together: threading.Barrier = together) -> Path | None:
                together.wait()
                return back_up(file.path)

            with ThreadPoolExecutor(6) as pool:
                made = [one for one in pool.map(ask, range(6)) if one is not None]
            assert len(made) == 1
            assert verify(made[0]).is_sound


def test_the_list_tells_what_each_holds(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        back_up(file.path)
        set_status(file, claim(file, 1).id, Status.CHECKED)
        back_up(file.path)
        newest, oldest = list_backups(file.path)
        assert (newest.claims, newest.checked, newest.notes, newest.last_act) == (4, 1, 1, "mark checked")
        assert (oldest.checked, oldest.last_act, oldest.acts) == (0, "add evidence", 3)
        assert newest.digest == read_case(file).digest
        assert newest.last_saved == read_case(file).last_saved
        assert newest.size == newest.path.stat().st_size
    newest.path.write_bytes(b"spoiled")
    assert list_backups(file.path)[0].claims is None


def test_restoring_keeps_the_present_case(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        backup = back_up(file.path)
        assert backup is not None
        edit_claim(file, claim(file, 1).id, reasoning="an afternoon of work")
        with pytest.raises(OnlyReadableError):
            restore(file.path, backup, who=ROSA)
    kept = restore(file.path, backup, who=ROSA)
    with open_case(file.path, who=ROSA) as restored:
        assert claim(restored, 1).reasoning == ""
    assert kept is not None
    with open_case(kept, who=ROSA, read_only=True) as present:
        assert claim(present, 1).reasoning == "an afternoon of work"
    assert list_backups(file.path)[0].reason == "before restore"
    assert restore(file.path, kept, who=ROSA) != kept
    with open_case(file.path, who=ROSA) as again:
        assert claim(again, 1).reasoning == "an afternoon of work"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bridge backups", "bridge.factcase"]


@pytest.mark.parametrize("spoiled", [b"", b"x" * 5000, None], ids=["empty", "overwritten", "half"])
def test_a_damaged_case_is_kept_byte_for_byte_when_a_backup_takes_its_place(
    tmp_path: Path, spoiled: bytes | None
) -> None:
    with with_note(tmp_path) as file:
        backup = back_up(file.path)
    assert backup is not None
    left = file.path.read_bytes()[:50_000] if spoiled is None else spoiled
    file.path.write_bytes(left)
    assert [found.path for found in list_backups(file.path)] == [backup]
    kept = restore(file.path, backup, who=ROSA)
    assert kept is not None
    assert kept.read_bytes() == left
    assert verify(file.path).is_sound


def test_a_case_that_vanished_comes_back(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        backup = back_up(file.path)
    file.path.unlink()
    assert backup is not None
    assert restore(file.path, backup, who=ROSA) is None
    assert verify(file.path).is_sound


def test_a_case_that_vanished_after_a_crash_comes_back_without_the_log_that_stayed(tmp_path: Path) -> None:
    crashed = left_by_a_crash(tmp_path)
    with open_case(crashed, who=ROSA, read_only=True) as file:
        backup = back_up(file.path)
        edited = read_case(file)
    assert backup is not None
    log = Path(f"{crashed}-wal").read_bytes()
    crashed.unlink()
    kept = restore(crashed, backup, who=ROSA)
    assert kept is not None
    assert Path(f"{kept}-wal").read_bytes() == log
    assert not Path(f"{crashed}-wal").exists()
    with open_case(crashed, who=ROSA) as file:
        assert read_case(file) == edited


def test_no_backup_takes_the_place_of_a_case_that_is_being_read(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        backup = back_up(file.path)
    assert backup is not None
    path = file.path
    writer = open_case(path, who=ROSA)
    edit_claim(writer, claim(writer, 1).id, reasoning="Before.")
    with open_case(path, who="", read_only=True) as reader, reader.reading():
        assert read_case(reader)
        edit_claim(writer, claim(writer, 1).id, reasoning="After.")
        writer.close()
        with pytest.raises(CaseFileError, match="being read elsewhere"):
            restore(path, backup, who=JONAS)
    with open_case(path, who=ROSA) as file:
        assert claim(file, 1).reasoning == "After."
    restore(path, backup, who=JONAS)
    with open_case(path, who=ROSA) as file:
        assert not claim(file, 1).reasoning


def test_a_backup_of_another_case_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with begin(tmp_path / "other", JONAS) as other:
        foreign = back_up(other.path)
    with begin(tmp_path) as file:
        before = read_case(file)
    assert foreign is not None
    with pytest.raises(CaseFileError, match="another case"):
        restore(file.path, foreign, who=ROSA)
    with open_case(file.path, who=ROSA) as again:
        assert read_case(again) == before


def test_two_cases_of_one_name_share_a_backup_folder(tmp_path: Path) -> None:
    shared = tmp_path / "backups"
    paths = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        with begin(tmp_path / name) as file:
            paths.append(file.path)
            assert back_up(file.path, shared)
            assert back_up(file.path, shared) is None
    assert [len(list_backups(path, shared)) for path in paths] == [1, 1]
    assert len(list(shared.iterdir())) == 2


def test_thinning_leaves_what_is_not_a_backup_of_this_case(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        folder = tmp_path / "bridge backups"
        folder.mkdir()
        copy(file.path, "bridge backups/bridge final version.factcase")
        with file.reading() as connection:
            (case_id,) = connection.execute("SELECT id FROM cases").fetchone()
        copy(file.path, f"bridge backups/bridge 2019-99-99 10.00.00 {case_id[:8]}.factcase")
        old = [folder / f"bridge 2019-01-{day:02} 10.00.00 {case_id[:8]}.factcase" for day in range(1, 20)]
        for path in old:
            path.touch()
        Path(f"{old[0]}-wal").touch()
        back_up(file.path)
    left = {path.name for path in folder.iterdir()}
    assert "bridge final version.factcase" in left
    assert len(left) == NEWEST + 2
    assert old[-1].name in left
    assert old[0].name not in left


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0, 900 * 24), max_size=80))
def test_the_thinning_rule(ages: list[float]) -> None:
    """Ages in hours."""
    times = {NOW - timedelta(hours=age) for age in ages}
    kept = to_keep(times, NOW)
    assert kept <= times
    assert set(sorted(times, reverse=True)[:NEWEST]) <= kept
    assert len(kept) <= NEWEST + 25 + 31 + 54
    assert kept == to_keep(kept, NOW)  # thinning again takes nothing more away
    for made in times:
        age = NOW - made
        if age <= timedelta(days=30):
            assert any(other.date() == made.date() for other in kept)
        if age <= timedelta(days=1):
            assert any(other.strftime("%d %H") == made.strftime("%d %H") for other in kept)


def test_a_backup_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with begin(tmp_path) as file, pytest.raises(CaseFileError, match="Choose another in the settings"):
        back_up(file.path, tmp_path / "taken" / "backups")


def test_a_backup_is_an_ordinary_database_without_a_log(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        backup = back_up(file.path)
    connection = sqlite3.connect(f"file:{backup}?mode=ro", uri=True)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()
