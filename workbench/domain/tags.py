"""Tags of a note, as they are typed and as they are kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
"""What would reorder the words around it, unseen."""


def proper(given: Iterable[str]) -> tuple[str, ...]:
    """Each tag once whatever its case, in the order given: in one line, without a leading # and without commas."""
    found: dict[str, str] = {}
    for tag in ",".join(given).split(","):
        plain = _in_one_line(tag)
        if plain:
            found.setdefault(plain.casefold(), plain)
    return tuple(found.values())


def _in_one_line(tag: str) -> str:
    visible = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in _HIDDEN.sub("", tag))
    return unicodedata.normalize("NFC", " ".join(visible.split()).lstrip("# "))


def read_tags(typed: str) -> tuple[str, ...]:
    """The tags in what was typed; commas and line breaks stand between them."""
    return proper(typed.splitlines())


def write_tags(tags: Iterable[str]) -> str:
    """As they are typed and stored: `read_tags` gives them back."""
    return ", ".join(proper(tags))
