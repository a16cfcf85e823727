"""A glance at a case file sees what opening it shows, changes nothing, and leaves all that is not at rest or sound."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.storage.bridge import ROSA, begin
from workbench.storage import glance
from workbench.workflow.opening import open_case, read_case, remember_selection

KEPT = Path(__file__).parents[1] / "data" / "cases"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    begin(tmp_path).close()
    return tmp_path / "bridge.factcase"


def test_it_sees_the_article_and_where_work_stopped(path: Path) -> None:
    with open_case(path, who=ROSA) as file:
        case = read_case(file)
        remember_selection(file, case.claims[2].id)
    before = path.read_bytes()
    assert glance.read(path) == (case.article, case.claims[2].anchors[0].span)
    assert (path.read_bytes(), [one.name for one in path.parent.iterdir()]) == (before, [path.name])


def test_it_sees_no_place_where_nothing_was_selected(path: Path) -> None:
    with open_case(path, who=ROSA) as file:
        article = read_case(file).article
        remember_selection(file, "")
    assert glance.read(path) == (article, None)


@pytest.mark.parametrize("kept", sorted(KEPT.glob("version-*.factcase")), ids=lambda path: path.stem)
def test_it_sees_files_of_earlier_versions(kept: Path) -> None:
    seen = glance.read(kept)
    assert seen is not None
    with open_case(kept, who=ROSA, read_only=True) as file:
        case = read_case(file)
        assert seen[0] == case.article
        assert case.claim(case.selected_claim).anchors[0].span == seen[1]


def test_it_leaves_a_file_that_is_open(path: Path) -> None:
    with open_case(path, who=ROSA):
        assert glance.read(path) is None


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE drafts SET blocks = '[[\"body\", 9, 3]]'",
        "UPDATE drafts SET blocks = '[[\"body\", 0, 99999]]'",
        "UPDATE anchors SET end_at = 99999",
        "UPDATE drafts SET blocks = '" + "[" * 100_000 + "'",
        "UPDATE drafts SET metadata = '{\"other\": 1}'",
        "UPDATE drafts SET text = CAST(x'ff' AS TEXT)",
        "DROP TABLE anchors",
        "PRAGMA user_version = 99",
        "PRAGMA application_id = 1",
    ],
)
def test_it_leaves_a_damaged_or_foreign_file(path: Path, damage: str) -> None:
    with open_case(path, who=ROSA) as file:
        remember_selection(file, read_case(file).claims[0].id)
    connection = sqlite3.connect(path)
    connection.executescript(f"DROP TRIGGER drafts_are_never_edited; PRAGMA foreign_keys = OFF; {damage}")
    connection.close()
    assert glance.read(path) is None


def test_it_leaves_every_file_cut_off(path: Path) -> None:
    whole = path.read_bytes()
    for size in (0, 10, 99, 100, 4096, len(whole) // 2):
        path.write_bytes(whole[:size])
        assert glance.read(path) is None, size


def test_it_leaves_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.factcase").mkdir()
    assert glance.read(tmp_path / "folder.factcase") is None
    assert glance.read(tmp_path / "gone.factcase") is None


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_it_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.factcase")
    assert glance.read(tmp_path / "pipe.factcase") is None
