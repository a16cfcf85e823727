"""Disk full, read-only, deleted, replaced, damaged: one sentence, nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.bridge import JONAS, ROSA, SCALE, begin, claim, contents, copy, imported, left_by_a_crash, with_note
from workbench.errors import CaseFileError, DamagedCaseError, OnlyReadableError
from workbench.storage import connection as connections
from workbench.storage.case_file import CaseFile
from workbench.storage.rows import Act
from workbench.temporary import part
from workbench.workflow.backing_up import save_copy
from workbench.workflow.checking import edit_claim
from workbench.workflow.noting import NoteFields, SnapshotFile, add_note
from workbench.workflow.opening import new_case, open_case, read_case
from workbench.workflow.verifying import verify


def pragma(file: CaseFile, name: str) -> object:
    with file.reading() as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_what_holds_for_every_connection(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        assert pragma(file, "foreign_keys") == 1
        assert pragma(file, "journal_mode") == "wal"
        assert pragma(file, "synchronous") == 2  # FULL
        assert pragma(file, "application_id") == int.from_bytes(b"FCWB", "big")
        with file.reading() as connection:
            tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    lax = {name for name, strict in tables if not strict and "_search" not in name and not name.startswith("sqlite_")}
    assert lax == {"_sqlite_migrations"}


def test_a_closed_case_is_a_single_file(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        assert sorted(path.suffix for path in tmp_path.iterdir()) == [
            ".factcase",
            ".factcase-shm",
            ".factcase-wal",
            ".lock",
        ]
        edit_claim(file, claim(file, 1).id, reasoning="x" * 100_000)
    assert [path.name for path in tmp_path.iterdir()] == ["bridge.factcase"]
    assert connections.read_header(file.path).version
    assert verify(file.path).is_sound


def test_an_act_that_fails_leaves_nothing_of_itself(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        before = contents(file.path, with_journal=True)
        with pytest.raises(ZeroDivisionError):
            _half_an_act(file, lambda _: 1 / 0)
        with pytest.raises(sqlite3.IntegrityError):
            _half_an_act(file, lambda act: act.insert("links", {"id": "1", "claim_id": "gone"}))
        assert contents(file.path, with_journal=True) == before
        edit_claim(file, claim(file, 1).id, reasoning="the next act goes through")


def _half_an_act(file: CaseFile, then: Callable[[Act], object]) -> None:
    with file.act("edit claim") as act:
        act.update("claims", claim(file, 1).id, {"reasoning": "half of it"})
        then(act)


def test_a_full_disk_in_the_middle_of_a_save(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        edit_claim(file, claim(file, 1).id, reasoning="saved before")
        before = contents(file.path, with_journal=True)
        pages = pragma(file, "page_count")
        assert pragma(file, f"max_page_count = {pages}") == pages  # the disk has no room for more
        with pytest.raises(CaseFileError, match=r"full.*not saved.*Free some space"):
            add_note(file, NoteFields("Film"), {}, SnapshotFile("film.mp4", bytes(500_000)))
        assert contents(file.path, with_journal=True) == before
        pragma(file, "max_page_count = 1000000")
        add_note(file, NoteFields("Film"), {}, SnapshotFile("film.mp4", bytes(500_000)))
    assert verify(file.path).is_sound


@pytest.mark.skipif(os.name != "posix", reason="an open file can't be taken away there")
@pytest.mark.parametrize(
    "take_away",
    [
        lambda path: path.unlink(),
        lambda path: path.rename(path.with_name("moved.factcase")),
        lambda path: shutil.copy(path, path.with_name("other")) and path.with_name("other").replace(path),
    ],
    ids=["deleted", "moved", "replaced"],
)
def test_a_file_taken_away_while_open_is_noticed_and_can_be_saved(
    tmp_path: Path, take_away: Callable[[Path], object]
) -> None:
    with begin(tmp_path) as file:
        edit_claim(file, claim(file, 1).id, reasoning="saved before")
        take_away(file.path)
        with pytest.raises(CaseFileError, match=r"deleted, moved or replaced.*Save a copy"):
            edit_claim(file, claim(file, 1).id, reasoning="too late")
        save_copy(file, tmp_path / "saved.factcase")
        assert read_case(file).claims[0].reasoning == "saved before"
    with open_case(tmp_path / "saved.factcase", who=ROSA) as saved:
        assert claim(saved, 1).reasoning == "saved before"
    assert verify(tmp_path / "saved.factcase").is_sound


@pytest.mark.skipif(os.name != "posix", reason="an open file can't be taken away there")
@pytest.mark.parametrize("noticed", [True, False], ids=["noticed by an act", "noticed at the end"])
def test_a_file_put_in_the_place_of_an_open_one_is_not_spoiled_by_its_log(tmp_path: Path, noticed: bool) -> None:
    (tmp_path / "second").mkdir()
    with with_note(tmp_path / "second") as second:
        edit_claim(second, claim(second, 2).id, reasoning="of the second")
    with begin(tmp_path) as file:
        edit_claim(file, claim(file, 1).id, reasoning="saved before")
        file.path.rename(tmp_path / "moved.factcase")
        shutil.copy(second.path, file.path)
        if noticed:
            with pytest.raises(CaseFileError, match="replaced"):
                edit_claim(file, claim(file, 1).id, reasoning="too late")
    assert verify(file.path).is_sound
    with open_case(file.path, who=ROSA) as another:
        assert claim(another, 2).reasoning == "of the second"
    with open_case(tmp_path / "moved.factcase", who=ROSA) as moved:
        assert claim(moved, 1).reasoning == "saved before"
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"second", "bridge.factcase", "moved.factcase"}


def test_a_copy_never_overwrites(tmp_path: Path) -> None:
    with begin(tmp_path) as file, pytest.raises(CaseFileError, match="already exists"):
        save_copy(file, file.path)


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "case.factcase").symlink_to(tmp_path / "gone.factcase")
    with pytest.raises(CaseFileError, match="already exists"):
        CaseFile.create(tmp_path / "case.factcase", ROSA)
    assert [left.name for left in tmp_path.iterdir()] == ["case.factcase"]


def test_a_name_that_is_too_long_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="too long for a case file"):
        CaseFile.create(tmp_path / f"{'n' * 300}.factcase", ROSA)
    assert list(tmp_path.iterdir()) == []


def make_read_only(path: Path) -> None:
    path.chmod(0o500)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write everywhere")


def test_a_read_only_file_is_offered_read_only(tmp_path: Path) -> None:
    begin(tmp_path).close()
    make_read_only(tmp_path / "bridge.factcase")
    with pytest.raises(OnlyReadableError, match="Open it read-only"):
        open_case(tmp_path / "bridge.factcase", who=ROSA)
    with open_case(tmp_path / "bridge.factcase", who=ROSA, read_only=True) as file:
        assert len(read_case(file).claims) == 4


def test_a_case_on_read_only_media(tmp_path: Path) -> None:
    begin(tmp_path).close()
    make_read_only(tmp_path)
    try:
        with pytest.raises(OnlyReadableError, match="Open it read-only"):
            open_case(tmp_path / "bridge.factcase", who=ROSA)
        with open_case(tmp_path / "bridge.factcase", who=ROSA, read_only=True) as file:
            assert len(read_case(file).claims) == 4
        with pytest.raises(CaseFileError, match="Choose another folder"):
            new_case(imported(), tmp_path / "new.factcase", who=ROSA, scale=SCALE)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_text("Dear diary, " * 50), "is not a case file"),
        (lambda path: sqlite3.connect(path).execute("CREATE TABLE a (b)").connection.close(), "is not a case file"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda _: None, "There is no file"),
    ],
    ids=["empty", "text", "another database", "folder", "missing"],
)
def test_what_is_no_case_file(tmp_path: Path, make: Callable[[Path], object], told: str) -> None:
    path = tmp_path / "diary.factcase"
    make(path)
    for read_only in (False, True):
        with pytest.raises(CaseFileError, match=told):
            open_case(path, who=ROSA, read_only=read_only)
    assert [found.name for found in tmp_path.iterdir()] in ([], ["diary.factcase"])


def test_an_article_opened_as_a_case_is_told_from_a_damaged_case(tmp_path: Path) -> None:
    for name, kind in (("article.txt", CaseFileError), ("budget.factcase", DamagedCaseError)):
        (tmp_path / name).write_text("Dear diary, " * 50)
        with pytest.raises(CaseFileError, match="is not a case file") as told:
            open_case(tmp_path / name, who=ROSA)
        assert type(told.value) is kind


def test_a_case_cut_short_by_a_broken_copy(tmp_path: Path) -> None:
    with_note(tmp_path).close()
    whole = (tmp_path / "bridge.factcase").read_bytes()
    (tmp_path / "bridge.factcase").write_bytes(whole[: len(whole) // 2])
    with (
        pytest.raises(DamagedCaseError, match=r"is damaged. Restore a backup, or rescue"),
        open_case(tmp_path / "bridge.factcase", who=ROSA) as file,
    ):
        read_case(file)


def test_a_crash_leaves_everything_that_was_saved(tmp_path: Path) -> None:
    crashed = left_by_a_crash(tmp_path)
    with open_case(crashed, who=ROSA) as again:
        assert claim(again, 1).reasoning == "saved"
    assert [path.name for path in crashed.parent.iterdir()] == ["bridge.factcase"]


def test_the_log_that_a_crash_left_spoils_no_new_case_of_that_name(tmp_path: Path) -> None:
    crashed = left_by_a_crash(tmp_path)
    elsewhere = crashed.rename(tmp_path / "moved.factcase")
    with pytest.raises(CaseFileError, match="factcase-wal” is there, the last acts"):
        begin(crashed.parent)
    assert [path.name for path in crashed.parent.iterdir()] == ["bridge.factcase-wal"]
    elsewhere.rename(crashed)
    with open_case(crashed, who=ROSA) as again:
        assert claim(again, 1).reasoning == "saved"


@pytest.mark.skipif(os.name != "posix", reason="links need rights here")
def test_a_case_that_a_crash_left_is_read_whole_by_a_link_too(tmp_path: Path) -> None:
    crashed = left_by_a_crash(tmp_path)
    link = tmp_path / "link.factcase"
    link.symlink_to(crashed)
    copied = connections.copied(link, tmp_path / "crashed")
    assert Path(f"{copied}-wal").read_bytes() == Path(f"{crashed}-wal").read_bytes()


def test_what_a_crash_left_is_read_without_tidying_it_up_there(tmp_path: Path) -> None:
    """A rollback that never came to its end, as beside a case in a cloud folder: looking must not write."""
    begin(tmp_path).close()
    path = tmp_path / "bridge.factcase"
    before = contents(path)
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")  # pages go to the file before the commit
    connection.execute("BEGIN")
    connection.execute("UPDATE claims SET reasoning = 'half a change' || hex(randomblob(20000))")
    for suffix in ("", "-journal"):
        shutil.copy(f"{path}{suffix}", crashed)
    connection.close()
    left = [(beside, beside.read_bytes()) for beside in sorted(crashed.iterdir())]
    assert len(left) == 2
    assert verify(crashed / "bridge.factcase").findings == ()
    with open_case(crashed / "bridge.factcase", who=ROSA, read_only=True) as file:
        assert [found.reasoning for found in read_case(file).claims] == [""] * 4
    assert [(beside, beside.read_bytes()) for beside in sorted(crashed.iterdir())] == left
    open_case(crashed / "bridge.factcase", who=ROSA).close()
    assert contents(crashed / "bridge.factcase") == before


def test_a_half_made_file_of_a_crash_is_swept(tmp_path: Path) -> None:
    ours = part(tmp_path)
    left = ours.with_name(ours.name.replace(str(os.getpid()), "999999999"))
    elsewhere = left.with_name(left.name.replace("fact-check-", "fact-check-0"))
    for path in (left, Path(f"{left}-journal"), ours, elsewhere):
        path.touch()
    begin(tmp_path).close()
    assert {path.name for path in tmp_path.iterdir()} == {"bridge.factcase", ours.name, elsewhere.name}


def test_only_the_thread_that_opened_it_may_use_it(tmp_path: Path) -> None:
    caught: list[Exception] = []

    def use() -> None:
        try:
            read_case(file)
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    with begin(tmp_path) as file:
        thread = threading.Thread(target=use)
        thread.start()
        thread.join()
    assert len(caught) == 1


def test_names_with_every_sort_of_letter(tmp_path: Path) -> None:
    folder = tmp_path / "Fälle & 100% #1? 文件"
    folder.mkdir()
    begin(folder, JONAS).close()
    path = copy(folder / "bridge.factcase", "übrig [x] ‘?#%20’.factcase")
    with open_case(path, who=JONAS) as file:
        assert len(read_case(file).claims) == 4


def test_a_case_says_nothing_of_its_content_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    with with_note(tmp_path) as file:
        edit_claim(file, claim(file, 1).id, reasoning="The minister told me so.")
    assert caplog.text == ""
