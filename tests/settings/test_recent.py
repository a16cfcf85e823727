"""The cases opened last."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench import settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACT_CHECK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_the_newest_stands_first_and_only_once() -> None:
    for name in ("a", "b", "a"):
        settings.remember_recent(Path("/cases") / f"{name}.factcase")
    assert [path.stem for path in settings.load_recent()] == ["a", "b"]


def test_the_list_stays_short() -> None:
    for number in range(30):
        settings.remember_recent(Path(f"/cases/{number}.factcase"))
    assert [path.stem for path in settings.load_recent()] == [str(number) for number in range(29, 17, -1)]


@pytest.mark.parametrize("content", ["", "{}", "[1, null]", "\x00\x01", "[[[["])
def test_a_damaged_list_is_an_empty_one(home: Path, content: str) -> None:
    home.mkdir()
    (home / "recent.json").write_text(content, "utf-8")
    assert settings.load_recent() == []
    settings.remember_recent(Path("/cases/a.factcase"))
    assert settings.load_recent() == [Path("/cases/a.factcase")]


def test_a_name_with_odd_bytes_comes_back(home: Path) -> None:
    odd = Path("/cases/caf\udce9.factcase")
    settings.remember_recent(odd)
    assert settings.load_recent() == [odd]


def test_a_case_opens_all_the_same_where_the_list_can_not_be_written(home: Path) -> None:
    home.write_text("a file where the folder should be", "utf-8")
    settings.remember_recent(Path("/cases/a.factcase"))
    assert settings.load_recent() == []
