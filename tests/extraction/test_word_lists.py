"""Word lists: as in their files, and empty for languages that have none."""

from workbench.extraction.word_lists import dictionary, ordered, phrases, words


def test_lists_of_english() -> None:
    assert "president" in words("en", "facts", "titles")
    assert "because of" in phrases("en", "facts", "causes")
    assert ordered("en", "facts", "cardinals")[12] == "twelve"


def test_a_language_without_lists_has_empty_ones() -> None:
    assert words("xx", "facts", "titles") == frozenset()
    assert phrases("xx", "facts", "causes") == ()
    assert dictionary("xx").known == frozenset()


def test_the_dictionary_knows_words_names_and_what_is_common() -> None:
    known, common = dictionary("en")
    assert {"delivered", "washington", "colour", "color", "xylophonist"} <= known
    assert "delivered" in common
    assert "xylophonist" not in common
    assert "iskanderdelivered" not in known
