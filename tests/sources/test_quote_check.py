from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.span import Span
from workbench.sources.quote_check import PieceKind, Verdict, check_quote

TRANSCRIPT = (
    "Thank you all for coming. We have never had any interest in absorbing anyone, and I said so in May. "
    "Unemployment fell to 4.1% last year, the lowest since 2008, and we are proud of it. Good night."
)


@pytest.mark.parametrize(
    ("quotation", "verdict"),
    [
        ("“We have never had any interest in absorbing anyone”", Verdict.SAME),
        ("We have never had any interest in absorbing anyone, and I said so in May.", Verdict.SAME),
        ("“WE HAVE NEVER had any interest – in absorbing anyone”", Verdict.MARKS),
        ("“Unemployment fell to 4.1% … and we are proud of it”", Verdict.LEFT_OUT),
        ("“Unemployment fell to 4.1% [...] and we are proud of it”", Verdict.LEFT_OUT),
        ("“Unemployment fell to 4.1% last year, and we are proud of it”", Verdict.LEFT_OUT),
        ("“We have no interest in absorbing anyone”", Verdict.CHANGED),
        ("“Unemployment fell to 3.1% last year”", Verdict.CHANGED),
        ("“We will not annex Minsk”", Verdict.NOT_FOUND),
        ("", Verdict.NOT_FOUND),
        ("“…”", Verdict.NOT_FOUND),
    ],
)
def test_the_verdict_says_what_became_of_the_words(quotation: str, verdict: Verdict) -> None:
    assert check_quote(quotation, TRANSCRIPT).verdict is verdict


def test_words_left_out_without_an_ellipsis_are_told() -> None:
    assert check_quote("Unemployment fell to 4.1%, and we are proud of it", TRANSCRIPT).unmarked
    assert not check_quote("Unemployment fell to 4.1% … and we are proud of it", TRANSCRIPT).unmarked


def test_the_editors_brackets_are_no_changed_word() -> None:
    found = check_quote("We have never had any interest in [annexing] anyone, and I said so in May", TRANSCRIPT)
    assert found.verdict is Verdict.LEFT_OUT
    assert [piece.text for piece in found.pieces if piece.kind is PieceKind.EDITORS] == ["[annexing]"]
    assert not found.unmarked


def test_the_difference_is_shown_word_by_word() -> None:
    found = check_quote("We have no interest in absorbing anyone", TRANSCRIPT)
    shown = [(piece.kind, piece.text) for piece in found.pieces]
    assert (PieceKind.ONLY_IN_QUOTE, "no") in shown
    assert (PieceKind.ONLY_IN_SOURCE, "never had any") in shown


def test_the_place_and_its_surroundings_are_the_sources_own_words() -> None:
    found = check_quote("never had any interest", TRANSCRIPT)
    assert found.place is not None
    assert found.place.of(TRANSCRIPT) == "never had any interest"
    assert found.before.endswith("We have ")
    assert found.after.startswith(" in absorbing")


@given(st.text(max_size=200), st.text(max_size=400))
def test_any_two_texts_can_be_held_against_each_other(quotation: str, source: str) -> None:
    found = check_quote(quotation, source)
    assert 0 <= found.share <= 1
    if found.place is not None:
        assert found.place.end <= len(source)
        assert found.place.of(source)


@given(st.lists(st.sampled_from(["to", "be", "or", "not", "that", "is"]), min_size=3), st.data())
def test_words_taken_from_a_text_are_found_in_it(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    source = " ".join(words)
    assert check_quote(" ".join(words[start:end]), source).verdict is Verdict.SAME


def test_chinese_words_are_compared_character_by_character() -> None:
    assert check_quote("「我们没有兴趣」", "他说：「我们从来没有兴趣」。").verdict is Verdict.LEFT_OUT


_SOME = st.sampled_from(
    ["to", "be", "or", "not", "Straße", "don’t", "ﬁrst", "S-400", "4.1", "%", "Ὀδός", "한", "ﬀ", "to-be"]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(_SOME, min_size=1, max_size=12), st.lists(_SOME | st.sampled_from(["sea", "x"]), max_size=150), st.data()
)
def test_looking_only_where_the_words_can_stand_misses_nothing(
    quoted: list[str], others: list[str], data: st.DataObject
) -> None:
    """The quick way, which takes only likely stretches apart, against taking all of the text apart."""
    at = data.draw(st.integers(0, len(others)))
    changed = [word for word in quoted if data.draw(st.booleans()) or data.draw(st.booleans())]
    source = " ".join([*others[:at], *changed, *others[at:]])
    quick, whole = check_quote(" ".join(quoted), source), check_quote(" ".join(quoted), source, [Span(0, len(source))])
    assert (quick.verdict, quick.share) == (whole.verdict, whole.share)


def test_a_quotation_changed_in_a_long_source_is_found_in_its_place() -> None:
    source = TRANSCRIPT.join("The committee sat. " * 40 + f"Item {number}. " * 30 for number in range(2)) * 5
    found = check_quote("We never had an interest in absorbing anyone, and I said so in May", source)
    assert found.verdict is Verdict.CHANGED
    assert found.before.endswith("for coming. ")
