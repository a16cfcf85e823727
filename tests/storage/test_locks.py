"""Two people, one case: the second is told who has it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.bridge import JONAS, ROSA, begin, claim
from workbench.cli import main
from workbench.errors import CaseFileError
from workbench.storage.locks import CaseInUseError, lock_path
from workbench.workflow.backing_up import back_up, restore
from workbench.workflow.checking import edit_claim
from workbench.workflow.opening import open_case, read_case

HOLD = """
import sys
from pathlib import Path
from workbench.workflow.opening import open_case
file = open_case(Path(sys.argv[1]), who="Jonas Lind")
print("open", flush=True)
sys.stdin.read()
file.close()
"""


def another_program(path: Path) -> subprocess.Popen[str]:
    """Another process that has the case open, until its standard input ends."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, path], stdin=-1, stdout=-1, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def test_the_second_is_told_who_has_it_and_may_read(tmp_path: Path) -> None:
    begin(tmp_path).close()
    path = tmp_path / "bridge.factcase"
    with another_program(path) as other:
        with pytest.raises(CaseInUseError, match=r"Jonas Lind on .* UTC.*Open it read-only") as told:
            open_case(path, who=ROSA)
        assert told.value.holder is not None
        assert not told.value.may_be_left
        assert (told.value.holder.machine, told.value.holder.pid) == (socket.gethostname(), other.pid)
        with open_case(path, who=ROSA, read_only=True) as file:
            assert len(read_case(file).claims) == 4
        other.communicate("")
    with open_case(path, who=ROSA) as file:
        edit_claim(file, claim(file, 1).id, reasoning="now it can be written")
    assert not lock_path(path).exists()


def test_a_reader_sees_what_the_writer_has_saved(tmp_path: Path) -> None:
    with begin(tmp_path) as writer, open_case(writer.path, who=ROSA, read_only=True) as reader:
        edit_claim(writer, claim(writer, 1).id, reasoning="just now")
        assert claim(reader, 1).reasoning == "just now"
    with open_case(tmp_path / "bridge.factcase", who=ROSA) as file:
        assert claim(file, 1).reasoning == "just now"
    assert [path.name for path in tmp_path.iterdir()] == ["bridge.factcase"]


def test_one_program_does_not_open_a_case_twice(tmp_path: Path) -> None:
    with begin(tmp_path) as file, pytest.raises(CaseInUseError, match=ROSA):
        open_case(file.path, who=ROSA)


def test_a_link_to_the_case_is_the_case(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        link = tmp_path / "desk" / "link.factcase"
        link.parent.mkdir()
        link.symlink_to(file.path)
        with pytest.raises(CaseInUseError):
            open_case(link, who=JONAS)
    with open_case(link, who=JONAS) as file:
        edit_claim(file, claim(file, 1).id, reasoning="by the link")
    backup = back_up(link)
    assert backup is not None
    restore(link, backup, who=JONAS)
    assert link.is_symlink()
    with open_case(tmp_path / "bridge.factcase", who=ROSA) as file:
        assert claim(file, 1).reasoning == "by the link"


def test_a_crash_of_the_other_lets_go(tmp_path: Path) -> None:
    begin(tmp_path).close()
    path = tmp_path / "bridge.factcase"
    with another_program(path) as other:
        other.send_signal(signal.SIGKILL)
    assert lock_path(path).exists()
    with open_case(path, who=ROSA) as file:
        assert json.loads(lock_path(path).read_text())["name"] == ROSA
        assert len(read_case(file).claims) == 4
    assert not lock_path(path).exists()


def left_by(path: Path, machine: str, pid: int) -> None:
    record = {"name": JONAS, "machine": machine, "pid": pid, "since": "2026-11-23T09:15:00.000000Z"}
    lock_path(path).write_text(json.dumps(record))


def test_a_record_of_another_machine_is_only_taken_over_by_a_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(tmp_path).close()
    path = tmp_path / "bridge.factcase"
    left_by(path, "another-desk", 1)
    with pytest.raises(CaseInUseError, match="Jonas Lind on another-desk, since 2026-11-23 09:15 UTC") as told:
        open_case(path, who=ROSA)
    assert told.value.may_be_left
    add = ["evidence", "add", str(path), "--claim", "1", "--stance", "supports", "--title", "Order"]
    assert main(add) == 1
    said = capsys.readouterr().err
    assert "Jonas Lind on another-desk" in said
    assert said.endswith(
        "Close it there first; if a crash left it so, open it in the window, which can take it over.\n"
    )
    with open_case(path, who=ROSA, take_over=True) as file:
        assert len(read_case(file).claims) == 4


@pytest.mark.parametrize("record", ["", "{", '{"name": 1}', "[]"])
def test_a_record_cut_off_by_a_crash_does_not_lock_anybody_out(tmp_path: Path, record: str) -> None:
    begin(tmp_path).close()
    lock_path(tmp_path / "bridge.factcase").write_text(record)
    open_case(tmp_path / "bridge.factcase", who=ROSA).close()


def test_a_process_number_used_again_does_not_lock_anybody_out(tmp_path: Path) -> None:
    """The number in a stale record may be that of another living program: the system's own lock decides."""
    begin(tmp_path).close()
    left_by(tmp_path / "bridge.factcase", socket.gethostname(), os.getpid())
    open_case(tmp_path / "bridge.factcase", who=ROSA).close()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full")
def test_a_full_disk_leaves_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path).close()
    path = tmp_path / "bridge.factcase"
    full, write = os.open("/dev/full", os.O_WRONLY), os.write
    monkeypatch.setattr(os, "write", lambda _, content: write(full, content))
    with pytest.raises(CaseFileError, match="No space left"):
        open_case(path, who=ROSA)
    assert not lock_path(path).exists()
    os.close(full)


def test_failing_to_open_leaves_no_lock(tmp_path: Path) -> None:
    begin(tmp_path).close()
    path = tmp_path / "bridge.factcase"
    spoiled = bytearray(path.read_bytes())
    spoiled[100:4096] = bytes(3996)
    path.write_bytes(spoiled)
    with pytest.raises(CaseFileError, match="damaged"):
        open_case(path, who=ROSA)
    assert not lock_path(path).exists()
