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
    ("text", "found"),
    [
        ("The park covers 40 sq km, or 15.4 square miles.", ["40 sq km", "15.4 square miles"]),
        ("a gas field of 55,000 m3 and a dam of 3.2 GW", ["55,000 m3", "3.2 GW"]),
        ("It cost €40m-€50m, and a stamp 30p.", ["€40m-€50m", "30p"]),
        ("Two in five adults; it fell by a fifth.", ["Two in five", "a fifth"]),
        ("winds of 120 km/h (75 mph)", ["120 km/h", "75 mph"]),
    ],
)
def test_units_of_every_sort_stay_with_their_number(text: str, found: list[str]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "de",
            "3,4 Milliarden Euro, 12 Prozent mehr, für 1.500 Menschen",
            ["3,4 Milliarden Euro", "12 Prozent", "1.500 Menschen"],
        ),
        ("de", "Zwei Drittel der 200.000 Einwohner", ["Zwei Drittel", "200.000 Einwohner"]),
        (
            "fr",
            "12 millions d’euros, soit 2,5 % de 1 200 000 personnes",
            ["12 millions d’euros", "2,5 %", "1 200 000 personnes"],
        ),
        ("es", "3,4 millones de euros para 1.200.000 personas", ["3,4 millones de euros", "1.200.000 personas"]),
        ("ru", "3,4 млрд рублей, на 12 процентов больше", ["3,4 млрд рублей", "12 процентов"]),
        ("ar", "٣٫٤ مليار يورو، أي ١٢ في المئة", ["٣٫٤ مليار يورو", "١٢ في المئة"]),
        ("zh", "该市花费了34亿欧元，增长12%，约1500人", ["34亿欧元", "12%", "1500人"]),
        ("ja", "市は34億ユーロを費やし、12%増加した", ["34億ユーロ", "12%"]),
    ],
)
def test_other_languages_count_in_their_own_words(language: str, text: str, found: list[str]) -> None:
    assert numbers(text, language) == found


@pytest.mark.parametrize(
    "text", ["S-400", "G20", "COVID-19", "a B-52 bomber", "v2.1b", "user_7", "often", "the one who"]
)
def test_parts_of_words_are_no_numbers(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("выросла на 1,5 млн рублей", "bg", ["1,5 млн"]),
        ("نسبة ٤٥٪ من الناخبين", "ar", ["٤٥٪"]),
        ("東京では3万人が120億円を", "ja", ["3万人", "120億円"]),
        ("rund 5 Mio. Euro und 12 %", "nl", ["5 Mio.", "12 %"]),
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
