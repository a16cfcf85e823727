"""The spaCy pipelines, each loaded once per process."""

from __future__ import annotations

import importlib
from functools import cache
from importlib.util import find_spec

import spacy
from spacy.language import Language

from workbench.extraction.languages import LANGUAGES

UNUSED = ("senter",)
"""Pipes of the packages that nothing here reads: sentences come from `segmentation`."""


@cache
def model(tag: str) -> Language | None:
    """The pipeline of a language, from the first of its packages that is installed; None when there is none."""
    for package in LANGUAGES.get(tag, ()):
        if find_spec(package) is not None:
            loaded: Language = importlib.import_module(package).load(exclude=list(UNUSED))
            return loaded
    return None


@cache
def blank() -> Language:
    """Words without syntax or names, for languages that have no model and text that isn't prose."""
    return spacy.blank("xx")
