"""Corrections as change marks."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.reports.changes import Change, changes


def corrected(old: str, edits: tuple[Change, ...]) -> str:
    parts, last = [], 0
    for edit in edits:
        parts += [old[last : edit.start], edit.inserted]
        last = edit.end
    return "".join([*parts, old[last:]])


def test_a_changed_word_is_the_only_mark() -> None:
    old = "will continue to hold constant military exercises"
    assert changes(old, old.replace("constant", "regular")) == (Change(22, "constant", "regular"),)


def test_no_correction_no_marks() -> None:
    assert changes("Words.", "") == ()
    assert changes("Words.", "Words.") == ()


def test_a_remark_replaces_the_whole_instead_of_sprinkling_marks() -> None:
    old = "Lukashenko announced the sending of missiles"
    assert changes(old, "cut") == (Change(0, old, "cut"),)


def test_neighbouring_edits_are_one() -> None:
    edits = changes("He bought three red apples in the market today", "He bought four green apples in the market today")
    assert edits == (Change(10, "three red", "four green"),)


words = st.text(alphabet="ab ,.é🇧", max_size=60)


@settings(max_examples=60)
@given(words, words)
def test_the_marks_turn_the_one_into_the_other(old: str, new: str) -> None:
    if new:
        assert corrected(old, changes(old, new)) == new
    for edit in changes(old, new):
        assert old[edit.start : edit.end] == edit.removed
