"""Numbers are found with what they count in, in any script, and never inside words."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.extraction.facts.numbers import find_numbers


def numbers(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in find_numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It cost $3.5 million in all.", ["$3.5 million"]),
        ("About 45% of voters and 12 per cent of MPs", ["45%", "12 per cent"]),
        ("€2,000 a head, £5bn in sum, US$5 million more", ["€2,000", "£5bn", "US$5 million"]),
        ("a -5 °C night, 3½ hours long", ["-5 °C", "3½ hours"]),
        ("twenty-five people and two million dollars", ["twenty-five people", "two million dollars"]),
        ("one in five, a third of the seats", ["one in five", "a third"]),
        ("hundreds of thousands fled; dozens died", ["hundreds of thousands", "dozens"]),
        ("between 10–15 km away, 30km at most", ["10–15 km", "30km"]),
        ("1 234 567 people", ["1 234 567 people"]),
        ("a hundred and twenty men", ["a hundred and twenty"]),
        ("the twenty-first child, a 45-year-old man", ["twenty-first", "45-year-old"]),
    ],
)
def test_numbers_come_with_their_unit(text: str, found: list[str]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text", ["S-400", "G20", "COVID-19", "a B-52 bomber", "v2.1b", "user_7", "often", "the one who"]
)
def test_parts_of_words_are_no_numbers(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("выросла на 1,5 млн рублей", "ru", ["1,5 млн"]),
        ("نسبة ٤٥٪ من الناخبين", "ar", ["٤٥٪"]),
        ("東京では3万人が120億円を", "ja", ["3万人", "120億円"]),
        ("rund 5 Mio. Euro und 12 %", "de", ["5 Mio.", "12 %"]),
    ],
)
def test_digits_need_no_lexicon_of_the_language(text: str, language: str, found: list[str]) -> None:
    assert numbers(text, language) == found


@given(st.text(max_size=200), st.sampled_from(["en", "de", "xx", ""]))
@settings(max_examples=150)
def test_numbers_are_apart_and_inside_any_text(text: str, language: str) -> None:
    last = 0
    for start, end in find_numbers(text, language):
        assert last <= start < end <= len(text)
        last = end


@pytest.mark.parametrize(
    "unit", ["1", "1,", " ", "1 ", "two ", "$", "1 000 ", "-1", "twenty-", "one in ", "a hundred and "]
)
def test_a_megabyte_of_anything_is_read_in_a_moment(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    began = time.process_time()
    for _ in find_numbers(text, "en"):
        pass
    assert time.process_time() - began < 5
