"""What a page shows of any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.reports.cleaning import Cleaner, breakable
from workbench.reports.fonts import FontBook


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(FontBook().covers)


@pytest.mark.parametrize(
    "ordinary",
    [
        "“We will not annex Minsk” – said Лукашенко… 1/2 €5 ½ naïve ﬁn\u00adally",
        "العربية עברית हिन्दी 日本語 中文 한국어 Ελληνικά Tiếng Việt",
        "🇧🇷 👨‍👩‍👧 ☎️ e\u0301",
        "a\nb",
    ],
)
def test_ordinary_text_is_left_as_it_is(cleaner: Cleaner, ordinary: str) -> None:
    assert cleaner.clean(ordinary) == ordinary


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("nul \x00", "nul [U+0000]"),
        ("half \ud83d", "half [U+D83D]"),
        ("own \ue000", "own [U+E000]"),
        ("far \U000f1234", "far [U+F1234]"),
        ("none \uffff", "none [U+FFFF]"),
        ("thai ก", "thai [U+0E01]"),
        ("hidden \u202eevil", "hidden [U+202E]evil"),
        ("mark \ufeff", "mark [U+FEFF]"),
        ("line\u2028break", "line\nbreak"),
        ("tab\there", "tab here"),
    ],
)
def test_what_cannot_be_shown_is_spelled_out(cleaner: Cleaner, text: str, shown: str) -> None:
    assert cleaner.clean(text) == shown


def test_what_was_spelled_out_is_remembered() -> None:
    fresh = Cleaner(FontBook().covers)
    fresh.clean("plain")
    assert fresh.spelled_out == set()
    fresh.clean("ก \x00")
    assert fresh.spelled_out == {0, 0x0E01}


def test_long_words_get_places_to_break_and_short_ones_do_not() -> None:
    assert breakable("a word of ordinary length, and https://example.org/short") == (
        "a word of ordinary length, and https://example.org/short"
    )
    parts = breakable("w" * 5000).split("\u200b")
    assert "".join(parts) == "w" * 5000
    assert max(map(len, parts)) <= 30


def test_an_address_breaks_after_its_slashes() -> None:
    assert "org/\u200brelease" in breakable("https://stats.example.org/release/2020/table?lang=en&view=full")


@settings(max_examples=80)
@given(st.text(max_size=200))
def test_breaking_takes_nothing_away_and_parts_no_cluster(text: str) -> None:
    broken = breakable(text)
    assert broken.replace("\u200b", "") == text.replace("\u200b", "")
    assert "\u200b\u0301" not in breakable("e\u0301" * 60)


@settings(max_examples=60)
@given(text=st.text(st.characters(exclude_categories=()), max_size=60))
def test_cleaned_text_can_be_written_as_utf8(cleaner: Cleaner, text: str) -> None:
    cleaner.clean(text).encode()
