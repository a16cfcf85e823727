"""The spaCy pipelines, each loaded once per process."""

from __future__ import annotations

import importlib
from functools import cache
from importlib.util import find_spec

import spacy
from spacy.language import Language

from workbench import settings
from workbench.errors import SettingsError
from workbench.extraction.languages import LANGUAGES

UNUSED = ("senter",)
"""Pipes of the packages that nothing here reads: sentences come from `segmentation`."""


@cache
def model(tag: str) -> Language | None:
    """The pipeline of a language: the settings' choice, else the first of its packages installed; None without any."""
    for package in (*_chosen(tag), *LANGUAGES.get(tag, ())):
        if find_spec(package) is not None:
            loaded: Language = importlib.import_module(package).load(exclude=list(UNUSED))
            return loaded
    return None


def _chosen(tag: str) -> tuple[str, ...]:
    """The package that the settings name, if it is of this language: the first part of its name, by spaCy's custom."""
    try:
        name = settings.load().model
    except SettingsError:  # said where the settings are shown; without them the best model there is will do
        return ()
    return (name,) if name.isidentifier() and name.split("_")[0] == tag and tag in LANGUAGES else ()


@cache
def blank() -> Language:
    """Words without syntax or names, for languages that have no model and text that isn't prose."""
    return spacy.blank("xx")
