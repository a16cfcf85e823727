"""The pages as they will be, as pictures, before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preview:
    """`pages` are PNGs of one volume of `volumes`."""

    pages: tuple[bytes, ...]
    volume: int
    volumes: int
