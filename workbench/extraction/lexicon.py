"""The word lists of `resources/lexicons`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

import resources


@cache
def lexicon(name: str, language: str = "en") -> dict[str, Any]:
    """The tables of `resources/lexicons/<language>/<name>.toml`. Raises FileNotFoundError."""
    with resources.path(f"lexicons/{language}/{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def reporting_verbs(group: str) -> frozenset[str]:
    """Base forms of a group of verbs: say, quote, think, show, accuse, announce."""
    return frozenset(lexicon("reporting")["verbs"][group])


@cache
def quoting_verbs() -> frozenset[str]:
    """Base forms of the verbs that can stand beside a quotation to say whose it is."""
    groups = ("say", "quote", "think", "name")
    return frozenset().union(*(reporting_verbs(group) for group in groups))


@cache
def reporting_forms() -> tuple[str, ...]:
    """Past and third-person forms of the verbs of saying, longest first."""
    irregular: dict[str, str] = lexicon("reporting")["past"]
    forms: set[str] = set()
    for verb in reporting_verbs("say") | reporting_verbs("quote"):
        forms.add(irregular.get(verb) or _past(verb))
        forms.add(_third_person(verb))
    return tuple(sorted(forms, key=len, reverse=True))


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    if verb in ("admit", "brag", "submit", "slam", "blog", "snap", "quip"):
        return verb + verb[-1] + "ed"
    return verb + "ed"


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"
