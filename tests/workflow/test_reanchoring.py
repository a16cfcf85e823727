"""A claim is followed into a new draft: to the same words, to changed ones, or it is gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.claim import Anchor
from workbench.domain.span import Span
from workbench.workflow.alignment import Alignment
from workbench.workflow.reanchoring import Fate, Reanchored, reanchor

OLD = (
    "Jobs rose by 5 per cent in May, the ministry said.\n\nThe minister, Ann Lee, said: “We have kept our word.”\n\n"
    "Exports fell. Imports grew by a third."
)


def _followed(old: str, new: str, *words: str) -> Reanchored:
    anchors = [Anchor.at(old, Span(old.index(one), old.index(one) + len(one))) for one in words]
    return reanchor(anchors, Alignment(old, new))


@pytest.mark.parametrize(
    ("new", "words", "fate", "found"),
    [
        (OLD, "“We have kept our word.”", Fate.SAME, "“We have kept our word.”"),
        ("A line before.\n\n" + OLD, "Exports fell.", Fate.SAME, "Exports fell."),
        (OLD.replace("5 per", "7 per"), "5 per cent in May", Fate.CHANGED, "7 per cent in May"),
        (OLD.replace("5 per", "7 per"), "the ministry said", Fate.SAME, "the ministry said"),
        (OLD.replace("said.", "said on Monday."), "the ministry said.", Fate.CHANGED, "the ministry said on Monday."),
        (OLD.replace("Ann Lee", "Ann Lee-Ford"), "Ann Lee", Fate.SAME, "Ann Lee"),
        (OLD.replace("Exports fell. ", ""), "Exports fell.", Fate.GONE, ""),
        (OLD.replace("“We have kept our word.”", "nothing at all"), "“We have kept our word.”", Fate.GONE, ""),
        # moved to the head of the text
        ("Imports grew by a third.\n\n" + OLD.replace(" Imports grew by a third.", ""), "Imports grew by a third.",
         Fate.SAME, "Imports grew by a third."),
        # moved and changed
        ("Imports grew by one third.\n\n" + OLD.replace(" Imports grew by a third.", ""), "Imports grew by a third.",
         Fate.CHANGED, "Imports grew by one third."),
        # a sentence put in between
        (OLD.replace("fell. ", "fell. Nobody knows why. "), "Exports fell. Imports grew by a third.", Fate.CHANGED,
         "Exports fell. Nobody knows why. Imports grew by a third."),
        # put in before it, and beginning or ending as it does
        (OLD.replace("Exports fell. Imports grew", "Exports were told to fall.\n\nExports fell. Imports shrank"),
         "Exports fell. Imports grew by a third.", Fate.CHANGED,
         "Exports fell. Imports shrank by a third."),
        (OLD.replace("The minister, Ann Lee, said:", "The minister spoke on Monday.\n\nThe minister, Ann May, said:"),
         "The minister, Ann Lee, said", Fate.CHANGED, "The minister, Ann May, said"),
        (OLD.replace("grew by a third.", "shrank by a third.\n\nWages rose, as they had before, by a third."),
         "Imports grew by a third", Fate.CHANGED, "Imports shrank by a third"),
        # an emoji before it, and another wrapping of the lines
        ("🇧🇾 " + OLD.replace("\n\n", "\n\n\n"), "Exports fell.", Fate.SAME, "Exports fell."),
    ],
)  # fmt: skip
def test_words_are_followed(new: str, words: str, fate: Fate, found: str) -> None:
    followed = _followed(OLD, new, words)
    assert followed.fate is fate
    assert (followed.anchors[0].exact if followed.anchors else "") == found


def test_a_sentence_cut_before_a_claim_takes_none_of_its_words_along() -> None:
    old = "The council met on Monday.\n\nThe council will close a school."
    followed = _followed(old, "The council will close a school.", "The council will close a school")
    assert (followed.fate, followed.anchors[0].exact) == (Fate.SAME, "The council will close a school")
    followed = _followed(old, "The council will close two schools.", "The council will close a school")
    assert (followed.fate, followed.anchors[0].exact) == (Fate.CHANGED, "The council will close two schools")


def test_of_words_that_stand_twice_each_stays_by_its_own_neighbours() -> None:
    old = "Prices fell by 5% in May. Later it rained.\n\nWages fell by 5% in June. The sun shone."
    new = "Prices fell by 5% in May. Later it rained.\n\nA new line.\n\nWages fell by 5% in June. The sun shone."
    second = Anchor.at(old, Span(old.index("5% in June"), old.index("5% in June") + 2))
    (anchor,) = reanchor([second], Alignment(old, new)).anchors
    assert anchor.span.start == new.index("5% in June")


def test_a_number_alone_is_not_taken_for_another_of_the_same_digits() -> None:
    followed = _followed("Turnout was 41 per cent. It rained.", "It rained. Wages rose 41 times.", "41")
    assert followed.fate is Fate.GONE


def test_a_claim_lives_on_where_it_was_repeated() -> None:
    old = "“We kept our word”, said Lee.\n\nLater: We kept our word"
    own, repeated = Span(0, 18), Span(old.rindex("We kept"), len(old))
    followed = reanchor([Anchor.at(old, own), Anchor.at(old, repeated)], Alignment(old, "Later: We kept our word"))
    assert (followed.fate, followed.anchors[0].exact) == (Fate.CHANGED, "We kept our word")


_WORDS = st.sampled_from(["minister", "roads", "5%", "said", "“no”", "🙂", "über", "rose.", "in", "May,", "لا"])
_PARAGRAPHS = st.lists(st.lists(_WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=6)


@given(_PARAGRAPHS, _PARAGRAPHS, st.data())
def test_what_is_found_is_always_words_of_the_new_text(old: list[str], new: list[str], data: st.DataObject) -> None:
    before, after = "\n\n".join(old), "\n".join(new)
    start = data.draw(st.integers(0, len(before) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(before)))).trimmed(before)
    if not span:
        return
    followed = reanchor([Anchor.at(before, span)], Alignment(before, after))
    assert (followed.fate is Fate.GONE) is (not followed.anchors)
    for anchor in followed.anchors:
        assert anchor == Anchor.at(after, anchor.span)
        assert anchor.exact.strip()
    if followed.fate is Fate.SAME:
        assert followed.anchors[0].exact == span.of(before)


@given(_PARAGRAPHS, st.integers(0, 6), st.data())
def test_paragraphs_put_in_elsewhere_change_nothing(old: list[str], at: int, data: st.DataObject) -> None:
    old = [f"{number} {paragraph}" for number, paragraph in enumerate(old)]
    new = [*old[:at], "Quite another paragraph, put in by the desk.", *old[at:]]
    before, after = "\n\n".join(old), "\n\n".join(new)
    number = data.draw(st.integers(0, len(old) - 1))
    start = before.index(old[number])
    followed = reanchor([Anchor.at(before, Span(start, start + len(old[number])))], Alignment(before, after))
    assert followed.fate is Fate.SAME
    assert followed.anchors[0].span.start == after.index(old[number])


@given(_PARAGRAPHS, _PARAGRAPHS)
def test_stretches_are_the_same_words_in_both_texts_and_in_order(old: list[str], new: list[str]) -> None:
    before, after = "\n".join(old), "\n".join(new)
    last = (0, 0)
    for same in Alignment(before, after).stretches:
        assert before[same.old : same.old + same.length] == after[same.new : same.new + same.length]
        assert same.old >= last[0]
        assert same.new >= last[1]
        last = (same.old + same.length, same.new + same.length)
