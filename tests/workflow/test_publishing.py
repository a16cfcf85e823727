"""Handing over the check."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.reports.cases import case_on, seed_article, seed_case
from tests.reports.odd_cases import hostile_case, multilingual_case
from workbench.errors import Cancelled, ExportError
from workbench.reports.notes import NotesOptions
from workbench.workflow.publishing import FORMATS, export

BEGINNINGS = {
    "pdf": b"%PDF-1.7",
    "html": b"<!DOCTYPE html>",
    "json": b"{",
    "csv": b"\xef\xbb\xbfclaim",
    "claimreview": b"{",
}
QUICK = [to for to in FORMATS if to != "pdf"]


@pytest.mark.parametrize("to", FORMATS)
def test_each_format_is_written_whole(to: str, tmp_path: Path) -> None:
    done: list[float] = []
    out = tmp_path / f"notes.{to}"
    assert export(seed_case(), to, out, progress=done.append) == (out,)
    assert out.read_bytes().startswith(BEGINNINGS.get(to, b"PK"))
    assert done[-1] == 1.0
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("to", QUICK)
@pytest.mark.parametrize("build", [hostile_case, multilingual_case, lambda: case_on(seed_article())])
def test_any_case_can_be_written_and_gives_the_same_bytes_twice(to: str, build: object, tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    export(build(), to, first)  # type: ignore[operator]
    export(build(), to, second)  # type: ignore[operator]
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("to", QUICK)
def test_no_format_for_the_outside_has_anything_confidential(to: str, tmp_path: Path) -> None:
    export(seed_case(), to, tmp_path / "inside")
    export(seed_case(), to, tmp_path / "outside", NotesOptions(external=True))
    outside = (tmp_path / "outside").read_bytes()
    for secret in (b"Harkavy", b"diplomat", b"+375", b"Ivanova", b"absorption", b"Can we print", b"Promised"):
        assert secret not in outside


@pytest.mark.parametrize("to", FORMATS)
def test_notes_never_replace_a_case_file(to: str, tmp_path: Path) -> None:
    path, link = tmp_path / "budget.factcase", tmp_path / "notes"
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE claim (id TEXT)")
    link.symlink_to(path)
    before = path.read_bytes()
    for out in (path, link):
        with pytest.raises(ExportError, match="is a case file"):
            export(seed_case(), to, out)
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [path, link]


@pytest.mark.parametrize("to", FORMATS)
def test_a_name_that_is_too_long_is_said_plainly(to: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        export(seed_case(), to, tmp_path / ("n" * 300))


@pytest.mark.parametrize("to", FORMATS)
def test_giving_up_leaves_nothing_behind(to: str, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        export(seed_case(), to, tmp_path / "notes", cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("to", FORMATS)
def test_a_folder_is_no_place_for_a_file(to: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        export(seed_case(), to, tmp_path)


@pytest.mark.parametrize("to", FORMATS)
def test_a_missing_folder_is_told_of(to: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="doesn’t exist"):
        export(seed_case(), to, tmp_path / "missing" / "notes")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_one_may_not_write_to_is_told_of(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="may not write"):
        export(seed_case(), "json", tmp_path / "notes.json")
    tmp_path.chmod(0o700)


def test_a_device_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="not an ordinary file"):
        export(seed_case(), "json", Path("/dev/null"))
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    real.write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to(real)
    export(seed_case(), "json", link)
    assert link.is_symlink()
    assert json.loads(real.read_bytes())["format"] == "fact-check-record"


def test_a_failed_export_leaves_the_old_file_alone(tmp_path: Path) -> None:
    case = seed_case()
    out = tmp_path / "notes.html"
    export(case, "html", out)
    before = out.read_bytes()
    with pytest.raises(ExportError, match="no format “odt”: choose one of pdf, html"):
        export(case, "odt", out)
    assert out.read_bytes() == before


def test_a_new_file_has_ordinary_rights(tmp_path: Path) -> None:
    export(seed_case(), "json", tmp_path / "notes.json")
    (tmp_path / "other").touch()
    assert (tmp_path / "notes.json").stat().st_mode == (tmp_path / "other").stat().st_mode
