"""Words run together, names in two spellings, text damaged in copying, and text a machine translated."""

from __future__ import annotations

import pytest

from tests.extraction.consistency.readings import pointed_at, warnings_about
from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.findings import WarningKind
from workbench.domain.span import Span
from workbench.extraction.consistency import find_warnings
from workbench.extraction.consistency.spelling import sound
from workbench.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("Moscow sent the Iskanderdelivered system.", "Iskanderdelivered"),
        ("It was reported thatthe bridge had gone.", "thatthe"),
        ("The war went on.The army left.", "on.The"),
        ("Russia and Ukraine met: the RussiaUkraine talks began.", "RussiaUkraine"),
        ("The goods were deliveredThe next day.", "deliveredThe"),
        ("“It is over,”said the mayor.", "”said"),
    ],
)
def test_words_run_together(text: str, glued: str) -> None:
    found = pointed_at(text, WarningKind.WORDS_RUN_TOGETHER)
    assert len(found) == 1
    assert glued in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "The iPhone, YouTube, PayPal, eBay and McDonald’s.",
        "Zuckerberg met Netanyahu in Guangdong.",
        "Livestreaming and doomscrolling are cryptocurrencies’ friends.",
        "See example.com, node.js and www.site.org/Page.",
        "The U.S. and the E.U. met at 10.30am.",
        "Kovacheringham is a village. Kovacheringham has a church.",
        "He scored in the 90th minute,with joy",
    ],
)
def test_names_brands_addresses_and_new_compounds_are_left_alone(text: str) -> None:
    found = pointed_at(text, WarningKind.WORDS_RUN_TOGETHER)
    assert [words for words in found if words != "minute,with"] == []


def test_a_name_spelled_two_ways_is_shown_at_the_rarer() -> None:
    text = (
        "President Volodymyr Zelensky spoke in Kyiv. Volodymyr Zelensky thanked the troops.\n\n"
        "Later Volodymyr Zelenskiy flew to Berlin."
    )
    (warning,) = [one for one in warnings_about(text) if one.kind is WarningKind.NAME_SPELLING]
    assert warning.message == "“Zelenskiy” here, “Zelensky” elsewhere: a name spelled two ways?"


def test_two_people_of_like_names_are_two_people() -> None:
    text = "Maria Petersen met Lars Peterson. Anna Schmidt met Helga Schmitt. Peter Hansen met Paul Hanssen."
    assert pointed_at(text, WarningKind.NAME_SPELLING) == []


def test_a_dateline_in_capitals_is_no_other_spelling() -> None:
    text = (
        "GARISSA, Kenya – At least 47 people have died. The Kenya Red Cross said the floods had cut off the main road "
        "between Garissa and Dadaab, where some 360,000 refugees live, according to the U.N. refugee agency."
    )
    assert pointed_at(text, WarningKind.NAME_SPELLING) == []


def test_transliterations_sound_alike_and_different_names_do_not() -> None:
    assert sound("zelensky") == sound("zelenskiy") == sound("zelenskyy") == sound("zelenskij")
    assert sound("gaddafi") == sound("gadafi")
    assert sound("petersen") != sound("peterson")


@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        ("He sat in the caf\ufffd all day.", "caf\ufffd", "lost"),
        ("It said â€œnoâ€\x9d at once.", "â€œnoâ€\x9d", "wrong encoding"),
        ("The re\u200bform began.", "re\u200bform", "invisible"),
        ("A man called Pаul spoke.", "Pаul", "Cyrillic"),
        ("A bell\x07rang.", "bell\x07rang.", "U+0007"),
    ],
)
def test_damage_is_shown_with_its_sort(text: str, place: str, part: str) -> None:
    (warning,) = warnings_about(text)
    assert warning.kind is WarningKind.DAMAGE
    assert warning.span.of(text) == place
    assert part in warning.message


@pytest.mark.parametrize(
    "text",
    [
        "Zoë and Søren ate açaí in São Paulo for £5, or 30 °C.",
        "The α-helix is 5 µm long; Ω is 3 kΩ.",
        "The family emoji 👨‍👩‍👧 stood alone.",
        "The Cyrillic word привет means hello.",
    ],
)
def test_foreign_letters_are_no_damage(text: str) -> None:
    assert pointed_at(text, WarningKind.DAMAGE) == []


def test_one_sign_of_translation_is_not_enough() -> None:
    assert pointed_at("The meeting was held. He spoke of the german economy.", WarningKind.MACHINE_TRANSLATED) == []


def test_several_signs_of_translation_are_listed() -> None:
    text = (
        "The french minister Jean Dupont he said that it was done safely and kindness.\n\n"
        "“We worked – explained the minister – for peace ”, he added."
    )
    (warning,) = [one for one in warnings_about(text) if one.kind is WarningKind.MACHINE_TRANSLATED]
    assert "“Jean Dupont he said”" in warning.message
    assert "“french” in lower case" in warning.message


def test_a_word_broken_at_the_end_of_a_line_is_damage() -> None:
    text = "The council met on Mon-\nday, and a reporter-\nled inquiry of the mid-\nand long-term costs began."
    body = Article(text, (Block(BlockKind.BODY, Span(0, len(text))),), Metadata(language="en"))
    (warning,) = find_warnings(read(body), ())
    assert (warning.kind, warning.span.of(text)) == (WarningKind.DAMAGE, "Mon-\nday")
    assert "“Monday” is broken" in warning.message
