"""Tags as they are typed and kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.tags import proper, read_tags, write_tags


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("budget", ("budget",)),
        (" city  hall ,#budget\nBudget,", ("city hall", "budget")),
        ("Öl, ÖL, O\u0308l, oil", ("Öl", "oil")),
        ("one\x00two\tthree", ("one two three",)),
        ("evil\u202egnp.exe", ("evilgnp.exe",)),
        ("# #, , #", ()),
        ("C#, #1", ("C#", "1")),
        ("👩\u200d🚒", ("👩\u200d🚒",)),
    ],
)
def test_tags_are_trimmed_and_each_is_kept_once_in_its_order(typed: str, kept: tuple[str, ...]) -> None:
    assert read_tags(typed) == kept


@given(st.lists(st.text()))
def test_proper_tags_are_the_same_when_they_are_read_back(given: list[str]) -> None:
    tags = proper(given)
    assert proper(tags) == tags
    assert read_tags(write_tags(tags)) == tags
    assert not any(sign in tag for tag in tags for sign in ",\n\r\x00\u2028")
