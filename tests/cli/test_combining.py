"""`fact-check combine`, run as a script would run it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.bridge import JONAS, ROSA, claim, copy, with_note
from workbench import settings
from workbench.cli import main
from workbench.workflow import backing_up, checking, marking
from workbench.workflow.opening import open_case
from workbench.workflow.verifying import verify

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """Rosa's case and Jonas's copy, with work of each since they parted."""
    with with_note(tmp_path) as file:
        path = file.path
    other = copy(path, "jonas.factcase")
    for chosen, who, outcome, number in ((path, ROSA, "ok", 1), (other, JONAS, "change", 2)):
        with open_case(chosen, who=who) as file:
            checking.set_outcome(file, claim(file, 4).id, outcome)
            checking.edit_claim(file, claim(file, number).id, reasoning=f"As {who} found.")
    return path, other


def test_what_was_taken_in_and_what_differs_is_said(copies: tuple[Path, Path], capsys: Capture) -> None:
    path, other = copies
    before = other.read_bytes()
    assert main(["combine", str(path), str(other)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{path}: 2 acts of {JONAS} taken in; claims changed: 2\n"
    assert said.err == "fact-check: claim 4, outcome: “OK” stays; the copy has “Change to …”\n"
    assert other.read_bytes() == before
    assert verify(path).is_sound
    assert backing_up.list_backups(path, settings.load().backup_folder)


def test_what_was_deleted_is_said(copies: tuple[Path, Path], capsys: Capture) -> None:
    path, other = copies
    with open_case(path, who=ROSA) as file:
        marking.delete_claim(file, claim(file, 2).id)
    assert main(["combine", str(path), str(other)]) == 0
    assert "fact-check: claim 2 was deleted here" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["missing.factcase", "text.txt"])
def test_what_is_no_case_is_said_in_one_line(
    named: str, copies: tuple[Path, Path], tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "text.txt").write_text("No case.", encoding="utf-8")
    assert main(["combine", str(copies[0]), str(tmp_path / named)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_folder_one_is_in_has_a_name(copies: tuple[Path, Path], capsys: Capture) -> None:
    assert main(["combine", str(copies[0]), "."]) == 1
    assert capsys.readouterr().err == "fact-check: “.” is a folder. Choose a file that ends in .factcase.\n"


def test_the_same_copy_twice_is_refused(copies: tuple[Path, Path], capsys: Capture) -> None:
    path, other = map(str, copies)
    assert main(["combine", path, other]) == 0
    assert main(["combine", path, other]) == 1
    assert capsys.readouterr().err.endswith("holds nothing that this case doesn't have already.\n")
