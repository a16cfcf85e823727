"""The settings file: one TOML file that a person can read and change, `settings.toml` in `home()`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.errors import Sentence, SettingsError
from workbench.settings.places import home, write_whole
from workbench.settings.values import READERS, Settings

_HEAD = (
    "Settings of the Fact-Check Workbench. A line left out has its default; the program keeps lines it doesn't know."
)


def load(path: Path | None = None) -> Settings:
    """The settings as they stand in the file, the defaults when there is none.

    A line that can't be used leaves its default in place and puts a sentence into `problems`. Raises SettingsError when
    the file can't be read at all or is not TOML.
    """
    path = path or _path()
    settings = Settings()
    values: dict[str, Any] = {}
    problems: list[str] = []
    for key, value in _read(path).items():
        reader = READERS.get(key)
        if reader is None:
            continue
        taken = reader.read(value)
        if taken is None:
            problems.append(
                Sentence(
                    "The setting “{key}” in {file} is {value}; expected is {expected}.",
                    key=key,
                    file=path.name,
                    value=_shown(value),
                    expected=reader.expected,
                )
            )
        else:
            values[key] = taken
    return replace(settings, **values, problems=tuple(problems))


def save(settings: Settings, path: Path | None = None) -> None:
    """Write what differs from the defaults, whole or not at all; other lines, their order and comments stay.

    A file that is not TOML is kept beside it under another name. Raises SettingsError when it can't be written.
    """
    path = path or _path()
    try:
        write_whole(path, _merged(path, _as_toml(settings), _as_toml(Settings())))
    except OSError as error:
        raise SettingsError(
            "The settings can't be saved in {path}: {reason}; free the file or its disk.",
            path=path,
            reason=error.strerror,
        ) from error


def _path() -> Path:
    return home() / "settings.toml"


def _read(path: Path) -> Mapping[str, Any]:
    try:
        content = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(
            "The settings file {path} can't be read: {reason}; the defaults are used.", path=path, reason=error.strerror
        ) from error
    except UnicodeDecodeError as error:
        raise _not_understood(path, error) from error
    import tomllib

    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise _not_understood(path, error) from error


def _not_understood(path: Path, error: ValueError) -> SettingsError:
    return SettingsError(
        "The settings file {path} can't be understood ({error}); mend that line or delete the file; "
        "until then the defaults are used.",
        path=path,
        error=error,
    )


def _shown(value: object) -> str:
    words = f"“{value}”" if isinstance(value, str) else str(value)
    return words if len(words) <= 60 else f"{words[:59]}…"


def _as_toml(settings: Settings) -> dict[str, Any]:
    """By key; None for what TOML has no value for, which is then left out."""
    return {key: _plain(getattr(settings, key)) for key in READERS}


def _plain(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    return str(value) if isinstance(value, str) else value


def _merged(path: Path, values: Mapping[str, Any], defaults: Mapping[str, Any]) -> str:
    import tomlkit  # takes longer to load than all the rest, and is only needed here

    try:
        before = path.read_text("utf-8-sig")
        document = tomlkit.parse(before)
    except FileNotFoundError:
        document = tomlkit.document()
        document.add(tomlkit.comment(_HEAD))
    except (tomlkit.exceptions.ParseError, UnicodeDecodeError):
        path.replace(path.with_suffix(".unreadable.toml"))
        document = tomlkit.document()
    for key, value in values.items():
        if value is None:
            document.pop(key, None)
        elif key in document or value != defaults[key]:
            document[key] = value
    return tomlkit.dumps(document)
