"""The way back from a record: its case, history and kept copies, or one sentence on what is wrong with it."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from workbench.domain.case import Case
from workbench.errors import CaseFileError
from workbench.reports.record import FORMAT, VERSION
from workbench.reports.record_checks import require_sound

LARGEST = 400_000_000
"""Bytes of a record. Reading one takes about four times as much memory."""


@dataclass(frozen=True, slots=True)
class Record:
    """`journal` is empty in a record of the case alone, whose kept copies' bytes are elsewhere."""

    case: Case
    journal: tuple[Mapping[str, Any], ...] = ()
    copies: Mapping[str, bytes] = field(default_factory=dict)


def read_record(raw: bytes) -> Record:
    """What `record_pieces` wrote. Raises CaseFileError when `raw` is no such record, is damaged or of a newer version.

    The journal's rows are as they stand in the file: it is storage that knows whether they make this case.
    """
    record = _parsed(raw)
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise CaseFileError("This is not a fact-check record: its format is not named in it. Choose another file.")
    version = record.get("version")
    if type(version) is not int or version > VERSION:
        raise CaseFileError("This fact-check record is from a newer version of the program: update, then try again.")
    try:
        return _record(record)
    except (KeyError, TypeError, ValueError) as error:
        told = f"no {error}" if isinstance(error, KeyError) else str(error)
        raise CaseFileError(
            "This fact-check record is damaged ({wrong}). Ask for it to be exported again.", wrong=told
        ) from error


def _parsed(raw: bytes) -> Any:
    if len(raw) > LARGEST:
        raise CaseFileError(
            "This file is over {megabytes} MB, too large to be read. Use the case file.", megabytes=LARGEST // 1_000_000
        )
    try:
        return json.loads(raw, object_pairs_hook=_each_once, parse_constant=_no_number)
    except RecursionError:
        raise CaseFileError("This is not a fact-check record: its parts are nested too deeply.") from None
    except _TwiceError as error:
        raise CaseFileError(
            "This fact-check record is damaged ({wrong}). Ask for it to be exported again.", wrong=error
        ) from None
    except ValueError as error:
        raise CaseFileError(
            "This is not a fact-check record, or its end is missing: it can't be read as JSON. Choose another file."
        ) from error


class _TwiceError(Exception):
    pass


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON lets a key stand twice and most readers take the last; here one of the two would be lost unseen."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _TwiceError(f"“{twice}” stands there twice")
    return found


def _no_number(name: str) -> Any:
    raise _TwiceError(f"{name} is no number")


def _record(record: dict[str, Any]) -> Record:
    _require_known(record, {"format", "version", "case", "journal", "copies"}, "record")
    case = _typed(Case, record["case"])
    assert isinstance(case, Case)
    require_sound(case)
    journal = record.get("journal", [])
    if not isinstance(journal, list) or not all(isinstance(row, dict) for row in journal):
        raise ValueError("the journal is no list of rows")
    copies = record.get("copies", {})
    if not isinstance(copies, dict):
        raise TypeError("the copies are no table")
    return Record(case, tuple(journal), {sha256: _copy(sha256, copies[sha256]) for sha256 in copies})


def _copy(sha256: str, written: Any) -> bytes:
    if not isinstance(written, str):
        raise TypeError(f"the kept copy {sha256} is no text")
    content = base64.b64decode(written, validate=True)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(f"the kept copy {sha256} has other bytes than its name says")
    return content


def _require_known(value: Mapping[str, Any], known: set[str], where: str) -> None:
    """What this version doesn't know would be lost without a word."""
    strange = sorted(value.keys() - known)
    if strange:
        raise ValueError(f"“{strange[0]}” of the {where} is unknown to this version of the program")


def _typed(kind: Any, value: Any) -> object:
    """`value` as `kind` says. Raises TypeError, ValueError or KeyError where they disagree."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        inner = next(argument for argument in arguments if argument is not type(None))
        return None if value is None else _typed(inner, value)
    if origin is tuple:
        return tuple(_typed(arguments[0], item) for item in _of(list, value))
    if origin is not None and issubclass(origin, Mapping):
        return {key: _typed(arguments[1], item) for key, item in _of(dict, value).items()}
    if is_dataclass(kind):
        return _made(kind, _of(dict, value))
    if issubclass(kind, Enum):
        return kind(value)
    if kind is float and type(value) is int:
        return float(value)
    return _of(kind, value)


def _made(kind: Any, value: dict[str, Any]) -> object:
    hints = _hints(kind)
    _require_known(value, set(hints), kind.__name__.lower())
    made: object = kind(**{name: _typed(hints[name], value[name]) for name in hints if name in value})
    return made


@cache
def _hints(kind: Any) -> dict[str, Any]:
    names = kind.__dataclass_fields__
    return {name: hint for name, hint in get_type_hints(kind).items() if name in names}


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected, not {type(value).__name__}")
    return value
