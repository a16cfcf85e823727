"""Kept copies handed to a viewer: private, and gone afterwards, also after a crash."""

from __future__ import annotations

import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.storage.bridge import ORDER, begin, only_note, with_note
from workbench import temporary
from workbench.errors import EvidenceError
from workbench.workflow.lending import Lending, sweep
from workbench.workflow.noting import NoteFields, SnapshotFile, add_note
from workbench.workflow.opening import read_case

CRASH = "import os; from workbench import temporary; print(temporary.private_folder(), flush=True); os.abort()"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def test_a_lent_copy_is_the_owners_alone_and_goes_with_the_case(tmp_path: Path, own_folder: Path) -> None:
    lending = Lending()
    with with_note(tmp_path) as file:
        sha256 = read_case(file).evidence[only_note(read_case(file))].snapshot
        path = lending.lend(file, sha256)
        assert lending.lend(file, sha256) == path
        assert path.name == "order.txt"
        assert path.read_bytes() == ORDER.content
        for outer in (path, path.parent, path.parent.parent):
            assert stat.S_IMODE(outer.stat().st_mode) & 0o077 == 0
    lending.close()
    lending.close()
    assert list(own_folder.iterdir()) == []


@pytest.mark.parametrize("name", ["../../evil.sh", "/etc/passwd", "..", "C:\\evil.exe", "", "a\x00b"])
def test_a_name_never_leads_out_of_the_private_folder(tmp_path: Path, own_folder: Path, name: str) -> None:
    lending = Lending()
    with begin(tmp_path) as file:
        add_note(file, NoteFields("Trap"), {}, SnapshotFile(name, b"trap"))
        path = lending.lend(file, read_case(file).evidence[only_note(read_case(file))].snapshot)
        assert path.resolve().is_relative_to(own_folder.resolve())
        assert path.read_bytes() == b"trap"
    lending.close()


def test_a_copy_that_is_gone_is_told(tmp_path: Path) -> None:
    with begin(tmp_path) as file, pytest.raises(EvidenceError, match="missing from the case file"):
        Lending().lend(file, "0" * 64)


def test_what_a_crash_left_is_swept_and_nothing_else(own_folder: Path) -> None:
    left = Path(subprocess.run([sys.executable, "-c", CRASH], capture_output=True, text=True).stdout.strip())
    assert left.is_dir()
    ours = temporary.private_folder()
    (own_folder / "fact-check-notes").mkdir()
    (own_folder / "fact-check-12-file").write_text("no folder")
    assert sweep() == 1
    assert not left.exists()
    assert {path.name for path in own_folder.iterdir()} == {ours.name, "fact-check-notes", "fact-check-12-file"}
