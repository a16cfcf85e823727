from __future__ import annotations

import pytest

from workbench.domain.visible import shows_something


@pytest.mark.parametrize("words", ["a", " 7 ", "…", "明", "☃", "\u200bx", "e\u0301"])
def test_what_leaves_a_mark_is_seen(words: str) -> None:
    assert shows_something(words)


@pytest.mark.parametrize(
    "words", ["", " \t\n", "\u200b\u2060", "\ufeff", "\u3164", "\u2800", "\u0301", "\x07", "\u202e"]
)
def test_what_leaves_none_is_not(words: str) -> None:
    assert not shows_something(words)
