"""Settings come back as they were saved, and a bad line costs no more than itself."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import settings
from workbench.errors import SettingsError
from workbench.settings import Paper, Settings, Theme
from workbench.settings.values import READERS


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACT_CHECK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_without_a_file_the_defaults_hold_and_nothing_is_written(home: Path) -> None:
    assert settings.load() == Settings()
    assert not home.exists()


def test_the_variable_moves_everything_into_one_folder(home: Path) -> None:
    chosen = Settings()
    assert {chosen.cases_folder, chosen.backup_folder, chosen.house_scales} == {
        home / "cases",
        home / "backups",
        home / "scales",
    }


def test_without_the_variable_the_systems_own_folders_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACT_CHECK_HOME", "")
    assert settings.home().name == "fact-check-workbench"
    assert Settings().cases_folder.name == "Fact-Check Cases"


def test_what_is_saved_is_loaded(home: Path) -> None:
    chosen = Settings(
        checker="Růžena “R” Horáková",
        theme=Theme.HIGH_CONTRAST,
        reading_size=18,
        column_width=66,
        single_letter_keys=False,
        keys=MappingProxyType({"claim.next": "Ctrl+J", "claim.previous": ""}),
        scale="six",
        backup_minutes=0,
        house_logo=home / "logo.png",
        house_colour="#aa0011",
        paper=Paper.US_LETTER,
        allow_private_addresses=True,
    )
    settings.save(chosen)
    assert settings.load() == chosen


def test_taking_a_setting_back_to_its_default_is_remembered() -> None:
    settings.save(Settings(checker="A. Check", house_logo=Path("/logo.png"), reading_size=20))
    settings.save(Settings())
    assert settings.load() == Settings()


def test_unknown_lines_comments_and_order_stay(home: Path) -> None:
    home.mkdir()
    file = home / "settings.toml"
    file.write_text('# mine\nfrom_the_future = [1, 2]  # keep\nchecker = "A"\n\n[later]\nx = 1\n', "utf-8")
    settings.save(replace(settings.load(), checker="B", theme=Theme.DARK))
    text = file.read_text("utf-8")
    assert "# mine" in text
    assert "from_the_future = [1, 2]  # keep" in text
    assert "[later]\nx = 1" in text
    assert settings.load().checker == "B"
    assert settings.load().theme is Theme.DARK


@pytest.mark.parametrize(
    ("line", "key", "expected"),
    [
        ('theme = "purple"', "theme", "one of “system”, “light”, “dark”, “high-contrast”"),
        ("reading_size = 400", "reading_size", "a whole number from 8 to 40"),
        ("reading_size = true", "reading_size", "a whole number from 8 to 40"),
        ("backup_minutes = -1", "backup_minutes", "a whole number from 1 to 1440, or 0"),
        ('single_letter_keys = "True"', "single_letter_keys", "true or false"),
        ('cases_folder = "cases"', "cases_folder", "a full path in quotation marks"),
        pytest.param(f'cases_folder = "/{"x" * 5000}"', "cases_folder", "a full path", id="longer than any path"),
        ('house_colour = "blue"', "house_colour", "a colour such as “#1f4e79”"),
        ("checker = 7", "checker", "words in quotation marks"),
        ('checker = "a\\u0000b"', "checker", "words in quotation marks"),
        ("keys = { a = 1 }", "keys", "a table of actions and their keys"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_still_holds(home: Path, line: str, key: str, expected: str) -> None:
    home.mkdir()
    (home / "settings.toml").write_text(f'house_name = "The Courier"\n{line}\n', "utf-8")
    chosen = settings.load()
    assert chosen.house_name == "The Courier"
    assert getattr(chosen, key) == getattr(Settings(), key)
    assert len(chosen.problems) == 1
    assert f"“{key}”" in chosen.problems[0]
    assert expected in chosen.problems[0]


def test_problems_are_not_saved(home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("reading_size = 400\n", "utf-8")
    settings.save(settings.load())
    assert settings.load().problems == ()


def test_a_file_that_is_not_toml_is_told_and_never_lost(home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("checker = \n", "utf-8")
    with pytest.raises(SettingsError, match=r"can't be understood .* mend that line"):
        settings.load()
    settings.save(Settings(checker="B"))
    assert settings.load().checker == "B"
    assert (home / "settings.unreadable.toml").read_text("utf-8") == "checker = \n"


def test_a_path_may_begin_with_the_persons_own_folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(home))
    home.mkdir()
    (home / "settings.toml").write_text('cases_folder = "~/work"\n', "utf-8")
    assert settings.load().cases_folder == home / "work"


def test_a_linked_settings_file_stays_a_link(home: Path, tmp_path: Path) -> None:
    home.mkdir()
    kept_elsewhere = tmp_path / "dotfiles.toml"
    kept_elsewhere.write_text("", "utf-8")
    (home / "settings.toml").symlink_to(kept_elsewhere)
    settings.save(Settings(checker="A"))
    assert (home / "settings.toml").is_symlink()
    assert 'checker = "A"' in kept_elsewhere.read_text("utf-8")


def test_a_folder_that_can_not_be_written_is_told(home: Path) -> None:
    home.write_text("a file stands where the folder should be", "utf-8")
    with pytest.raises(SettingsError, match="can't be saved"):
        settings.save(Settings(checker="A"))


def test_the_signature_is_the_checker_or_the_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "rhora")
    assert Settings(checker="R. H.").signature == "R. H."
    assert Settings().signature == "rhora"


def test_every_setting_has_its_reader() -> None:
    assert {field.name for field in fields(Settings)} - {"problems"} == set(READERS)


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60), size=st.integers(8, 40))
def test_any_name_survives_the_file(tmp_path_factory: pytest.TempPathFactory, text: str, size: int) -> None:
    file = tmp_path_factory.getbasetemp() / f"any-name-{os.getpid()}.toml"
    readable = text.strip() if text.isprintable() else ""
    settings.save(Settings(checker=readable, reading_size=size), file)
    assert settings.load(file) == Settings(checker=readable, reading_size=size)
