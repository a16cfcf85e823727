"""The program in the menu of a Linux desktop, read with the desktop's own tools where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.conftest import make_case
from workbench.cli import main

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="for Linux desktops")
KIND = "application/vnd.fact-check.case"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def _tool(*words: str | Path) -> str:
    if shutil.which(str(words[0])) is None:
        pytest.skip(f"{words[0]} is not installed")
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_menu_entry_starts_this_program_with_the_file(data: Path) -> None:
    assert main(["install-desktop"]) == 0
    entry = (data / "applications/fact-check-workbench.desktop").read_text("utf-8")
    command = next(line for line in entry.splitlines() if line.startswith("Exec="))
    assert command.endswith(" %f")
    assert str(Path(sys.executable).parent) in command
    _tool("desktop-file-validate", data / "applications/fact-check-workbench.desktop")


@pytest.mark.parametrize("name", ["jobs.factcase", "a case without its ending"])
def test_a_case_is_known_for_one_by_name_and_by_content(data: Path, tmp_path: Path, name: str) -> None:
    if shutil.which("update-mime-database") is None:
        pytest.skip("update-mime-database is not installed")
    case = make_case(tmp_path / "made.factcase").rename(tmp_path / name)
    assert main(["install-desktop"]) == 0
    assert KIND in _tool("gio", "info", "-a", "standard::content-type", case)


def test_the_file_manager_opens_a_case_with_it(data: Path) -> None:
    if shutil.which("update-desktop-database") is None:
        pytest.skip("update-desktop-database is not installed")
    assert main(["install-desktop"]) == 0
    assert "fact-check-workbench.desktop" in _tool("gio", "mime", KIND)


def test_removing_leaves_nothing_of_ours(data: Path) -> None:
    assert main(["install-desktop"]) == 0
    assert main(["install-desktop", "--remove"]) == 0
    assert not [path for path in data.rglob("*fact-check*") if path.is_file()]


def test_a_path_with_odd_characters_is_quoted(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / 'my "$ools"'
    folder.mkdir()
    program = folder / "fact-check"
    program.write_text('#!/bin/sh\nprintf "%s" "$1" > "$0.opened"\n')
    opened = folder / "fact-check.opened"
    os.mkfifo(opened)
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(folder / "python"))
    assert main(["install-desktop"]) == 0
    entry = data / "applications/fact-check-workbench.desktop"
    _tool("desktop-file-validate", entry)
    _tool("gio", "version")
    subprocess.run(["gio", "launch", entry, tmp_path / "x.factcase"], check=True)
    assert opened.read_text("utf-8") == str(tmp_path / "x.factcase")


def test_a_folder_that_cant_be_written_gets_one_sentence(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.write_text("a file stands where the folder should be")
    assert main(["install-desktop"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
