from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.extraction.articles import COPIED, GLUED, POLL, SWAPPED, TRANSLATED
from tests.extraction.consistency.readings import warnings_about
from tools.sentences import Written, written
from ui.look import sentences
from ui.look.pseudo import LONG
from workbench.errors import Sentence

CHANGED = "The town said. Sales rose from 120 to 150, a 30 per cent increase. Half of them (20%) left.\n"
_ALL = {one.template: one for one in written()}
_KEPT = "The copy is kept, but its words can't be searched: “отчёт” is a PDF; words in it can't be searched."


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def _sentences(depth: int = 1) -> st.SearchStrategy[tuple[Written, Sentence]]:
    """Any sentence of the program with any values, other sentences among them."""
    values: list[st.SearchStrategy[Any]] = [
        st.text(),
        st.text(alphabet='{}“”", .;:()ab1'),
        st.integers(0, 10**9),
        st.integers(0, 1000).map(lambda tenths: tenths / 10),
    ]
    if depth:
        values.append(_sentences(depth - 1).map(lambda made: made[1]))

    def filled(one: Written) -> st.SearchStrategy[tuple[Written, Sentence]]:
        places = {str(name): st.one_of(values) for name in one.values}
        return st.fixed_dictionaries(places).map(lambda given: (one, Sentence(one.template, **given)))

    return st.sampled_from(sorted(_ALL.values(), key=lambda one: one.template)).flatmap(filled)


@given(_sentences())
def test_in_english_each_sentence_is_the_message_itself(made: tuple[Written, Sentence]) -> None:
    assert sentences.told(made[1]) == str(made[1])


@given(_sentences())
def test_a_kept_sentence_stays_itself_in_english(made: tuple[Written, Sentence]) -> None:
    assert sentences.told(str(made[1]), made[0].kind) == str(made[1])


@given(st.text())
def test_what_the_program_never_said_is_shown_as_it_is(said: str) -> None:
    assert sentences.told(said) == said


def test_the_template_is_translated_and_the_values_are_not(speak: Callable[[str], str]) -> None:
    speak(LONG)
    made = Sentence("“{name}” is empty; open a file with the article's text.", name="A name {x}")
    assert sentences.told(made).startswith("⟦“A name {x}” ")
    assert "empty" not in sentences.told(made)


def test_sentences_within_a_sentence_are_translated_too(speak: Callable[[str], str]) -> None:
    speak(LONG)
    made = Sentence("{where} has no title and is left out.", where=Sentence("The entry at line {line}", line=7))
    assert sentences.told(made).startswith("⟦⟦Théé ")


def test_a_sentence_that_was_kept_is_known_again(speak: Callable[[str], str]) -> None:
    speak(LONG)
    told = sentences.told(_KEPT)
    assert "отчёт" in told
    assert not set(told.split()) & set(_KEPT.split()) - {"“отчёт”"}


@pytest.mark.parametrize("text", [COPIED, GLUED, TRANSLATED, POLL, SWAPPED, CHANGED])
def test_a_warning_is_told_alike_fresh_and_out_of_a_case_file(text: str, speak: Callable[[str], str]) -> None:
    speak(LONG)
    found = warnings_about(text)
    assert found
    for warning in found:
        assert isinstance(warning.message, Sentence)
        fresh = sentences.told(warning.message)
        assert sentences.told(str(warning.message), warning.kind) == fresh
        assert fresh.startswith("⟦")


@pytest.mark.parametrize(("locale", "written"), [("ar_EG", "٥٠٠٠"), ("de_DE", "5000"), ("en_GB", "5000")])
def test_a_number_is_written_in_the_digits_of_the_locale(locale: str, written: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert written in sentences.told(Sentence("“{name}” has {pages} pages", name="a", pages=5000))


def test_a_fraction_has_the_mark_of_the_locale() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert sentences.told(Sentence("{seconds} seconds", seconds=0.5)) == "0,5 seconds"


def test_a_translation_that_names_a_place_wrongly_leaves_it_and_says_the_rest() -> None:
    made = Sentence("{name} is empty", name="a")
    made.template = "{nom} est vide"
    assert sentences.told(made) == "{nom} est vide"


@pytest.mark.parametrize(
    "said",
    [
        "The copy is kept, but its words can't be searched: " * 2000,
        "“" * 100_000 + " could not be written: ",
        "“x ” could not be written: " * 4000,
        ("“x " * 60 + " could not be written: ") * 20,
    ],
)
def test_no_text_from_a_case_file_keeps_it_busy(said: str) -> None:
    assert sentences.told(said) == said
