"""The words that make a line something other than the article's own text, from the lexicons in resources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from types import MappingProxyType
from typing import Any

import resources

LISTS = ("boilerplate", "credits", "months")
"""The lexicons every article is read with. They hold nothing but words and lists of words, in tables or none."""
_PARTS = r'(?m)#.*|^\[([\w-]+)\]|^(\w+) = \[|^(\w+) = "([^"\n]*)"|"([^"\n]*)"'
"""Of a lexicon: a remark, the name of a table, of a list, a name with its words, words in a list."""


@cache
def _load(name: str) -> dict[str, Any]:
    text = resources.path(f"lexicons/{name}.toml").read_text("utf-8")
    if name in LISTS:
        return read_lists(text)
    import tomllib

    return tomllib.loads(text)


def read_lists(text: str) -> dict[str, Any]:
    """What tomllib makes of one of LISTS, in a tenth of its time: the window's first picture waits for this."""
    found: dict[str, Any] = {}
    table, words = found, []
    for name, opened, key, value, word in re.findall(_PARTS, text):
        if name:
            table = found[name] = {}
        elif opened:
            words = table[opened] = []
        elif key:
            table[key] = value
        elif word:
            words.append(word)
    return found


@cache
def credit_words(name: str) -> frozenset[str]:
    """One of the lists in credits.toml."""
    return frozenset(_load("credits")[name])


@cache
def boilerplate_lines() -> frozenset[str]:
    return frozenset(line for language in _load("boilerplate").values() for line in language["lines"])


@cache
def boilerplate_beginnings() -> Beginnings:
    return Beginnings(phrase for language in _load("boilerplate").values() for phrase in language["beginnings"])


@cache
def mail_notices() -> tuple[str, ...]:
    """How notices of confidentiality begin that mail programs put under each message; lower case."""
    return tuple(phrase for language in _load("boilerplate").values() for phrase in language.get("notices", ()))


@cache
def boilerplate_anywhere() -> tuple[str, ...]:
    return tuple(sorted({phrase for language in _load("boilerplate").values() for phrase in language["anywhere"]}))


@cache
def boilerplate_to_readers() -> tuple[str, ...]:
    """Phrases that are boilerplate only in a line that speaks to its reader."""
    return tuple(phrase for language in _load("boilerplate").values() for phrase in language.get("to_readers", ()))


@cache
def months() -> MappingProxyType[str, int]:
    """Every name of a month in every language there is a row for → 1..12."""
    names: dict[str, int] = {}
    for language in _load("months").values():
        for number, forms in enumerate(language["months"], 1):
            names.update(dict.fromkeys(forms.split("/"), number))
    return MappingProxyType(names)


@cache
def weekdays() -> frozenset[str]:
    return frozenset(day for language in _load("months").values() for day in language["weekdays"].split())


@cache
def class_names(mark: str) -> frozenset[str]:
    """Class names of web pages for one mark in class_names.toml; empty when there are none for it."""
    return frozenset(_load("class_names").get(mark, "").split())


class Beginnings:
    """Phrases that open a line, found by its first three letters, so that a long list costs no more than a short."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in sorted(set(phrases), key=len, reverse=True):
            self._phrases[phrase[:3]].append(phrase)

    def length_in(self, line: str) -> int:
        """How many code points of `line` the longest phrase takes that it begins with, 0 when there is none.

        The phrase has to end where a word does, except in scripts that don't part words.
        """
        for length in (3, 2, 1):
            for phrase in self._phrases.get(line[:length], ()):
                if line.startswith(phrase) and not _runs_on(phrase[-1], line[len(phrase) : len(phrase) + 1]):
                    return len(phrase)
        return 0


def _runs_on(last: str, following: str) -> bool:
    return last.isalnum() and following.isalnum() and last < "\u2e80"


@cache
def credit_beginnings(name: str) -> Beginnings:
    """One of the lists in credits.toml, to look for at the start of a line."""
    return Beginnings(credit_words(name))
