"""Exported files appear whole or not at all, and a crash leaves nothing for good."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from workbench.reports.files import replacing, write

CRASH = """
import os, sys
from pathlib import Path
from workbench.reports.files import replacing, write_through
with replacing([Path(sys.argv[1])]) as (draft,):
    write_through(draft, [b"half of the notes"])
    os.abort()
"""


def test_what_a_crash_left_goes_with_the_next_export_to_the_folder(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", CRASH, tmp_path / "notes.pdf"], capture_output=True)
    (left,) = tmp_path.iterdir()
    assert left.name.endswith(".part")
    (tmp_path / ".mine.part").touch()
    write(tmp_path / "notes.html", b"whole")
    assert {path.name for path in tmp_path.iterdir()} == {".mine.part", "notes.html"}


def test_what_is_being_written_meanwhile_stays(tmp_path: Path) -> None:
    with replacing([tmp_path / "one.html"]) as (draft,):
        draft.write_bytes(b"one")
        write(tmp_path / "two.html", b"two")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"one.html": b"one", "two.html": b"two"}
