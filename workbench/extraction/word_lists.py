"""Words, phrases and the dictionary of a language, from the lexicons in `resources/lexicons/<tag>`.

A language without such a file has empty lists: what rests on them finds nothing, what rests on patterns still works.
"""

from __future__ import annotations

import gzip
from functools import cache
from typing import Any, NamedTuple

import resources
from workbench.extraction.lexicon import lexicon


class WordList(NamedTuple):
    known: frozenset[str]
    """Every word of a large dictionary, lower case."""
    common: frozenset[str]
    """Those most people use."""


@cache
def words(language: str, name: str, key: str) -> frozenset[str]:
    """The single words, parted by white space, under `key`."""
    return frozenset(ordered(language, name, key))


@cache
def ordered(language: str, name: str, key: str) -> tuple[str, ...]:
    """The same in the order of the file."""
    return tuple(str(_file(language, name).get(key, "")).split())


@cache
def phrases(language: str, name: str, key: str) -> tuple[str, ...]:
    """The phrases, one a line, under `key`, in order."""
    lines = (line.strip() for line in str(_file(language, name).get(key, "")).splitlines())
    return tuple(line for line in lines if line)


@cache
def dictionary(language: str) -> WordList:
    """The dictionary of a language (`words.txt.gz`: a word a line, common ones end in *), empty when it has none."""
    try:
        packed = resources.path(f"lexicons/{language}/words.txt.gz").read_bytes()
    except FileNotFoundError:
        return WordList(frozenset(), frozenset())
    lines = gzip.decompress(packed).decode().split("\n")
    return WordList(
        frozenset(line.removesuffix("*") for line in lines),
        frozenset(line[:-1] for line in lines if line.endswith("*")),
    )


def _file(language: str, name: str) -> dict[str, Any]:
    try:
        return lexicon(name, language)
    except FileNotFoundError:
        return {}
