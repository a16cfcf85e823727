from __future__ import annotations

import pytest

from workbench.importers.hyphens import mended


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("asylum applica", "tions had", "asylum applications had"),
        ("he has forty", "five days", "he has forty-five days"),
        ("a well", "known man", "a well-known man"),
        ("the news", "paper said", "the newspaper said"),
        ("with", "in", "within"),
        ("the Anglo", "American war", "the Anglo-American war"),
        ("THE MINIS", "TER", "THE MINISTER"),
        ("COVID", "19", "COVID-19"),
        ("in 2019", "20", "in 2019-20"),
        ("“invent", "ing numbers”", "“inventing numbers”"),
        ("Zor", "blax", "Zorblax"),
        ("end.", "(begin", "end.(begin"),
    ],
)
def test_a_hyphen_stays_where_it_was_the_words_own(before: str, after: str, whole: str) -> None:
    assert mended(before, after, "en") == whole


def test_without_a_dictionary_the_parts_are_joined() -> None:
    assert mended("Wärme", "pumpen", "de") == mended("Wärme", "pumpen", "") == "Wärmepumpen"
