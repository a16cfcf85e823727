"""The one place where code points and UTF-16 units meet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.models.offsets import Utf16Map
from workbench.domain.span import Span

texts = st.text(
    alphabet=st.one_of(st.sampled_from("a “🇧🇷👩‍🚀𝕊漢ع\n"), st.characters(exclude_categories=["Cs"])), max_size=60
)


@given(texts)
def test_every_position_is_where_utf_16_has_it(text: str) -> None:
    both = Utf16Map(text)
    assert both.units == len(text.encode("utf-16-le")) // 2
    for at in range(len(text) + 1):
        assert both.unit(at) == len(text[:at].encode("utf-16-le")) // 2
        assert both.code_point(both.unit(at)) == at


@given(texts, st.data())
def test_a_span_survives_the_journey_to_qt_and_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    both = Utf16Map(text)
    first, last = both.units_of(span)
    assert text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == span.of(text)
    assert both.span(first, last) == span


def test_a_position_inside_a_character_counts_as_before_it() -> None:
    assert Utf16Map("a🇧b").code_point(2) == 1
