import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.claim import Anchor
from workbench.domain.span import Span


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


@given(st.text(), st.data())
def test_trimming_keeps_every_letter_and_no_white_space_at_the_ends(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    trimmed = span.trimmed(text)
    assert trimmed.of(text) == span.of(text).strip()
    assert span.contains(trimmed) or not trimmed


@given(st.text(), st.data())
def test_an_anchor_gives_back_the_very_words_and_their_surroundings(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    anchor = Anchor.at(text, span)
    assert anchor.exact == text[span.start : span.end]
    assert (anchor.prefix + anchor.exact + anchor.suffix) in text
