"""The machine-readable record: a whole case as JSON that says the same in ten years.

Its schema is `resources/schemas/record.schema.json`; `record_reading` is the way back. Keys are sorted and nothing
depends on the clock, so the same case gives the same bytes. A record of the whole case also has the history, row by
row, and the kept copies' bytes; the one attached to a PDF and the one for the outside have the case alone.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import islice
from typing import Any

from workbench.domain.case import Case

FORMAT = "fact-check-record"
VERSION = 1
_PIECES = 4096
"""Of the encoder's, joined into one; between two of them the writing can be stopped."""


def write_record(case: Case) -> bytes:
    """UTF-8 JSON. Half a surrogate pair, which UTF-8 can't hold, is written as its `\\ud83d` escape."""
    return b"".join(record_pieces(case))


def record_pieces(
    case: Case, journal: Iterable[Mapping[str, Any]] | None = None, copies: Iterable[tuple[str, bytes]] = ()
) -> Iterator[bytes]:
    """The record piece by piece, so that neither time nor memory goes with its whole length.

    `journal` has the history's rows in order, None for a record of the case alone; `copies` have the kept bytes by
    their SHA-256, in its order.
    """
    yield _bytes(f'{{\n "format": "{FORMAT}",\n "version": {VERSION},\n "case": ')
    yield from _json(plain(case))
    if journal is not None:
        yield b',\n "journal": ['
        yield from _listed(_row(row) for row in journal)
        yield b'\n ],\n "copies": {'
        yield from _listed(f"{json.dumps(sha256)}: {_base64(content)}" for sha256, content in copies)
        yield b"\n }"
    yield b"\n}\n"


def _json(value: object) -> Iterator[bytes]:
    pieces = json.JSONEncoder(ensure_ascii=False, indent=1, sort_keys=True).iterencode(value)
    while joined := "".join(islice(pieces, _PIECES)):
        yield _bytes(joined)


def _listed(lines: Iterable[str]) -> Iterator[bytes]:
    before = "\n  "
    for line in lines:
        yield _bytes(before + line)
        before = ",\n  "


def _row(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)


def _base64(content: bytes) -> str:
    return f'"{base64.b64encode(content).decode()}"'


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


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
