"""The machine-readable record: a whole case as JSON that says the same in ten years, and the way back.

Its schema is `resources/schemas/record.schema.json`. Keys are sorted and nothing depends on the clock, so the same
case gives the same bytes; reading a record and writing it again gives the same bytes too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from workbench.domain.case import Case
from workbench.errors import ExportError

FORMAT = "fact-check-record"
VERSION = 1


def write_record(case: Case) -> bytes:
    """UTF-8 JSON. Half a surrogate pair, which UTF-8 can't hold, is written as its `\\ud83d` escape."""
    record = {"format": FORMAT, "version": VERSION, "case": plain(case)}
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def read_record(raw: bytes) -> Case:
    """The case that `write_record` wrote. Raises ExportError when `raw` is no such record or of a newer version."""
    try:
        record = json.loads(raw)
    except ValueError as error:
        raise ExportError("This is not a fact-check record: it is not JSON.") from error
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise ExportError("This is not a fact-check record: its format is not named in it.")
    if record.get("version") != VERSION:
        raise ExportError("This fact-check record is from a newer version of the program: update, then try again.")
    try:
        case = _typed(Case, record["case"])
    except (KeyError, TypeError, ValueError) as error:
        raise ExportError(f"This fact-check record is damaged ({error}).") from error
    assert isinstance(case, Case)
    return case


def plain(value: object) -> Any:
    """Dataclasses, enums and tuples as what JSON knows."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def _typed(kind: Any, value: Any) -> object:
    """`value` as `kind` says. Raises TypeError, ValueError or KeyError where they disagree."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        inner = next(argument for argument in arguments if argument is not type(None))
        return None if value is None else _typed(inner, value)
    if origin is tuple:
        return tuple(_typed(arguments[0], item) for item in value)
    if origin is not None and issubclass(origin, Mapping):
        return {key: _typed(arguments[1], item) for key, item in value.items()}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        known = {name: _typed(hints[name], value[name]) for name in hints if name in value}
        return kind(**known)  # type: ignore[operator]
    if issubclass(kind, Enum):
        return kind(value)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected, not {type(value).__name__}")
    return value
