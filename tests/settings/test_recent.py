"""The cases opened last."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench import settings
from workbench.settings import RecentCase


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACT_CHECK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_the_newest_stands_first_and_only_once() -> None:
    for name in ("a", "b", "a"):
        settings.remember_recent(RecentCase(Path("/cases") / f"{name}.factcase"))
    assert [one.path.stem for one in settings.load_recent()] == ["a", "b"]


def test_the_list_stays_short() -> None:
    for number in range(30):
        settings.remember_recent(RecentCase(Path(f"/cases/{number}.factcase")))
    assert [one.path.stem for one in settings.load_recent()] == [str(number) for number in range(29, 17, -1)]


def test_what_is_remembered_of_a_case_comes_back_and_plain_paths_of_before_are_read(home: Path) -> None:
    home.mkdir()
    (home / "recent.json").write_text(
        '["/cases/old.factcase", {"path": "/cases/odd.factcase", "claims": "x"}]', "utf-8"
    )
    case = RecentCase(Path("/cases/a.factcase"), "Jobs up 5%", "2026-05-06T07:08:09+00:00", 24, 3)
    settings.remember_recent(case)
    first, *others = settings.load_recent()
    assert first == case
    assert [one.name for one in others] == ["old", "odd"]


@pytest.mark.parametrize("content", ["", "{}", "[1, null]", "\x00\x01", "[[[["])
def test_a_damaged_list_is_an_empty_one(home: Path, content: str) -> None:
    home.mkdir()
    (home / "recent.json").write_text(content, "utf-8")
    assert settings.load_recent() == []
    settings.remember_recent(RecentCase(Path("/cases/a.factcase")))
    assert settings.load_recent() == [RecentCase(Path("/cases/a.factcase"))]


def test_a_name_with_odd_bytes_comes_back(home: Path) -> None:
    odd = Path("/cases/caf\udce9.factcase")
    settings.remember_recent(RecentCase(odd))
    assert settings.load_recent() == [RecentCase(odd)]


def test_a_case_opens_all_the_same_where_the_list_can_not_be_written(home: Path) -> None:
    home.write_text("a file where the folder should be", "utf-8")
    settings.remember_recent(RecentCase(Path("/cases/a.factcase")))
    assert settings.load_recent() == []


def test_only_cases_that_are_there_and_can_be_looked_at_are_offered(tmp_path: Path) -> None:
    there = tmp_path / "there.factcase"
    there.touch()
    for path in (tmp_path / "gone.factcase", there, tmp_path / ("n" * 300) / "no.factcase"):
        settings.remember_recent(RecentCase(path))
    assert [one.path for one in settings.recent_cases()] == [there]
