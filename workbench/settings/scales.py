"""Rating scales as data: those in resources, and the house's own.

To add a scale: put a TOML file into the settings' folder of house scales; its name without “.toml” is the scale's
identifier, and one named like a scale that ships takes its place. `label` and `editorial` stand at its head, then one
`[[outcomes]]` table for each of the keys 1 to 9, with `id`, `label`, `tone` (good, mixed, bad, open) and, where they
apply, `value` (ClaimReview's ratingValue), `wants_correction`, `meaning`. The files in resources/scales are examples.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeVar

import resources
from workbench.domain.rating import Outcome, RatingScale, Tone
from workbench.errors import Sentence, SettingsError
from workbench.settings.store import load

_MOST_OUTCOMES = 9
_T = TypeVar("_T", str, bool, int)


def scale(identifier: str, house: Path | None = None) -> RatingScale:
    """The scale of that name; `house` as in `load_scales`. Raises SettingsError, which names those there are."""
    problems: list[str] = []
    scales = load_scales(house, problems=problems)
    if identifier not in scales:
        known = ", ".join(sorted(scales))
        told = Sentence("There is no rating scale “{name}”; choose one of {known}.", name=identifier, known=known)
        for problem in problems:
            told = Sentence("{told} {more}", told=told, more=problem)
        raise SettingsError("{told}", told=told)
    return scales[identifier]


def load_scales(house: Path | None = None, *, problems: list[str] | None = None) -> dict[str, RatingScale]:
    """Every scale by identifier, the house's own last. `house` is its folder, by default the one in the settings.

    A house file or folder that can't be used is left out, and a sentence about it is added to `problems`.
    """
    house = house or load().house_scales
    scales = {path.stem: read_scale(path) for path in _files(resources.path("scales"))}
    told = [] if problems is None else problems
    try:
        files = _files(house)
    except OSError as error:
        told.append(
            Sentence(
                "The folder of rating scales {folder} can't be read: {reason}; choose another.",
                folder=house,
                reason=error.strerror,
            )
        )
        files = []
    for path in files:
        try:
            scales[path.stem] = read_scale(path)
        except SettingsError as error:
            told.append(error.message)
    return scales


def read_scale(path: Path) -> RatingScale:
    """The scale in a TOML file. Raises SettingsError, whose sentence names the file and what is wrong in it."""
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            "The rating scale {name} can't be read ({error}); mend the file or remove it.", name=path.name, error=error
        ) from error
    tables = data.get("outcomes")
    if not isinstance(tables, list) or not 1 <= len(tables) <= _MOST_OUTCOMES:
        raise _wrong(path, Sentence("between 1 and {most} [[outcomes]] tables", most=_MOST_OUTCOMES))
    outcomes = tuple(_outcome(path, table) for table in tables)
    if len({outcome.id for outcome in outcomes}) < len(outcomes):
        raise _wrong(path, Sentence("another id for each outcome"))
    return RatingScale(path.stem, _get(path, data, "label", str), _get(path, data, "editorial", bool, False), outcomes)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def _outcome(path: Path, table: Any) -> Outcome:
    if not isinstance(table, dict):
        raise _wrong(path, Sentence("[[outcomes]] with double brackets"))
    tone = _get(path, table, "tone", str)
    if tone not in list(Tone):
        raise _wrong(path, Sentence("tone to be one of {tones}", tones=", ".join(Tone)))
    return Outcome(
        id=_get(path, table, "id", str),
        label=_get(path, table, "label", str),
        tone=Tone(tone),
        value=_get(path, table, "value", int) if "value" in table else None,
        wants_correction=_get(path, table, "wants_correction", bool, False),
        meaning=_get(path, table, "meaning", str, ""),
    )


def _get(path: Path, table: dict[str, Any], key: str, kind: type[_T], default: _T | None = None) -> _T:
    value = table.get(key, default)
    if type(value) is not kind or (value == "" and default is None):
        raise _wrong(path, Sentence("{key} to be {kind}", key=key, kind=_KINDS[kind]))
    return value


_KINDS: dict[type, Sentence] = {
    str: Sentence("words in quotation marks"),
    bool: Sentence("true or false"),
    int: Sentence("a whole number"),
}


def _wrong(path: Path, expected: Sentence) -> SettingsError:
    return SettingsError(
        "The rating scale {name} can't be used: expected is {expected}; mend the file or remove it.",
        name=path.name,
        expected=expected,
    )
