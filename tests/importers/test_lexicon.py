"""The lexicons that every article is read with."""

from __future__ import annotations

import tomllib

import pytest

import resources
from workbench.importers import lexicon


@pytest.mark.parametrize("name", lexicon.LISTS)
def test_the_quick_reading_of_a_lexicon_gives_what_toml_says(name: str) -> None:
    text = resources.path(f"lexicons/{name}.toml").read_text("utf-8")
    assert lexicon.read_lists(text) == tomllib.loads(text)
