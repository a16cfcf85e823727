from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

import resources
from ui.look import language

UI = Path(__file__).parents[2] / "ui"


@pytest.fixture
def english(speak: Callable[[str], str]) -> None:
    assert speak("") in language.available()


@pytest.mark.parametrize(
    ("wanted", "spoken", "chosen"),
    [
        ("de", ["en-GB"], "de"),
        ("de-AT", [], "de"),
        ("", ["it-IT", "de-DE"], "de"),
        ("xx", ["en-US"], "en"),
        ("", [], "en"),
    ],
)
def test_the_language_wanted_else_one_spoken_here_else_english(wanted: str, spoken: list[str], chosen: str) -> None:
    assert language.choose(wanted, spoken, ["de", "en"]) == chosen


@pytest.mark.usefixtures("english")
def test_one_claim_is_not_claims() -> None:
    said = [QCoreApplication.translate("ClaimsHeader", "%n claims", "", count) for count in (0, 1, 2)]
    assert said == ["0 claims", "1 claim", "2 claims"]


def test_every_count_in_the_window_has_its_plural_forms() -> None:
    catalogue = ElementTree.parse(resources.path("translations/en.ts"))
    known = {
        message.findtext("source"): [form.text for form in message.iter("numerusform")]
        for message in catalogue.iter("message")
    }
    used = {
        found for path in UI.rglob("*.py") for found in re.findall(r'"([^"\n]*%n[^"\n]*)"', path.read_text("utf-8"))
    }
    assert used
    assert used <= set(known)
    assert all(len(known[words]) == 2 and all(known[words]) for words in used)


def test_counts_are_written_in_the_digits_of_the_locale(speak: Callable[[str], str]) -> None:
    speak("")
    QLocale.setDefault(QLocale("ar_EG"))
    assert QCoreApplication.translate("ClaimsHeader", "%n claims", "", 24) == "٢٤ claims"
    QLocale.setDefault(QLocale("de_DE"))
    assert QCoreApplication.translate("ClaimsHeader", "%n claims", "", 2400) == "2.400 claims"
