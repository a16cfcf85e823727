"""Damage is told in a sentence wherever it is met; what goes wrong in a sound file is a bug of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.bridge import ROSA, altered, begin, claim, with_note
from workbench.cli import main
from workbench.errors import DamagedCaseError
from workbench.storage.schema import APPLICATION_ID, LATEST
from workbench.workflow.backing_up import list_backups
from workbench.workflow.checking import edit_claim
from workbench.workflow.history import read_history
from workbench.workflow.marking import add_claim
from workbench.workflow.opening import open_case, read_case
from workbench.workflow.undoing import undo


@pytest.fixture
def case(tmp_path: Path) -> Path:
    with with_note(tmp_path) as file:
        edit_claim(file, claim(file, 1).id, reasoning="See the order.")
        return file.path


@pytest.mark.parametrize("version", range(LATEST + 1))
def test_a_case_without_tables_gets_a_sentence_from_every_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], version: int
) -> None:
    path = tmp_path / "hollow.factcase"
    connection = sqlite3.connect(path)
    for statement in (f"application_id = {APPLICATION_ID}", f"user_version = {version}"):
        connection.execute(f"PRAGMA {statement}")
    connection.execute("VACUUM")
    connection.close()
    export = ["export", str(path), "--to", "json", "-o", str(tmp_path / "out.json")]
    add = ["evidence", "add", str(path), "--claim", "1", "--stance", "supports", "--title", "Order"]
    rescue = ["rescue", str(path), "-o", str(tmp_path / "rescued.factcase")]
    for words in (export, add, ["verify", str(path)], rescue):
        assert main(words) == 1
        told = capsys.readouterr().err.splitlines()
        assert all(line.startswith("fact-check: ") for line in told)
        assert told
    assert sorted(found.name for found in tmp_path.iterdir()) == ["hollow.factcase"]


def test_what_can_be_read_is_rescued_on_the_command_line(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    altered(case, "UPDATE journal SET after = '}{' WHERE seq = 4", "DELETE FROM contents WHERE true")
    new = case.with_name("new.factcase")
    assert main(["rescue", str(case), "-o", str(new)]) == 0
    told = capsys.readouterr()
    assert told.out == f"{new}: 4 claims, 1 notes; look through them before you go on\n"
    assert len(told.err.splitlines()) == 2
    with open_case(new, who=ROSA) as file:
        assert claim(file, 1).reasoning == "See the order."


def test_an_older_case_without_its_tables_is_not_upgraded(tmp_path: Path, case: Path) -> None:
    altered(case, "PRAGMA user_version = 2")
    before = case.read_bytes()
    with pytest.raises(DamagedCaseError):
        open_case(case, who=ROSA)
    assert case.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "work"),
    [
        ("UPDATE journal SET after = '}{' WHERE seq = 4", lambda file: read_history(file)),
        ("UPDATE journal SET claims = '}{' WHERE seq = 4", lambda file: read_history(file)),
        ("UPDATE journal SET before = '[[1]]' WHERE seq = 4", undo),
        ("DELETE FROM journal WHERE seq > 1", lambda file: edit_claim(file, claim(file, 1).id, reasoning="New.")),
        ("UPDATE numbering SET last = 1", lambda file: add_claim(file, claim(file, 1).span)),
    ],
)
def test_rows_that_contradict_each_other_are_damage(case: Path, damage: str, work: Callable[..., object]) -> None:
    with open_case(altered(case, damage), who=ROSA) as file:
        before = read_case(file)
        with pytest.raises(DamagedCaseError, match="rescue what can be read"):
            work(file)
        assert read_case(file) == before


def test_what_goes_wrong_in_a_sound_file_is_a_bug_of_ours(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        with pytest.raises(KeyError), file.reading():
            raise KeyError("ours")
        with pytest.raises(sqlite3.IntegrityError), file.act("odd") as act:
            act.delete("claims", claim(file, 1).id)


def test_the_backups_of_a_case_that_cannot_tell_what_it_is(case: Path) -> None:
    assert list_backups(altered(case, "DELETE FROM cases WHERE true")) == ()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE anchors SET end_at = 100000 WHERE position = 0",
        "DELETE FROM sources WHERE true",
        "DELETE FROM snapshots WHERE true",
    ],
)
def test_a_place_beyond_the_text_and_a_source_that_is_gone_are_damage(case: Path, damage: str) -> None:
    altered(case, damage)
    with open_case(case, who=ROSA) as file, pytest.raises(DamagedCaseError):
        read_case(file)
